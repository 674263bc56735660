from __future__ import annotations

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from reader.services.hyphenation import Hyphenation
from tests.qt import settle


@pytest.mark.parametrize("closed", [False, True])
def test_patterns_that_come_late_are_told_only_to_an_open_window(
    app: QApplication, closed: bool
) -> None:
    hyphenation = Hyphenation()
    told: list[bool] = []
    hyphenation.ready.connect(lambda: told.append(True))
    assert hyphenation.breaks("Silbentrennung", "de") == []
    if closed:
        hyphenation.close()
    QThreadPool.globalInstance().waitForDone()
    settle()
    assert bool(told) != closed
    assert bool(hyphenation.breaks("Silbentrennung", "de")) != closed
