"""Paragraphs to renderings: split, translate, check, try again, set in English, join.

Nothing is lost on the way: every sentence of the German has a stretch of the English,
and one that failed its checks says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from reader.engines import Decoding, Engine
from reader.model import Flag, Rendering, SentencePair, Span
from reader.segment import clauses, sentences
from reader.translation.checks import check
from reader.translation.typography import english

# The narrowest beam within 0.2 points of chrF of Argos's beam of 4 (54.3 against 54.5 on
# 2,009 sentences of news; a beam of 2 has 54.0). Wider ones are kept for what fails.
FIRST = Decoding(beam=3)
_WIDER = Decoding(beam=5)
_NO_LOOPS = Decoding(beam=4, repetition_penalty=1.2, no_repeat_ngram=3)

# A word: no lone letters, and nothing longer than German goes (it would be data, not text).
_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,80}(?!\w)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_CLAUSE_MARKS = ",;:"
_STOPS = ".!?…"
_OF_GERMAN_AND_ENGLISH = frozenset({Flag.NUMBERS, Flag.NAMES})  # checked by their words
_SLACK = 1.2  # how much longer than the others a part may be
# Lines, and the cells of a table's row: as one text the model leaves cells out.
_CUTS = re.compile(r"(\s*[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]\s*|\s\|\s)")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence on its way, with its white space, and what is wrong with it so far."""

    text: str
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A translation of one piece of text, and what is wrong with it."""

    text: str
    flags: tuple[Flag, ...]

    @property
    def worth(self) -> tuple[bool, int]:
        """Sorts the better first: no attempt is worse than one that says nothing."""
        return Flag.EMPTY in self.flags, len(self.flags)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to put a piece to the engine again: in parts, with other settings."""

    parts: Callable[[str, Engine], list[str]]
    decoding: Decoding
    for_text: Callable[[str], bool] = bool


def render(texts: Sequence[str], *engines: Engine) -> list[Rendering]:
    """The renderings of `texts`, one each, in order.

    All sentences of all texts go to the engine in one call; those that fail their
    checks go again, all together, in other ways, until they pass or none is left. With
    several engines each translates what the one before it made, sentence by sentence.
    """
    spans = [sentences(text, engines[0].source) for text in texts]
    rows = [
        [_Sentence(span.of(text)) for span in row] for text, row in zip(texts, spans, strict=True)
    ]
    for engine in engines:
        rows = _translate_rows(rows, engine)
    made_by = "+".join(engine.id for engine in engines)
    return [_join(row, made, made_by) for row, made in zip(spans, rows, strict=True)]


def _translate_rows(rows: Sequence[Sequence[_Sentence]], engine: Engine) -> list[list[_Sentence]]:
    pieces = {
        piece
        for row in rows
        for sentence in row
        for piece in _pieces(sentence.text)
        if _has_words(piece)
    }
    attempts = _translate(sorted(pieces), engine) if pieces else {}
    return [[_set(sentence, attempts, engine) for sentence in row] for row in rows]


def _pieces(sentence: str) -> list[str]:
    """The lines and cells of a sentence and what stands between them, in order."""
    return [piece for part in _CUTS.split(sentence) for piece in _trim(part)]


def _trim(text: str) -> Iterable[str]:
    core = text.strip()
    if not core:
        return (text,)
    start = text.index(core)
    return text[:start], core, text[start + len(core) :]


def _has_words(piece: str) -> bool:
    """Whether there is anything to translate: numbers, signs and addresses stay as they are."""
    return bool(_WORD.search(piece)) and not _ADDRESS.fullmatch(piece)


def _translate(pieces: Sequence[str], engine: Engine) -> dict[str, _Attempt]:
    """The best attempt at each piece."""
    best = _attempt(pieces, _in_limit, FIRST, engine)
    for way in _WAYS:
        again = [p for p, attempt in best.items() if attempt.flags and way.for_text(p)]
        if not again:
            continue
        for piece, attempt in _attempt(again, way.parts, way.decoding, engine).items():
            if attempt.worth < best[piece].worth:
                best[piece] = attempt
    return best


