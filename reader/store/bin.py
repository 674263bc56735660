"""What was deleted, and can be put back for a while."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reader.model import Entry
from reader.store.database import Database
from reader.store.days import Days
from reader.store.records import Item, entry_of, item_of, item_text

_LYING = "FROM bin JOIN documents ON documents.id = bin.document WHERE removed = ''"


@dataclass(frozen=True, slots=True)
class Deleted:
    """A mark or a word in the bin, of a document, since a time (ISO 8601 in UTC)."""

    item: Item
    entry: Entry
    when: str


class Bin:
    """Every mark and word that is deleted, by whatever step, lies here until it is back.

    The caller holds the transaction.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._days = Days(database)

    def items(self, most: int = -1) -> list[Deleted]:
        """Those of documents that are in the library, last deleted first; so many at most."""
        rows = self._database.rows(
            f"SELECT documents.*, bin.item, bin.deleted {_LYING}"
            " ORDER BY bin.deleted DESC, bin.rowid LIMIT ?",
            [most],
        )
        with self._database.sound_values():
            return [Deleted(item_of(row["item"]), entry_of(row), row["deleted"]) for row in rows]

    def count(self) -> int:
        """How many `items` there are."""
        return int(self._database.value(f"SELECT count(*) {_LYING}"))

    def of(self, document: str) -> list[Item]:
        """Those of a document."""
        rows = self._database.rows("SELECT item FROM bin WHERE document = ?", [document])
        with self._database.sound_values():
            return [item_of(row["item"]) for row in rows]

    def put(self, items: Sequence[Item]) -> None:
        """Keep items that were deleted now."""
        if not items:
            return
        now, today = datetime.now(UTC).isoformat(timespec="milliseconds"), self._days.number()
        rows = (
            {
                "id": item.id,
                "document": item.document,
                "item": item_text(item),
                "deleted": now,
                "deleted_on": today,
            }
            for item in items
        )
        self._database.insert("bin", rows, replace=True)

    def revise(self, item: Item) -> None:
        """Put an item in the place of its older form."""
        self._database.execute("UPDATE bin SET item = ? WHERE id = ?", [item_text(item), item.id])

    def take(self, ids: Iterable[str]) -> None:
        """Let go of items, which are somewhere else now."""
        self._database.execute(
            "DELETE FROM bin WHERE id IN (SELECT value FROM json_each(?))", [json.dumps(list(ids))]
        )

    def empty(self) -> None:
        """Forget all of `items`."""
        self._database.execute(
            "DELETE FROM bin WHERE document IN (SELECT id FROM documents WHERE removed = '')"
        )

    def forget_old(self) -> None:
        """Forget what was deleted long ago."""
        self._database.execute(
            "DELETE FROM bin WHERE deleted < ? AND deleted_on <= ?", self._days.limits()
        )
