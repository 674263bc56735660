"""The open document: its translations, its marks, and what was done to them."""

from __future__ import annotations

import enum
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
    Flag,
    Kind,
    Mark,
    Paragraph,
    Place,
    Rendering,
    SentencePair,
    Side,
    Snapshot,
    Span,
    new_id,
    text_hash,
)
from reader.services.power import on_battery
from reader.services.translator import Translator
from reader.store import Step, Store
from reader.translation.queue import Priority, Progress

AHEAD = 30  # paragraphs below the window that are translated before they are asked for


class Changes(enum.Flag):
    """What is no longer as it was."""

    DOCUMENT = enum.auto()
    MARKS = enum.auto()
    TRANSLATIONS = enum.auto()
    LANGUAGES = enum.auto()


class RowState(enum.Enum):
    """How far the translation of a paragraph is."""

    NONE = enum.auto()
    WAITING = enum.auto()
    DONE = enum.auto()
    FAILED = enum.auto()


class Session(QObject):
    """One open document and everything a window does with it.

    Marks are written to the store before anything shows them; a store that cannot
    be written raises KnownError and leaves the session as it was. `changed` tells
    what to show anew, `row_changed` that one paragraph's translation moved on. While
    `sparing` says so, nothing is translated ahead.
    """

    changed = Signal(Changes)
    row_changed = Signal(int)
    progressed = Signal()

    def __init__(
        self,
        store: Store,
        translator: Translator,
        sparing: Callable[[], bool] = on_battery,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sparing = sparing
        self._store = store
        self._translator = translator
        self.read_ahead = False
        self._languages = ("", "en")
        self._engine = ""
        self._entry: Entry | None = None
        self._document = Document(title="", paragraphs=())
        self._renderings: dict[int, Rendering] = {}
        self._missing: set[int] = set()
        self._waiting: set[int] = set()
        self._seen: dict[int, bool] = {}
        self._failures: dict[int, str] = {}
        self._rows_by_hash: dict[str, list[int]] = {}
        self._marks: dict[str, Mark] = {}
        self._places: dict[tuple[int, Side], list[tuple[Span, Mark]]] = {}
        translator.rendered.connect(self._rendered)
        translator.failed.connect(self._failed)
        translator.progressed.connect(self.progressed)

    # -- the document -------------------------------------------------------

    @property
    def document(self) -> Document:
        return self._document

    @property
    def entry(self) -> Entry | None:
        """The library's record of the open document, None while nothing is open."""
        return self._entry

    @property
    def engine(self) -> str:
        """The id of the engine whose translations are shown."""
        return self._engine

    def open(self, document: Document, entry: Entry | None = None) -> None:
        """Show a document with its marks and translations.

        Without its entry, the library takes it in now, which takes its time with a book.
        """
        entry = entry or self._store.library.add(document)
        self._translator.cancel()
        self._entry = entry
        self._document = document
        self._languages = ("", self._languages[1])
        self._rows_by_hash = {}
        self._waiting = set()
        self._seen = {}
        self._forget_renderings()
        self._take_marks(self._store.notes.marks(entry.id))
        self.changed.emit(
            Changes.DOCUMENT | Changes.MARKS | Changes.TRANSLATIONS | Changes.LANGUAGES
        )

    @property
    def languages(self) -> tuple[str, str]:
        """The codes of the languages translated from (detected or chosen) and into."""
        source, target = self._languages
        return source or self._document.language, target

    def choose_languages(self, source: str = "", target: str = "") -> None:
        """Translate the open document from, or into, another language."""
        before = self.languages
        self._languages = (source or self._languages[0], target or self._languages[1])
        if self.languages != before:
            self.changed.emit(Changes.LANGUAGES)

    def use_engine(self, engine: str) -> None:
        """Show the translations of that engine from now on."""
        if engine != self._engine:
            self._engine = engine
            self._forget_renderings()
            self.changed.emit(Changes.TRANSLATIONS)

    def recent(self, limit: int) -> list[Entry]:
        """The documents that were opened last, newest first."""
        return self._store.library.recent(limit)

    def keep_place(self, place: Place) -> None:
        """Remember where the reader is; a store that cannot be written is no reason to stop."""
        if self._entry is not None and place != self._entry.place:
            self._store.library.set_place(self._entry.id, place)
            self._entry = replace(self._entry, place=place)

    # -- translations -------------------------------------------------------

    def rendering(self, row: int) -> Rendering | None:
        """The translation of a paragraph, from memory or from the store.

        Where the engine in use has made none, the newest one that another engine made.
        """
        found = self._renderings.get(row)
        if found is None and self._engine and row not in self._missing:
            name = self._document.paragraphs[row].hash
            kept = self._store.translations
            found = kept.get(name, self._engine) or kept.latest(name)
            if found is None:
                self._missing.add(row)
            else:
                self._renderings[row] = found
        return found

    def shown(self, row: int) -> Rendering | None:
        """The translation of a paragraph, if the reader has asked to see it."""
        seen = self._seen.get(row)
        if seen is None:
            seen = self._store.translations.is_shown(self._document.paragraphs[row].hash)
            self._seen[row] = seen
        return self.rendering(row) if seen else None

    def text(self, row: int, side: Side) -> str:
        """What stands on that side of a paragraph; "" while no translation is shown."""
        if side is Side.SOURCE:
            return self._document.paragraphs[row].text
        rendering = self.shown(row)
        return rendering.text if rendering else ""

    def state(self, row: int) -> RowState:
        if row in self._waiting:
            return RowState.WAITING
        if self.shown(row) is not None:
            return RowState.DONE
        return RowState.FAILED if row in self._failures else RowState.NONE

    def failure(self, row: int) -> str:
        """Why a paragraph has no translation, or ""."""
        return self._failures.get(row, "")

    def translatable(self, row: int) -> bool:
        return self._document.paragraphs[row].kind is not Kind.CODE

    def translate(self, row: int) -> None:
        """Show a paragraph's translation; it is made now, unless that was done before."""
        if not self.translatable(row) or self.state(row) in (RowState.DONE, RowState.WAITING):
            return
        self._show([row])
        if self.rendering(row) is None:
            self._ask([row], Priority.CLICK)
        else:
            self.row_changed.emit(row)

    def retranslate(self, row: int) -> None:
        """Translate a paragraph again with the engine in use, in place of what is there."""
        if self.translatable(row) and row not in self._waiting:
            self._show([row])
            self._ask([row], Priority.CLICK)

    def translate_all(self) -> int:
        """Show all translations; returns how many are yet to be made."""
        rows = self.untranslated()
        self._show([row for row in range(len(self._document.paragraphs)) if self.translatable(row)])
        self._ask(rows, Priority.WHOLE)
        self.changed.emit(Changes.TRANSLATIONS)
        return len(rows)

    def hide(self, rows: Sequence[int]) -> None:
        """Cover translations up again; what is translated is kept."""
        self._seen.update(dict.fromkeys(rows, False))
        self._store.translations.hide([self._document.paragraphs[row].hash for row in rows])
        self.changed.emit(Changes.TRANSLATIONS)

    def look_at(self, first: int, last: int) -> None:
        """Translate what the reader sees and what comes next, before it is asked for."""
        if not self.read_ahead or not self._engine or self._sparing():
            return
        for rows, priority in (
            (range(first, last + 1), Priority.VISIBLE),
            (range(last + 1, last + 1 + AHEAD), Priority.AHEAD),
        ):
            wanted = [
                self._document.paragraphs[row]
                for row in rows
                if row < len(self._document.paragraphs)
                and self.translatable(row)
                and self.rendering(row) is None
            ]
            self._translator.look_at(wanted, priority)

    def cancel(self) -> None:
        """Drop all that waits for translation; what is done stays."""
        self._translator.cancel()
        waiting, self._waiting = self._waiting, set()
        for row in sorted(waiting):
            self.row_changed.emit(row)

    def untranslated(self) -> list[int]:
        """The paragraphs that have no translation yet, in order."""
        rows = [row for row in range(len(self._document.paragraphs)) if self.translatable(row)]
        if self._engine:
            hashes = [self._document.paragraphs[row].hash for row in rows]
            known = self._store.translations.many(hashes, self._engine)
            for row in rows:
                found = known.get(self._document.paragraphs[row].hash)
                if found is not None:
                    self._renderings[row] = found
        return [row for row in rows if row not in self._renderings]

    @property
    def waiting(self) -> int:
        """How many paragraphs wait for their translation."""
        return len(self._waiting)

    @property
    def progress(self) -> Progress:
        """How far the translation of the whole document has come."""
        return self._translator.progress()

    def pair_at(self, row: int, side: Side, offset: int) -> SentencePair | None:
        """The sentence pair around a place, where a translation is shown."""
        rendering = self.shown(row)
        if rendering is None:
            return None
        for pair in rendering.pairs:
            here = pair.source if side is Side.SOURCE else pair.target
            if here.start <= offset < here.end:
                return pair
        return None

    def doubts(self, row: int) -> list[tuple[Span, tuple[Flag, ...]]]:
        """The translated sentences of a paragraph that failed a check, and why."""
        rendering = self.shown(row)
        if rendering is None:
            return []
        text = rendering.text
        return [
            (
                Span(pair.target.start, pair.target.start + len(pair.target.of(text).rstrip())),
                pair.flags,
            )
            for pair in rendering.pairs
            if pair.flags
        ]

    def _ask(self, rows: Sequence[int], priority: Priority) -> None:
        paragraphs = self._document.paragraphs
        for row in rows:
            self._waiting.add(row)
            self._failures.pop(row, None)
        self._translator.ask([paragraphs[row] for row in rows], priority)
        if len(rows) == 1:
            self.row_changed.emit(rows[0])

    def _show(self, rows: Sequence[int]) -> None:
        self._seen.update(dict.fromkeys(rows, True))
        self._store.translations.show([self._document.paragraphs[row].hash for row in rows])

    def _rows(self, name: str) -> list[int]:
        if not self._rows_by_hash:
            for row, paragraph in enumerate(self._document.paragraphs):
                self._rows_by_hash.setdefault(paragraph.hash, []).append(row)
        return self._rows_by_hash.get(name, [])

    def _rendered(self, paragraph: Paragraph, rendering: Rendering) -> None:
        self._store.translations.put(paragraph.hash, rendering)
        if rendering.engine == self._engine:
            self._settle(paragraph.hash, lambda row: self._renderings.__setitem__(row, rendering))

    def _failed(self, paragraph: Paragraph, reason: str) -> None:
        self._settle(paragraph.hash, lambda row: self._failures.__setitem__(row, reason))

    def _settle(self, name: str, settle: Callable[[int], None]) -> None:
        for row in self._rows(name):
            self._waiting.discard(row)
            self._missing.discard(row)
            settle(row)
            self.row_changed.emit(row)

    def _forget_renderings(self) -> None:
        self._renderings = {}
        self._missing = set()
        self._failures = {}

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
        rendering = self.shown(row)
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
                anchors.make(self.text(row, side), span, side, row) for row, span in spans
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
        self.untranslated()  # takes all there is into memory at once
        renderings = ((row, self.rendering(row)) for row in range(len(self._document.paragraphs)))
        return Snapshot(
            document=self._document,
            document_id=self._entry.id,
            renderings={row: found for row, found in renderings if found is not None},
            marks=self.marks,
            engine=self._engine,
            date=date.today().isoformat(),
        )

    def _partner_text(self, row: int, side: Side, span: Span) -> str:
        rendering = self.rendering(row)
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
