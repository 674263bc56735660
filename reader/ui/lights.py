"""What is painted over and beside text that itself never changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QTextCharFormat

from reader.model import Colour, Fit, Flag, Mark, SentencePair, Side, Span
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView


# The line under each colour, for those who cannot tell them apart.
LINES = {
    Colour.YELLOW: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Colour.GREEN: QTextCharFormat.UnderlineStyle.DashUnderline,
    Colour.BLUE: QTextCharFormat.UnderlineStyle.DotLine,
    Colour.PINK: QTextCharFormat.UnderlineStyle.DashDotLine,
    Colour.VIOLET: QTextCharFormat.UnderlineStyle.DashDotDotLine,
}


@dataclass(frozen=True)
class Light:
    """A stretch of text that is painted differently; nothing about it moves the text."""

    span: Span
    format: QTextCharFormat


@dataclass(frozen=True)
class Lit:
    """A sentence pair that is lit, and the paragraph it stands in."""

    row: int
    pair: SentencePair

    def span(self, side: Side) -> Span:
        return self.pair.source if side is Side.SOURCE else self.pair.target


@dataclass(frozen=True)
class Sign:
    """A sign in the margin, for a note or a doubtful sentence; placed from the row's top."""

    rect: QRectF
    mark: Mark | None
    flags: tuple[Flag, ...] = ()


def lights(view: ReaderView, row: int, side: Side) -> list[Light]:
    """All that is painted over the text of a cell, from the ground up."""
    theme = view.type_style.theme
    length = len(view.text(row, side))
    found: list[Light] = []
    if view.lit is not None and view.lit.row == row:
        found.append(Light(view.lit.span(side), ground_format(theme.sentence)))
    if view.spoken is not None and view.spoken.row == row:
        found.append(Light(view.spoken.span(side), spoken_format(theme)))
    if side is Side.TARGET:
        found += [
            Light(span, doubt_format(theme)) for span, _ in view.session.renderings.doubts(row)
        ]
    found += [
        Light(span, partner_format(mark, theme))
        for span, mark in partners(view, row, side)
        if span.end <= length
    ]
    for span, mark in view.session.marks_at(row, side):
        whole = mark.colour is None and span == Span(0, length)
        if span.end <= length and not whole:
            found.append(Light(span, mark_format(mark, theme)))
    if view.lit_words is not None and view.lit_words.row == row:
        spans = view.lit_words.spans(side)
        found += [Light(span, word_format(theme)) for span in spans if span.end <= length]
    found += [Light(span, hit_format(theme)) for span in view.hits.get((row, side), ())]
    selection = view.selection
    if selection is not None and selection.side is side:
        selected = selection.span(row, length)
        if selected is not None:
            found.append(Light(selected, selection_format(side, theme)))
    if side is Side.TARGET:
        # Last, so that nothing uncovers what they hide.
        found += [Light(span, hidden_format()) for span in view.typesetter.cover.hidden(row)]
    return found


def partners(view: ReaderView, row: int, side: Side) -> list[tuple[Span, Mark]]:
    """What belongs to the marks on the other side: words where they are known, else sentences."""
    return [
        (span, mark)
        for sentence, mark in view.session.partners_at(row, side)
        for span in linked_words(view, row, side, mark) or (sentence,)
    ]


def linked_words(view: ReaderView, row: int, side: Side, mark: Mark) -> tuple[Span, ...]:
    """The words on that side that are linked to those that were marked within a sentence.

    () where they are not known yet, or where all of the sentence was marked, or more of them.
    """
    rendering = view.session.renderings.shown(row)
    own_side = Side.TARGET if side is Side.SOURCE else Side.SOURCE
    marked = [span for span, other in view.session.marks_at(row, own_side) if other.id == mark.id]
    if rendering is None or view.links is None or not marked:
        return ()
    span = marked[0]
    text = view.text(row, own_side)
    pairs = [pair for pair in rendering.pairs if Lit(row, pair).span(own_side).overlaps(span)]
    if len(pairs) != 1 or Lit(row, pairs[0]).span(own_side).of(text).strip() == span.of(text):
        return ()
    return view.links.partners(row, pairs[0], own_side, span)[1]


