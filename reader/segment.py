"""A paragraph's sentences, as spans that leave nothing out.

`sentencex` proposes where sentences end, in many languages. For German the tables below
overrule it where they know better; tests/benchmarks measures it, with them and without,
beside other splitters.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from importlib import import_module
from itertools import chain, pairwise
from typing import cast

import regex

from reader.model import Span


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Before these a sentence does not end, whatever follows.
_NEVER = _table(
    """
    Dr Prof Hr Hrn Fr Frl Mr Mrs Ms St Hl Dipl Ing Pfr Oberstlt Nr Abs Az Tel Vgl vgl Bzw bzw
    Sog sog Ca ca Ggf ggf Evtl evtl Inkl inkl incl Exkl exkl Zzgl zzgl Abzgl abzgl Geb geb Gest gest
    Lt lt bzgl betr ehem med phil jur rer nat theol em einschl insb bes
    z.B Z.B d.h D.h i.d.R I.d.R i.A i.V.m i.H.v i.S.d i.S.v o.g O.g u.U U.U z.T Z.T z.Zt v.a a.d
    m.E
    """
)

# Before these it does if a word follows that starts sentences: „25 Mio. Euro“, „25 Mio. Die“.
# All single letters, numbers, Roman numerals and words without a vowel are taken so too.
_MAYBE = _table(
    """
    Mio Tsd Min Sek Co Inc Gen Maj Mag Kap Tab Abb Kard Allg Aufl Anm Einw Verf Ziff
    lat engl ital dt röm kath ev erm allg geogr hist Jan Feb Mär Apr Aug Sept Okt Nov Dez Mo Di
    Mi Do Sa So max min ff Fa u.a e.V
    """
)

_ABBREVIATED_ENDS = ("str", "Str", "pl")

# Before these it does if any capital follows: the list they close is over, or they are words
# and units that the library takes for abbreviations.
_CLOSING = _table("usw etc usf uvm u.v.m u.ä u.Ä o.ä o.Ä Chr Art Bart mm cm km kg")

# The ends of nouns that a number labels: „auf Platz 3. Schweden …“ against „am 3. Spieltag“.
_LABELLED = ("nummer", "platz", "rang", "seite", "kapitel", "teil", "gruppe", "plan", "vitamin")

_MONTHS = _table(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    """
)

# Words that, with a capital, start a sentence: nouns and names cannot be among them.
_STARTERS = _table(
    """
    Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Kein Keine Keinen Keinem Keiner
    Ich Du Er Sie Es Wir Ihr Man Wer Was Wen Wem Wo Wann Warum Wie Wieso Weshalb Woher Wohin
    Mein Meine Dein Deine Sein Seine Seinen Seinem Seiner Ihre Ihren Ihrem Ihrer Unser Unsere
    Dieser Diese Dieses Diesen Diesem Jener Jene Jenes Jeder Jede Jedes Welcher Welche Welches
    Alle Alles Viele Vieles Einige Manche Mehrere Wenige Beide Andere Weitere Mehr
    Niemand Jemand Nichts Etwas
    Und Aber Oder Denn Doch Weil Dass Daß Ob Wenn Als Während Obwohl Nachdem Bevor Seit Seitdem
    Bis Damit Sobald Solange Falls Indem
    In Im Ins An Am Ans Auf Aus Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Für Über Unter Um Durch
    Gegen Ohne Trotz Wegen Zwischen Hinter Neben Laut Gemäß Statt Innerhalb Außerhalb
    Da Dann Danach Davor Dabei Dafür Dagegen Daher Damals Dadurch Daran Darauf Daraus Darin
    Darüber Darum Davon Dazu Dennoch Deshalb Deswegen Dort Dorthin Hier Hierbei Hierzu Heute
    Gestern Jetzt Nun Bald Später Früher Zuvor Zuerst Zunächst Zuletzt Schließlich Endlich
    Inzwischen Mittlerweile Seither Bisher Bislang Oft Manchmal Immer Nie Niemals Wieder
    So Auch Nur Noch Schon Sogar Sehr Ganz Fast Etwa Rund Ab Vielleicht Wahrscheinlich Allerdings
    Jedoch Außerdem Zudem Ferner Zwar Trotzdem Insgesamt Insbesondere Besonders Ebenso Ebenfalls
    Gleichzeitig Anschließend Leider Natürlich Eigentlich Nicht Wirklich
    Ist Sind War Waren Hat Haben Hatte Wird Werden Wurde Wurden Kann Können Soll Muss
    """
)

_QUOTES = "\"„“”‚‘»«›‹()[]`'"
_INDENT = regex.compile(r"(?<=«\s)")  # « as the French set it »
_QUOTE = regex.compile(rf"(?<!\w)'|'(?!\w)|[{regex.escape(_QUOTES[:-1])}]")
_CLOSING_QUOTES = "\"“”‘’«»‹›'"
_CLOSERS = _CLOSING_QUOTES + ")]"
_SMILEY = r"[\U0001f000-\U0001faff☺☹❤\ufe0f\u200d]++|(?<!\S)[:;]-?[)(DP](?!\S)"

