"""Marks as every export of notes needs them: in order, in both languages, with a heading."""

from __future__ import annotations

from reader.exporters._markdown import readable
from reader.model import Anchor, Fit, Mark, SentencePair, Side, Snapshot

_SIGNS = {
    Fit.NEAR: ": the text has changed, this is the likeliest place",
    Fit.ORPHAN: ": the text has changed, and the place is gone",
}


def in_reading_order(snapshot: Snapshot) -> list[Mark]:
    """The marks by their places in the German text.

    Notes on the document come first, marks whose place is gone last.
    """

    def order(mark: Mark) -> tuple[bool, bool, int, int]:
        return bool(mark.anchors), mark.fit is Fit.ORPHAN, *place(mark, snapshot)

    return sorted(snapshot.marks, key=order)


def heading(mark: Mark, snapshot: Snapshot) -> str:
    """What its colour is called, and how surely it lies where it lies."""
    if not mark.anchors:
        return "Note on the document"
    return (colour_name(mark, snapshot) or "Note") + _SIGNS.get(mark.fit, "")


def colour_name(mark: Mark, snapshot: Snapshot) -> str:
    """What the reader calls its colour, or else the colour; "" without one."""
    if mark.colour is None:
        return ""
    own = readable(snapshot.colour_names.get(mark.colour, ""))
    return " ".join(own.split()) or mark.colour.capitalize()


def both_languages(mark: Mark, snapshot: Snapshot) -> tuple[str, str]:
    """The marked words and their sentences in the other language, the German first."""
    quote = "\n\n".join(anchor.quote for anchor in mark.anchors)
    sentences = [_other_side(anchor, snapshot) for anchor in mark.anchors]
    known = mark.fit is not Fit.ORPHAN and all(sentences)
    partner = "\n\n".join(sentences) if known else mark.partner
    return (partner, quote) if on_target(mark) else (quote, partner)


def on_target(mark: Mark) -> bool:
    """Whether the mark was made on the translation."""
    return any(anchor.side is Side.TARGET for anchor in mark.anchors)


def place(mark: Mark, snapshot: Snapshot) -> tuple[int, int]:
    """Where the mark begins in the German text: its paragraph, and the offset in it."""
    if not mark.anchors:
        return 0, 0
    anchor = mark.anchors[0]
    touched = touched_pairs(anchor, snapshot) if anchor.side is Side.TARGET else ()
    return anchor.paragraph, touched[0].source.start if touched else anchor.span.start


def touched_pairs(anchor: Anchor, snapshot: Snapshot) -> tuple[SentencePair, ...]:
    """The sentence pairs that hold the marked words, none if those are not there any more."""
    rendering = snapshot.renderings.get(anchor.paragraph)
    on_target = anchor.side is Side.TARGET
    if rendering is None or not is_there(anchor, snapshot):
        return ()
    return tuple(
        pair
        for pair in rendering.pairs
        if (pair.target if on_target else pair.source).overlaps(anchor.span)
    )


def is_there(anchor: Anchor, snapshot: Snapshot) -> bool:
    """Whether the words at the anchor's place are still those that were marked."""
    text = texts(anchor, snapshot)[anchor.side is Side.TARGET]
    return anchor.span.of(text) == anchor.quote


def texts(anchor: Anchor, snapshot: Snapshot) -> tuple[str, str]:
    """The anchor's paragraph and its translation, "" for what there is not."""
    paragraphs, rendering = snapshot.document.paragraphs, snapshot.renderings.get(anchor.paragraph)
    german = paragraphs[anchor.paragraph].text if anchor.paragraph < len(paragraphs) else ""
    return german, rendering.text if rendering else ""


def _other_side(anchor: Anchor, snapshot: Snapshot) -> str:
    """The other language's sentences for the marked words, "" where they cannot be told."""
    touched = touched_pairs(anchor, snapshot)
    if not touched:
        return ""
    german, rendering = texts(anchor, snapshot)
    on_target = anchor.side is Side.TARGET
    other = [p.source.of(german) if on_target else p.target.of(rendering) for p in touched]
    return "".join(other).strip()
