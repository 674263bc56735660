"""Waiting for what takes long: the windows stay alive, but nothing can be done in them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from reader.paths import Paths
from reader.store import Store, open_beside
from reader.ui.widgets import label

T = TypeVar("T")


class Patience:
    """Has work done by another thread, with a store of its own, and waits behind a dialog.

    What comes of it, a KnownError too, is as if the work had been done here.
    """

    def __init__(self, paths: Paths, window: QWidget) -> None:
        self._paths = paths
        self._window = window

    def __call__(self, work: Callable[[Store], T]) -> T:
        def whole() -> T:
            with open_beside(self._paths) as store:
                return work(store)

        dialog = _Waiting(self._window)
        with ThreadPoolExecutor(1, thread_name_prefix="patience") as executor:
            future = executor.submit(whole)
            future.add_done_callback(lambda _: dialog.ended.emit())
            dialog.exec()
        dialog.deleteLater()
        return future.result()


class _Waiting(QDialog):
    """Goes when the work has `ended`, not before."""

    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(self.tr("Marks and Notes"))
        bar = QProgressBar(maximum=0, textVisible=False)
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("Many marks are changed. This takes a moment …")))
        layout.addWidget(bar)
        self.ended.connect(self.accept, Qt.ConnectionType.QueuedConnection)

    def reject(self) -> None:
        """Escape is no way out."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
