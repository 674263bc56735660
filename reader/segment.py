"""A paragraph's sentences, as spans that leave nothing out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import cast

import regex

from reader.model import Span

# The library carries no types.
_boundaries = cast(
    "Callable[[str, str], list[dict[str, int]]]",
    import_module("sentencex").get_sentence_boundaries,
)
_SURROGATE = regex.compile(r"[\ud800-\udfff]")
_CLAUSE = regex.compile(r"[,;:–—](?=\s)\s*|\s+(?=(?:und|oder|aber|denn|sondern|weil|dass)\s)")
_MINIMUM_CLAUSE = 40
_MAXIMUM_CLAUSE = 400


def sentences(text: str, language: str = "de") -> tuple[Span, ...]:
    """The sentences of `text`, in order.

    The spans are a partition: every code point lies in exactly one of them. White space
    between two sentences belongs to the first. An empty text has no sentence.
    """
    plain = _SURROGATE.sub("\ufffd", text)
    starts = (piece["start_index"] for piece in _boundaries(language, plain))
    return _partition(text, starts)


def clauses(text: str) -> tuple[Span, ...]:
    """A partition of one long sentence at its clause marks, else at spaces, else anywhere.

    No piece is longer than 400 code points (but for a single longer grapheme).
    """
    starts = [match.end() for match in _CLAUSE.finditer(text)]
    pieces: list[int] = []
    previous = 0
    for start in [*starts, len(text)]:
        while start - previous > _MAXIMUM_CLAUSE:
            space = text.rfind(" ", previous + 1, previous + _MAXIMUM_CLAUSE)
            previous = space + 1 if space > 0 else previous + _MAXIMUM_CLAUSE
            pieces.append(previous)
        if start - previous >= _MINIMUM_CLAUSE:
            pieces.append(start)
            previous = start
    return _partition(text, pieces)


def _partition(text: str, starts: Iterable[int]) -> tuple[Span, ...]:
    """Spans from start to start; a piece of nothing but white space joins the one before."""
    spans: list[Span] = []
    previous = 0
    for start in sorted({*starts, len(text)}):
        if not text[previous:start].strip():
            if spans and start > previous:
                spans[-1] = Span(spans[-1].start, start)
                previous = start
            continue
        spans.append(Span(previous, start))
        previous = start
    if not spans and text:
        spans.append(Span(0, len(text)))
    return tuple(spans)
