"""How much time and memory the reading of a document may take, in the process that reads it.

Processor time counts, not the clock's: on a busy machine a good document takes its time.
The limits are those of the operating system, where it has them; Windows has none.
"""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Generator
from contextvars import ContextVar
from typing import NamedTuple

LEAST_SECONDS = 7.0
"""For a document of up to a megabyte, so that with its process's start and end none takes 10."""

_SECONDS_A_MEGABYTE = 5.0
"""A megabyte of PDF may hold four million characters, which take that long."""

_MOST_SECONDS = 300.0
STEP_SECONDS = 7.0
"""For one page of a PDF or one chapter of a book, however large the file is."""

PATIENCE = 2.0
"""By the clock, a child may take so many times its processor time: the machine may be busy."""

_MEMORY = 1_500_000_000
"""Bytes of address space, and so many more for each byte of the document: a book of
20,000 paragraphs takes a fifth of it, most of that for the libraries themselves."""

_MEMORY_A_BYTE = 12


class _Allowed(NamedTuple):
    """The processor time at which this process ends, and when it began by the clock."""

    most: float
    began: float


_allowed: ContextVar[_Allowed | None] = ContextVar("allowed", default=None)


def seconds(size: int) -> float:
    """How much processor time the reading of so many bytes may take."""
    more = _SECONDS_A_MEGABYTE * max(0.0, size / 1_000_000 - 1)
    return min(LEAST_SECONDS + more, _MOST_SECONDS)


@contextlib.contextmanager
def limited(size: int) -> Generator[None]:
    """Limits of memory, processor time and written files while a document of `size` is read."""
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    most = int(time.process_time() + seconds(size)) + 1
    limits = {
        resource.RLIMIT_AS: _MEMORY + _MEMORY_A_BYTE * size,
        resource.RLIMIT_CPU: most,
        resource.RLIMIT_FSIZE: 0,
    }
    before = {which: resource.getrlimit(which) for which in limits}
    for which, soft in limits.items():
        with contextlib.suppress(ValueError, OSError):  # a lower limit is there already
            resource.setrlimit(which, (soft, before[which][1]))
    token = _allowed.set(_Allowed(most, time.monotonic()))
    try:
        yield
    finally:
        _allowed.reset(token)
        for which, limit in before.items():
            resource.setrlimit(which, limit)
        signal.setitimer(signal.ITIMER_PROF, 0)


def go_on(share: float) -> bool:
    """Whether there is time for another page or chapter; if so, it may take `STEP_SECONDS`.

    All of them may take that share of the whole time, for something comes after the last.
    Always true where nothing is limited.
    """
    allowed = _allowed.get()
    if allowed is None:
        return True
    signal.setitimer(signal.ITIMER_PROF, STEP_SECONDS)
    used = max(time.process_time(), (time.monotonic() - allowed.began) / PATIENCE)
    return used < share * allowed.most


def ran_out(status: int) -> bool:
    """Whether a process that ended with that status did so for its lack of time."""
    signals = (getattr(signal, name, None) for name in ("SIGXCPU", "SIGPROF"))
    return any(-status == number for number in signals if number is not None)
