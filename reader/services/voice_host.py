"""The speaking child: `python -m reader.services.voice_host [ENGINE]`.

It reads wishes from standard input and says on standard output what came of them, one
JSON object a line; `services.voice` is its other end. ENGINE is one of Qt's speech engines,
without it the usual one of the system. It ends when its input does.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QLoggingCategory, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech


class Host(QObject):
    """Has a voice of the system say one thing at a time."""

    heard = Signal(dict)
    left = Signal()

    def __init__(self, engine: str) -> None:
        super().__init__()
        self._engine = engine
        self._voice: QTextToSpeech | None = None
        self._number = 0
        self._begun = False
        self._rate = 0.0
        # What libraries print must not get among what is told.
        self._out = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)
        self.heard.connect(self._take)

    def listen(self) -> None:
        """Hand on what is read; to be run in a thread of its own, for reading waits."""
        for line in sys.stdin.buffer:
            self.heard.emit(json.loads(line))
        self.left.emit()

    def stop(self) -> None:
        """Be silent."""
        self._number = 0
        if self._voice is not None:
            self._voice.stop()

    def _take(self, wish: dict[str, object]) -> None:
        match wish:
            case {"say": str(text), "id": int(number), "language": str(language)}:
                self._number, self._begun = number, False
                self._say(text, language)
            case {"rate": float(rate)}:
                self._rate = rate
                if self._voice is not None:
                    self._voice.setRate(rate)
            case _:
                self.stop()

    def _say(self, text: str, language: str) -> None:
        try:
            self._voice = voice = self._voice or self._make_voice()
        except ImportError as error:
            self._tell("library", str(error))
            return
        wanted = QLocale(language).language()
        locales = [at for at in voice.availableLocales() if at.language() == wanted]
        if not locales:
            self._tell("language")
            return
        voice.stop()  # or else not every engine tells of a new beginning
        # A reader's own country first: Swiss or Austrian German, if there is such a voice.
        here = QLocale.system()
        voice.setLocale(here if here in locales else locales[0])
        voice.setRate(self._rate)
        voice.say(text)
        self._tell("taken")

    def _make_voice(self) -> QTextToSpeech:
        # Qt's sound library says on loading which sound servers are not installed.
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
        from PySide6.QtTextToSpeech import QTextToSpeech

        voice = QTextToSpeech(self._engine, self) if self._engine else QTextToSpeech(self)
        voice.stateChanged.connect(self._voice_changed)
        voice.errorOccurred.connect(self._failed)
        return voice

    def _voice_changed(self, state: QTextToSpeech.State) -> None:
        """A voice tells of its stops late: what ends counts only once it has begun."""
        if state.name == "Speaking":
            self._begun = True
        elif state.name == "Ready" and self._begun:
            self._tell("ended")

    def _failed(self, _reason: object, words: str) -> None:
        self._tell("failed", words)

    def _tell(self, what: str, words: str = "") -> None:
        told = {"what": what, "id": self._number, "words": words}
        self._out.write(json.dumps(told).encode() + b"\n")
        self._out.flush()


def main() -> int:
    """Runs the child. Gives the exit status."""
    application = QCoreApplication(sys.argv[:1])
    host = Host("".join(sys.argv[1:]))
    host.left.connect(host.stop)
    host.left.connect(application.quit)
    threading.Thread(target=host.listen, daemon=True).start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
