"""The words a reader keeps to learn, of the open document and of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader import anchors
from reader.model import Edit, Entry, Fit, Side, Span, Word, new_id
from reader.phrases import Phrase
from reader.services.changes import Changes

if TYPE_CHECKING:
    from reader.services.session import Session
    from reader.store import Store


@dataclass(frozen=True)
class Draft:
    """A word that may be kept: where it stands, and what is known of it."""

    row: int
    span: Span
    lemma: str
    part: str
    sentence: str
    partner: str


class WordList(QObject):
    """Words are written to the store at once; steps can be undone where their document is open.

    Every change raises KnownError where the store cannot be written, and then changes nothing.
    """

    changed = Signal()

    def __init__(self, store: Store, session: Session) -> None:
        super().__init__(session)
        self._store = store
        self._session = session
        self._here: tuple[Word, ...] = ()
        session.edited.connect(self._edited)
        session.changed.connect(self._session_changed)

    @property
    def here(self) -> tuple[Word, ...]:
        """The words of the open document, in the order they were met."""
        return self._here

    def everywhere(self) -> tuple[Word, ...]:
        """The words of all documents of the library, in the order they were met."""
        return self._store.notes.words()

    def entries(self, words: Sequence[Word]) -> Mapping[str, Entry]:
        """The documents of these words, by id."""
        documents = dict.fromkeys(word.document for word in words)
        found = {name: self._store.library.find(name) for name in documents}
        return {name: entry for name, entry in found.items() if entry is not None}

    def kept(self, lemma: str, part: str) -> Word | None:
        """The word of the open document with that lemma, if it is in the list."""
        return next((w for w in self._here if (w.lemma, w.part) == (lemma, part)), None)

    def add(self, draft: Draft, meaning: str) -> Word:
        """Keep a word. One that is in the list stays as it is.

        A meaning that is set next, with the word's id to merge, is part of the same step.
        """
        kept = self.kept(draft.lemma, draft.part)
        if kept is not None:
            return kept
        entry = self._session.entry
        assert entry is not None
        text = self._session.document.paragraphs[draft.row].text
        now = _now()
        word = Word(
            id=new_id(),
            document=entry.id,
            anchor=anchors.make(text, draft.span, Side.SOURCE, draft.row),
            lemma=draft.lemma,
            part=draft.part,
            meaning=meaning.strip(),
            sentence=draft.sentence,
            partner=draft.partner,
            created=now,
            changed=now,
        )
        self._session.commit(Phrase("Add Word"), [Edit(None, word)], merge=word.id)
        return word

    def set_meaning(self, word: Word, meaning: str, *, merge: str = "") -> None:
        """Write a word's meaning; steps with the same `merge` key are undone as one."""
        meaning = meaning.strip()
        if meaning != word.meaning:
            after = replace(word, meaning=meaning, changed=_now())
            self._commit(Phrase("Meaning"), [Edit(word, after)], merge)

    def delete(self, words: Sequence[Word]) -> None:
        self._commit(Phrase("Delete Words"), [Edit(word, None) for word in words])

    def put_back(self, words: Sequence[Word]) -> None:
        """Take back a deletion; words that are there again by other means stay as they are."""
        there = {word.id for word in self.everywhere()}
        self._commit(Phrase("Put Back Words"), [Edit(None, w) for w in words if w.id not in there])

    def place_of(self, word: Word) -> tuple[int, Span] | None:
        """Where a word of the open document stands: its paragraph and its span there.

        None where the place is lost, or the word is another document's.
        """
        entry = self._session.entry
        if entry is None or word.document != entry.id or word.fit is Fit.ORPHAN:
            return None
        return word.anchor.paragraph, word.anchor.span

    def _commit(self, label: str, edits: Sequence[Edit], merge: str = "") -> None:
        """Each edit in the history of its own document."""
        entry = self._session.entry
        by_document: dict[str, list[Edit]] = {}
        for edit in edits:
            word = edit.before or edit.after
            if word is not None:
                by_document.setdefault(word.document, []).append(edit)
        for document, own in by_document.items():
            if entry is not None and document == entry.id:
                self._session.commit(label, own, merge)
            else:
                self._store.notes.commit(document, label, own, merge)
                self.changed.emit()

    def _edited(self, edits: Sequence[Edit]) -> None:
        if any(isinstance(edit.before or edit.after, Word) for edit in edits):
            self._read()

    def _session_changed(self, changes: Changes) -> None:
        if changes & (Changes.DOCUMENT | Changes.ELSEWHERE):
            self._read()

    def _read(self) -> None:
        entry = self._session.entry
        self._here = () if entry is None else self._store.notes.words(entry.id)
        self.changed.emit()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
