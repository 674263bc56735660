"""Reads the text aloud, sentence by sentence, with a voice of the system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from reader.errors import KnownError
from reader.model import Kind, Span
from reader.segment import sentences
from reader.services.changes import Changes
from reader.services.session import Session
from reader.services.voice import Voice

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
    KnownError when the system cannot speak.
    """

    changed = Signal()
    trouble = Signal(object)

    def __init__(self, session: Session, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._voice = voice
        self._following: Iterator[Utterance] = iter(())
        self.saying = Saying.NOTHING
        self.utterance: Utterance | None = None
        voice.ended.connect(self._ended)
        voice.failed.connect(self._failed)
        session.changed.connect(self._session_changed)

    def start(self, row: int, offset: int) -> None:
        """Read from the sentence at that place to the end of the text."""
        self._following = self._utterances(row, offset)
        self._next()

    def pause(self) -> None:
        """Stop in mid-sentence; going on begins the sentence anew, which learners like."""
        if self.saying is Saying.SPEAKING:
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
            self._voice.stop()

    def set_speed(self, steps: int) -> None:
        """Faster or slower than the voice's own speed, from -STEPS to STEPS."""
        self._voice.set_rate(max(-STEPS, min(STEPS, steps)) / STEPS)

    def close(self) -> None:
        """Be silent for good."""
        self._voice.close()

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
        text = self._session.document.paragraphs[utterance.row].text
        self._tell(Saying.SPEAKING, utterance)
        self._voice.say(utterance.span.of(text), self._session.renderings.languages[0])

    def _tell(self, saying: Saying, utterance: Utterance | None) -> None:
        self.saying = saying
        self.utterance = utterance
        self.changed.emit()

    def _ended(self) -> None:
        if self.saying is Saying.SPEAKING:
            self._next()

    def _failed(self, error: KnownError) -> None:
        if self.saying is not Saying.NOTHING:
            self._tell(Saying.NOTHING, None)
            self.trouble.emit(error)

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self.stop()
