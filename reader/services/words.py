"""Looking a word up, beside the window: what it is, what it means, where else it stands."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import KnownError
from reader.model import Kind, Paragraph, Rendering, Side, Span
from reader.paths import Paths
from reader.segment import sentences
from reader.services.jobs import Err, Jobs, Ok
from reader.services.session import Session
from reader.services.translator import Translator
from reader.services.word_links import WordLinks
from reader.translation.queue import Priority

if TYPE_CHECKING:
    from reader.words.dictionaries import Dictionary, Entry
    from reader.words.lemma import Word

MOST_PLACES = 40
STEM = 5  # letters a form must share with its lemma, or the lemma with it, to be looked at


@dataclass(frozen=True)
class Place:
    """A sentence of the open text that has the word: paragraph, and where in it."""

    row: int
    sentence: Span
    text: str


@dataclass(frozen=True)
class Finding:
    """What the open text tells of a word: what it is, its sentence pair, where else it stands."""

    word: Word
    sentence: str
    english: str
    places: tuple[Place, ...]


# What the dictionaries say, each entry with the title of its dictionary.
Entries = list[tuple[str, "Entry"]]


class WordLookUp(QObject):
    """Works on a thread of its own, and tells what it knows as soon as it knows it.

    The first look-up loads a tagger, and lists the headwords of new dictionaries: seconds.
    `shared` is the folder in which the system keeps dictionaries.
    """

    began = Signal()
    found = Signal(object)  # Finding
    explained = Signal(object)  # Entries
    nothing = Signal()
    translated = Signal(str, str)  # the lemma, what it is by itself

    def __init__(
        self,
        session: Session,
        translator: Translator,
        paths: Paths,
        shared: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shared = shared
        self._session = session
        self._translator = translator
        self._paths = paths
        self._jobs = Jobs(parent=self)
        self._dictionaries: list[Dictionary] | None = None
        self._asked = ""
        self.links = WordLinks(session.renderings, translator, self)
        translator.rendered.connect(self._rendered)

    def look_up(self, row: int, offset: int) -> None:
        """Look up the word at a place of the German text; `found` or `nothing` comes of it."""
        texts = [paragraph.text for paragraph in self._session.document.paragraphs]
        span = next(
            (span for span in sentences(texts[row]) if span.start <= offset < span.end), None
        )
        if span is None:
            self.nothing.emit()
            return
        self.began.emit()
        pair = self._session.renderings.pair_at(row, Side.SOURCE, offset)
        shown = self._session.renderings.text(row, Side.TARGET)
        english = pair.target.of(shown).strip() if pair is not None else ""
        self._jobs.run(
            lambda: self._find(texts, span.of(texts[row]), offset - span.start, english),
            self._done,
        )

    def close(self) -> None:
        self._jobs.close()

    def _find(
        self, texts: Sequence[str], sentence: str, offset: int, english: str
    ) -> Finding | None:
        from reader.words.lemma import analyse

        word = analyse(sentence, offset)
        if word is None:
            return None
        return Finding(word, sentence.strip(), english, tuple(_places(texts, word)))

    def _explain(self, word: Word) -> Entries:
        from reader.words.dictionaries import find

        if self._dictionaries is None:
            self._dictionaries = find(self._paths, self._shared)
        entries: Entries = []
        for dictionary in self._dictionaries:
            with suppress(KnownError):  # a damaged one does not keep the others from helping
                found = dictionary.look_up(word.lemma, word.text)
                entries += [(dictionary.title, entry) for entry in found]
        return entries

    def _done(self, outcome: Ok[Finding | None] | Err) -> None:
        finding = outcome.value if isinstance(outcome, Ok) else None
        if finding is None:
            self.nothing.emit()
            return
        self._asked = finding.word.lemma
        self.found.emit(finding)
        self._translator.ask([Paragraph(Kind.TEXT, self._asked)], Priority.CLICK)
        self._jobs.run(lambda: self._explain(finding.word), self._explained)

    def _explained(self, outcome: Ok[Entries] | Err) -> None:
        self.explained.emit(outcome.value if isinstance(outcome, Ok) else [])

    def _rendered(self, paragraph: Paragraph, rendering: Rendering) -> None:
        if paragraph.text == self._asked:
            self.translated.emit(self._asked, rendering.text)


def _places(texts: Sequence[str], word: Word) -> list[Place]:
    """The sentences that have the lemma, in order; the likely ones alone are analysed."""
    from reader.words.lemma import words

    stems = {form[:STEM].lower() for form in (word.lemma, word.text)}
    if word.particle is not None:
        stems.add(word.text.lower())
    found: list[Place] = []
    for row, text in enumerate(texts):
        lower = text.lower()
        if not any(stem in lower for stem in stems):
            continue
        for span in sentences(text):
            if any(other.lemma == word.lemma for other in words(span.of(text))):
                found.append(Place(row, span, span.of(text).strip()))
                if len(found) == MOST_PLACES:
                    return found
    return found
