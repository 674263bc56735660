"""Slow work off the window's thread, one piece after another."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reader.errors import KnownError

T = TypeVar("T")


@dataclass(frozen=True)
class Ok(Generic[T]):
    """Work that was done, and what it gave."""

    value: T


@dataclass(frozen=True)
class Err:
    """Work that the world did not let us finish."""

    error: KnownError


class Jobs(QObject):
    """Runs work on one thread, in order, and hands each outcome back to the window's thread.

    Tests pass an executor that they drive by hand. An exception that is not a
    KnownError is a fault of ours: it is raised again in the window's thread.
    """

    _ended = Signal(object)

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="jobs")
        self._ended.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], then: Callable[[Ok[T] | Err], None]) -> None:
        """Do `work` in the background; `then` gets its outcome in the window's thread."""
        future = self._executor.submit(work)
        future.add_done_callback(lambda done: self._ended.emit((done, then)))

    def close(self) -> None:
        """Forget what has not begun and wait for what has."""
        self._closed = True
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _hand_over(self, ended: tuple[Future[Any], Callable[[Ok[Any] | Err], None]]) -> None:
        future, then = ended
        if self._closed or future.cancelled():
            return
        error = future.exception()
        if error is None:
            then(Ok(future.result()))
        elif isinstance(error, KnownError):
            then(Err(error))
        else:
            raise error
