"""The page and little else, on all of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from reader.ui.window import Window

TOLD_MS = 4000


class FullScreen(QObject):
    """Hides menus and tools while the window fills the screen, whoever made it do so.

    Their keys stay, and the context menu has the way out too.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self._dress()

    def toggle(self) -> None:
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowStateChange:
            self._dress()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        window = self._window
        full = window.isFullScreen()
        if full == window.menuBar().isHidden():
            return
        window.menuBar().setHidden(full)
        window.menus.tool_bar.setHidden(full)
        action = window.menus.action("full-screen")
        action.setChecked(full)
        if full:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            window.status.showMessage(self.tr("{0} leaves the full screen.").format(keys), TOLD_MS)
