"""Draws what a search found: the sentence pair with what was looked for, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.model import Span
from reader.store import Hit, HitKind
from reader.ui.paragraph_model import Index
from reader.ui.search_hits import HIT_ROLE, Heading, excerpt, heading_text, pair
from reader.ui.tags import tags_text
from reader.ui.theme import Theme

LINES = 3  # of a side
MARGIN, GAP = 14, 20


class SearchCard(QStyledItemDelegate):
    """German on the left, English on the right; below, the note and the document."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.lineSpacing()
        found = index.data(HIT_ROLE)
        if isinstance(found, Heading):
            return QSize(120, round(2.2 * line))
        notes = 1 if found.note else 0
        return QSize(120, (_lines(found) + 1 + notes) * line + 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Hit | Heading = index.data(HIT_ROLE)
        painter.save()
        if isinstance(found, Heading):
            self._paint_heading(painter, option, found)
        else:
            self._paint_hit(painter, option, found)
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, heading: Heading
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.faint))
        box = option.rect.adjusted(MARGIN, 0, -MARGIN, -4)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignBottom), heading_text(heading))

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        theme = self.theme
        line = option.fontMetrics.lineSpacing()
        card = option.rect.adjusted(10, 3, -10, -3)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.rule), 1.5 if chosen else 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(card, 6, 6)
        inside = card.adjusted(MARGIN, 8, -MARGIN, -6)
        width = (inside.width() - GAP) // 2
        most = max(30, LINES * width // max(1, option.fontMetrics.averageCharWidth()) - 12)
        left, right = pair(hit, most)
        column = QRectF(inside.left(), inside.top(), width, _lines(hit) * line)
        painter.setFont(option.font)
        self._draw(painter, left, column, theme.ink)
        self._draw(painter, right, column.translated(width + GAP, 0), theme.ink_soft)
        below = QRect(inside.left(), inside.top() + _lines(hit) * line + 2, inside.width(), line)
        if hit.note:
            whole = Span(0, len(hit.note))
            note = excerpt(hit.note, whole, hit.note_spans, most)
            self._draw(painter, note, QRectF(below), theme.ink)
            below.translate(0, line)
        painter.setPen(QColor(theme.faint))
        words = hit.entry.title
        if hit.kind is HitKind.NOTE and hit.paragraph is None:
            words = self.tr("{0}, on the document").format(words)
        if hit.tags:
            words = f"{words} · {tags_text(hit.tags)}"
        elided = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), elided)

    def _draw(
        self, painter: QPainter, shown: tuple[str, Sequence[Span]], box: QRectF, ink: str
    ) -> None:
        """Words in as many lines as there is room, with what is lit on a ground of its own."""
        text, lit = shown
        layout = QTextLayout(text, painter.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        for _ in range(max(1, round(box.height() / painter.fontMetrics().lineSpacing()))):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter.setPen(QColor(ink))
        layout.draw(painter, box.topLeft(), [self._light(text, span) for span in lit])

    def _light(self, text: str, span: Span) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = _units(text[: span.start])
        made.length = _units(span.of(text))
        look = QTextCharFormat()
        look.setBackground(QColor(self.theme.selection))
        look.setForeground(QColor(self.theme.ink))
        made.format = look
        return made


def _lines(hit: Hit) -> int:
    """What a note on a whole text has no need of."""
    return LINES if hit.text or hit.partner else 0


def _units(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16."""
    return len(text) + sum(sign > "\uffff" for sign in text)
