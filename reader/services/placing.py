"""Putting a mark on stretches of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader import anchors
from reader.model import Anchor, Document, Fit, Mark, Side, Span
from reader.services import pairing
from reader.services.renderings import Renderings


def placed(
    mark: Mark,
    side: Side,
    spans: Sequence[tuple[int, Span]],
    document: Document,
    renderings: Renderings,
) -> Mark:
    """The mark on those stretches of text, one a paragraph."""
    made = tuple(anchors.make(renderings.text(row, side), span, side, row) for row, span in spans)
    texts = (_partner(row, side, span, document, renderings) for row, span in spans)
    return replace(mark, anchors=made, partner="\n".join(texts).strip(), fit=Fit.EXACT)


def confirmed(mark: Mark, document: Document, renderings: Renderings) -> Mark:
    """The mark where it is now, as if it had been made there."""
    made = [
        anchors.make(document.paragraphs[a.paragraph].text, a.span, a.side, a.paragraph)
        if a.side is Side.SOURCE
        else _confirmed_target(a, renderings)
        for a in mark.anchors
    ]
    return replace(mark, anchors=tuple(made), fit=Fit.EXACT)


def _confirmed_target(anchor: Anchor, renderings: Renderings) -> Anchor:
    rendering = renderings.rendering(anchor.paragraph)
    span = pairing.located(anchor, rendering.text) if rendering is not None else None
    if rendering is None or span is None:
        return anchor
    return anchors.make(rendering.text, span, anchor.side, anchor.paragraph)


def _partner(row: int, side: Side, span: Span, document: Document, renderings: Renderings) -> str:
    """The other language's text of the sentences that a stretch of text touches."""
    rendering = renderings.rendering(row)
    if rendering is None:
        return ""
    if side is Side.TARGET:
        text = document.paragraphs[row].text
        found = [pair.source for pair in rendering.pairs if pair.target.overlaps(span)]
    else:
        text = rendering.text
        found = [pair.target for pair in rendering.pairs if pair.source.overlaps(span)]
    return "".join(part.of(text) for part in found).strip()
