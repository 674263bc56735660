"""Marks, notes, words to learn, and the history of what was done to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import TypeVar

from reader.errors import KnownError
from reader.model import Edit, Entry, Mark, Word
from reader.phrases import Phrase
from reader.store.bin import Bin, Deleted
from reader.store.database import Database, Row, Value
from reader.store.indexes import mended
from reader.store.records import (
    Item,
    anchor_row,
    edits_of,
    edits_text,
    entry_of,
    mark_of,
    mark_row,
    word_of,
    word_row,
)

T = TypeVar("T")

# Characters of an edit in the file, about; its mark alone takes as many.
_EDIT = 400
_LENGTH = "coalesce(length(edits), 0) AS length"

PUT_BACK = Phrase("Put back")
"""The label of the step that takes things out of the bin."""


@dataclass(frozen=True, slots=True)
class Step:
    """What an undo or a redo did, as edits in the order they were applied."""

    label: str
    edits: tuple[Edit, ...]


class Notes:
    """Every change is on the disk, with its step of history, when the call returns.

    History lives in the file, so undo works after a restart. An edit says what the
    item was before; where that is not what is stored, another window has changed it,
    and nothing is written. What an edit deletes goes into the bin, whichever step does so.
    """

    def __init__(self, database: Database, problem: KnownError | None = None) -> None:
        self._database = database
        self._problem = problem
        self._bin = Bin(database)

    def marks(self, document: str) -> tuple[Mark, ...]:
        """The marks of a document in reading order, notes on the whole of it first."""
        return tuple(self._marks("document", [document]))

    def count(self, document: str) -> int:
        """How many marks a document has."""
        return int(
            self._database.value("SELECT count(*) FROM marks WHERE document = ?", [document])
        )

    def words(self, document: str | None = None) -> tuple[Word, ...]:
        """The words of a document, or of all in the library, in the order they were met."""
        if document is None:
            ids = self._database.rows("SELECT id FROM documents WHERE removed = ''")
            found = self._words("document", [row["id"] for row in ids])
        else:
            found = self._words("document", [document])
        return tuple(sorted(found, key=lambda word: (word.created, word.id)))

    def items(self, ids: Iterable[str]) -> dict[str, Item]:
        """The marks and words of these ids, by id."""
        wanted = list(ids)
        found: list[Item] = [*self._marks("id", wanted), *self._words("id", wanted)]
        return {item.id: item for item in found}

    def tags(self) -> tuple[str, ...]:
        """All tags of marks and documents in the library."""
        rows = self._database.rows(
            "SELECT value FROM marks AS m JOIN documents AS d ON d.id = m.document"
            " AND d.removed = '', json_each(m.tags)"
            " UNION SELECT value FROM documents AS d, json_each(d.tags) WHERE d.removed = ''"
            " ORDER BY value"
        )
        return tuple(row["value"] for row in rows)

    def documents_with_marks(self) -> list[tuple[Entry, int]]:
        """The documents of the library that have marks, last opened first, with their number."""
        rows = self._database.rows(
            "SELECT documents.*, count(*) AS number FROM documents"
            " JOIN marks ON marks.document = documents.id WHERE removed = ''"
            " GROUP BY documents.id ORDER BY opened DESC"
        )
        with self._database.sound_values():
            return [(entry_of(row), row["number"]) for row in rows]

    def commit(self, document: str, label: str, edits: Sequence[Edit], merge: str = "") -> None:
        """Apply edits as one step of history; what was undone can no longer be redone.

        A step with the same, non-empty `merge` key as the last one widens that one, as
        when a note is typed. Raises KnownError where the file cannot be written or an
        item was changed elsewhere; then nothing is written.
        """
        self._write(lambda: self._commit(document, label, edits, merge))

    def undo(self, document: str) -> Step | None:
        """Take the last step back; None where there is none."""
        return self._write(lambda: self._undo(document))

    def redo(self, document: str) -> Step | None:
        """Do again what was undone last; None where there is nothing."""
        return self._write(lambda: self._redo(document))

    def undo_label(self, document: str) -> str | None:
        row = self._last(document, "label")
        return None if row is None else row["label"]

    def redo_label(self, document: str) -> str | None:
        row = self._next(document, "label")
        return None if row is None else row["label"]

    def undo_size(self, document: str) -> int:
        """About how many edits an undo would take back."""
        return _size(self._last(document, _LENGTH))

    def redo_size(self, document: str) -> int:
        """The same for a redo."""
        return _size(self._next(document, _LENGTH))

    # -- the bin --------------------------------------------------------------

    def bin(self, most: int = -1) -> list[Deleted]:
        """What was deleted, last first, so many at most; a month later it goes, see days.py."""
        return self._bin.items(most)

    def bin_count(self) -> int:
        """How much there is in the bin."""
        return self._bin.count()

    def put_back(self, ids: Iterable[str]) -> None:
        """Take things out of the bin, as one step in the history of each document."""
        wanted = set(ids)
        self._write(lambda: self._put_back(wanted))

    def empty_bin(self) -> None:
        """Forget what lies in the bin; an undo still reaches it."""
        self._write(self._bin.empty)

    def forget_old(self) -> None:
        """Forget what was deleted long ago, within a transaction."""
        self._bin.forget_old()

    # -- for the library, within its transactions -------------------------------

    def all_of(self, document: str) -> list[Item]:
        """The marks and words of a document."""
        return [*self._marks("document", [document]), *self._words("document", [document])]

    def replace(self, items: Sequence[Item]) -> None:
        """Put items in the place of their older forms, without a step of history."""
        self._delete([item.id for item in items])
        self._insert(items)

    def histories(self, document: str) -> list[tuple[int, list[Edit]]]:
        """All steps of a document, with their numbers."""
        rows = self._database.rows("SELECT * FROM changes WHERE document = ?", [document])
        return [(row["id"], self._edits(row)) for row in rows]

    def rewrite(self, step: int, edits: Sequence[Edit]) -> None:
        """Put edits in the place of those of a step."""
        self._database.execute(
            "UPDATE changes SET edits = ? WHERE id = ?", [edits_text(edits), step]
        )

    # -- rows -----------------------------------------------------------------

    def _marks(self, column: str, values: Sequence[str]) -> list[Mark]:
        """In reading order, notes on the whole of a document first."""
        wanted = [json.dumps(values)]
        condition = f"marks.{column} IN (SELECT value FROM json_each(?))"
        marks = self._database.rows(
            "SELECT marks.* FROM marks LEFT JOIN anchors AS first"
            f" ON first.mark = marks.id AND first.ord = 0 WHERE {condition}"
            " ORDER BY first.paragraph, first.start, first.end, marks.id",
            wanted,
        )
        anchors = self._database.rows(
            "SELECT anchors.* FROM anchors JOIN marks ON marks.id = anchors.mark"
            f" WHERE {condition} ORDER BY mark, ord",
            wanted,
        )
        by_mark = {mark: list(rows) for mark, rows in groupby(anchors, key=lambda row: row["mark"])}
        with self._database.sound_values():
            return [mark_of(row, by_mark.get(row["id"], [])) for row in marks]

    def _words(self, column: str, values: Sequence[str]) -> list[Word]:
        rows = self._database.rows(
            f"SELECT * FROM words WHERE {column} IN (SELECT value FROM json_each(?))",
            [json.dumps(values)],
        )
        with self._database.sound_values():
            return [word_of(row) for row in rows]

    def _edits(self, change: Row) -> list[Edit]:
        with self._database.sound_values():
            return edits_of(change["edits"])

    def _write(self, work: Callable[[], T]) -> T:
        if self._problem is not None:
            raise self._problem

        def whole() -> T:
            with self._database.write():
                return work()

        return mended(self._database, whole)

    def _commit(self, document: str, label: str, edits: Sequence[Edit], merge: str = "") -> None:
        self._bring_back(document)
        self._apply(edits)
        self._database.execute("DELETE FROM changes WHERE document = ? AND undone = 1", [document])
        if merge and self._widen(document, edits, merge):
            return
        change = {
            "document": document,
            "label": label,
            "edits": edits_text(edits),
            "merge": merge,
            "made": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "undone": 0,
        }
        self._database.insert("changes", [change])

    def _undo(self, document: str) -> Step | None:
        row = self._last(document)
        if row is None:
            return None
        edits = [Edit(edit.after, edit.before) for edit in reversed(self._edits(row))]
        return self._travel(row, edits, undone=1)

    def _redo(self, document: str) -> Step | None:
        row = self._next(document)
        return None if row is None else self._travel(row, self._edits(row), undone=0)

    def _put_back(self, ids: Collection[str]) -> None:
        by_document: dict[str, list[Edit]] = {}
        for deleted in self._bin.items():
            if deleted.item.id in ids:
                by_document.setdefault(deleted.item.document, []).append(Edit(None, deleted.item))
        for document, edits in by_document.items():
            self._commit(document, PUT_BACK, edits)

    def _apply(self, edits: Iterable[Edit]) -> None:
        """Make the edits in their order, each on what the one before has left."""
        known = [(item.id, edit) for edit in edits if (item := edit.before or edit.after)]
        stored = self.items(item_id for item_id, _ in known)
        left: dict[str, Item | None] = {}
        deleted: dict[str, Item] = {}
        for item_id, edit in known:
            now = left.get(item_id) if item_id in left else stored.get(item_id)
            if now != edit.before:
                raise KnownError(
                    Phrase("This note was changed in another window."),
                    Phrase("Open the text again to see it as it is now."),
                )
            left[item_id] = edit.after
            if edit.after is None and edit.before is not None:
                deleted[item_id] = edit.before
        there = [item for item in left.values() if item is not None]
        self._delete(left)
        self._insert(there)
        self._bin.take(item.id for item in there)
        self._bin.put([item for item_id, item in deleted.items() if left[item_id] is None])

    def _delete(self, ids: Iterable[str]) -> None:
        wanted = [json.dumps(list(ids))]
        for table in ("marks", "words"):
            self._database.execute(
                f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))", wanted
            )

    def _insert(self, items: Sequence[Item]) -> None:
        marks = [item for item in items if isinstance(item, Mark)]
        tables: dict[str, Iterable[dict[str, Value]]] = {
            "marks": map(mark_row, marks),
            "anchors": (
                {"mark": mark.id, "ord": number, **anchor_row(anchor)}
                for mark in marks
                for number, anchor in enumerate(mark.anchors)
            ),
            "words": (word_row(item) for item in items if isinstance(item, Word)),
        }
        for table, rows in tables.items():
            self._database.insert(table, rows)

    def _widen(self, document: str, edits: Sequence[Edit], merge: str) -> bool:
        row = self._last(document)
        if row is None or row["merge"] != merge:
            return False
        before = self._edits(row)
        if [edit.after for edit in before] != [edit.before for edit in edits]:
            return False
        wide = [Edit(old.before, new.after) for old, new in zip(before, edits, strict=True)]
        self.rewrite(row["id"], wide)
        return True

    def _travel(self, row: Row, edits: Sequence[Edit], undone: int) -> Step:
        self._apply(edits)
        self._bring_back(row["document"])
        self._database.execute("UPDATE changes SET undone = ? WHERE id = ?", [undone, row["id"]])
        return Step(row["label"], tuple(edits))

    def _bring_back(self, document: str) -> None:
        """A text that is removed in one window and written on in another is there again.

        Raises KnownError where it is forgotten, as when the bin was emptied meanwhile.
        """
        if not self._database.value("SELECT 1 FROM documents WHERE id = ?", [document]):
            raise KnownError(
                Phrase("This document is not in the library any more."),
                Phrase("Open its file again, or paste the text, to keep notes of it."),
            )
        self._database.execute(
            "UPDATE documents SET removed = '' WHERE id = ? AND removed != ''", [document]
        )

    def _last(self, document: str, columns: str = "*") -> Row | None:
        return self._change(document, "undone = 0 ORDER BY id DESC", columns)

    def _next(self, document: str, columns: str = "*") -> Row | None:
        return self._change(document, "undone = 1 ORDER BY id", columns)

    def _change(self, document: str, which: str, columns: str) -> Row | None:
        rows = self._database.rows(
            f"SELECT {columns} FROM changes WHERE document = ? AND {which} LIMIT 1", [document]
        )
        return rows[0] if rows else None


def _size(change: Row | None) -> int:
    return 0 if change is None else int(change["length"]) // _EDIT
