"""The guard of all tests is tested too: what it is to catch must fail."""

from __future__ import annotations

from pathlib import Path

import pytest

INNER = """
import logging
import threading
import warnings

from PySide6.QtCore import QObject, QTimer, Signal, qWarning


class Sender(QObject):
    sent = Signal()


def send(slot):
    sender = Sender()
    sender.sent.connect(slot)
    sender.sent.emit()


def wrong():
    raise ValueError("wrong")


def test_fails_on_log():
    logging.getLogger("reader.some").warning("odd: %d", 7)


def test_fails_on_qt_message():
    qWarning("odd")


def test_fails_on_slot():
    send(wrong)


def test_fails_on_thread():
    thread = threading.Thread(target=wrong)
    thread.start()
    thread.join()


def test_fails_on_warning():
    warnings.warn("odd")


def test_fails_on_silence(expect_log):
    expect_log("odd")


def test_fails_on_another_line(expect_log):
    expect_log("odd")
    logging.warning("odd")
    logging.warning("other")


def test_passes_when_expected(expect_log):
    expect_log("reader.some: odd: 7")
    expect_log("^Qt: odd")
    expect_log("ValueError: wrong")
    logging.getLogger("reader.some").warning("odd: %d", 7)
    qWarning("odd")
    send(wrong)


def test_passes_without_any():
    logging.getLogger("reader.some").info("calm")
    qWarning("This plugin does not support raise()")
    send(lambda: None)
"""


def test_guard(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    # A process of its own: what goes wrong inside must not reach the guard outside.
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    pytester.makepyprojecttoml('[tool.pytest]\nfilterwarnings = ["error"]')
    pytester.makeconftest('pytest_plugins = ["tests.guard"]')
    pytester.makepyfile(INNER)

    result = pytester.runpytest_subprocess("-ra")

    bad = [line.split() for line in result.outlines if line.startswith(("FAILED ", "ERROR "))]
    assert {words[1].rpartition("::")[2] for words in bad} == {
        "test_fails_on_log",
        "test_fails_on_qt_message",
        "test_fails_on_slot",
        "test_fails_on_thread",
        "test_fails_on_warning",
        "test_fails_on_silence",
        "test_fails_on_another_line",
    }
    result.stdout.fnmatch_lines(
        [
            "unexpected: WARNING reader.some: odd: 7",
            "*ValueError: wrong",
            "expected, but never came: odd",
        ]
    )
