"""Copies of the notes file: made whole, checked, and named by number, form and time."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import KnownError
from reader.model import new_id
from reader.phrases import Phrase
from reader.store.database import DamagedFileError, Database, NamedFaults
from reader.store.rotation import Stamp

_NAME = re.compile(r"notes-v(\d+)-(\d{8}T\d{6}Z)(?:-(\d+))?\.db")
PAGE_SIZE = 4096
"""What SQLite makes files with, in bytes."""
_TIME = "%Y%m%dT%H%M%SZ"
_STALE = 24 * 3600.0  # seconds

# What differs between two copies of the same content: the counters of changes to the file
# and to its schema (https://sqlite.org/fileformat2.html#the_database_header).
_COUNTERS = ((24, 28), (40, 44), (92, 100))


def stamp_of(path: Path) -> Stamp | None:
    """What the name of a copy says, None for any other file."""
    if (found := _NAME.fullmatch(path.name)) is None:
        return None
    form, made, number = found.groups()
    with suppress(ValueError):
        time_made = datetime.strptime(made, _TIME).replace(tzinfo=UTC)
        return Stamp(int(number or 0), time_made, int(form))
    return None


def copies(folder: Path) -> Iterator[tuple[Stamp, Path]]:
    """All copies in a folder, in no order; none where there is no folder."""
    with suppress(FileNotFoundError, NotADirectoryError):
        for path in folder.iterdir():
            if (stamp := stamp_of(path)) is not None:
                yield stamp, path


def make_copy(database: Database, folder: Path, now: datetime | None = None) -> Path:
    """Copies an open notes file as it stands, compact, checked, and on the disk on return.

    Where the newest copy holds the same already, that one is given back.

    Raises:
        KnownError: where the file cannot be read or the copy cannot be written.
    """
    name = f"The copy of the notes in {folder}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _drop_stale_drafts(folder)
        part = folder / f"notes.{new_id()}.part"
        try:
            _fill(database, part, name)
            return _take_in(part, folder, now or datetime.now(UTC))
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise KnownError(
            Phrase("{name} cannot be written: {strerror}.", name=name, strerror=error.strerror),
            Phrase("Check the rights of {folder}.", folder=folder),
        ) from error


def verify(path: Path, name: str) -> None:
    """Reads a whole file that nobody writes to.

    Raises:
        DamagedFileError: where it is not sound.
    """
    with closing(Database.at(path, name, "immutable")) as database:
        check_pages(database)


def check_pages(database: Database) -> None:
    """Reads every page and compares every index with its table.

    Raises:
        DamagedFileError: where one is not sound.
    """
    for row in database.rows("PRAGMA integrity_check(100)"):
        if is_damage(found := str(next(iter(row.values())))):
            raise DamagedFileError(database.name, damage_in(found))


def is_damage(found: str) -> bool:
    """Whether what SQLite's check has found is a reason not to trust the file.

    What concerns an index of the search is none: it can be made anew. SQLite 3.44 even
    complains of every index in a file that is opened for reading.
    """
    return found != "ok" and "inverted index" not in found


def damage_in(found: str) -> Phrase:
    """What SQLite's check has found, in words for readers."""
    if (page := re.search(r"\b[Pp]age (\d+)", found)) is not None:
        return Phrase("it is damaged (page {number} is torn)", number=page[1])
    if "index" in found:
        return Phrase("it is damaged (an index does not fit its table)")
    return Phrase("it is damaged ({found})", found=found)


def settle(path: Path) -> None:
    """Brings a file, or the names in a folder, onto the disk, as far as the system can."""
    if path.is_dir() and os.name == "nt":
        return  # Windows knows no such thing for folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fill(database: Database, part: Path, name: str) -> None:
    before = database.value("PRAGMA data_version")
    expected = _counts(database)
    with NamedFaults(name):
        database.execute("VACUUM INTO ?", [str(part)])
    settle(part)
    verify(part, name)
    with closing(Database.at(part, name, "immutable")) as copy:
        # Another process may have written meanwhile; then the numbers prove nothing.
        if database.value("PRAGMA data_version") == before and _counts(copy) != expected:
            raise DamagedFileError(name, Phrase("it does not hold all rows"))


def _counts(database: Database) -> dict[str, int]:
    names = [
        row["name"]
        for row in database.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
    ]
    # Counted without the indexes: a torn one is no reason to be without a backup.
    return {name: database.value(f'SELECT count(*) FROM "{name}" NOT INDEXED') for name in names}


def _take_in(part: Path, folder: Path, now: datetime) -> Path:
    with closing(Database.at(part, f"The copy {part}", "immutable")) as copy:
        form = int(copy.value("PRAGMA user_version"))
    newest = max(copies(folder), default=None)
    if newest is not None and _is_same(part, newest[1]):
        return newest[1]
    number = newest[0].number + 1 if newest else 1
    target = folder / f"notes-v{form}-{now.astimezone(UTC):{_TIME}}-{number}.db"
    part.replace(target)
    settle(folder)
    return target


def _is_same(one: Path, other: Path) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        heads = [bytearray(file.read(100)) for file in (first, second)]
        for head in heads:
            for start, end in _COUNTERS:
                head[start:end] = bytes(end - start)
        if heads[0] != heads[1]:
            return False
        while block := first.read(2**20):
            if block != second.read(2**20):
                return False
    return True


def _drop_stale_drafts(folder: Path) -> None:
    """Removes what a process that was killed left behind."""
    for draft in folder.glob("notes.*.part*"):
        with suppress(OSError):
            if is_stale(draft):
                draft.unlink()


def is_stale(path: Path) -> bool:
    """Whether a draft is so old that nobody is still writing it."""
    return abs(time.time() - path.stat().st_mtime) > _STALE
