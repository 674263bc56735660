"""Reads the text aloud, sentence by sentence, with a voice of the system."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QLoggingCategory, QObject, Signal

from reader.errors import KnownError
from reader.model import Kind, Span
from reader.segment import sentences
from reader.services.changes import Changes
from reader.services.session import Session

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

STEPS = 10  # of speed, below and above the voice's own


class Saying(Enum):
    """What a voice is doing."""

    NOTHING = auto()
    SPEAKING = auto()
    PAUSED = auto()


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence of the text that is read aloud."""

    row: int
    span: Span


class Speech(QObject):
    """A reader of the session's text.

    `changed` is emitted whenever `saying` or `utterance` is another one, `trouble` with a
    KnownError when the system cannot speak. `engine` is one of Qt's speech engines, ""
    for the usual one of the system.
    """

    changed = Signal()
    trouble = Signal(object)

    def __init__(self, session: Session, engine: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._engine = engine
        self._voice: QTextToSpeech | None = None
        self._following: Iterator[Utterance] = iter(())
        self._begun = False
        self._speed = 0
        self.saying = Saying.NOTHING
        self.utterance: Utterance | None = None
        session.changed.connect(self._session_changed)

    def start(self, row: int, offset: int) -> None:
        """Read from the sentence at that place to the end of the text.

        Raises KnownError where the system has no voice for the language of the text.
        """
        self._voice = voice = self._ready_voice()
        voice.setRate(self._speed / STEPS)
        self._following = self._utterances(row, offset)
        self._next()

    def pause(self) -> None:
        """Stop in mid-sentence; going on begins the sentence anew, which learners like."""
        if self.saying is Saying.SPEAKING and self._voice is not None:
            self._tell(Saying.PAUSED, self.utterance)
            self._voice.stop()

    def go_on(self) -> None:
        """Speak on after a pause."""
        if self.saying is Saying.PAUSED and self.utterance is not None:
            self._say(self.utterance)

    def skip(self) -> None:
        """Go on with the next sentence."""
        if self.saying is not Saying.NOTHING:
            self._next()

    def stop(self) -> None:
        if self.saying is not Saying.NOTHING:
            self._tell(Saying.NOTHING, None)
            if self._voice is not None:
                self._voice.stop()

    def set_speed(self, steps: int) -> None:
        """Faster or slower than the voice's own speed, from -STEPS to STEPS."""
        self._speed = max(-STEPS, min(STEPS, steps))
        if self._voice is not None:
            self._voice.setRate(self._speed / STEPS)

    def _utterances(self, row: int, offset: int) -> Iterator[Utterance]:
        language, _ = self._session.renderings.languages
        paragraphs = self._session.document.paragraphs
        for number in range(row, len(paragraphs)):
            if paragraphs[number].kind is Kind.CODE:
                continue
            text = paragraphs[number].text
            for span in sentences(text, language):
                if span.of(text).strip() and (number > row or span.end > offset):
                    yield Utterance(number, span)

    def _next(self) -> None:
        utterance = next(self._following, None)
        if utterance is None:
            self.stop()
        else:
            self._say(utterance)

    def _say(self, utterance: Utterance) -> None:
        assert self._voice is not None
        text = self._session.document.paragraphs[utterance.row].text
        self._begun = False
        self._tell(Saying.SPEAKING, utterance)
        self._voice.say(utterance.span.of(text))

    def _tell(self, saying: Saying, utterance: Utterance | None) -> None:
        self.saying = saying
        self.utterance = utterance
        self.changed.emit()

    def _voice_changed(self, state: QTextToSpeech.State) -> None:
        """A voice tells of its stops late: what ends counts only once it has begun."""
        if state.name == "Speaking":
            self._begun = True
        elif state.name == "Ready" and self._begun and self.saying is Saying.SPEAKING:
            self._next()

    def _failed(self, _reason: object, words: str) -> None:
        if self.saying is not Saying.NOTHING:
            self._tell(Saying.NOTHING, None)
            self.trouble.emit(
                KnownError(self.tr("The voice of the system has failed: {0}").format(words))
            )

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self.stop()

    def _ready_voice(self) -> QTextToSpeech:
        """The voice, speaking the language of the text."""
        if self._voice is None:
            self._voice = self._make_voice()
        code, _ = self._session.renderings.languages
        wanted = QLocale(code).language()
        locales = [at for at in self._voice.availableLocales() if at.language() == wanted]
        if not locales:
            raise KnownError(
                self.tr("This system has no voice that speaks {0}.").format(
                    QLocale(code).nativeLanguageName()
                ),
                self._advice(),
            )
        # A reader's own country first: Swiss or Austrian German, if there is such a voice.
        here = QLocale.system()
        self._voice.setLocale(here if here in locales else locales[0])
        return self._voice

    def _make_voice(self) -> QTextToSpeech:
        # Qt's sound library says on loading which sound servers are not installed.
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as error:
            raise KnownError(
                self.tr("Qt's speech library cannot be loaded: {0}.").format(error), self._advice()
            ) from error
        voice = QTextToSpeech(self._engine, self) if self._engine else QTextToSpeech(self)
        voice.stateChanged.connect(self._voice_changed)
        voice.errorOccurred.connect(self._failed)
        return voice

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
