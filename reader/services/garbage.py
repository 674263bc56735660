"""Python's search for cycles that nobody holds any more, in the thread of the windows alone.

By itself it searches in whatever thread allocates. There it would free widgets and their
connections, which takes Qt's lock first and Python's then, while the thread of the windows
takes them the other way round: both wait for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 200
"""The young objects are looked through at once: work beside the window makes a million a second."""

THRESHOLDS = (2_000, 1_000, 1_000)
"""How rarely cycles are looked for: looking through all objects beside an open book stops the
window for a third of a second, and finds next to nothing."""


class Garbage(QObject):
    """Collects from its beginning until it is closed, as often as Python itself would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def close(self) -> None:
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        due = [count > most for count, most in zip(gc.get_count(), THRESHOLDS, strict=True)]
        if due[0]:
            gc.collect(2 if all(due) else int(due[1]))
