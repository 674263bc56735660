"""The translating child, as the window sees it: ask, and be told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from reader.model import Paragraph
from reader.translation.protocol import (
    Fault,
    Hello,
    LinkReply,
    LinkRequest,
    ProtocolError,
    Reply,
    Request,
    decode,
    encode,
)
from reader.translation.queue import Priority, Progress, Queue

WATCH_MS = 1000
GIVE_UP_MS = 2000

# Seconds that links may take: they wait for every click.
LINK_PATIENCE = 120.0
_LINKS = 0  # their deadline stands among those of the slices, whose numbers begin with 1


class Translator(QObject):
    """Keeps one child process that translates, and starts another one when it dies.

    The child starts with the first wish. When it dies or hangs, what it had is
    asked for once more; what fails again is given up with `failed`, and `troubled`
    says so in words. Nothing here waits.
    """

    began = Signal(object)  # Hello: a child is up
    rendered = Signal(object, object)  # Paragraph, Rendering
    failed = Signal(object, str)  # Paragraph, reason
    linked = Signal(str, str, object)  # source, target, tuple of Links
    troubled = Signal(str)
    progressed = Signal()

    def __init__(
        self,
        command: Sequence[str] = (),
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._clock = clock
        self._queue = Queue()
        self._process: QProcess | None = None
        self._up = False
        self._deadlines: dict[int, float] = {}
        self._link_wish: LinkRequest | None = None
        self._link_sent: LinkRequest | None = None
        self._cannot_start = False
        self._last_fault = ""
        self._refusal = ""
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self._check_patience)

    def use(self, command: Sequence[str]) -> None:
        """Translate with that child from now on, beginning with what is wished for already."""
        self._stop()
        self._command = list(command)
        self._refusal = ""
        self._cannot_start = False
        if self._queue.wished():
            self._start()

    def refuse(self, reason: str) -> None:
        """Translate nothing from now on: every wish fails with that reason."""
        self._stop()
        self._command = []
        self._refusal = reason
        self._fail_all(reason)

    def ask(self, paragraphs: Iterable[Paragraph], priority: Priority) -> None:
        """Wish for translations; each comes by `rendered` or `failed`."""
        self._queue.ask(paragraphs, priority)
        self._feed()

    def look_at(self, paragraphs: Iterable[Paragraph], priority: Priority) -> None:
        """Wish for these and no others with that priority."""
        self._queue.replace(paragraphs, priority)
        self._feed()

    def link(self, source: str, target: str) -> None:
        """Wish for the links between the words of a sentence pair, in place of an older wish.

        They come by `linked`, or not at all, as when the child ends. What the child has at
        hand comes, whatever is wished for later. A child that could not start is not tried
        again for this: nobody has asked for it.
        """
        wish = LinkRequest(0, source, target)
        if wish != self._link_sent and not self._refusal and not self._cannot_start:
            self._link_wish = wish
            self._feed()

    def cancel(self) -> None:
        """Wish for nothing more. What the child has at hand still comes."""
        for priority in Priority:
            self._queue.cancel(priority)
        self.progressed.emit()

    def progress(self) -> Progress:
        """How far the whole document has come."""
        return self._queue.progress(Priority.WHOLE)

    def close(self) -> None:
        """End the child, whatever it does."""
        self.cancel()
        self._stop()

    @property
    def process_id(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._process.processId() if self._process is not None else 0

    def _feed(self) -> None:
        if self._refusal:
            self._fail_all(self._refusal)
            return
        if self._process is None:
            self._start()
            return
        if not self._up:
            return
        while (piece := self._queue.next()) is not None:
            texts = tuple(paragraph.text for paragraph in piece.paragraphs)
            self._process.write(encode(Request(piece.id, texts, piece.use)))
            self._deadlines[piece.id] = self._clock() + piece.patience
        if self._link_wish is not None and self._link_sent is None:
            self._link_sent, self._link_wish = self._link_wish, None
            self._process.write(encode(self._link_sent))
            self._deadlines[_LINKS] = self._clock() + LINK_PATIENCE

    def _start(self) -> None:
        if not self._command:
            return
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._error)
        self._process = process
        self._up = False
        self._last_fault = ""
        process.start(self._command[0], self._command[1:])
        self._watch.start()

    def _stop(self) -> None:
        process, self._process = self._process, None
        self._up = False
        self._watch.stop()
        self._forget_what_was_sent()
        if process is not None:
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._error)
            process.readyReadStandardOutput.disconnect(self._read)
            process.kill()
            process.waitForFinished(GIVE_UP_MS)
            process.deleteLater()
            self._queue.lost()

    def _read(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            line = process.readLine().data()
            try:
                message = decode(cast("bytes", line))
            except ProtocolError as error:
                self._last_fault = str(error)
                process.kill()
                return
            match message:
                case Hello():
                    self._up = True
                    self._cannot_start = False
                    self.began.emit(message)
                case Reply():
                    self._deadlines.pop(message.id, None)
                    paragraphs = self._queue.done(message.id)
                    for paragraph, rendering in zip(paragraphs, message.renderings, strict=False):
                        self.rendered.emit(paragraph, rendering)
                case LinkReply() if self._link_sent is not None:
                    self._deadlines.pop(_LINKS, None)
                    sent, self._link_sent = self._link_sent, None
                    self.linked.emit(sent.source, sent.target, message.links)
                case Fault() if message.id:
                    self._deadlines.pop(message.id, None)
                    self._give_up(self._queue.failed(message.id), message.message)
                case Fault():
                    self._last_fault = f"{message.message} {message.advice}".strip()
                case _:
                    pass
            self.progressed.emit()
        self._feed_if_running()

    def _feed_if_running(self) -> None:
        if self._process is not None:
            self._feed()

    def _error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._last_fault = self.tr("The translator could not be started.")
            self._ended()

    def _ended(self) -> None:
        """The child is gone: try once more what it had, or say that it does not run at all."""
        process, self._process = self._process, None
        if process is None:
            return
        was_up, self._up = self._up, False
        self._watch.stop()
        self._forget_what_was_sent()
        process.deleteLater()
        if not was_up:
            self._cannot_start = True
            reason = self._last_fault or self.tr("The translator ended before it could begin.")
            self._fail_all(reason)
            self.troubled.emit(reason)
            return
        given_up = self._queue.lost()
        if given_up:
            reason = self.tr("The translator stopped twice on this paragraph.")
            self._give_up(given_up, reason)
            self.troubled.emit(
                self.tr("The translator stopped twice on one paragraph and left it out.")
            )
        self.progressed.emit()
        if any(self._queue.progress(p).asked > self._queue.progress(p).done for p in Priority):
            self._start()

    def _forget_what_was_sent(self) -> None:
        """The child is gone. Links are wished for again when somebody looks at them again."""
        self._deadlines.clear()
        self._link_sent = self._link_wish = None

    def _fail_all(self, reason: str) -> None:
        """No child can be had: everything wished for is given up."""
        self._queue.lost()
        for paragraph in self._queue.wished():
            self.failed.emit(paragraph, reason)
        self.cancel()

    def _give_up(self, paragraphs: Iterable[Paragraph], reason: str) -> None:
        for paragraph in paragraphs:
            self.failed.emit(paragraph, reason)

    def _check_patience(self) -> None:
        """A child that is silent for longer than its work can take hangs."""
        now = self._clock()
        if self._process is not None and any(end <= now for end in self._deadlines.values()):
            self._process.kill()
