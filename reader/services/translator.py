"""The translating child, as one window sees it: ask, and be told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import KnownError
from reader.model import Paragraph
from reader.phrases import Phrase
from reader.services.child import Child, Children
from reader.translation.protocol import Fault, Hello, LinkReply, LinkRequest, Reply, Request
from reader.translation.queue import Priority, Progress, Queue

WATCH_MS = 1000

# Seconds that links may take: they wait for every click.
LINK_PATIENCE = 120.0
_LINKS = 0  # their deadline stands among those of the slices, whose numbers begin with 1


class Translator(QObject):
    """Has a child process translate, and starts another one when it dies.

    The child starts with the first wish; windows with the same `children` that translate
    between the same languages share it, each with wishes of its own. When it dies or hangs,
    what it had is asked for once more; what fails again is given up with `failed`, and
    `troubled` says so. Nothing here waits.
    """

    began = Signal(object)  # Hello: a child is up
    rendered = Signal(object, object)  # Paragraph, Rendering
    failed = Signal(object, object)  # Paragraph, KnownError
    linked = Signal(str, str, object)  # source, target, tuple of Links
    troubled = Signal(object)  # KnownError
    progressed = Signal()

    def __init__(
        self,
        command: Sequence[str] = (),
        clock: Callable[[], float] = time.monotonic,
        children: Children | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._clock = clock
        self._queue = Queue()
        self._children = children or Children(self)
        self._child: Child | None = None
        self._deadlines: dict[int, float] = {}
        self._link_wish: LinkRequest | None = None
        self._link_sent: LinkRequest | None = None
        self._cannot_start = False
        self._refusal: KnownError | None = None
        self._watch = QTimer(self, interval=WATCH_MS)
        self._watch.timeout.connect(self._check_patience)

    def use(self, command: Sequence[str]) -> None:
        """Translate with that child from now on, beginning with what is wished for already."""
        self._stop()
        self._command = list(command)
        self._refusal = None
        self._cannot_start = False
        if self._queue.wished():
            self._start()

    def refuse(self, reason: KnownError) -> None:
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
        if wish != self._link_sent and self._refusal is None and not self._cannot_start:
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
        """Leave the child; with the last window it ends, whatever it does."""
        self.cancel()
        self._stop()

    @property
    def process_id(self) -> int:
        """The child's process id, 0 while there is none."""
        return self._child.process_id if self._child is not None else 0

    def _feed(self) -> None:
        if self._refusal is not None:
            self._fail_all(self._refusal)
            return
        child = self._child
        if child is None:
            self._start()
            return
        if child.hello is None:
            return
        while (piece := self._queue.next()) is not None:
            texts = tuple(paragraph.text for paragraph in piece.paragraphs)
            child.send(Request(piece.id, texts, piece.use), self)
            self._deadlines[piece.id] = self._clock() + piece.patience
        if self._link_wish is not None and self._link_sent is None:
            self._link_sent, self._link_wish = self._link_wish, None
            child.send(self._link_sent, self)
            self._deadlines[_LINKS] = self._clock() + LINK_PATIENCE

    def _start(self) -> None:
        if not self._command:
            return
        self._watch.start()
        self._child = self._children.child(self._command)
        self._child.join(self)

    def _stop(self) -> None:
        child, self._child = self._child, None
        self._watch.stop()
        self._forget_what_was_sent()
        if child is not None:
            child.leave(self)
            self._queue.lost()

    # -- what the child tells -------------------------------------------------

    def child_began(self, hello: Hello) -> None:
        self._cannot_start = False
        self.began.emit(hello)
        self._feed()

    def child_said(self, message: Reply | LinkReply | Fault) -> None:
        match message:
            case Reply():
                self._deadlines.pop(message.id, None)
                paragraphs = self._queue.done(message.id)
                for paragraph, rendering in zip(paragraphs, message.renderings, strict=False):
                    self.rendered.emit(paragraph, rendering)
            case LinkReply() if self._link_sent is not None:
                self._deadlines.pop(_LINKS, None)
                sent, self._link_sent = self._link_sent, None
                self.linked.emit(sent.source, sent.target, message.links)
            case Fault():
                self._deadlines.pop(message.id, None)
                fault = KnownError(message.message, message.advice)
                self._give_up(self._queue.failed(message.id), fault)
            case _:
                pass
        self.progressed.emit()
        if self._child is not None:
            self._feed()

    def child_ended(self, fault: KnownError | None) -> None:
        """Try once more what the child had, or say that it does not run at all."""
        child, self._child = self._child, None
        self._watch.stop()
        self._forget_what_was_sent()
        if child is None or child.hello is None:
            self._cannot_start = True
            reason = fault or KnownError(Phrase("The translator ended before it could begin."))
            self._fail_all(reason)
            self.troubled.emit(reason)
            return
        given_up = self._queue.lost()
        if given_up:
            self._give_up(
                given_up, KnownError(Phrase("The translator stopped twice on this paragraph."))
            )
            self.troubled.emit(
                KnownError(Phrase("The translator stopped twice on one paragraph and left it out."))
            )
        self.progressed.emit()
        if any(self._queue.progress(p).asked > self._queue.progress(p).done for p in Priority):
            self._start()

    def _forget_what_was_sent(self) -> None:
        """The child is gone. Links are wished for again when somebody looks at them again."""
        self._deadlines.clear()
        self._link_sent = self._link_wish = None

    def _fail_all(self, reason: KnownError) -> None:
        """No child can be had: everything wished for is given up."""
        self._queue.lost()
        for paragraph in self._queue.wished():
            self.failed.emit(paragraph, reason)
        self.cancel()

    def _give_up(self, paragraphs: Iterable[Paragraph], reason: KnownError) -> None:
        for paragraph in paragraphs:
            self.failed.emit(paragraph, reason)

    def _check_patience(self) -> None:
        """A child that is silent for longer than its work can take hangs."""
        now = self._clock()
        if self._child is not None and any(end <= now for end in self._deadlines.values()):
            self._child.kill()
