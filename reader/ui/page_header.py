"""The line above the page: the languages of the columns, and the splitter between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView

from reader.ui.paragraph_model import COLUMNS

if TYPE_CHECKING:
    from reader.ui.page_view import PageView


class PageHeader(QHeaderView):
    """Names each column over its text; dragging the border moves the gutter."""

    def __init__(self, view: PageView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(120)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.sectionResized.connect(self._dragged)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(2.1 * self.fontMetrics().height()))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        view = self._view
        theme = view.type_style.theme
        side = COLUMNS[logicalIndex]
        painter.save()
        painter.fillRect(rect, QColor(theme.paper))
        painter.setPen(QPen(QColor(theme.rule), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logicalIndex > 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.95)
        font.setLetterSpacing(font.SpacingType.PercentageSpacing, 104)
        painter.setFont(font)
        painter.setPen(QColor(theme.faint))
        box = QRectF(rect)
        box.setLeft(view.page.text_left(side))
        label = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), label
        )
        painter.restore()

    def _dragged(self, section: int, _old: int, new: int) -> None:
        width = self._view.viewport().width()
        if section == 0 and width > 0:
            self._view.set_ratio(new / width)
