"""The tool bar: words beside its pictures while there is room for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolBar, QWidget

Style = Qt.ToolButtonStyle


class ToolBar(QToolBar):
    """Its pictures are as large as the desktop's letters; tool tips say what they do."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Style.ToolButtonTextBesideIcon)
        side = round(1.3 * self.fontMetrics().height())
        self.setIconSize(QSize(side, side))
        self._room_for_words = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toolButtonStyle() is Style.ToolButtonTextBesideIcon:
            self._room_for_words = self.sizeHint().width()
        fits = event.size().width() >= self._room_for_words
        self.setToolButtonStyle(
            Style.ToolButtonTextBesideIcon if fits else Style.ToolButtonIconOnly
        )
