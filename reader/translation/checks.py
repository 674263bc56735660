"""Whether a translated sentence can be trusted, told from the pair of texts alone.

The limits were set on human translations, so that these pass: tests/benchmarks/checks.py
measures them there, on the bundled model, and on odd inputs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import eq
from types import MappingProxyType

import regex

from reader.model import Flag
from reader.translation import names, numbers

REASONS: Mapping[Flag, str] = MappingProxyType(
    {
        Flag.EMPTY: "No translation came back",
        Flag.COPIED: "Left in the original language",
        Flag.CLIPPED: "The translation breaks off",
        Flag.LOOPING: "The translation repeats itself",
        Flag.LENGTH: "Far shorter or longer than the original",
        Flag.NUMBERS: "Numbers differ from the original",
        Flag.NAMES: "A name of the original is missing",
        Flag.UNKNOWN: "Contains signs the model does not know",
    }
)

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_LETTERS = regex.compile(r"\p{L}+")
_UNKNOWN = regex.compile(r"⁇|<unk>|\ufffd")


def check(source: str, candidate_text: str, *, clipped: bool, unknown: bool) -> tuple[Flag, ...]:
    """What is wrong with a translation of one sentence; () if nothing is.

    `clipped` and `unknown` are what the engine knows: that it stopped at its limit, that it
    put its mark for an unknown word. REASONS says each flag in words.
    """
    found = {
        Flag.EMPTY: _is_empty(source, candidate_text),
        Flag.COPIED: _is_copied(source, candidate_text),
        Flag.CLIPPED: clipped,
        Flag.LOOPING: _loops(source, candidate_text),
        Flag.LENGTH: _is_out_of_length(source, candidate_text),
        Flag.NUMBERS: numbers.differ(source, candidate_text),
        Flag.NAMES: names.lost(source, candidate_text),
        Flag.UNKNOWN: unknown or _unknowns(candidate_text) > _unknowns(source),
    }
    if found[Flag.EMPTY]:
        return (Flag.EMPTY,)
    return tuple(flag for flag, is_so in found.items() if is_so)


def _unknowns(text: str) -> int:
    return len(_UNKNOWN.findall(text))


def _is_empty(source: str, text: str) -> bool:
    """Whether no word came back; of few words a number may („halb acht“, 7:30)."""
    if len(_LETTERS.findall(source)) > 2:
        return not _LETTERS.search(text)
    return bool(_WORD.search(source)) and not _WORD.search(text)


# ---- Length --------------------------------------------------------------------------------

# In characters; of human translations one in a thousand lies outside.
_SHORTEST = (0.6, -14)
_LONGEST = (1.4, 40)


def _is_out_of_length(source: str, text: str) -> bool:
    low, high = (factor * len(source) + margin for factor, margin in (_SHORTEST, _LONGEST))
    return not low <= len(text) <= high


# ---- Copies --------------------------------------------------------------------------------

# Common words of German, but for those that English or names have too.
_GERMAN = frozenset(
    """
    das und ist nicht ein eine einen einem einer eines den dem der mit für auf im sich auch
    werden als bei oder sie ich wir wird aus kann wenn nach sind um über vor noch nur wie durch
    diese dieser dieses zum zur dass daß aber ihr ihre sein seine kein keine mehr sehr heute
    jetzt neue neuen neuer hier wieder schon immer uns mir dir mich dich wurde wurden haben
    hatte hatten waren beim vom ab bis seit unter zwischen gegen ohne alle alles viele jeder
    jede jedes doch dann denn weil ob damit sowie bitte nie nichts niemand etwas wusste warum
    ging kam sagte sah liegt steht geht gibt muss soll sollte konnte könnte würde dort danach
    gestern zwei drei ganze ganz viel wenig große großen kleine
    """.split()
)

# The same of other languages that may stand in a German text.
_FOREIGN = frozenset(
    """
    le les des est une dans pour que qui avec sur pas los las una con por para est il che di non
    per sono van het een niet voor och att som är det jest nie się na
    """.split()
)
_GERMAN_NOUN = regex.compile(r"\p{L}{3,}(?:ungen|ung|keit|heit|schaft|schaften|lich|isch)")

_MOSTLY = 0.75  # share of the words of both that a copy has in common
_REMNANT = 0.15  # share of common German words that no title in an English sentence has
_QUOTED = 6  # words in a row, three of them common, that are more than a title


def _is_copied(source: str, text: str) -> bool:
    """Whether the text, or a good stretch of it, is the source as it was.

    Names, code, English and numbers may be copied; words that only the source's language has
    may not.
    """
    ours, theirs = ([word.casefold() for word in _LETTERS.findall(t)] for t in (source, text))
    copied = [*(Counter(ours) & Counter(theirs)).elements()]
    if _common(copied, _GERMAN) >= max(2, _REMNANT * len(theirs)):
        return True
    if any(
        _common(run, _GERMAN) > 2 for run in {*_runs(ours, _QUOTED)} & {*_runs(theirs, _QUOTED)}
    ):
        return True
    if len(copied) < _MOSTLY * max(len(ours), len(theirs)):
        return False
    return (
        _common(copied, _GERMAN) > 0
        or _common(copied, _FOREIGN) > 1
        or (len(ours) <= 3 and any(map(_GERMAN_NOUN.fullmatch, copied)))
    )


def _common(words: Sequence[str], table: frozenset[str]) -> int:
    return sum(word in table for word in words)


def _runs(words: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(length)), strict=False)


# ---- Loops ---------------------------------------------------------------------------------

_LONGEST_PERIOD = 8  # words
_OFTEN = 3
_SOFT = (" ", ", ")  # what may stand between words that are said twice
_STUTTER = regex.compile(r"(\p{L}{1,6}?)\1{5,}|([^\p{L}\s]{1,3}?)\2{9,}")

# Words that English doubles, and links of “more and more” or “one by one”.
_DOUBLED = frozenset("had that very really so long much many far no ha bye is in this".split())
_LINKS = frozenset("and or by to after a und oder".split())


def _loops(source: str, text: str) -> bool:
    """Whether the text says something over and over that the source does not."""
    theirs = _repeats(text)
    if theirs.times >= _OFTEN or theirs.often >= _OFTEN or theirs.doubled:
        ours = _repeats(source)
        if (
            theirs.times > max(ours.times, _OFTEN - 1)
            or theirs.often > max(ours.often + 1, _OFTEN - 1)
            or (theirs.doubled and not ours.doubled)
        ):
            return True
    stutter = _stutter(text)
    return stutter > 0 and stutter > 1.5 * _stutter(source)


def _stutter(text: str) -> int:
    """How many characters go to repeating a few, as in „neiiiiiin“ and „hahahahahaha“."""
    return sum(len(match[0]) for match in _STUTTER.finditer(text))


@dataclass(frozen=True, slots=True)
class _Repeats:
    """How a text repeats itself.

    `times` that the same words come in succession (a single word may come once more);
    `often`: how often the most frequent five words come; `doubled`: words come twice with
    nothing but a space or comma between, and that is no idiom.
    """

    times: int
    often: int
    doubled: bool


def _repeats(text: str) -> _Repeats:
    matches = [*_WORD.finditer(text)]
    plain = [match[0] for match in matches]
    words = [word.casefold() for word in plain]
    gaps = ["", *(text[one.end() : two.start()] for one, two in pairwise(matches)), ""]
    times, doubled = 1, False
    for period in range(1, _LONGEST_PERIOD + 1):
        if sum(map(eq, words, words[period:])) < period:
            continue
        run = joined = 0
        for at in range(period, len(words)):
            same = words[at] == words[at - period]
            run = run + 1 if same else 0
            joined = joined + 1 if same and gaps[at] in _SOFT else 0
            times = max(times, run // period + (period > 1))
            if joined == period and "-" not in (gaps[at + 1], gaps[at + 1 - 2 * period]):
                doubled = doubled or not _may_double(plain[at - period : at + 1], gaps[at])
    return _Repeats(times, max(Counter(_runs(words, 5)).values(), default=0), doubled)


def _may_double(words: Sequence[str], gap: str) -> bool:
    """Whether words may come twice; `words` are the second time's, and the one before them."""
    before, *unit = words
    if len(unit) == 1:
        return before != unit[0] or not before[1:].isalpha() or gap != " " or before in _DOUBLED
    return len(unit) == 2 and not _LINKS.isdisjoint(unit)
