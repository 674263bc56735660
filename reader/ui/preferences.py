"""The settings that the windows share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from reader.settings import Settings

SETTLE_MS = 400


class Preferences(QObject):
    """What a reader has chosen. `changed` tells the names of what is different now.

    `keep` stores the settings; it is called a moment after they changed.
    """

    changed = Signal(frozenset)

    def __init__(
        self, values: Settings, keep: Callable[[Settings], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.values = values
        self._keep = keep
        # A dragged splitter changes settings faster than a disk can follow.
        self._keeper = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._keeper.timeout.connect(self.flush)

    def change(self, **values: Any) -> None:
        """Choose other values."""
        before = asdict(self.values)
        self.values = replace(self.values, **values)
        names = frozenset(name for name, value in values.items() if before[name] != value)
        if names:
            self._keeper.start()
            self.changed.emit(names)

    def flush(self) -> None:
        """Store what was chosen, now."""
        self._keeper.stop()
        self._keep(self.values)
