"""Marks, notes, and the history of what was done to them."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from reader.errors import KnownError
from reader.model import Edit, Entry, Mark
from reader.store.database import Database, Row
from reader.store.records import (
    anchor_row,
    edits_of,
    edits_text,
    entry_of,
    mark_of,
    mark_row,
)


@dataclass(frozen=True, slots=True)
class Step:
    """What an undo or a redo did, as edits in the order they were applied."""

    label: str
    edits: tuple[Edit, ...]


class Notes:
    """Every change is on the disk, with its step of history, when the call returns.

    History lives in the file, so undo works after a restart. An edit says what the
    mark was before; where that is not what is stored, another window has changed it,
    and nothing is written.
    """

    def __init__(self, database: Database, problem: KnownError | None = None) -> None:
        self._database = database
        self._problem = problem

    def marks(self, document: str) -> tuple[Mark, ...]:
        """The marks of a document in reading order."""
        return tuple(sorted(self._read("marks.document = ?", document), key=_reading_order))

    def documents_with_marks(self) -> list[tuple[Entry, int]]:
        """The documents that have marks, last opened first, with their number."""
        rows = self._database.rows(
            "SELECT documents.*, count(*) AS number FROM documents"
            " JOIN marks ON marks.document = documents.id"
            " GROUP BY documents.id ORDER BY opened DESC"
        )
        return [(entry_of(row), row["number"]) for row in rows]

    def commit(self, document: str, label: str, edits: Sequence[Edit], merge: str = "") -> None:
        """Apply edits as one step of history; what was undone can no longer be redone.

        A step with the same, non-empty `merge` key as the last one widens that one, as
        when a note is typed. Raises KnownError where the file cannot be written or a
        mark was changed elsewhere; then nothing is written.
        """
        with self._writing():
            self._apply(edits)
            self._database.execute(
                "DELETE FROM changes WHERE document = ? AND undone = 1", [document]
            )
            if not (merge and self._widen(document, edits, merge)):
                change = {
                    "document": document,
                    "label": label,
                    "edits": edits_text(edits),
                    "merge": merge,
                    "made": datetime.now(UTC).isoformat(timespec="milliseconds"),
                    "undone": 0,
                }
                self._database.insert("changes", [change])

    def replace(self, mark: Mark) -> None:
        """Put a mark in the place of its older form, without a step of history.

        For a text that was revised, within the transaction that does so.
        """
        self._delete(mark.id)
        self._insert(mark)

    def undo(self, document: str) -> Step | None:
        """Take the last step back; None where there is none."""
        with self._writing():
            row = self._last(document)
            if row is None:
                return None
            edits = [Edit(edit.after, edit.before) for edit in reversed(self._edits(row))]
            return self._travel(row, edits, undone=1)

    def redo(self, document: str) -> Step | None:
        """Do again what was undone last; None where there is nothing."""
        with self._writing():
            row = self._next(document)
            return None if row is None else self._travel(row, self._edits(row), undone=0)

    def undo_label(self, document: str) -> str | None:
        row = self._last(document)
        return None if row is None else row["label"]

    def redo_label(self, document: str) -> str | None:
        row = self._next(document)
        return None if row is None else row["label"]

    def _read(self, condition: str, value: str) -> list[Mark]:
        marks = self._database.rows(f"SELECT * FROM marks WHERE {condition}", [value])
        anchors = self._database.rows(
            "SELECT anchors.* FROM anchors JOIN marks ON marks.id = anchors.mark"
            f" WHERE {condition} ORDER BY mark, ord",
            [value],
        )
        by_mark = {mark: list(rows) for mark, rows in groupby(anchors, key=lambda row: row["mark"])}
        with self._database.sound_values():
            return [mark_of(row, by_mark.get(row["id"], [])) for row in marks]

    def _edits(self, change: Row) -> list[Edit]:
        with self._database.sound_values():
            return edits_of(change["edits"])

    @contextmanager
    def _writing(self) -> Generator[None]:
        if self._problem is not None:
            raise self._problem
        with self._database.write():
            yield

    def _apply(self, edits: Iterable[Edit]) -> None:
        for edit in edits:
            mark = edit.before or edit.after
            if mark is None:
                continue
            stored = self._read("marks.id = ?", mark.id)
            if stored != ([edit.before] if edit.before else []):
                raise KnownError(
                    "This mark was changed in another window.",
                    "Open the text again to see it as it is now.",
                )
            self._delete(mark.id)
            if edit.after is not None:
                self._insert(edit.after)

    def _delete(self, mark: str) -> None:
        self._database.execute("DELETE FROM marks WHERE id = ?", [mark])

    def _insert(self, mark: Mark) -> None:
        self._database.insert("marks", [mark_row(mark)])
        anchors = (
            {"mark": mark.id, "ord": number, **anchor_row(anchor)}
            for number, anchor in enumerate(mark.anchors)
        )
        self._database.insert("anchors", anchors)

    def _widen(self, document: str, edits: Sequence[Edit], merge: str) -> bool:
        row = self._last(document)
        if row is None or row["merge"] != merge:
            return False
        before = self._edits(row)
        if [edit.after for edit in before] != [edit.before for edit in edits]:
            return False
        wide = [Edit(old.before, new.after) for old, new in zip(before, edits, strict=True)]
        self._database.execute(
            "UPDATE changes SET edits = ? WHERE id = ?", [edits_text(wide), row["id"]]
        )
        return True

    def _travel(self, row: Row, edits: Sequence[Edit], undone: int) -> Step:
        self._apply(edits)
        self._database.execute("UPDATE changes SET undone = ? WHERE id = ?", [undone, row["id"]])
        return Step(row["label"], tuple(edits))

    def _last(self, document: str) -> Row | None:
        return self._change(document, "undone = 0 ORDER BY id DESC")

    def _next(self, document: str) -> Row | None:
        return self._change(document, "undone = 1 ORDER BY id")

    def _change(self, document: str, which: str) -> Row | None:
        rows = self._database.rows(
            f"SELECT * FROM changes WHERE document = ? AND {which} LIMIT 1", [document]
        )
        return rows[0] if rows else None


def _reading_order(mark: Mark) -> tuple[int, int, int, str]:
    if not mark.anchors:
        return (0, 0, 0, mark.id)
    first = mark.anchors[0]
    return (first.paragraph, first.span.start, first.span.end, mark.id)