def signs(view: ReaderView, row: int, side: Side) -> list[Sign]:
    """What shows in the margin of a cell; signs on one line move aside for each other."""
    text = view.text(row, side)
    if not text:
        return []
    wanted: list[tuple[int, Mark | None, tuple[Flag, ...]]] = [
        (span.start, mark, ())
        for span, mark in view.session.marks_at(row, side)
        if mark.note and mark.anchors[0].paragraph == row
    ]
    if side is Side.TARGET:
        wanted += [(span.start, None, flags) for span, flags in view.session.renderings.doubts(row)]
    page = view.page
    size = 0.72 * page.em
    right_side = side is Side.TARGET
    found: list[Sign] = []
    taken: Counter[int] = Counter()
    for start, mark, flags in wanted:
        top = view.typesetter.caret(row, side, start).top()
        away = 0.55 * page.em + taken[round(top)] * (size + 2)
        taken[round(top)] += 1
        left = page.text_left(side) - away - size
        if right_side:
            left = page.text_left(side) + page.text_width(side) + away
        found.append(Sign(QRectF(left, top + 0.3 * page.em, size, size), mark, flags))
    return found


def selection_format(side: Side, theme: Theme) -> QTextCharFormat:
    """What is selected; links lose their colour there, which would not stand out enough."""
    result = ground_format(theme.selection)
    # English has no links, and letters that are covered must not get a colour.
    if side is Side.SOURCE:
        result.setForeground(QColor(theme.ink))
    return result


def hidden_format() -> QTextCharFormat:
    """Letters that are there and cannot be seen."""
    result = QTextCharFormat()
    result.setForeground(QColor(Qt.GlobalColor.transparent))
    return result


def hit_format(theme: Theme) -> QTextCharFormat:
    """What was looked for: a ground of its own and a line under it."""
    result = ground_format(theme.hit)
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    result.setUnderlineColor(QColor(theme.accent))
    return result


def word_format(theme: Theme) -> QTextCharFormat:
    """A word whose partner is looked at: a line under it, for colour alone tells too little."""
    result = ground_format(theme.word)
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    result.setUnderlineColor(QColor(theme.accent))
    return result


def spoken_format(theme: Theme) -> QTextCharFormat:
    """The sentence that is read aloud: its ground and a line under it."""
    result = ground_format(theme.sentence)
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    result.setUnderlineColor(QColor(theme.accent))
    return result


def doubt_format(theme: Theme) -> QTextCharFormat:
    """A dotted line under a sentence that may be wrong."""
    result = QTextCharFormat()
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    result.setUnderlineColor(QColor(theme.warning))
    return result


def mark_format(mark: Mark, theme: Theme) -> QTextCharFormat:
    """A mark's colour and its line; the line is a wave where its place is unsure."""
    result = QTextCharFormat()
    edge = QColor(theme.edges[mark.colour] if mark.colour else theme.accent)
    if mark.colour is not None:
        result.setBackground(QColor(theme.marks[mark.colour]))
    if mark.fit is Fit.NEAR:
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        result.setUnderlineColor(edge)
    elif mark.colour is not None:
        result.setUnderlineStyle(LINES[mark.colour])
        result.setUnderlineColor(edge)
    return result


def partner_format(mark: Mark, theme: Theme) -> QTextCharFormat:
    """A thin dashed line under what belongs to a mark on the other side."""
    result = QTextCharFormat()
    result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    result.setUnderlineColor(QColor(theme.edges[mark.colour] if mark.colour else theme.accent))
    return result


def ground_format(colour: str) -> QTextCharFormat:
    """A plain coloured ground."""
    result = QTextCharFormat()
    result.setBackground(QColor(colour))
    return result
