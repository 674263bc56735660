"""The translating child: `python -m reader.translation.host --package DIR --engine ID`.

With several packages, each translates what the one before it made.

Reads requests from standard input and answers on standard output, in the lines of
`protocol`. Clicks and the page that is looked at have lanes of their own: they do not
wait for a book's slices but take the processor from them. The child has no network,
ends when its input ends, and is the first to go when memory runs out.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

from reader.engines import Engine, Use, load
from reader.errors import KnownError
from reader.offline import Network, cut_network, refuse_network
from reader.translation.pipeline import render
from reader.translation.protocol import (
    Fault,
    Hello,
    Message,
    ProtocolError,
    Reply,
    Request,
    decode,
    encode,
)
from reader.translation.queue import LANES

_log = logging.getLogger(__name__)

# What was asked for may be finished after the input ended, for so many seconds: a
# native call that hangs must not outlive the program.
_GRACE = 10.0


class Output:
    """Standard output, kept for messages; what libraries print goes to standard error."""

    def __init__(self) -> None:
        self._file: BinaryIO = os.fdopen(os.dup(1), "wb")
        self._lock = threading.Lock()
        os.dup2(2, 1)

    def send(self, message: Message) -> None:
        line = encode(message)
        with self._lock:
            try:
                self._file.write(line)
                self._file.flush()
            except OSError:
                os._exit(0)  # nobody reads any more


def serve(requests: BinaryIO, send: Callable[[Message], None], lanes: dict[Use, Lane]) -> None:
    """Answers every line of `requests`, each in its lane, until they end."""
    for line in requests:
        try:
            message = decode(line)
        except ProtocolError as error:
            send(Fault(0, str(error)))
            continue
        if isinstance(message, Request):
            lanes[message.use].take(message, send)


class Lane:
    """Answers requests of one kind, as many at once as `LANES` says."""

    def __init__(self, use: Use, engines: Callable[[Use], Sequence[Engine]]) -> None:
        self._engines = partial(engines, use)
        self._workers = ThreadPoolExecutor(
            LANES[use], initializer=_step_back if use is Use.BOOK else None
        )

    def take(self, request: Request, send: Callable[[Message], None]) -> None:
        """Has the request answered, with a Reply or a Fault, as soon as a worker is free."""
        future = self._workers.submit(self._answer, request)
        future.add_done_callback(lambda future: send(_outcome(request, future)))

    def close(self) -> None:
        """Waits for what was taken."""
        self._workers.shutdown()

    def _answer(self, request: Request) -> Reply:
        return Reply(request.id, tuple(render(request.texts, *self._engines())))


def _outcome(request: Request, future: Future[Reply]) -> Message:
    """What to answer. Of what is no fault of the world, standard error has the whole story."""
    match future.exception():
        case None:
            return future.result()
        case KnownError() as error:
            return Fault(request.id, error.message, error.advice, known=True)
        case error:
            _log.error("request %d failed", request.id, exc_info=error)
            return Fault(request.id, f"{type(error).__name__}: {error}")


def _step_back() -> None:
    """Lets this thread, and those it starts, run when nobody else wants the processor.

    Linux can do so for a thread; elsewhere a click shares the processor with a book.
    """
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)


def _go_first() -> None:
    """Offers this process, not the program, to a system that is out of memory."""
    if sys.platform == "linux":
        with suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("500")


def main() -> int:
    """Runs the child. Gives the exit status."""
    parser = argparse.ArgumentParser(prog="reader.translation.host")
    parser.add_argument("--package", type=Path, action="append", help="folder of a package")
    parser.add_argument("--engine", action="append", help="id of its engine")
    arguments = parser.parse_args()
    hops = list(zip(arguments.package, arguments.engine, strict=True))
    _go_first()
    network = Network.CUT if cut_network() else Network.REFUSED
    refuse_network()
    output = Output()
    lock = threading.Lock()

    @cache
    def tuned(use: Use) -> list[Engine]:
        return [load(package, engine, use) for package, engine in hops]

    def engines(use: Use) -> list[Engine]:
        """Those for the book are loaded when they are needed; all else has one set."""
        with lock:
            return tuned(Use.BOOK if use is Use.BOOK else Use.CLICK)

    try:
        output.send(Hello("+".join(engine.id for engine in engines(Use.CLICK)), network))
    except KnownError as error:
        output.send(Fault(0, error.message, error.advice, known=True))
        return 1
    lanes = {use: Lane(use, engines) for use in Use}
    serve(sys.stdin.buffer, output.send, lanes)
    end = threading.Timer(_GRACE, os._exit, (0,))
    end.daemon = True
    end.start()
    for lane in lanes.values():
        lane.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
