"""How much time and memory the reading of a document may take, in the process that reads it.

Processor time counts, which a busy machine does not use up, and the clock's too. A file of
up to a megabyte is read or refused within ten seconds by the clock. Of good ones a PDF of
270 full pages needs most, two seconds, so there is time even with a quarter of a processor;
of a PDF or a book that takes longer there are the first pages. Larger files may take twice
their processor time. The limits are those of the operating system, where it has them;
Windows has the clock's only.
"""

from __future__ import annotations

import contextlib
import signal
import time
from collections.abc import Generator
from contextvars import ContextVar
from typing import NamedTuple

LEAST_SECONDS = 7.0
"""For a document of up to a megabyte."""

_SECONDS_A_MEGABYTE = 5.0
"""A megabyte of PDF may hold four million characters, which take that long."""

_MOST_SECONDS = 300.0
STEP_SECONDS = 7.0
"""For one page of a PDF or one chapter of a book, however large the file is."""

LEAST_PATIENCE = 9.5
"""By the clock, for a document of up to a megabyte; what is left of ten seconds is for the rest."""

_BUSY = 2.0
"""By the clock, what more a larger document has is so many times its processor time."""

_MEMORY = 1_500_000_000
"""Bytes of address space, and so many more for each byte of the document: a book of
20,000 paragraphs takes a fifth of it, most of that for the libraries themselves."""

_MEMORY_A_BYTE = 12


class _Allowed(NamedTuple):
    """What there is of processor time and by the clock, and when both began."""

    seconds: float
    patience: float
    worked: float
    began: float


_allowed: ContextVar[_Allowed | None] = ContextVar("allowed", default=None)


def seconds(size: int) -> float:
    """How much processor time the reading of so many bytes may take."""
    more = _SECONDS_A_MEGABYTE * max(0.0, size / 1_000_000 - 1)
    return min(LEAST_SECONDS + more, _MOST_SECONDS)


def patience(size: int) -> float:
    """How much time by the clock the reading of so many bytes may take."""
    return LEAST_PATIENCE + _BUSY * (seconds(size) - LEAST_SECONDS)


@contextlib.contextmanager
def limited(size: int) -> Generator[None]:
    """Limits of memory, processor time and written files while a document of `size` is read."""
    try:
        import resource
    except ImportError:  # Windows
        yield
        return
    worked = time.process_time()
    most = int(worked + seconds(size)) + 1
    limits = {
        resource.RLIMIT_AS: _MEMORY + _MEMORY_A_BYTE * size,
        resource.RLIMIT_CPU: most,
        resource.RLIMIT_FSIZE: 0,
    }
    before = {which: resource.getrlimit(which) for which in limits}
    for which, soft in limits.items():
        with contextlib.suppress(ValueError, OSError):  # a lower limit is there already
            resource.setrlimit(which, (soft, before[which][1]))
    token = _allowed.set(_Allowed(most - worked, patience(size), worked, time.monotonic()))
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
    worked = (time.process_time() - allowed.worked) / allowed.seconds
    waited = (time.monotonic() - allowed.began) / allowed.patience
    return max(worked, waited) < share


def ran_out(status: int) -> bool:
    """Whether a process that ended with that status did so for its lack of time."""
    signals = (getattr(signal, name, None) for name in ("SIGXCPU", "SIGPROF"))
    return any(-status == number for number in signals if number is not None)
