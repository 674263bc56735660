"""Notes as Markdown: one file a document, one block a mark.

A block is a quotation that holds the German (a quotation itself), the English, the
colour and the note; the line after it is the mark's block id, by which Obsidian links
to the whole block. So it is plain what in the file is ours.
"""

from __future__ import annotations

from typing import Literal

from reader.exporters._markdown import front_matter, literal, literal_line, quoted
from reader.model import Anchor, Fit, Mark, SentencePair, Side, Snapshot

NAME = "notes-md"
LABEL = "Notes as Markdown"
SUFFIX = ".md"
SUBJECT: Literal["notes"] = "notes"

_ORPHANS = """\
## Marks without a place

The text has changed since these marks were made, and their places are gone."""


def render(snapshot: Snapshot) -> str:
    """Front matter, the title, the marks in reading order, and last those without a place."""
    marks = sorted(snapshot.marks, key=lambda mark: _place(mark, snapshot))
    placed = [_block(mark, snapshot) for mark in marks if mark.fit is not Fit.ORPHAN]
    orphans = [_block(mark, snapshot) for mark in marks if mark.fit is Fit.ORPHAN]
    title = f"# {literal_line(snapshot.document.title)}"
    blocks = [front_matter(snapshot), title, *placed, *([_ORPHANS] if orphans else []), *orphans]
    return "\n\n".join(blocks) + "\n"


def _block(mark: Mark, snapshot: Snapshot) -> str:
    german, english = _both_languages(mark, snapshot)
    parts = (quoted(literal(german)), literal(english), f"*{_heading(mark)}*", literal(mark.note))
    inside = "\n\n".join(filter(None, parts))
    return f"{quoted(inside)}\n\n^{mark.id}"


def _heading(mark: Mark) -> str:
    name = mark.colour.capitalize() if mark.colour else "Note"
    near = mark.fit is Fit.NEAR
    return f"{name}: the text has changed, this is the likeliest place" if near else name


def _both_languages(mark: Mark, snapshot: Snapshot) -> tuple[str, str]:
    """The marked words and their sentences in the other language, the German first."""
    quote = "\n\n".join(anchor.quote for anchor in mark.anchors)
    sentences = [_other_side(anchor, snapshot) for anchor in mark.anchors]
    known = mark.fit is not Fit.ORPHAN and all(sentences)
    partner = "\n\n".join(sentences) if known else mark.partner
    on_target = any(anchor.side is Side.TARGET for anchor in mark.anchors)
    return (partner, quote) if on_target else (quote, partner)


def _other_side(anchor: Anchor, snapshot: Snapshot) -> str:
    """The other language's sentences for the marked words, "" where they cannot be told."""
    touched = _touched(anchor, snapshot)
    if not touched:
        return ""
    german, rendering = _texts(anchor, snapshot)
    on_target = anchor.side is Side.TARGET
    other = [p.source.of(german) if on_target else p.target.of(rendering) for p in touched]
    return "".join(other).strip()


def _place(mark: Mark, snapshot: Snapshot) -> tuple[int, int]:
    """Where the mark begins in the German text."""
    if not mark.anchors:
        return 0, 0
    anchor = mark.anchors[0]
    touched = _touched(anchor, snapshot) if anchor.side is Side.TARGET else ()
    return anchor.paragraph, touched[0].source.start if touched else anchor.span.start


def _touched(anchor: Anchor, snapshot: Snapshot) -> tuple[SentencePair, ...]:
    """The sentence pairs that hold the marked words, none if those are not there any more."""
    rendering = snapshot.renderings.get(anchor.paragraph)
    on_target = anchor.side is Side.TARGET
    if rendering is None or anchor.span.of(_texts(anchor, snapshot)[on_target]) != anchor.quote:
        return ()
    return tuple(
        pair
        for pair in rendering.pairs
        if (pair.target if on_target else pair.source).overlaps(anchor.span)
    )


def _texts(anchor: Anchor, snapshot: Snapshot) -> tuple[str, str]:
    """The anchor's paragraph and its translation, "" for what there is not."""
    paragraphs, rendering = snapshot.document.paragraphs, snapshot.renderings.get(anchor.paragraph)
    german = paragraphs[anchor.paragraph].text if anchor.paragraph < len(paragraphs) else ""
    return german, rendering.text if rendering else ""
