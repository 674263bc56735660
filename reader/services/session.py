"""The open document: its translations, its marks, and what was done to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from reader import anchors
from reader.model import (
    Anchor,
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
    text_hash,
)
from reader.services.changes import Changes
from reader.services.renderings import Renderings
from reader.store import Step, Store


class Session(QObject):
    """One open document and everything a window does with it.

    Marks are written to the store before anything shows them; a store that cannot
    be written raises KnownError and leaves the session as it was. `changed` tells
    what to show anew, of the translations too.
    """

    changed = Signal(Changes)

    def __init__(self, store: Store, renderings: Renderings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.renderings = renderings
        self._entry: Entry | None = None
        self._document = Document(title="", paragraphs=())
        self._marks: dict[str, Mark] = {}
        self._places: dict[tuple[int, Side], list[tuple[Span, Mark]]] = {}
        renderings.changed.connect(self.changed)

    # -- the document -------------------------------------------------------

    @property
    def document(self) -> Document:
        return self._document

    @property
    def entry(self) -> Entry | None:
        """The library's record of the open document, None while nothing is open."""
        return self._entry

    def open(self, document: Document, entry: Entry | None = None) -> None:
        """Show a document with its marks and translations.

        Without its entry, the library takes it in now, which takes its time with a book.
        """
        entry = entry or self._store.library.add(document)
        self._entry = entry
        self._document = document
        self.renderings.open(document)
        self._take_marks(self._store.notes.marks(entry.id))
        self.changed.emit(
            Changes.DOCUMENT | Changes.MARKS | Changes.TRANSLATIONS | Changes.LANGUAGES
        )

    def recent(self, limit: int) -> list[Entry]:
        """The documents that were opened last, newest first."""
        return self._store.library.recent(limit)

    def keep_place(self, place: Place) -> None:
        """Remember where the reader is; a store that cannot be written is no reason to stop."""
        if self._entry is not None and place != self._entry.place:
            self._store.library.set_place(self._entry.id, place)
            self._entry = replace(self._entry, place=place)

    # -- marks --------------------------------------------------------------

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks in reading order, those whose place is lost last."""
        return tuple(sorted(self._marks.values(), key=_reading_order))

    def mark(self, mark_id: str) -> Mark | None:
        return self._marks.get(mark_id)

    def marks_at(self, row: int, side: Side) -> list[tuple[Span, Mark]]:
        """What is marked on that side of a paragraph, older marks first.

        A mark on a translation that another engine has replaced is looked for in the new one.
        """
        places = self._places.get((row, side), [])
        if side is Side.SOURCE or not places:
            return places
        rendering = self.renderings.shown(row)
        if rendering is None:
            return []
        now = text_hash(rendering.text)
        found: list[tuple[Span, Mark]] = []
        for span, mark in places:
            anchor = next(a for a in mark.anchors if a.paragraph == row and a.side is side)
            if anchor.hash == now:
                found.append((span, mark))
            elif (place := anchors.locate(anchor, [rendering.text])) is not None:
                found.append((place.span, mark))
        return found

    def place_of(self, mark: Mark) -> tuple[Side, int, Span] | None:
        """Where a mark begins, None when its place is lost."""
        if mark.fit is Fit.ORPHAN:
            return None
        first = mark.anchors[0]
        return first.side, first.paragraph, first.span

    def add_mark(
        self, side: Side, spans: Sequence[tuple[int, Span]], colour: Colour | None, note: str = ""
    ) -> Mark:
        """Mark stretches of text, one a paragraph; without a colour it is a note on them."""
        assert self._entry is not None
        now = _now()
        mark = Mark(
            id=new_id(),
            document=self._entry.id,
            anchors=tuple(
                anchors.make(self.renderings.text(row, side), span, side, row)
                for row, span in spans
            ),
            colour=colour,
            note=note,
            partner="\n".join(self._partner_text(row, side, span) for row, span in spans).strip(),
            created=now,
            changed=now,
        )
        self._commit("Mark" if colour else "Note", [Edit(None, mark)])
        return mark

    def set_colour(self, mark: Mark, colour: Colour) -> None:
        self._change("Colour", mark, replace(mark, colour=colour))

    def set_note(self, mark: Mark, note: str, *, merge: str = "") -> None:
        """Write a mark's note; steps with the same `merge` key are undone as one."""
        self._change("Note", mark, replace(mark, note=note), merge=merge)

    def delete(self, marks: Sequence[Mark]) -> None:
        self._commit("Delete", [Edit(mark, None) for mark in marks])

    def undo(self) -> str | None:
        """Take the last step back; returns its label, or None when there is none."""
        return self._travel(self._store.notes.undo)

    def redo(self) -> str | None:
        return self._travel(self._store.notes.redo)

    @property
    def undo_label(self) -> str | None:
        return self._store.notes.undo_label(self._entry.id) if self._entry else None

    @property
    def redo_label(self) -> str | None:
        return self._store.notes.redo_label(self._entry.id) if self._entry else None

    def snapshot(self) -> Snapshot:
        """All that an exporter needs, as it is now."""
        assert self._entry is not None
        return Snapshot(
            document=self._document,
            document_id=self._entry.id,
            renderings=self.renderings.all(),
            marks=self.marks,
            engine=self.renderings.engine,
            date=date.today().isoformat(),
        )

    def _partner_text(self, row: int, side: Side, span: Span) -> str:
        rendering = self.renderings.rendering(row)
        if rendering is None:
            return ""
        if side is Side.TARGET:
            text = self._document.paragraphs[row].text
            found = [pair.source for pair in rendering.pairs if pair.target.overlaps(span)]
        else:
            text = rendering.text
            found = [pair.target for pair in rendering.pairs if pair.source.overlaps(span)]
        return "".join(part.of(text) for part in found).strip()

    def _change(self, label: str, before: Mark, after: Mark, merge: str = "") -> None:
        if after != before:
            after = replace(after, changed=_now())
            self._commit(label, [Edit(before, after)], merge)

    def _commit(self, label: str, edits: Sequence[Edit], merge: str = "") -> None:
        assert self._entry is not None
        self._store.notes.commit(self._entry.id, label, edits, merge)
        self._apply(edits)

    def _travel(self, step_of: Callable[[str], Step | None]) -> str | None:
        if self._entry is None:
            return None
        step = step_of(self._entry.id)
        if step is None:
            return None
        self._apply(step.edits)
        return step.label

    def _apply(self, edits: Sequence[Edit]) -> None:
        marks = dict(self._marks)
        for edit in edits:
            if edit.before is not None:
                marks.pop(edit.before.id, None)
            if edit.after is not None:
                marks[edit.after.id] = edit.after
        self._take_marks(marks.values())
        self.changed.emit(Changes.MARKS)

    def _take_marks(self, marks: Iterable[Mark]) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._places = {}
        for mark in sorted(self._marks.values(), key=lambda mark: mark.created):
            if mark.fit is not Fit.ORPHAN:
                for anchor in mark.anchors:
                    place = (anchor.paragraph, anchor.side)
                    self._places.setdefault(place, []).append((anchor.span, mark))


def _reading_order(mark: Mark) -> tuple[bool, int, Span, str]:
    first: Anchor = mark.anchors[0]
    return mark.fit is Fit.ORPHAN, first.paragraph, first.span, mark.id


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
