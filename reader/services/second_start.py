"""A second start hands what it was to open to the program that runs already.

They meet at a socket of the local system (a named pipe on Windows) that only the same
user may open. Qt's library for it is loaded when somebody is there to meet.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from reader.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 2000
MOST_BYTES = 16 * 2**20  # a text may come with it
DONE = b"done\n"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a second start was to open: an absolute path, a lesepult:// link, or "" for nothing.

    `token` is the desktop's leave to take the focus, `text` what came through standard input.
    """

    target: str
    token: str = ""
    text: bytes = b""


class SecondStarts(QObject):
    """Waits for second starts of the same profile."""

    wished = Signal(object)  # Wish

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    def listen(self, paths: Paths) -> bool:
        """Be there for them. False where the system lets nobody meet, which only they miss."""
        from PySide6.QtNetwork import QLocalServer

        where = address(paths)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._take)
        self._server = server
        if not server.listen(where):
            # Left by a program that was killed: who starts has asked there in vain.
            QLocalServer.removeServer(where)
            return server.listen(where)
        return True

    def close(self) -> None:
        if self._server is not None:
            self._server.close()

    def _take(self) -> None:
        assert self._server is not None
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.setReadBufferSize(MOST_BYTES)
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            QTimer.singleShot(PATIENCE_MS, socket, socket.abort)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MOST_BYTES:
                socket.abort()
            return
        wish = _wish(cast("bytes", socket.readLine().data()))
        if wish is None:
            socket.abort()
            return
        socket.write(DONE)
        socket.disconnectFromServer()
        self.wished.emit(wish)


def hand_over(paths: Paths, target: str, text: bytes = b"") -> bool:
    """Leave it to a program that runs already. False where there is none, or it is silent.

    A very long text is left to nobody: two programs may share a profile.
    """
    where = address(paths)
    if sys.platform != "win32" and not Path(where).exists():
        return False
    if len(text) > MOST_BYTES // 2:
        return False
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(where)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    line = {
        "target": target,
        "token": os.environ.get("XDG_ACTIVATION_TOKEN", ""),
        "text": base64.b64encode(text).decode(),
    }
    socket.write(json.dumps(line).encode() + b"\n")
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE_MS):
            return False
    return cast("bytes", socket.readLine().data()) == DONE


def address(paths: Paths) -> str:
    """Where the programs of a profile meet."""
    # It need not be hard to forge, for only this user may open it; and hashlib loads slowly.
    name = f"lesepult-{zlib.crc32(os.fsencode(paths.data.absolute())):08x}"
    if sys.platform == "win32":
        return name
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or paths.cache) / name)


def _wish(line: bytes) -> Wish | None:
    """What a line says; None for what no second start can have written."""
    try:
        match json.loads(line):
            case {"target": str(target), "token": str(token), "text": str(text)} if (
                "\0" not in target + token
            ):
                return Wish(target, token, base64.b64decode(text, validate=True))
            case _:
                return None
    except (ValueError, RecursionError):
        return None
