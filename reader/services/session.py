"""The open document: its translations, its marks, and what was done to them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from reader.model import (
    Colour,
    Document,
    Edit,
    Entry,
    Fit,
    Mark,
    Place,
    Side,
    Snapshot,
    Span,
    new_id,
)
from reader.phrases import Phrase
from reader.services import pairing, placing
from reader.services.changes import Changes
from reader.services.marks import Marks
from reader.services.renderings import Renderings
from reader.services.word_list import WordList
from reader.store import Step, Store
from reader.store.notes import Notes

AT_ONCE = 2_000  # marks that a step may change in the window's thread, else held for too long

_Done: TypeAlias = tuple[Sequence[Edit], Marks]


class Session(QObject):
    """One open document and everything a window does with it.

    Marks are written to the store before anything shows them; a store that cannot
    be written raises KnownError and leaves the session as it was. `changed` tells
    what to show anew, of the translations too; before it, `edited` tells each step
    that was done to marks and words, taken back or done again. `slowly` does the work of
    very large steps, with a store for it, and returns when it is done.
    """

    changed = Signal(Changes)
    edited = Signal(object)  # tuple[Edit, ...]

    def __init__(self, store: Store, renderings: Renderings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.renderings = renderings
        self.slowly: Callable[[Callable[[Store], _Done]], _Done] = lambda work: work(store)
        self._entry: Entry | None = None
        self._document = Document(title="", paragraphs=())
        self._marks = Marks()
        self.words = WordList(store, self)
        renderings.changed.connect(self.changed)

    # -- the document -------------------------------------------------------

    @property
    def document(self) -> Document:
        return self._document

    @property
    def entry(self) -> Entry | None:
        """The library's record of the open document, None while nothing is open."""
        return self._entry

    def open(
        self, document: Document, entry: Entry | None = None, marks: Marks | None = None
    ) -> None:
        """Show a document; entry and marks that are not given the store has, in its time."""
        entry = entry or self._store.library.add(document)
        self._entry = entry
        self._document = document
        self.renderings.open(document)
        self._marks = Marks(self._store.notes.marks(entry.id)) if marks is None else marks
        self.changed.emit(
            Changes.DOCUMENT | Changes.MARKS | Changes.TRANSLATIONS | Changes.LANGUAGES
        )

    def take_up(self, documents: Collection[str]) -> None:
        """Show what was done elsewhere to the notes of these documents, if one is open here."""
        if self._entry is None or self._entry.id not in documents:
            return
        entry = self._entry.id
        marks = self._marks

        def differences(store: Store) -> Sequence[Edit]:
            return marks.differences(store.notes.marks(entry))

        self._do(max(len(marks), self._store.notes.count(entry)), differences)
        self.changed.emit(Changes.ELSEWHERE)

    def recent(self, limit: int) -> list[Entry]:
        """The documents that were opened last, newest first."""
        return self._store.library.recent(limit)

    def keep_place(self, place: Place) -> None:
        """Remember where the reader is; a store that cannot be written is no reason to stop."""
        if self._entry is not None and place != self._entry.place:
            self._store.library.set_place(self._entry.id, place)
            self._entry = replace(self._entry, place=place)

    def keep_read(self, paragraphs: int) -> None:
        """Remember that so many paragraphs were read, unless there were more before."""
        if self._entry is not None and paragraphs > self._entry.read:
            self._store.library.set_read(self._entry.id, paragraphs)
            self._entry = replace(self._entry, read=paragraphs)

    def keep_mode(self, mode: str) -> None:
        """Remember how the reader has the document on the page."""
        if self._entry is not None and mode != self._entry.mode:
            self._store.library.set_mode(self._entry.id, mode)
            self._entry = replace(self._entry, mode=mode)

    def keep_language(self, language: str, warnings: Sequence[str]) -> None:
        """Remember which language the text is in; `warnings` still hold of it."""
        if self._entry is not None:
            self._store.library.set_language(self._entry.id, language, warnings)
            self._entry = replace(self._entry, language=language)
            self._document = replace(self._document, language=language, warnings=tuple(warnings))

    # -- marks --------------------------------------------------------------

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks in reading order: notes on the document first, lost ones last."""
        return self._marks.all()

    @property
    def marks_by_time(self) -> tuple[Mark, ...]:
        """All marks, the newest first."""
        return self._marks.by_time()

    @property
    def mark_texts(self) -> Mapping[str, str]:
        """All that is written in each mark, folded, by its id."""
        return self._marks.texts

    @property
    def mark_count(self) -> int:
        return len(self._marks)

    @property
    def tags(self) -> Mapping[str, int]:
        """The tags of the document's marks, and how many have them."""
        return self._marks.tags

    def mark(self, mark_id: str) -> Mark | None:
        return self._marks.get(mark_id)

    def marks_at(self, row: int, side: Side) -> list[tuple[Span, Mark]]:
        """What is marked on that side of a paragraph, older marks first.

        A mark on a translation that another one has replaced is looked for in the new one.
        """
        places = self._marks.at(row, side)
        if side is Side.SOURCE or not places:
            return places
        rendering = self.renderings.shown(row)
        if rendering is None:
            return []
        found: list[tuple[Span, Mark]] = []
        for _, mark in places:
            span = pairing.located(pairing.anchor_in(mark, row, side), rendering.text)
            if span is not None:
                found.append((span, mark))
        return found

    def partners_at(self, row: int, side: Side) -> list[tuple[Span, Mark]]:
        """The sentences on that side of a paragraph that belong to marks on the other.

        A mark on the English whose words are in another translation no longer shows so on
        both sides. A note on a whole paragraph belongs to no sentence.
        """
        on_source = self._marks.at(row, Side.SOURCE) if side is Side.TARGET else []
        on_target = self._marks.at(row, Side.TARGET)
        if not (on_source or on_target):
            return []
        rendering = self.renderings.rendering(row)
        if rendering is None:
            return []
        german = self._document.paragraphs[row].text
        text = german if side is Side.SOURCE else rendering.text
        found: list[tuple[Span, Mark]] = []
        for own_side, places in ((Side.SOURCE, on_source), (Side.TARGET, on_target)):
            for _, mark in places:
                anchor = pairing.anchor_in(mark, row, own_side)
                is_here = own_side is side and pairing.located(anchor, rendering.text) is not None
                if mark.colour is not None and not is_here:
                    pairs = pairing.pairs_of(mark, anchor, german, rendering)
                    found += [(span, mark) for span in pairing.sentences(pairs, side, text)]
        return found

    def place_of(self, mark: Mark) -> tuple[Side, int, Span] | None:
        """Where a mark begins, None when its place is lost, or when it is on the document.

        A mark on words that another translation does not have begins with its sentence.
        """
        if mark.fit is Fit.ORPHAN or not mark.anchors:
            return None
        first = mark.anchors[0]
        rendering = self.renderings.rendering(first.paragraph)
        if first.side is Side.TARGET and rendering is not None:
            span = pairing.located(first, rendering.text)
            if span is not None:
                return first.side, first.paragraph, span
            german = self._document.paragraphs[first.paragraph].text
            pairs = pairing.pairs_of(mark, first, german, rendering)
            spans = pairing.sentences(pairs, Side.SOURCE, german)
            return Side.SOURCE, first.paragraph, spans[0] if spans else Span(0, 0)
        return first.side, first.paragraph, first.span

    def add_mark(
        self, side: Side, spans: Sequence[tuple[int, Span]], colour: Colour | None, note: str = ""
    ) -> Mark:
        """Mark stretches of text, one a paragraph; without a colour it is a note on them.

        Without stretches it is a note on the document.
        """
        assert self._entry is not None
        now = _now()
        mark = Mark(
            id=new_id(),
            document=self._entry.id,
            anchors=(),
            colour=colour,
            note=note,
            partner="",
            created=now,
            changed=now,
        )
        label = Phrase("Mark") if colour else Phrase("Note")
        self.commit(label, [Edit(None, self._placed(mark, side, spans))])
        return self._marks.get(mark.id) or mark

    def set_colour(self, marks: Sequence[Mark], colour: Colour) -> None:
        """Give marks a colour; notes on a paragraph or the document have none."""
        coloured = [mark for mark in marks if mark.colour is not None]
        self._change(Phrase("Colour"), coloured, lambda mark: replace(mark, colour=colour))

    def set_note(self, mark: Mark, note: str, *, merge: str = "") -> None:
        """Write a mark's note; steps with the same `merge` key are undone as one."""
        self._change(Phrase("Note"), [mark], lambda mark: replace(mark, note=note), merge)

    def set_tags(self, mark: Mark, tags: Sequence[str]) -> None:
        """Give a mark these tags and no others."""
        self._change(Phrase("Tags"), [mark], lambda mark: replace(mark, tags=tuple(tags)))

    def add_tags(self, marks: Sequence[Mark], tags: Sequence[str]) -> None:
        """Give marks these tags beside those they have."""
        self._change(
            Phrase("Tags"),
            marks,
            lambda mark: replace(mark, tags=tuple(dict.fromkeys((*mark.tags, *tags)))),
        )

    def place(self, mark: Mark, side: Side, spans: Sequence[tuple[int, Span]]) -> None:
        """Put a mark, as one whose place is lost, on other stretches of text."""
        self._change(Phrase("Place"), [mark], lambda mark: self._placed(mark, side, spans))

    def confirm(self, mark: Mark) -> None:
        """Take a mark's likeliest place for the right one."""
        if mark.fit is Fit.NEAR:
            self._change(Phrase("Place"), [mark], self._confirmed)

    def delete(self, marks: Sequence[Mark]) -> None:
        self._change(Phrase("Delete"), marks, lambda _: None)

    def undo(self) -> str | None:
        """Take the last step back; returns its label, or None when there is none."""
        return self._travel(Notes.undo, Notes.undo_size)

    def redo(self) -> str | None:
        return self._travel(Notes.redo, Notes.redo_size)

    @property
    def undo_label(self) -> str | None:
        return self._store.notes.undo_label(self._entry.id) if self._entry else None

    @property
    def redo_label(self) -> str | None:
        return self._store.notes.redo_label(self._entry.id) if self._entry else None

    def snapshot(
        self,
        marks: Collection[Mark] | None = None,
        *,
        whole: bool = True,
        colour_names: Mapping[Colour, str] | None = None,
    ) -> Snapshot:
        """All that an exporter needs, as it is now; of the marks these, or all.

        Unless it is wanted `whole`, only the translations of what is marked come along.
        """
        assert self._entry is not None
        chosen = self.marks if marks is None else tuple(marks)
        rows = {anchor.paragraph for mark in chosen for anchor in mark.anchors}
        return Snapshot(
            document=self._document,
            document_id=self._entry.id,
            renderings=self.renderings.all() if whole else self.renderings.some(rows),
            marks=chosen,
            engine=self.renderings.engine,
            date=date.today().isoformat(),
            words=self.words.here,
            colour_names=colour_names or {},
        )

    def commit(self, label: str, edits: Sequence[Edit], merge: str = "") -> None:
        """Do a step to marks and words: write it to the store, then show it.

        Steps with the same, non-empty `merge` key are undone as one.
        """
        assert self._entry is not None
        document = self._entry.id

        def work(store: Store) -> Sequence[Edit]:
            store.notes.commit(document, label, edits, merge)
            return edits

        if edits:
            self._do(len(edits), work)

    def _placed(self, mark: Mark, side: Side, spans: Sequence[tuple[int, Span]]) -> Mark:
        return placing.placed(mark, side, spans, self._document, self.renderings)

    def _confirmed(self, mark: Mark) -> Mark:
        return placing.confirmed(mark, self._document, self.renderings)

    def _change(
        self,
        label: str,
        marks: Sequence[Mark],
        change: Callable[[Mark], Mark | None],
        merge: str = "",
    ) -> None:
        """Change marks in one step, or delete them; those that stay as they are are not touched."""
        assert self._entry is not None
        document, now = self._entry.id, _now()

        def work(store: Store) -> Sequence[Edit]:
            pairs = ((mark, change(mark)) for mark in marks)
            edits = [
                Edit(before, None if after is None else replace(after, changed=now))
                for before, after in pairs
                if after != before
            ]
            if edits:
                store.notes.commit(document, label, edits, merge)
            return edits

        self._do(len(marks), work)

    def _travel(
        self, step_of: Callable[[Notes, str], Step | None], size_of: Callable[[Notes, str], int]
    ) -> str | None:
        if self._entry is None:
            return None
        document, label = self._entry.id, None

        def work(store: Store) -> Sequence[Edit]:
            nonlocal label
            step = step_of(store.notes, document)
            label = step.label if step else None
            return step.edits if step else ()

        self._do(size_of(self._store.notes, document), work)
        return label

    def _do(self, size: int, work: Callable[[Store], Sequence[Edit]]) -> None:
        """Have something done to about so many marks and words, then show it."""
        if size <= AT_ONCE:
            edits = work(self._store)
            self._marks.apply(edits)
        else:
            marks = self._marks

            def slow(store: Store) -> _Done:
                edits = work(store)
                return edits, marks.after(edits)

            edits, after = self.slowly(slow)
            if self._marks is not marks:
                return  # another text was opened meanwhile
            self._marks = after
        if edits:
            self.edited.emit(tuple(edits))
            self.changed.emit(Changes.MARKS)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
