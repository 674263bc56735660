"""Emphasis and links: which stretch of a paragraph they cover.

A format finds the text of a paragraph piece by piece and cleans its white space
afterwards. Cleaning leaves every other character as it is, so a stretch is carried over
by counting those: its ink.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.model import Kind, Paragraph, Run, Span, Style

_INK = re.compile("[^\\s\u00ad\ufeff\u0300-\u036f]|[\x1c-\x1f]")
"""What cleaning keeps, or puts another character in the place of."""

_SIGN = re.compile(r"\d{1,4}|[*†‡]{1,3}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OPENS = re.compile(r"https?://[^/?#]|mailto:.", re.IGNORECASE)
_ORIGIN = re.compile(r"(https?:)//[^/?#]+", re.IGNORECASE)
_LONGEST_ADDRESS = 2_000

EMPHASIS = frozenset("em i cite dfn var emphasis".split())
STRONG = frozenset("strong b".split())
"""Elements of HTML and FictionBook."""


class _Stretch(NamedTuple):
    """From the first to behind the last of the characters with ink, counted from 0."""

    start: int
    end: int
    style: Style
    target: str


class Gathered:
    """A paragraph as it is found: the pieces of its text, and the styles open over them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._open: list[tuple[int, Style, str]] = []
        self._done: list[tuple[int, int, Style, str]] = []

    def begin(self, style: Style, target: str = "") -> None:
        """What is added from now on is in that style too."""
        self._open.append((len(self.pieces), style, target))

    def end(self) -> None:
        """The style that began last ends."""
        start, style, target = self._open.pop()
        self.over(start, style, target)

    def over(self, start: int, style: Style, target: str = "") -> None:
        """What was added since there were `start` pieces is in that style."""
        if start < len(self.pieces):
            self._done.append((start, len(self.pieces), style, target))

    def mark_note(self, start: int) -> None:
        """What was added since leads elsewhere: the sign of a note is no part of its word."""
        sign, before = "".join(self.pieces[start:]), "".join(self.pieces[max(0, start - 3) : start])
        if _SIGN.fullmatch(sign) and before and not before[-1].isspace():
            self.pieces[start:] = [f"[{sign}]", *[""] * (len(self.pieces) - start - 1)]

    @property
    def is_styled(self) -> bool:
        """Whether a style is open."""
        return bool(self._open)

    def take(self) -> tuple[str, list[Run]]:
        """The text so far and its runs. The next paragraph begins, in the styles still open."""
        text = "".join(self.pieces)
        runs: list[Run] = []
        if self._done or self._open:
            offsets = [0, *accumulate(map(len, self.pieces))]
            for start, style, target in self._open:
                self.over(start, style, target)
            runs = [
                Run(Span(offsets[first], offsets[last]), style, target)
                for first, last, style, target in self._done
                if offsets[first] < offsets[last] and (target or style is not Style.LINK)
            ]
            self._open = [(0, style, target) for _, style, target in self._open]
            self._done.clear()
        self.pieces.clear()
        return text, runs


class Fitter:
    """Carries the runs of a text over to its cleaned parts, which are given in order."""

    def __init__(self, text: str, runs: Sequence[Run]) -> None:
        self._text, self._runs = text, runs
        self._ahead: list[_Stretch] | None = None
        self._open: list[_Stretch] = []
        self._used = 0

    def fit(self, part: str) -> tuple[Run, ...]:
        """The runs of the next part; they begin and end with ink."""
        if self._ahead is None:
            whole = self._text.strip()
            if len(part) == len(whole) and part == part.strip():  # nothing was taken out of it
                self._ahead = []
                return _moved(self._runs, self._text.find(whole), part)
            self._ahead = self._stretches()
        return self._fit(part, self._ahead)

    def _stretches(self) -> list[_Stretch]:
        """What the runs cover, the last one first."""
        places = _places(self._text)
        stretches = (
            _Stretch(
                bisect_left(places, run.span.start),
                bisect_left(places, run.span.end),
                run.style,
                run.target,
            )
            for run in self._runs
        )
        return _merged(stretches)[::-1]

    def _fit(self, part: str, ahead: list[_Stretch]) -> tuple[Run, ...]:
        places = _places(part) if ahead or self._open else []
        if not places:
            return ()
        start, end = self._used, self._used + len(places)
        while ahead and ahead[-1].start < end:
            self._open.append(ahead.pop())
        found: list[Run] = []
        for one in self._open:
            if one.end > start:
                first = places[max(one.start, start) - start]
                last = places[min(one.end, end) - 1 - start]
                found.append(Run(Span(first, last + 1), one.style, one.target))
        self._open = [one for one in self._open if one.end > end]
        self._used = end
        return in_order(found)


