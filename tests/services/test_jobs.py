from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import KnownError
from reader.services.jobs import Err, Jobs, Ok
from tests.qt import settle, wait_for


@pytest.fixture
def jobs(app: QApplication) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_work_is_done_elsewhere_and_told_here_in_order(jobs: Jobs) -> None:
    told: list[tuple[object, bool, bool]] = []
    here = threading.get_ident()
    for number in range(5):
        jobs.run(
            lambda number=number: (number, threading.get_ident() != here),
            lambda outcome: told.append((outcome, threading.get_ident() == here, True)),
        )
    wait_for(lambda: len(told) == 5, "five outcomes")
    assert told == [(Ok((number, True)), True, True) for number in range(5)]


def test_a_fault_of_the_world_is_handed_over(jobs: Jobs) -> None:
    told: list[object] = []
    error = KnownError("The disk is full.")

    def fail() -> None:
        raise error

    jobs.run(fail, told.append)
    wait_for(lambda: bool(told), "the error")
    assert told == [Err(error)]


def test_a_fault_of_ours_is_not_swallowed(jobs: Jobs, expect_log: Callable[[str], None]) -> None:
    told: list[object] = []
    expect_log("ZeroDivisionError")
    jobs.run(lambda: 1 // 0, told.append)
    jobs.run(lambda: "next", told.append)
    wait_for(lambda: bool(told), "what came after it")
    assert told == [Ok("next")]


class ByHand(Executor):
    """Runs nothing until it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append(lambda: future.set_result(fn(*args, **kwargs)))
        return future


def test_nothing_is_told_after_the_end(app: QApplication) -> None:
    executor = ByHand()
    jobs = Jobs(executor)
    told: list[object] = []
    jobs.run(lambda: 1, told.append)
    jobs.close()
    executor.waiting[0]()
    settle(20)
    assert told == []