def _attempt(
    pieces: Sequence[str],
    parts: Callable[[str, Engine], list[str]],
    decoding: Decoding,
    engine: Engine,
) -> dict[str, _Attempt]:
    """Every piece, put to the engine in parts; one call for all."""
    split = [parts(piece, engine) for piece in pieces]
    candidates = iter(engine.translate([part for row in split for part in row], decoding))
    attempts: dict[str, _Attempt] = {}
    for piece, row in zip(pieces, split, strict=True):
        made = [next(candidates) for _ in row]
        text = _rejoin([(part, candidate.text) for part, candidate in zip(row, made, strict=True)])
        flags = check(
            piece,
            text,
            clipped=any(candidate.clipped for candidate in made),
            unknown=any(candidate.unknown for candidate in made),
        )
        if (engine.source, engine.target) != ("de", "en"):
            flags = tuple(flag for flag in flags if flag not in _OF_GERMAN_AND_ENGLISH)
        attempts[piece] = _Attempt(text, flags)
    return attempts


def _rejoin(parts: Sequence[tuple[str, str]]) -> str:
    """The parts' translations as one sentence, each but the last ending as its German does."""
    texts = [text for _, text in parts]
    for index, (source, text) in enumerate(parts[:-1]):
        mark = source[-1] if source[-1] in _CLAUSE_MARKS else ""
        if text and (mark or source[-1] not in _STOPS):
            texts[index] = text.rstrip(_CLAUSE_MARKS + _STOPS) + mark
    return " ".join(filter(None, texts))


def _in_limit(piece: str, engine: Engine) -> list[str]:
    """The piece as it is, or in parts of about one size that the model can take.

    Even parts keep more of the sense than a full one with a stub behind it (chrF +0.4).
    """
    size = engine.size(piece)
    if size <= engine.limit:
        return [piece]
    goal = min(engine.limit, _SLACK * size / ceil(size / engine.limit))
    parts: list[str] = []
    for clause in _by_clauses(piece, engine):
        joined = f"{parts[-1]} {clause}" if parts else clause
        if parts and engine.size(joined) <= goal:
            parts[-1] = joined
        else:
            parts.append(clause)
    return parts


def _by_clauses(piece: str, engine: Engine) -> list[str]:
    return [
        part
        for span in clauses(piece)
        if (clause := span.of(piece).strip())
        for part in _halves(clause, engine)
    ]


def _halves(text: str, engine: Engine) -> list[str]:
    """Halved at a space, or anywhere, until the model can take every part."""
    if len(text) < 2 or engine.size(text) <= engine.limit:
        return [text]
    middle = text.find(" ", len(text) // 2)
    if middle < 0:
        middle = len(text) // 2
    return [
        part
        for half in (text[:middle].strip(), text[middle:].strip())
        if half
        for part in _halves(half, engine)
    ]


def _lower(piece: str, engine: Engine) -> list[str]:
    """Capitals as ordinary words: models copy what is written in capitals."""
    return _in_limit(piece.capitalize(), engine)


def _is_capitals(piece: str) -> bool:
    return piece.isupper() and len(piece) > 3


# In the order that mends most for the time: of 87 flagged among 2,009 sentences of news
# the second of these ways mends 57 and the third 4 more; their chrF gains 1.7 points.
_WAYS = (
    _Way(_lower, FIRST, _is_capitals),
    _Way(_by_clauses, _NO_LOOPS),
    _Way(_in_limit, _WIDER),
)


def _set(sentence: _Sentence, attempts: Mapping[str, _Attempt], engine: Engine) -> _Sentence:
    """A sentence as the engine made it.

    Where the model gave nothing, what it was given stands in its place, flagged.
    """
    parts: list[str] = []
    flags = dict.fromkeys(sentence.flags)
    for piece in _pieces(sentence.text):
        attempt = attempts.get(piece)
        if attempt is None:
            parts.append(piece)
            continue
        text = english(piece, attempt.text) if engine.target == "en" else attempt.text
        parts.append(text or piece)
        flags.update(dict.fromkeys(attempt.flags))
    return _Sentence("".join(parts), tuple(flags))


def _join(spans: Sequence[Span], row: Sequence[_Sentence], engine: str) -> Rendering:
    pairs: list[SentencePair] = []
    end = 0
    for source, sentence in zip(spans, row, strict=True):
        start, end = end, end + len(sentence.text)
        pairs.append(SentencePair(source, Span(start, end), sentence.flags))
    return Rendering("".join(sentence.text for sentence in row), tuple(pairs), engine)
