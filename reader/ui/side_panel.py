"""The panel beside the page: notes, words and what else is looked at while reading."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

from reader.ui.preferences import Preferences

WIDTH, LEAST_WIDTH = 320, 240


class SidePanel(QTabWidget):
    """Its pages are tabs; whether it is shown, and how wide, is remembered.

    Escape leaves it, whatever in it has the focus.
    """

    shown_changed = Signal(bool)
    left = Signal()

    def __init__(self, splitter: QSplitter, preferences: Preferences) -> None:
        super().__init__()
        self._splitter = splitter
        self._preferences = preferences
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.setMinimumWidth(LEAST_WIDTH)
        splitter.addWidget(self)
        splitter.splitterMoved.connect(self._moved)

    def restore(self) -> None:
        """Show itself as it was left."""
        self.show_panel(self._preferences.values.notes_panel)

    def toggle(self) -> None:
        self.show_panel(self.isHidden())

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front, where the reader can see it."""
        self.setCurrentWidget(page)
        if self.isHidden():
            self.show_panel(True)

    def show_panel(self, shown: bool) -> None:
        self.setVisible(shown)
        if shown:
            width = self._preferences.values.panel_width or WIDTH
            whole = self._splitter.window().width()
            self._splitter.setSizes([max(1, whole - width), width])
        self._preferences.change(notes_panel=shown)
        self.shown_changed.emit(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _moved(self) -> None:
        self._preferences.change(panel_width=self.width())
