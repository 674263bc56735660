"""A voice speaks in a process of its own, whatever becomes of that."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import KnownError
from reader.services import voice
from reader.services.voice import Voice, command
from tests.qt import wait_for

HANGS = [sys.executable, "-c", "import time; time.sleep(600)"]


class Told:
    """What a voice tells."""

    def __init__(self, voice: Voice) -> None:
        self.ends = 0
        self.faults: list[str] = []
        voice.ended.connect(self._ended)
        voice.failed.connect(self._failed)

    def _ended(self) -> None:
        self.ends += 1

    def _failed(self, error: KnownError) -> None:
        self.faults.append(str(error))


@pytest.fixture
def mock(app: QApplication) -> Iterator[Voice]:
    """By the engine that Qt brings for tests, which speaks Finnish."""
    made = Voice(command("mock"))
    yield made
    made.close()


def test_one_thing_after_the_other(mock: Voice) -> None:
    told = Told(mock)
    mock.set_rate(1.0)
    for number in (1, 2):
        mock.say("Hei maailma.", "fi")
        wait_for(lambda number=number: told.ends == number, "the end of it")
    assert told.faults == []


def test_only_the_end_of_the_last_thing_counts(mock: Voice) -> None:
    told = Told(mock)
    mock.say("Hei.", "fi")
    mock.stop()
    mock.say("Hei maailma.", "fi")
    mock.say("Hei taas.", "fi")
    wait_for(lambda: told.ends == 1, "the end")
    mock.say("Hei.", "de")
    wait_for(lambda: bool(told.faults), "the refusal")
    assert "no voice that speaks Deutsch" in told.faults[0]
    assert told.ends == 1


def test_a_service_that_hangs_is_given_up_and_tried_anew(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice, "PATIENCE_MS", 50)
    hanging = Voice(HANGS)
    told = Told(hanging)
    for number in (1, 2):
        hanging.say("Hei.", "fi")
        wait_for(lambda number=number: len(told.faults) == number, "the fault")
    assert "does not answer" in told.faults[0]
    assert told.ends == 0
    hanging.close()


def test_a_process_that_dies_is_told_and_the_next_one_speaks(mock: Voice) -> None:
    told = Told(mock)
    mock.say("Hei maailma.", "fi")
    wait_for(lambda: mock.process_id != 0, "the process")
    os.kill(mock.process_id, signal.SIGKILL)
    wait_for(lambda: bool(told.faults), "the fault")
    mock.say("Hei maailma.", "fi")
    wait_for(lambda: told.ends == 1, "the end")
    assert len(told.faults) == 1


def test_a_program_that_is_not_there_is_told(app: QApplication) -> None:
    missing = Voice(["/nonexistent/program"])
    told = Told(missing)
    missing.say("Hei.", "fi")
    wait_for(lambda: bool(told.faults), "the fault")
    missing.close()


@pytest.mark.parametrize("command", [command("mock"), HANGS], ids=["speaks", "hangs"])
def test_closing_ends_the_process(app: QApplication, command: list[str]) -> None:
    closing = Voice(command)
    closing.say("Hei maailma.", "fi")
    wait_for(lambda: closing.process_id != 0, "the process")
    process = closing.process_id
    closing.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
