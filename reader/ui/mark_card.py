"""Draws a mark as a card: an edge in its colour, two lines of text, a line of note."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model import Fit, Mark, Side
from reader.ui.colours import ColourNames
from reader.ui.mark_list import MARK_ROLE, doubt_of_place, title
from reader.ui.paragraph_delegate import paint_doubt_sign
from reader.ui.paragraph_model import Index
from reader.ui.theme import Theme

TAGS_SHARE = 0.45  # of the last line that tags may take beside a note


class MarkCard(QStyledItemDelegate):
    """A mark whose place is not sure has a sign, and says so where it has no note."""

    def __init__(self, theme: Theme, names: ColourNames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._names = names

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark: Mark = index.data(MARK_ROLE)
        theme = self.theme
        metrics, line = option.fontMetrics, option.fontMetrics.height()
        card = option.rect.adjusted(10, 3, -10, -3)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(theme.edges[mark.colour] if mark.colour else theme.accent)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.rule), 1.5 if chosen else 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(card, 6, 6)
        painter.fillRect(QRect(card.left() + 1, card.top() + 6, 4, card.height() - 12), edge)
        text = card.adjusted(14, round(0.35 * line), -10, -round(0.3 * line))
        quote = QRect(text.left(), text.top(), text.width(), round(2.2 * line))
        below = quote.top() + self._paint_words(painter, option, mark, quote)
        last = QRect(text.left(), below + round(0.3 * line), text.width(), line + 2)
        if mark.fit is not Fit.EXACT:
            sign = QRectF(last.left(), last.top() + 1, line - 2, line - 2)
            paint_doubt_sign(painter, sign, theme)
            last.setLeft(last.left() + round(1.2 * line))
        self._paint_note(painter, metrics, mark, last)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, mark: Mark, box: QRect
    ) -> int:
        """The marked words, slanted if they are English; returns their height."""
        painter.setPen(QColor(self.theme.ink))
        font = QFont(option.font)
        font.setItalic(any(anchor.side is Side.TARGET for anchor in mark.anchors))
        painter.setFont(font)
        shown = " ".join(mark.quote[: 4 * box.width()].split()) or title(mark, self._names)
        words = two_lines(option.fontMetrics, shown, box.width())
        wrapped = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box, wrapped, words)
        height = painter.fontMetrics().boundingRect(box, wrapped, words).height()
        painter.setFont(option.font)
        return min(2 * option.fontMetrics.height(), height)

    def _paint_note(self, painter: QPainter, metrics: QFontMetrics, mark: Mark, box: QRect) -> None:
        """The first words of the note, and the tags."""
        theme = self.theme
        elided = Qt.TextElideMode.ElideRight
        middle = Qt.AlignmentFlag.AlignVCenter
        if mark.tags:
            room = round(TAGS_SHARE * box.width())
            tags = metrics.elidedText("  ".join(f"#{tag}" for tag in mark.tags), elided, room)
            painter.setPen(QColor(theme.accent))
            painter.drawText(box, int(middle | Qt.AlignmentFlag.AlignRight), tags)
            box = box.adjusted(0, 0, -metrics.horizontalAdvance(f"{tags}  "), 0)
        doubt = doubt_of_place(mark)
        note = " ".join(mark.note[: 4 * box.width()].split())
        painter.setPen(QColor(theme.warning if doubt and not note else theme.faint))
        caption = note or doubt[:1].upper() + doubt[1:] or title(mark, self._names)
        if not mark.quote and not note:
            caption = ""
        painter.drawText(box, int(middle), metrics.elidedText(caption, elided, box.width()))


def two_lines(metrics: QFontMetrics, words: str, width: int) -> str:
    """The text, cut with an ellipsis where it would take more than two lines."""
    # A word moved to the second line leaves some of the first one empty.
    room = 2 * width - 6 * metrics.averageCharWidth()
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(width, room))
