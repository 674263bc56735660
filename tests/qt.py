"""Waiting, in tests of what runs on Qt's event loop."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, QTimer

PATIENCE_S = 30.0


def settle(milliseconds: int = 0) -> None:
    """Let the program run; other threads' signals come through a real event loop only."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(happened: Callable[[], bool], what: str) -> None:
    """Let the program run until something has come about."""
    end = time.monotonic() + PATIENCE_S
    while not happened():
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for {what}")
        settle(5)