def fitted(text: str, runs: Sequence[Run], cleaned: str) -> tuple[Run, ...]:
    """The runs of `text` over `cleaned`, which differs from it in white space only."""
    if not runs:
        return ()
    return _moved(runs, 0, text) if cleaned == text else Fitter(text, runs).fit(cleaned)


def in_order(runs: Iterable[Run]) -> tuple[Run, ...]:
    """By their places; of two at one place the longer one first."""
    return tuple(sorted(runs, key=_place))


def _place(run: Run) -> tuple[int, int, str, str]:
    return run.span.start, -run.span.end, run.style, run.target


def shifted(runs: Iterable[Run], by: int) -> tuple[Run, ...]:
    """The runs after `by` characters were put before the text."""
    return tuple(run._replace(span=Span(run.span.start + by, run.span.end + by)) for run in runs)


def prefixed(prefix: str, paragraph: Paragraph) -> Paragraph:
    """The paragraph with something before its text: a number, the sign of a note."""
    return paragraph._replace(
        text=prefix + paragraph.text, runs=shifted(paragraph.runs, len(prefix))
    )


def joined(parts: Iterable[Paragraph], separator: str) -> tuple[str, tuple[Run, ...]]:
    """The texts with `separator` between them, line breaks as spaces, and their runs."""
    texts: list[str] = []
    runs: list[Run] = []
    at = 0
    for part in parts:
        texts.append(part.text.replace("\n", " "))
        runs += shifted(part.runs, at)
        at += len(part.text) + len(separator)
    text = separator.join(texts)
    return text, _moved(runs, 0, text)


def told(paragraph: Paragraph) -> Paragraph:
    """With the runs that say something: a heading all in bold is a heading, no more."""
    if paragraph.kind not in (Kind.TITLE, Kind.HEADING):
        return paragraph
    whole = Span(0, len(paragraph.text))
    kept = tuple(run for run in paragraph.runs if run.span != whole or run.style is Style.LINK)
    return paragraph._replace(runs=kept)


def address(href: str | None, page: str = "") -> str:
    """Where a link leads; "" if that is not on the web and no mail address.

    `page` is where the document itself came from, if that is known: what a link says is
    taken from there.
    """
    link = (href or "").strip()
    origin = _ORIGIN.match(page)
    if origin and link and not _SCHEME.match(link) and not link.startswith(("#", "?")):
        if link.startswith("//"):
            link = origin[1] + link
        elif link.startswith("/"):
            link = origin[0] + link
        else:
            folder = page[origin.end() :].partition("?")[0].partition("#")[0].rpartition("/")[0]
            link = f"{origin[0]}{folder}/{link}"
    link = link.replace(" ", "%20")
    allowed = _OPENS.match(link) and link.isprintable() and len(link) <= _LONGEST_ADDRESS
    return link if allowed else ""


def _inked(span: Span, by: int, text: str) -> Span:
    """The span moved to the left, cut to the text and without white space at its ends."""
    start, end = max(span.start - by, 0), min(span.end - by, len(text))
    words = text[start:end]
    if (trimmed := words.strip()) != words:
        start += len(words) - len(words.lstrip())
        end = start + len(trimmed)
    return span if (start, end) == (span.start, span.end) else Span(start, end)


def _moved(runs: Sequence[Run], by: int, text: str) -> tuple[Run, ...]:
    """The runs moved to the left, cut to the text and to its ink; those that touch as one."""
    if len(runs) == 1:  # as in most paragraphs that have some
        (run,) = runs
        span = _inked(run.span, by, text)
        if span is not run.span:
            run = Run(span, run.style, run.target)
        return (run,) if span.start < span.end else ()
    found: dict[tuple[Style, str], list[Span]] = {}
    for run in sorted(runs, key=_place):
        span = _inked(run.span, by, text)
        start, end = span.start, span.end
        if start >= end:
            continue
        spans = found.setdefault((run.style, run.target), [])
        if spans and (start <= spans[-1].end or text[spans[-1].end : start].isspace()):
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, end))
        else:
            spans.append(Span(start, end))
    moved = [Run(span, style, target) for (style, target), spans in found.items() for span in spans]
    return in_order(moved) if len(moved) > 1 else tuple(moved)


def _places(text: str) -> list[int]:
    return [found.start() for found in _INK.finditer(text)]


def _merged(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """In order, and those of one style and target that touch as one."""
    last: dict[tuple[Style, str], _Stretch] = {}
    found: list[_Stretch] = []
    for one in sorted(stretches):
        if one.start == one.end:
            continue
        key = one.style, one.target
        before = last.get(key)
        if before is not None and one.start <= before.end:
            last[key] = before._replace(end=max(before.end, one.end))
            continue
        if before is not None:
            found.append(before)
        last[key] = one
    return sorted([*found, *last.values()])
