"""The voice of the system, which speaks in a process of its own.

On a desktop a service speaks that may hang, by a library that may crash: neither must
hold the window.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject, QProcess, QTimer, Signal

from reader.errors import KnownError

PATIENCE_MS = 10_000  # until a voice takes what it shall say, the start of its process included
GOODBYE_MS = 300
GIVE_UP_MS = 2000


def command(engine: str = "") -> list[str]:
    """What starts the process; `engine` is one of Qt's speech engines, "" for the usual one."""
    return [sys.executable, "-P", "-m", "reader.services.voice_host", *filter(None, [engine])]


class Voice(QObject):
    """Says one thing at a time; `ended` and `failed` are about what was said last."""

    ended = Signal()
    failed = Signal(object)  # KnownError

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None
        self._number = 0
        self._language = ""
        self._rate = 0.0
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._hangs)

    @property
    def process_id(self) -> int:
        """0 while there is no process."""
        return self._process.processId() if self._process is not None else 0

    def say(self, text: str, language: str) -> None:
        """Say that in the language of that code, and nothing else any more."""
        self._number += 1
        self._language = language
        self._patience.start()
        if self._process is None:
            self._process = self._start()
            self._write({"rate": self._rate})
        self._write({"say": text, "id": self._number, "language": language})

    def stop(self) -> None:
        """Be silent."""
        self._number += 1
        self._patience.stop()
        self._write({})

    def set_rate(self, rate: float) -> None:
        """From -1.0 to 1.0; 0.0 is the voice's own."""
        self._rate = rate
        self._write({"rate": rate})

    def close(self) -> None:
        """Be silent and end the process, whatever it does."""
        self.stop()
        self._leave(GOODBYE_MS)

    def _leave(self, patience: int) -> None:
        """Leave the process so many milliseconds to end by itself."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._gone)
            process.errorOccurred.disconnect(self._gone)
            process.closeWriteChannel()
            if not process.waitForFinished(patience):
                process.kill()
                process.waitForFinished(GIVE_UP_MS)
            process.deleteLater()

    def _start(self) -> QProcess:
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._gone)
        process.errorOccurred.connect(self._gone)
        process.start(self._command[0], self._command[1:])
        return process

    def _write(self, wish: dict[str, object]) -> None:
        if self._process is not None:
            self._process.write(json.dumps(wish).encode() + b"\n")

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            told = json.loads(bytes(self._process.readLine().data()))
            if told["id"] == self._number:
                self._take(told["what"], told["words"])

    def _take(self, what: str, words: str) -> None:
        self._patience.stop()
        match what:
            case "taken":
                pass
            case "ended":
                self.ended.emit()
            case "language":
                name = QLocale(self._language).nativeLanguageName()
                told = self.tr("This system has no voice that speaks {0}.").format(name)
                self.failed.emit(KnownError(told, self._advice()))
            case "library":
                told = self.tr("Qt's speech library cannot be loaded: {0}.").format(words)
                self.failed.emit(KnownError(told, self._advice()))
            case _:
                told = self.tr("The voice of the system has failed: {0}").format(words)
                self.failed.emit(KnownError(told))

    def _hangs(self) -> None:
        self._leave(0)
        self.failed.emit(
            KnownError(
                self.tr("The speech service of the system does not answer."),
                self.tr("Try again later, or log in to the system anew."),
            )
        )

    def _gone(self, *_: object) -> None:
        """The process has ended by itself, or could not be started."""
        self._patience.stop()
        self._leave(0)
        self.failed.emit(KnownError(self.tr("What speaks has ended unexpectedly.")))

    def _advice(self) -> str:
        if sys.platform == "win32":
            return self.tr(
                "Add one in Windows' Settings under Time & Language, Speech, Manage voices."
            )
        if sys.platform == "darwin":
            return self.tr(
                "Add one in System Settings under Accessibility, Spoken Content, System Voice."
            )
        return self.tr(
            "Install speech-dispatcher and a voice, as with: "
            "sudo apt install speech-dispatcher speech-dispatcher-espeak-ng"
        )
