"""One SQLite file through sqlite-utils, with writes that are whole and faults with a name."""

from __future__ import annotations

import re
import sqlite3
import sys
import time
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias, cast

from reader.errors import KnownError
from reader.phrases import Phrase


@contextmanager
def _hidden(*names: str) -> Generator[None]:
    """Makes modules that are not loaded yet look as if they were not installed."""
    absent = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent, cast("ModuleType", None)))
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


# sqlite-utils loads NumPy and pandas wherever it finds them, only to know their
# types: 0.1 s of every start, before anything is painted.
with _hidden("numpy", "pandas"):
    from sqlite_utils import Database as SqliteUtils
    from sqlite_utils import Migrations

__all__ = [
    "DamagedFileError",
    "DamagedIndexError",
    "Database",
    "Migrations",
    "Row",
    "SqliteUtils",
    "Value",
]

_MOST_VALUES = 4_000
"""In one statement; with more it takes as many megabytes as a book."""

Value: TypeAlias = str | int | float | None
Row: TypeAlias = dict[str, Any]

# What the world can do to a file, by SQLite's primary result code
# (https://sqlite.org/rescode.html); all else is a fault of ours and stays one.
_RIGHTS = Phrase("Check the rights of the file and of its folder.")
_BACKUP = Phrase(
    "It was not changed. “Backups and Repair” in the menu, or “lesepult check --repair”, saves "
    "what can be saved."
)
_FAULTS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_PERM: (Phrase("access to it was refused"), _RIGHTS),
    sqlite3.SQLITE_BUSY: (
        Phrase("another program keeps it locked"),
        Phrase("Try again when that one is done."),
    ),
    sqlite3.SQLITE_NOMEM: (
        Phrase("there is not enough memory"),
        Phrase("Close other programs and try again."),
    ),
    sqlite3.SQLITE_READONLY: (Phrase("it is read-only"), _RIGHTS),
    sqlite3.SQLITE_IOERR: (
        Phrase("the disk failed to read or write it"),
        Phrase("Check the disk and its room."),
    ),
    sqlite3.SQLITE_CORRUPT: (Phrase("it is damaged"), _BACKUP),
    sqlite3.SQLITE_FULL: (Phrase("the disk is full"), Phrase("Make room and try again.")),
    sqlite3.SQLITE_CANTOPEN: (Phrase("it cannot be opened"), _RIGHTS),
    sqlite3.SQLITE_NOTADB: (Phrase("it is no SQLite database"), _BACKUP),
}


# What a damaged full-text index answers with; a constraint of a table has a longer code.
_INDEX_FAULTS = {sqlite3.SQLITE_CORRUPT_VTAB, sqlite3.SQLITE_CONSTRAINT}


class DamagedFileError(KnownError):
    """The file is no database, or no sound one."""

    def __init__(self, name: str, reason: str = Phrase("it is damaged")) -> None:
        super().__init__(
            Phrase("{name} cannot be used: {reason}.", name=name, reason=reason), _BACKUP
        )


class DamagedIndexError(DamagedFileError):
    """A full-text index is not sound; it can be made anew, see indexes.py."""


def _known(error: sqlite3.Error, name: str) -> KnownError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, sqlite3.OperationalError):
        # Python's own: a text that is no UTF-8. It was when it was written.
        code = sqlite3.SQLITE_CORRUPT
    if code in _INDEX_FAULTS or "invalid fts5 file format" in str(error):
        return DamagedIndexError(name)
    if "unsupported file format" in str(error):
        return DamagedFileError(name)
    if code is None or (fault := _FAULTS.get(code & 0xFF)) is None:
        return None
    reason, advice = fault
    if advice is _BACKUP:
        return DamagedFileError(name, reason)
    return KnownError(Phrase("{name} cannot be used: {reason}.", name=name, reason=reason), advice)


# Our own statements name what is there, unless the file's own list of it is torn.
_GONE = re.compile(
    "no such (table|column|function|index)|has no column|foreign key mismatch|SQL logic error"
    "|vtable constructor failed|error in (view|trigger|index|table)"
)


class NamedFaults:
    """Turns what the world did to the file `name` into a `KnownError` that says so.

    With one of our own statements, that what it names is gone is a fault of the file too. A
    class, as it stands around every statement, and a generator takes as long as some of them.
    """

    __slots__ = ("_name", "_sql")

    def __init__(self, name: str, sql: str | None = None) -> None:
        self._name = name
        self._sql = sql

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        if error is not None and (known := self._known(error)) is not None:
            raise known from error

    def _known(self, error: BaseException) -> KnownError | None:
        name, sql = self._name, self._sql
        if isinstance(error, UnicodeDecodeError):  # in the name of a column
            return DamagedFileError(name)
        if isinstance(error, UnicodeEncodeError):
            return KnownError(
                Phrase(
                    "{name} cannot hold this text: half a character is in it (a lone surrogate).",
                    name=name,
                ),
                Phrase("Delete that character."),
            )
        if not isinstance(error, sqlite3.Error):
            return None
        is_ours = sql is not None and "MATCH" not in sql  # that may name anything
        if is_ours and isinstance(error, sqlite3.OperationalError) and _GONE.search(str(error)):
            return DamagedFileError(name)
        return _known(error, name)


