"""The way back: where the reader was before they jumped, as in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model import Place
from reader.services.changes import Changes

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView

KEPT = 200


class Jumps(QObject):
    """Remembers the places that were left by a jump; scrolling and paging are none."""

    changed = Signal()

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        view.session.changed.connect(self._session_changed)

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def leave(self) -> None:
        """Remember the place in view, for it is about to be left by a jump."""
        here = self._view.place()
        if not self._behind or self._behind[-1] != here:
            self._behind = [*self._behind, here][-KEPT:]
        self._ahead = []
        self.changed.emit()

    def back(self) -> None:
        self._travel(self._behind, self._ahead)

    def forward(self) -> None:
        self._travel(self._ahead, self._behind)

    def _travel(self, way: list[Place], other: list[Place]) -> None:
        if way:
            other.append(self._view.place())
            self._view.go_to(way.pop())
            self.changed.emit()

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._behind, self._ahead = [], []
            self.changed.emit()
