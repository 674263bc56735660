"""Fails a test for what it did not expect: a log line, a Qt message, an exception in a slot.

An exception raised inside a Qt slot reaches `sys.excepthook`, not the test. pytest itself
turns those of threads and destructors into warnings, and warnings are errors here.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from types import TracebackType

import pytest


class Surprises(logging.Handler):
    """What came up during one test, and the patterns that were to find it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []
        self.patterns: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.levelname} {record.name}: {self.format(record)}")

    def on_exception(
        self, kind: type[BaseException], value: BaseException, trace: TracebackType | None
    ) -> None:
        self.seen.append("".join(traceback.format_exception(kind, value, trace)))

    def on_qt_message(self, _kind: object, _context: object, message: str | None) -> None:
        # The screenless platform says of itself that it cannot raise windows or grab keys.
        if not (message or "").startswith("This plugin does not support "):
            self.seen.append(f"Qt: {message}")

    def verdict(self) -> str:
        """What came unexpected and what did not come; "" if all is well."""
        unexpected = [s for s in self.seen if not any(re.search(p, s) for p in self.patterns)]
        missing = [p for p in self.patterns if not any(re.search(p, s) for s in self.seen)]
        return "\n".join(
            [f"unexpected: {line}" for line in unexpected]
            + [f"expected, but never came: {pattern}" for pattern in missing]
        )


@pytest.fixture(autouse=True)
def surprises() -> Iterator[Surprises]:
    """Watches every test, its fixtures included."""
    watch = Surprises()
    logging.getLogger().addHandler(watch)
    hook, sys.excepthook = sys.excepthook, watch.on_exception
    # Only where Qt is loaded: what does without Qt must be tested without it.
    core = sys.modules.get("PySide6.QtCore")
    handler = core.qInstallMessageHandler(watch.on_qt_message) if core else None
    yield watch
    if core:
        core.qInstallMessageHandler(handler)
    sys.excepthook = hook
    logging.getLogger().removeHandler(watch)
    if verdict := watch.verdict():
        pytest.fail(verdict, pytrace=False)


@pytest.fixture
def expect_log(surprises: Surprises) -> Callable[[str], None]:
    """Lets pass what a regular expression finds, and fails the test if that never comes."""
    return surprises.patterns.append