# A run of marks with all that closes it, and the space after it; or a smiley that stands for
# a mark; or a line break. Possessive, so that a text of marks alone takes linear time.
_STOP = regex.compile(
    rf"(?P<mark>[.!?…。！？][.!?…。！？{regex.escape(_CLOSERS)}]*+(?:[^\S\n]\"(?!\S))?+)"
    rf"(?P<note>(?:\[\d{{1,3}}\]|[¹²³⁰-⁹])*+)(?:[^\S\n]*+(?:{_SMILEY}))*+(?P<space>\s*+)"
    rf"|(?:{_SMILEY})(?P<smile>\s*+)"
    r"|(?P<line>\n\s*+)"
)
_BEFORE = regex.compile(r"(?:\b\p{L}{1,2}\.\s?)*+(?:(?<!°)\b\p{L}+|\b\d[\d.,:]*)$")
_AFTER = regex.compile(r"[^\p{L}\p{N}]{0,20}+(?P<word>\p{L}+|\p{N}*+)")
_LETTERED = regex.compile(r"[a-z]\)\s")
_ITEM = regex.compile(r"(?:[-–—•*·‣▪]|\d{1,2}[.)]|[a-z]\))\s")
_GLUED = regex.compile(r"(?<!\S)\p{L}\p{Ll}+[.!?]\p{Lu}\p{Ll}+(?=[\s,.!?]|$)")
_NUMERAL = regex.compile(r"\d{1,3}|\d{1,2}\.\d{1,2}|[IVXL]+")
_VOWEL = regex.compile(r"[aeiouyäöü]", regex.IGNORECASE)
_SURROGATE = regex.compile(r"[\ud800-\udfff]")

_LOOK_BEHIND = 60
_SHORT_LINE = 0.8  # of the longest line

_CLAUSE = regex.compile(r"(?:[,;:]|(?<=\s)[–—-])\s++")
_CONJUNCTION = regex.compile(
    r"(?<=\s)(?=(?:und|oder|aber|denn|sondern|sowie|weil|dass|daß|wenn|als|während|obwohl)\s)"
)
_SPACES = regex.compile(r"\s+")
_GRAPHEME = regex.compile(r"\X")
_SHORTEST_CLAUSE = 24

# The library carries no types.
_boundaries = cast(
    "Callable[[str, str], list[dict[str, int]]]",
    import_module("sentencex").get_sentence_boundaries,
)


def sentences(text: str, language: str = "de") -> tuple[Span, ...]:
    """The sentences of `text`, in order.

    The spans are a partition: every code point lies in exactly one of them. White space
    between two sentences belongs to the first. Sentences within a quotation or brackets are
    sentences of their own. An empty text has none.
    """
    plain = _SURROGATE.sub("\ufffd", text)
    proposed = _proposed(plain, language)
    return _partition(text, _german(plain, proposed) if language == "de" else proposed)


def _proposed(text: str, language: str) -> set[int]:
    """Where the library begins sentences.

    It does not see quotes and brackets: it would not end a sentence within them, and takes
    quadratic time where they stay open.
    """
    bare = _QUOTE.sub(" ", text)
    starts: set[int] = set()
    for piece in _boundaries(language, bare):
        word = start = piece["start_index"]
        if text[word : word + 1].islower():
            continue  # as in: “Go!” he cried
        while start and (text[start - 1] in _QUOTES or _INDENT.match(text, start)):
            start -= 1
        starts.add(start if text[start - 1 : start].isspace() else word)
    return starts


def _german(text: str, proposed: Collection[int]) -> Iterator[int]:
    """Where German sentences begin, but for the first."""
    width = max(map(len, text.split("\n")))
    start = 0
    for stop in _STOP.finditer(text):
        if stop["mark"]:
            ends = _mark_ends(text, start, stop, proposed)
        elif stop["line"]:
            ends = _line_ends(text, stop, width)
        else:
            ends = bool(stop["smile"]) and _next_word(text, stop.end()) in _STARTERS
        if ends:
            start = stop.end()
            yield start


def _line_ends(text: str, stop: regex.Match[str], width: int) -> bool:
    """Whether a line break without a mark ends a sentence.

    It does before an empty line and a list's item, and where it was set by hand, as after a
    headline: the line is short, and the next begins with a capital.
    """
    if stop["line"].count("\n") > 1 or _ITEM.match(text, stop.end()):
        return True
    line = text[text.rfind("\n", 0, stop.start()) + 1 : stop.start()].rstrip()
    word = _next_word(text, stop.end())
    return (
        line[-1:].isalnum() and word[:1].isupper() and len(line) + len(word) < _SHORT_LINE * width
    )


