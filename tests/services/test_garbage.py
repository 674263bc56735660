from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtWidgets import QApplication

from reader.services import garbage
from reader.services.garbage import THRESHOLDS, Garbage
from tests.qt import wait_for


class Cycle:
    """Can only be freed by a search for cycles; tells in which thread that was."""

    def __init__(self, freed_in: list[int]) -> None:
        self.itself = self
        self.freed_in = freed_in

    def __del__(self) -> None:
        self.freed_in.append(threading.get_ident())


def test_cycles_are_freed_in_the_thread_of_the_windows_alone(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "INTERVAL_MS", 5)
    freed_in: list[int] = []
    here = Garbage()
    try:

        def allocate() -> None:
            kept = [Cycle(freed_in) for _ in range(2 * THRESHOLDS[0])]
            kept.clear()
            kept.extend(Cycle(freed_in) for _ in range(2 * THRESHOLDS[0]))

        worker = threading.Thread(target=allocate)
        worker.start()
        worker.join()
        assert freed_in == []
        wait_for(lambda: len(freed_in) == 4 * THRESHOLDS[0], "the search")
        assert set(freed_in) == {threading.get_ident()}
    finally:
        here.close()
    assert gc.isenabled()
