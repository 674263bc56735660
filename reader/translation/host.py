"""The translating child: `python -m reader.translation.host --package DIR --engine ID`.

With several packages, each translates what the one before it made.

Reads requests from standard input and answers on standard output, in the lines of
`protocol`. Clicks and the page that is looked at have lanes of their own: they do not
wait for a book's slices but take the processor from them. Word links, when they are asked
for, are made in slices between the clicks. The child has no network, ends when its input
ends, and is the first to go when memory runs out.
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
from reader.phrases import Phrase
from reader.translation.linking import InSlices
from reader.translation.pipeline import render
from reader.translation.protocol import (
    Fault,
    Hello,
    LinkReply,
    LinkRequest,
    Message,
    ProtocolError,
    Reply,
    Request,
    decode,
    encode,
)
from reader.translation.queue import LANES
from reader.words.alignment import links

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


def serve(
    requests: BinaryIO, send: Callable[[Message], None], lanes: dict[Use, Lane], linker: Linker
) -> None:
    """Answers every line of `requests`, each in its lane, until they end."""
    for line in requests:
        try:
            message = decode(line)
        except ProtocolError as error:
            send(Fault(0, str(error)))
            continue
        match message:
            case Request():
                lanes[message.use].take(message, send)
            case LinkRequest():
                linker.take(message, send)
            case _:
                pass


class Lane:
    """Answers requests of one kind, as many at once as `LANES` says."""

    def __init__(self, use: Use, engines: Callable[[Use], Sequence[Engine]]) -> None:
        self._engines = partial(engines, use)
        self._workers = ThreadPoolExecutor(
            LANES[use], initializer=_step_back if use is Use.BOOK else None
        )
        self._taken = 0
        self._rest = threading.Condition()

    def take(self, request: Request, send: Callable[[Message], None]) -> None:
        """Has the request answered, with a Reply or a Fault, as soon as a worker is free."""
        with self._rest:
            self._taken += 1
        future = self._workers.submit(self._answer, request)
        future.add_done_callback(lambda future: self._done(request, future, send))

    def await_rest(self) -> None:
        """Waits until all that was taken is answered."""
        with self._rest:
            self._rest.wait_for(lambda: self._taken == 0)

    def close(self) -> None:
        """Waits for what was taken."""
        self._workers.shutdown()

    def _answer(self, request: Request) -> Reply:
        return Reply(request.id, tuple(render(request.texts, *self._engines())))

    def _done(
        self, request: Request, future: Future[Reply], send: Callable[[Message], None]
    ) -> None:
        send(_outcome(request, future))
        with self._rest:
            self._taken -= 1
            self._rest.notify_all()


class Linker:
    """Links the words of one sentence pair after another, while `clicks` is at rest."""

    def __init__(self, engines: Callable[[], Sequence[Engine]], clicks: Lane) -> None:
        self._engines = engines
        self._clicks = clicks
        self._worker = ThreadPoolExecutor(1)

    def take(self, request: LinkRequest, send: Callable[[Message], None]) -> None:
        """Has the request answered with a LinkReply."""
        future = self._worker.submit(self._answer, request)
        future.add_done_callback(lambda future: send(_linked(request, future)))

    def close(self) -> None:
        """Waits for what was taken."""
        self._worker.shutdown()

    def _answer(self, request: LinkRequest) -> LinkReply:
        """With several engines none of them has seen both sides: nothing is linked."""
        engine, *others = self._engines()
        if others:
            return LinkReply(request.id, ())
        judge = InSlices(engine, self._clicks.await_rest)
        return LinkReply(request.id, links(request.source, request.target, judge))


def _outcome(request: Request, future: Future[Reply]) -> Message:
    """What to answer. Of what is no fault of the world, standard error has the whole story."""
    match future.exception():
        case None:
            return future.result()
        case KnownError() as error:
            return Fault(request.id, error.message, error.advice, known=True)
        case error:
            _log.error("request %d failed", request.id, exc_info=error)
            told = f"{type(error).__name__}: {error}"
            return Fault(request.id, Phrase("The translator failed: {error}", error=told))


def _linked(request: LinkRequest, future: Future[LinkReply]) -> LinkReply:
    """The links, or none where making them failed, which standard error is told."""
    error = future.exception()
    if error is None:
        return future.result()
    _log.error("links %d failed", request.id, exc_info=error)
    return LinkReply(request.id, ())


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
    linker = Linker(lambda: engines(Use.CLICK), lanes[Use.CLICK])
    serve(sys.stdin.buffer, output.send, lanes, linker)
    end = threading.Timer(_GRACE, os._exit, (0,))
    end.daemon = True
    end.start()
    for worker in (*lanes.values(), linker):
        worker.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