def _mark_ends(text: str, start: int, stop: regex.Match[str], proposed: Collection[int]) -> bool:
    """Whether a mark ends the sentence that begins at `start`."""
    at, end, mark = stop.start(), stop.end(), stop["mark"]
    lead = text[max(start, at - _LOOK_BEHIND) : at]
    before = _BEFORE.search(lead)
    last = before[0] if before else ""
    word = _next_word(text, end)
    if not stop["space"]:
        glued = _GLUED.match(text, at - len(last))
        return bool(glued and _VOWEL.search(last)) and (last.islower() or word in _STARTERS)
    breaks = stop["space"].count("\n")
    if breaks > 1 or _LETTERED.match(text, end) or (breaks and _ITEM.match(text, end)):
        return True
    if not word or word.islower() or lead.endswith(("(", "[")):
        return False
    if ")" in mark and not mark.endswith("."):
        return text.rfind("(", start, at) in (-1, start) or word in _STARTERS
    if mark[0] in "!?" or mark[-1] in _CLOSING_QUOTES or stop["note"]:
        return True
    agreed = any(place in proposed for place in range(stop.end("mark"), end + 1))
    if mark.startswith(("..", "…")):
        return agreed or word in _STARTERS
    lead = lead.removesuffix(last)
    if last.isalnum() and (len(last) == 1 or _NUMERAL.fullmatch(last)):
        return _label_ends(lead, word)
    if not last or last[-1].isdigit():
        return True
    return _period_ends(last, word, agreed)


def _label_ends(lead: str, word: str) -> bool:
    """Whether a sentence ends after a single letter or short number and its period.

    They may be initials or ordinals, or count the sentence that they begin; the label of a
    noun they are at its end.
    """
    noun = lead.rstrip().lower()
    if not any(map(str.isalnum, noun)) or word in _MONTHS:
        return False
    return word in _STARTERS or (noun.endswith(_LABELLED) and not word.isupper())


def _period_ends(last: str, word: str, agreed: bool) -> bool:
    """Whether a period ends a sentence between `last` and `word`.

    `last` is a word with the abbreviations that lead up to it, or a long number; `agreed`
    tells the library's opinion.
    """
    compound = "".join(last.split())
    token = compound.rpartition(".")[2]
    names = {compound, token}
    if names & _NEVER:
        return False
    if names & _CLOSING and not word[0].isdigit():
        return True
    abbreviated = (
        names & _MAYBE
        or token.endswith(_ABBREVIATED_ENDS)
        or not (_VOWEL.search(token) or token.isupper())
    )
    if word[0].isdigit():
        return not abbreviated and len(token) > (2 if token.islower() else 4)
    # The library compares without case and takes „mich“ for Michigan.
    return word in _STARTERS or (not abbreviated and (agreed or not token.istitle()))


def _next_word(text: str, at: int) -> str:
    match = _AFTER.match(text, at)
    return match["word"] if match else ""


def clauses(text: str, longest: int = 240) -> tuple[Span, ...]:
    """A partition of one sentence at its clause marks, for a model that fails on the whole.

    Pieces of more than `longest` code points are cut again, before „und“ and its like, else
    at white space, else between graphemes; only a longer grapheme stays whole.
    """
    starts = [0]
    for match in _CLAUSE.finditer(text):
        if min(match.end() - starts[-1], len(text) - match.end()) >= _SHORTEST_CLAUSE:
            starts.append(match.end())
    clause_ends = pairwise([*starts, len(text)])
    cuts = (_cuts(text, start, end, longest) for start, end in clause_ends)
    return _partition(text, chain.from_iterable(cuts))


def _cuts(text: str, start: int, end: int, longest: int) -> Iterator[int]:
    """Where the pieces of one clause end."""
    while end - start > longest:
        middle, limit = start + longest // 2, start + longest
        breaks = [*_CONJUNCTION.finditer(text, middle, limit)]
        breaks = breaks or [*_SPACES.finditer(text, start, limit)]
        start = breaks[-1].end() if breaks else _grapheme_end(text, start, longest)
        yield start
    yield end


def _grapheme_end(text: str, start: int, longest: int) -> int:
    """The last end of a grapheme within `longest` of `start`, else the first beyond."""
    end = start
    for match in _GRAPHEME.finditer(text, start):
        if end > start and match.end() - start > longest:
            break
        end = match.end()
    return end


def _partition(text: str, starts: Iterable[int]) -> tuple[Span, ...]:
    """Spans from start to start, but that white space belongs to the one before."""
    first = len(text) - len(text.lstrip())
    borders = [0]
    for start, end in pairwise(sorted({0, *starts, len(text)})):
        word = end - len(text[start:end].lstrip())
        if first < word < end:
            borders.append(word)
    return tuple(Span(*ends) for ends in pairwise([*borders, len(text)])) if text else ()
