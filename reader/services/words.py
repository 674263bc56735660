"""Looking a word up, beside the window: what it is, what it means, where else it stands."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.errors import KnownError
from reader.model import Document, Kind, Paragraph, Rendering, SentencePair, Side, Span
from reader.paths import Paths
from reader.segment import sentences
from reader.services import word_places
from reader.services.changes import Changes
from reader.services.jobs import Err, Jobs, Ok
from reader.services.session import Session
from reader.services.translator import Translator
from reader.services.word_links import WordLinks
from reader.services.word_list import Draft
from reader.services.word_places import Place
from reader.translation.queue import Priority

if TYPE_CHECKING:
    from reader.words.dictionaries import Dictionary, Entry
    from reader.words.lemma import Word

MOST_PLACES = 40

# Seconds of searching before whatever else waits has its turn.
_TURN_S = 0.05


@dataclass(frozen=True)
class Finding:
    """A word of the open text, in its sentence.

    `sentence` is where that stands in the paragraph `row`; the word's own spans count from
    its start. `pair` is its sentence pair, and `english` its English, once that is shown.
    """

    row: int
    sentence: Span
    text: str
    word: Word
    pair: SentencePair | None = None
    english: str = ""

    @property
    def span(self) -> Span:
        """Where the word stands in its paragraph."""
        return self._in_paragraph(self.word.span)

    @property
    def particle(self) -> Span | None:
        """Where the separated particle of a verb stands in its paragraph."""
        particle = self.word.particle
        return None if particle is None else self._in_paragraph(particle)

    @property
    def draft(self) -> Draft:
        """The word as it may be kept."""
        word = self.word
        sentence = self.text.strip()
        return Draft(self.row, self.span, word.lemma, word.kind.value, sentence, self.english)

    def _in_paragraph(self, span: Span) -> Span:
        return Span(self.sentence.start + span.start, self.sentence.start + span.end)


# What the dictionaries say, each entry with the title of its dictionary.
Entries = list[tuple[str, "Entry"]]


class WordLookUp(QObject):
    """Works on threads of its own, and tells what it knows as soon as it knows it.

    The first look-up loads a tagger, half a second, and lists the headwords of new
    dictionaries, some seconds on another thread, so that the next word need not wait.
    `shared` is the folder in which the system keeps dictionaries.
    """

    began = Signal()
    found = Signal(object)  # Finding
    paired = Signal(object)  # the same Finding, now with its English
    matched = Signal(str)  # the English words of the word found, in its sentence; "" for none
    explained = Signal(object)  # Entries
    placed = Signal(object)  # tuple[Place, ...], all but the sentence of the word itself
    nothing = Signal()  # is there, or no longer: the text is another
    translated = Signal(str, str)  # the lemma, what it is by itself
    imported = Signal(str)  # the title of a dictionary
    trouble = Signal(object)  # KnownError

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
        self._dictionary_jobs = Jobs(parent=self)
        self._dictionaries: list[Dictionary] | None = None
        self._closing = False
        self._finding: Finding | None = None
        self.links = WordLinks(session.renderings, translator, self)
        translator.rendered.connect(self._rendered)
        self.links.found.connect(self._tell_matches)
        session.changed.connect(self._session_changed)
        session.renderings.row_changed.connect(self._row_changed)

    @property
    def finding(self) -> Finding | None:
        """The word that was looked up last, None where there is none."""
        return self._finding

    @property
    def has_dictionaries(self) -> bool:
        """Whether any dictionary was found, as far as is known by now."""
        return bool(self._dictionaries)

    def look_up(self, row: int, offset: int) -> None:
        """Look up the word at a place of the German text; `found` or `nothing` comes of it."""
        document = self._session.document
        text = document.paragraphs[row].text
        span = next((s for s in sentences(text) if s.start <= offset < s.end), None)
        self._finding = None
        if span is None:
            self.nothing.emit()
            return
        self.began.emit()
        work = partial(_find, row, span, span.of(text), offset)
        self._jobs.run(work, partial(self._done, document))

    def matches(self, finding: Finding) -> str:
        """The English words of a word in its sentence, "" where they are not known.

        Words that do not stand together have an ellipsis between them.
        """
        if finding.pair is None:
            return ""
        spans = [finding.span, *([finding.particle] if finding.particle is not None else [])]
        partners = {
            partner
            for span in spans
            for partner in self.links.partners(finding.row, finding.pair, Side.SOURCE, span)[1]
        }
        text = self._session.renderings.text(finding.row, Side.TARGET)
        joined = ""
        end = 0
        for partner in sorted(partners):
            if joined:
                joined += " " if text[end : partner.start].isspace() else " … "
            joined += partner.of(text)
            end = partner.end
        return joined

    def import_dictionary(self, file: Path) -> None:
        """Copy a dictionary into the profile; `imported` or `trouble` comes of it."""
        self._dictionary_jobs.run(lambda: self._import(file), self._import_done)

    def close(self) -> None:
        self._closing = True
        self._jobs.close()
        self._dictionary_jobs.close()

    def _import(self, file: Path) -> str:
        from reader.words.dictionaries import import_file

        dictionary = import_file(file, self._paths)
        dictionary.prepare(lambda: self._closing)
        self._dictionaries = None
        return dictionary.title

    def _import_done(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self.trouble.emit(outcome.error)
            return
        self.imported.emit(outcome.value)
        if self._finding is not None:
            self._ask_dictionaries(self._finding)

    def _explain(self, word: Word) -> Entries:
        from reader.words.dictionaries import find

        if self._dictionaries is None:
            self._dictionaries = find(self._paths, self._shared)
        # „forderte“ of „forderte … auf“ is another verb.
        forms = (word.lemma,) if word.particle is not None else (word.lemma, word.text)
        entries: Entries = []
        for dictionary in self._dictionaries:
            with suppress(KnownError):  # a damaged one does not keep the others from helping
                dictionary.prepare(lambda: self._closing)
                found = dictionary.look_up(*forms)
                entries += [(dictionary.title, entry) for entry in found]
        return entries

    def _done(self, document: Document, outcome: Ok[Finding | None] | Err) -> None:
        if document is not self._session.document:
            return
        found = outcome.value if isinstance(outcome, Ok) else None
        if found is None:
            self._finding = None
            self.nothing.emit()
            return
        self._finding = finding = self._paired(found)
        self.found.emit(finding)
        self._ask_links(finding)
        self._translator.ask([Paragraph(Kind.TEXT, finding.word.lemma)], Priority.CLICK)
        self._ask_dictionaries(finding)
        paragraphs = self._session.document.paragraphs
        self._search(finding, word_places.search(finding.word, paragraphs), ())

    def _ask_dictionaries(self, finding: Finding) -> None:
        work = partial(self._explain, finding.word)
        self._dictionary_jobs.run(work, partial(self._explained, finding))

    def _explained(self, finding: Finding, outcome: Ok[Entries] | Err) -> None:
        if self._is_asked(finding):
            self.explained.emit(outcome.value if isinstance(outcome, Ok) else [])

    def _search(
        self, finding: Finding, search: Iterator[Place | None], found: tuple[Place, ...]
    ) -> None:
        """Go on searching in the background, unless another word is asked about by now."""
        if self._is_asked(finding):
            self._jobs.run(lambda: _turn(search, found), partial(self._searched, finding, search))

    def _searched(
        self,
        finding: Finding,
        search: Iterator[Place | None],
        outcome: Ok[tuple[tuple[Place, ...], bool]] | Err,
    ) -> None:
        if not self._is_asked(finding) or isinstance(outcome, Err):
            return
        found, is_done = outcome.value
        if not is_done:
            self._search(finding, search, found)
            return
        here = (finding.row, finding.sentence)
        self.placed.emit(tuple(place for place in found if (place.row, place.sentence) != here))

    def _paired(self, finding: Finding) -> Finding:
        """With its English, where that is shown by now."""
        renderings = self._session.renderings
        pair = renderings.pair_at(finding.row, Side.SOURCE, finding.span.start)
        if pair is None:
            return finding
        english = pair.target.of(renderings.text(finding.row, Side.TARGET)).strip()
        return replace(finding, pair=pair, english=english)

    def _ask_links(self, finding: Finding) -> None:
        if finding.pair is not None:
            self.links.ask(finding.row, finding.pair)
            self._tell_matches()

    def _is_asked(self, finding: Finding) -> bool:
        return self._finding is not None and self._finding.word is finding.word

    def _tell_matches(self) -> None:
        finding = self._finding
        if finding is None or finding.pair is None:
            return
        if self.links.known(finding.row, finding.pair) is not None:
            self.matched.emit(self.matches(finding))

    def _rendered(self, paragraph: Paragraph, rendering: Rendering) -> None:
        if self._finding is not None and paragraph.text == self._finding.word.lemma:
            self.translated.emit(paragraph.text, rendering.text)

    def _row_changed(self, row: int) -> None:
        """A click that looks a word up has its paragraph translated too: here it comes."""
        finding = self._finding
        if finding is not None and finding.row == row and finding.pair is None:
            self._finding = finding = self._paired(finding)
            if finding.pair is not None:
                self.paired.emit(finding)
                self._ask_links(finding)

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._finding = None
            self.nothing.emit()


def _find(row: int, span: Span, sentence: str, offset: int) -> Finding | None:
    from reader.words.lemma import analyse

    word = analyse(sentence, offset - span.start)
    return None if word is None else Finding(row, span, sentence, word)


def _turn(search: Iterator[Place | None], found: Sequence[Place]) -> tuple[tuple[Place, ...], bool]:
    """Search for a while; gives all that was found, and whether that is the end."""
    end = time.monotonic() + _TURN_S
    places = list(found)
    for place in search:
        if place is not None:
            places.append(place)
        if len(places) > MOST_PLACES:
            return tuple(places), True
        if time.monotonic() > end:
            return tuple(places), False
    return tuple(places), True
