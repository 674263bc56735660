"""Where a mark shows: on the words that were marked, and on the sentences that belong to them.

A mark is made on one side and belongs to the sentence pair. Where another translation
stands beside the German now, a mark on the English is looked for in it; where its words
are gone, the mark still shows on the sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reader import anchors
from reader.model import Anchor, Mark, Rendering, SentencePair, Side, Span, text_hash


@lru_cache(4096)  # asked for whenever a row is painted
def located(anchor: Anchor, text: str) -> Span | None:
    """Where the marked words stand in `text`, their paragraph's translation; None if nowhere."""
    if anchor.hash == text_hash(text):
        return anchor.span
    found = anchors.locate(anchor, [text])
    return None if found is None else found.span


def anchor_in(mark: Mark, row: int, side: Side) -> Anchor:
    """The mark's anchor in that paragraph; it must have one there."""
    return next(a for a in mark.anchors if a.paragraph == row and a.side is side)


def pairs_of(mark: Mark, anchor: Anchor, text: str, rendering: Rendering) -> list[SentencePair]:
    """The sentence pairs that a mark belongs to in a paragraph and its translation.

    `text` is the paragraph. Of a mark on the English whose words are not in this
    translation, the German is known that stood beside them.
    """
    if anchor.side is Side.SOURCE:
        return [pair for pair in rendering.pairs if pair.source.overlaps(anchor.span)]
    span = located(anchor, rendering.text)
    if span is not None:
        return [pair for pair in rendering.pairs if pair.target.overlaps(span)]
    german = partner_of(mark, anchor)
    start = text.find(german) if german else -1
    if start < 0:
        return []
    stood = Span(start, start + len(german))
    return [pair for pair in rendering.pairs if pair.source.overlaps(stood)]


def sentences(pairs: Sequence[SentencePair], side: Side, text: str) -> list[Span]:
    """Their sentences on a side, those in a row as one, without the blanks at the ends."""
    joined: list[Span] = []
    for pair in pairs:
        span = pair.source if side is Side.SOURCE else pair.target
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return list(_trimmed(joined, text))


def partner_of(mark: Mark, anchor: Anchor) -> str:
    """What stood beside one of a mark's anchors, "" where it cannot be told."""
    if len(mark.anchors) == 1:
        return mark.partner
    parts = mark.partner.split("\n")
    return parts[mark.anchors.index(anchor)] if len(parts) == len(mark.anchors) else ""


def _trimmed(spans: Iterable[Span], text: str) -> Iterable[Span]:
    for span in spans:
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start < end:
            yield Span(start, end)
