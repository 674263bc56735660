"""What the selection or the caret touches on a page."""

from __future__ import annotations

from typing import Protocol

from reader.model import Mark, Side, Span
from reader.segment import sentences
from reader.services.session import Session
from reader.ui.selection import Selection, trim


class Texts(Protocol):
    """A page whose texts can be asked for."""

    def text(self, row: int, side: Side) -> str: ...


def selected_spans(page: Texts, at: Selection) -> list[tuple[int, Span]]:
    """The selected stretches, one a paragraph, without the blanks around them."""
    if at.empty:
        return []
    spans: list[tuple[int, Span]] = []
    for row in range(at.first.row, at.last.row + 1):
        text = page.text(row, at.side)
        span = at.span(row, len(text))
        if span is not None and (trimmed := trim(text, span)) is not None:
            spans.append((row, trimmed))
    return spans


def mark_at(session: Session, at: Selection) -> Mark | None:
    """The newest coloured mark that the caret touches."""
    found = [
        mark
        for span, mark in session.marks_at(at.caret.row, at.side)
        if mark.colour is not None and span.start <= at.caret.offset <= span.end
    ]
    return found[-1] if found else None


def mark_shown_at(session: Session, at: Selection) -> Mark | None:
    """The mark at the caret, or the newest one whose sentence on the other side it touches."""
    partners = [
        mark
        for span, mark in session.partners_at(at.caret.row, at.side)
        if span.start <= at.caret.offset <= span.end
    ]
    return mark_at(session, at) or (partners[-1] if partners else None)


def sentence_at(session: Session, at: Selection) -> list[tuple[int, Span]]:
    """The sentence the caret is in, without the blanks around it."""
    row, offset = at.caret.row, at.caret.offset
    text = session.renderings.text(row, at.side)
    pair = session.renderings.pair_at(row, at.side, offset)
    if pair is not None:
        span = pair.source if at.side is Side.SOURCE else pair.target
    else:
        language = session.document.language
        cuts = sentences(text, language) if at.side is Side.SOURCE else ()
        span = next((cut for cut in cuts if offset < cut.end), Span(0, len(text)))
    trimmed = trim(text, span)
    return [(row, trimmed)] if trimmed is not None else []


def marks_touched(session: Session, page: Texts, at: Selection) -> list[Mark]:
    """The marks that the selection or the caret touches, newest last."""
    if at.empty:
        mark = mark_at(session, at)
        return [mark] if mark else []
    touched: dict[str, Mark] = {}
    for row, selected in selected_spans(page, at):
        for span, mark in session.marks_at(row, at.side):
            if mark.colour is not None and span.overlaps(selected):
                touched[mark.id] = mark
    return list(touched.values())
