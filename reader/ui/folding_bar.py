"""A line of controls that becomes two where it is too short."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

Direction = QBoxLayout.Direction


class FoldingBar(QWidget):
    """Two groups beside each other, or one below the other where that has no room."""

    def __init__(self, left: QLayout, right: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = left, right
        self._box = QBoxLayout(Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(left, 1)
        self._box.addLayout(right)

    @property
    def folded(self) -> bool:
        return self._box.direction() is Direction.TopToBottom

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()  # there is another width, or what is in it needs another
        return super().event(event)

    def _fold(self) -> None:
        needed = sum(group.minimumSize().width() for group in self._groups) + self._box.spacing()
        fits = needed <= self.width()
        self._box.setDirection(Direction.LeftToRight if fits else Direction.TopToBottom)