class Database:
    """An open SQLite file, for one thread.

    `name` is how messages call it. Every fault of the disk or the file is raised
    as a `KnownError`, faults of ours as they are. `wait` is how long, in seconds,
    a write waits for other processes.
    """

    def __init__(self, location: str, name: str, *, wait: float = 30.0) -> None:
        self.name = name
        self._wait = wait
        with NamedFaults(name):
            # No isolation level: else Python opens deferred transactions by itself.
            self._connection = sqlite3.connect(
                location, timeout=wait, isolation_level=None, uri=True
            )
        self.sqlite_utils = SqliteUtils(self._connection, execute_plugins=False)

    @classmethod
    def at(cls, path: Path, name: str, mode: str = "rwc", *, wait: float = 30.0) -> Database:
        """Opens `path`; `mode` as in SQLite's URIs, or "immutable" to leave no trace at all."""
        query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
        return cls(f"{path.absolute().as_uri()}?{query}", name, wait=wait)

    @classmethod
    def in_memory(cls, name: str) -> Database:
        return cls(":memory:", name)

    def close(self) -> None:
        self.sqlite_utils.close()

    def turn_to_wal(self) -> None:
        """Let others read while this one writes.

        SQLite does not wait until the file is free for that where another process is just
        making it (the lock it holds itself could be what that one waits for).
        """
        end = time.monotonic() + self._wait
        with NamedFaults(self.name):
            while True:
                try:
                    self._connection.execute("PRAGMA journal_mode = WAL")
                except sqlite3.OperationalError as error:
                    if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                        raise
                    time.sleep(0.01)
                else:
                    return

    @contextmanager
    def write(self) -> Generator[None]:
        """A transaction that takes the write lock at once, and is kept whole or not at all.

        A deferred one, as sqlite-utils and Python start them, reads first and then
        fails as soon as another process has written in between.
        """
        with NamedFaults(self.name):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self.sqlite_utils.rollback()
                raise

    @contextmanager
    def sound_values(self) -> Generator[None]:
        """Raises a `DamagedFileError` where what was read cannot have been written by us."""
        try:
            yield
        except (ValueError, TypeError, KeyError) as error:
            raise DamagedFileError(self.name, Phrase("a value in it makes no sense")) from error

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        with NamedFaults(self.name, sql):
            cursor = self._connection.execute(sql, parameters)
            columns = [column[0] for column in cursor.description]
            return [dict(zip(columns, row, strict=True)) for row in cursor]

    def values(self, sql: str, parameters: Sequence[Value] = ()) -> Generator[tuple[Any, ...]]:
        """The rows one by one, each as its values alone, where there are very many."""
        with NamedFaults(self.name, sql):
            yield from self._connection.execute(sql, parameters)

    def value(self, sql: str, parameters: Sequence[Value] = ()) -> Any:
        """The first column of the first row, or None."""
        with NamedFaults(self.name, sql):
            row = self._connection.execute(sql, parameters).fetchone()
            return row[0] if row else None

    def execute(self, sql: str, parameters: Sequence[Value] = ()) -> None:
        with NamedFaults(self.name, sql):
            self._connection.execute(sql, parameters)

    def become(self, source: Database) -> None:
        """Takes over the whole content of another file, in one transaction.

        Other connections wait for it, and then see the new content. Raises KnownError where
        one of them writes for longer than half a minute.
        """
        patience = time.monotonic() + 30.0

        def wait(status: int, _remaining: int, _total: int) -> None:
            if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and (
                time.monotonic() > patience
            ):
                reason, advice = _FAULTS[sqlite3.SQLITE_BUSY]
                raise KnownError(
                    Phrase("{name} cannot be used: {reason}.", name=self.name, reason=reason),
                    advice,
                )

        with NamedFaults(self.name):
            source._connection.backup(self._connection, progress=wait, sleep=0.05)

    def insert(
        self, table: str, records: Iterable[Mapping[str, Value]], *, replace: bool = False
    ) -> None:
        """Inserts all records; with `replace`, those with a known primary key are overwritten.

        All have the same columns. Many go into one statement, for at its end the index of
        words is written; sqlite-utils, with a hundred in each, takes longer by half.
        """
        rest = iter(records)
        if (first := next(rest, None)) is None:
            return
        columns = list(first)
        row = f"({', '.join('?' * len(columns))})"
        verb = "INSERT OR REPLACE" if replace else "INSERT"
        names = ", ".join(f'"{column}"' for column in columns)
        rest = chain([first], rest)
        while some := list(islice(rest, _MOST_VALUES // len(columns))):
            self.execute(
                f"{verb} INTO {table} ({names}) VALUES {', '.join([row] * len(some))}",
                [record[column] for record in some for column in columns],
            )
