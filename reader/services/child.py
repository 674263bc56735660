"""The translating processes: one a command, however many windows ask it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, cast

from PySide6.QtCore import QObject, QProcess

from reader.errors import KnownError
from reader.phrases import Phrase
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

GIVE_UP_MS = 2000


class Listener(Protocol):
    """Who asks a child."""

    def child_began(self, hello: Hello) -> None:
        """It can be asked now."""
        ...

    def child_said(self, message: Reply | LinkReply | Fault) -> None:
        """It answers a request; the answer has the request's id."""
        ...

    def child_ended(self, fault: KnownError | None) -> None:
        """It is gone; `fault` is what is known of the reason."""
        ...


class Children(QObject):
    """Starts a process with the first who asks for it, and ends it with the last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[tuple[str, ...], Child] = {}

    def child(self, command: Sequence[str]) -> Child:
        """The process of that command; to be joined by who wants to ask it."""
        name = tuple(command)
        if name not in self._running:
            self._running[name] = Child(name, self)
        return self._running[name]

    def forget(self, child: Child) -> None:
        """Whoever wants that process next gets a new one."""
        if self._running.get(child.command) is child:
            del self._running[child.command]


class Child:
    """One process. Its listeners' requests are told apart by numbers of its own."""

    def __init__(self, command: tuple[str, ...], children: Children) -> None:
        self.command = command
        self.hello: Hello | None = None
        self._children = children
        self._listeners: list[Listener] = []
        self._asked: dict[int, tuple[Listener, int]] = {}
        self._last = 0
        self._fault: KnownError | None = None
        self._process = QProcess(children)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._error)

    @property
    def process_id(self) -> int:
        return self._process.processId()

    def join(self, listener: Listener) -> None:
        """Tell that listener from now on; the first one starts the process."""
        self._listeners.append(listener)
        if self.hello is not None:
            listener.child_began(self.hello)
        elif self._process.state() is QProcess.ProcessState.NotRunning:
            self._process.start(self.command[0], self.command[1:])

    def leave(self, listener: Listener) -> None:
        """Tell that listener nothing more; with the last one the process ends."""
        self._listeners.remove(listener)
        self._asked = {n: asked for n, asked in self._asked.items() if asked[0] is not listener}
        if not self._listeners:
            self._children.forget(self)
            self._process.finished.disconnect(self._ended)
            self._process.errorOccurred.disconnect(self._error)
            self._process.readyReadStandardOutput.disconnect(self._read)
            self._process.kill()
            self._process.waitForFinished(GIVE_UP_MS)
            self._process.deleteLater()

    def send(self, request: Request | LinkRequest, listener: Listener) -> None:
        """Ask something; the answer goes to that listener."""
        self._last += 1
        self._asked[self._last] = (listener, request.id)
        self._process.write(encode(replace(request, id=self._last)))

    def kill(self) -> None:
        """End the process, whatever it does; its listeners are told."""
        self._process.kill()

    def _read(self) -> None:
        while self._listeners and self._process.canReadLine():
            line = self._process.readLine().data()
            try:
                message = decode(cast("bytes", line))
            except ProtocolError:
                self._fault = KnownError(Phrase("The translator's answer cannot be read."))
                self._process.kill()
                return
            self._take(message)

    def _take(self, message: Message) -> None:
        match message:
            case Hello():
                self.hello = message
                for listener in tuple(self._listeners):
                    listener.child_began(message)
            case Fault() if not message.id:
                self._fault = KnownError(message.message, message.advice)
            case Reply() | LinkReply() | Fault() if message.id in self._asked:
                listener, number = self._asked.pop(message.id)
                listener.child_said(replace(message, id=number))
            case _:
                pass

    def _error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._fault = KnownError(Phrase("The translator could not be started."))
            self._ended()

    def _ended(self) -> None:
        self._children.forget(self)
        listeners, self._listeners = self._listeners, []
        for listener in listeners:
            listener.child_ended(self._fault)
        self._process.deleteLater()
