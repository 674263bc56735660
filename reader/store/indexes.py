"""The full-text indexes of a file: whether they fit what they are of, and making them anew.

An index holds nothing of its own, so a damaged one is no reason to refuse a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from reader.store.database import DamagedFileError, DamagedIndexError, Database

T = TypeVar("T")

# An index as it is when it has just been made: without these rows SQLite refuses to open it,
# even to make it anew (https://sqlite.org/fts5.html#fts5_data_structures).
_EMPTY = (
    "DELETE FROM {}_data",
    "INSERT INTO {}_data VALUES (1, x''), (10, x'00000000000000')",
    "INSERT OR REPLACE INTO {}_config VALUES ('version', 4)",
)


def names(database: Database) -> list[str]:
    """All indexes that there are."""
    rows = database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%fts5%'"
    )
    return [row["name"] for row in rows]


def wrong(database: Database) -> list[str]:
    """Those that do not fit; all that they are of is read for it."""
    found: list[str] = []
    for name in names(database):
        try:
            with database.write():
                # With rank 1 the index is compared with what it is of.
                database.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except DamagedFileError:
            found.append(name)
    return found


def rebuild(database: Database, indexes: Iterable[str]) -> None:
    """Make indexes anew from what they are of."""
    with database.write():
        for name in indexes:
            for sql in _EMPTY:
                database.execute(sql.format(name))
            database.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")


def mended(database: Database, work: Callable[[], T]) -> T:
    """What `work` gives; where a damaged index is in its way, all are made anew first."""
    try:
        return work()
    except DamagedIndexError:
        rebuild(database, names(database))
        return work()
