"""Faults of libraries that would come back with another version."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_pyside_keeps_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost a reference to None on every call that returns nothing.

    The program aborted once all were gone, after some thousand calls. From Python 3.12 on,
    None cannot be lost.
    """
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(5000):
        thing.setObjectName("")
    assert abs(sys.getrefcount(None) - before) < 500
