"""Paints one side of one paragraph: its text, the lights on it, and the signs in the margin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from reader.model import Kind, Mark, Side
from reader.services.renderings import RowState
from reader.ui.lights import lights, signs
from reader.ui.paragraph_model import COLUMNS, Index
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView


# The items of an ordered list bring their numbers along.
NUMBERED = re.compile(r"\d+[.)] ")


class ParagraphDelegate(QStyledItemDelegate):
    """Asks its view for layouts and lights; holds no state of its own."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        # The view sizes rows itself, only those that come into sight.
        return QSize(0, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        row = index.row()
        theme = view.type_style.theme
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(theme.paper))
        sides = (COLUMNS[index.column()],) if view.page.two_columns else COLUMNS
        for side in sides:
            if view.text(row, side):
                self._paint_text(painter, row, side)
            elif side is Side.TARGET:
                self._paint_hint(painter, row, rect)
            self._paint_signs(painter, row, side, rect)
        if Side.SOURCE in sides:
            self._paint_byline(painter, row, rect)
        if Side.SOURCE not in sides:
            painter.setPen(QPen(QColor(theme.rule), 1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.restore()

    def _paint_text(self, painter: QPainter, row: int, side: Side) -> None:
        view = self._view
        document = view.typesetter.layout(row, side)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(view.type_style.colour(side)))
        selections: list[QAbstractTextDocumentLayout.Selection] = []
        for light in lights(view, row, side):
            selection = QAbstractTextDocumentLayout.Selection()
            selection.cursor = document.cursor_over(light.span)
            selection.format = light.format
            selections.append(selection)
        context.selections = selections
        painter.save()
        painter.translate(view.origin(row, side))
        document.documentLayout().draw(painter, context)
        painter.restore()
        if side is Side.TARGET:
            self._paint_bars(painter, row)
        caret = view.caret_rect(row, side)
        if caret is not None:
            painter.fillRect(caret, QColor(view.type_style.theme.accent))

    def _paint_byline(self, painter: QPainter, row: int, rect: QRectF) -> None:
        view = self._view
        words = view.typesetter.byline(row)
        if not words:
            return
        font = view.type_style.font(Kind.TEXT)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        painter.setFont(font)
        painter.setPen(QColor(view.type_style.theme.faint))
        page = view.page
        below = page.space_below(Kind.TITLE, last=view.rows() == 1)
        left = page.text_left(Side.SOURCE)
        box = QRectF(left, 0, page.text_width(Side.SOURCE), page.byline_height)
        box.moveBottom(rect.bottom() - below)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignBottom), shown)

    def _paint_bars(self, painter: QPainter, row: int) -> None:
        """Soft bars in place of the words that are covered."""
        view = self._view
        bars = view.typesetter.cover.bars(row)
        if not bars:
            return
        colour = QColor(view.type_style.theme.faint)
        colour.setAlphaF(0.38)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        em = view.page.em
        for span in bars:
            for box in view.typesetter.boxes(row, Side.TARGET, span):
                middle = box.translated(view.row_top(row)).center()
                bar = QRectF(0, 0, box.width(), 0.5 * em)
                bar.moveCenter(QPointF(middle.x(), middle.y() + 0.06 * em))
                painter.drawRoundedRect(bar, 0.2 * em, 0.2 * em)
        painter.restore()

    def _paint_hint(self, painter: QPainter, row: int, rect: QRectF) -> None:
        view = self._view
        hint = view.hint(row)
        if not hint:
            return
        theme = view.type_style.theme
        font = view.type_style.font(Kind.TEXT)
        ascent = QFontMetricsF(font).ascent()
        font.setItalic(True)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        painter.setFont(font)
        failed = view.session.renderings.state(row) is RowState.FAILED
        painter.setPen(QColor(theme.warning if failed else theme.faint))
        origin = view.origin(row, Side.TARGET)
        top = origin.y() + ascent - QFontMetricsF(font).ascent()
        box = QRectF(origin.x(), top, view.page.text_width(Side.TARGET), rect.bottom() - top)
        painter.drawText(box, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), hint)

    def _paint_signs(self, painter: QPainter, row: int, side: Side, rect: QRectF) -> None:
        view = self._view
        theme = view.type_style.theme
        em = view.page.em
        origin = view.origin(row, side)
        kind = view.typesetter.paragraph(row).kind
        height = rect.bottom() - origin.y() - 0.4 * em
        if row == view.current_row and side is Side.SOURCE:
            left = view.page.text_left(side) - view.page.outer + 3
            bar = QRectF(left, origin.y(), 3, height)
            painter.fillRect(bar, QColor(theme.accent if view.hasFocus() else theme.faint))
        text = view.text(row, side)
        if kind is Kind.LIST_ITEM and text and not NUMBERED.match(text):
            painter.setPen(QColor(theme.faint))
            painter.setFont(view.type_style.font(Kind.TEXT))
            line = view.typesetter.layout(row, side).firstBlock().layout().lineAt(0)
            base = origin.y() + line.y() + line.ascent()
            painter.drawText(QPointF(view.typesetter.edge(row, side) - 0.8 * em, base), "•")
        if kind is Kind.QUOTE and text:
            left = view.typesetter.edge(row, side) - 0.7 * em
            line = QRectF(left, origin.y(), 2, height)
            painter.fillRect(line, QColor(theme.rule))
        for sign in signs(view, row, side):
            box = sign.rect.translated(view.row_top(row))
            if sign.mark is not None:
                paint_note_sign(painter, box, sign.mark, theme)
            else:
                paint_doubt_sign(painter, box, theme)


def paint_note_sign(painter: QPainter, box: QRectF, mark: Mark, theme: Theme) -> None:
    """A small sheet with two lines: there is a note here."""
    edge = QColor(theme.edges[mark.colour] if mark.colour else theme.accent)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1.4))
    painter.setBrush(QColor(theme.marks[mark.colour] if mark.colour else theme.paper))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2)
    for share in (0.36, 0.62):
        y = box.top() + share * box.height()
        painter.drawLine(
            QPointF(box.left() + 0.28 * box.width(), y),
            QPointF(box.right() - 0.28 * box.width(), y),
        )
    painter.restore()


def paint_doubt_sign(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """A ring with a question mark: this sentence may be wrong."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.warning), 1.2))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    font = QFont(painter.font())
    font.setPixelSize(max(6, round(0.72 * box.height())))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "?")
    painter.restore()
