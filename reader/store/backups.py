"""Backups of the notes file: made when something has changed, thinned out, looked into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reader.errors import KnownError
from reader.paths import Paths
from reader.store.copies import copies, make_copy, verify
from reader.store.database import Database
from reader.store.rotation import kept
from reader.store.schema import NOTES_ID

__all__ = ["Backup", "Backups", "Contents", "contents_of"]


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a notes file holds."""

    documents: int = 0
    marks: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the notes file.

    `made` is what the clock said then, in UTC; `form` is the form of the file; `size` is
    in bytes. Of one that is not `sound`, `contents` is what could be counted.
    """

    path: Path
    number: int
    made: datetime
    form: int
    size: int
    contents: Contents
    sound: bool


class Backups:
    """The backups of a profile, for any thread and process.

    One that was looked into is not read again as long as its size and time are the same.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._known: dict[tuple[Path, int, int], Backup] = {}

    def make(self, now: datetime | None = None) -> Path | None:
        """Copy the notes as they are, and let go of backups that are no longer needed.

        Gives the backup that holds them now, which is an older one where nothing has
        changed, or None where there are no notes yet. Raises KnownError where the notes
        cannot be read or the copy cannot be written; then all older ones stay.
        """
        notes = self._paths.notes
        if not notes.exists():
            return None
        with closing(Database.at(notes, f"The notes file {notes}", "rw")) as database:
            if not database.value("SELECT count(*) FROM sqlite_master"):
                return None
            made = make_copy(database, self._paths.backups, now)
        self._rotate()
        return made

    def list(self) -> list[Backup]:
        """All backups, newest first, each of them checked."""
        return list(self._looked_into())

    def newest(self) -> Backup | None:
        """The newest backup that is sound."""
        return next((backup for backup in self._looked_into() if backup.sound), None)

    def _looked_into(self) -> Iterator[Backup]:
        for stamp, path in sorted(copies(self._paths.backups), reverse=True):
            with suppress(FileNotFoundError):  # let go of by another process meanwhile
                stat = path.stat()
                key = path, stat.st_size, stat.st_mtime_ns
                if key not in self._known:
                    self._known[key] = Backup(
                        path=path,
                        number=stamp.number,
                        made=stamp.made,
                        form=stamp.form,
                        size=stat.st_size,
                        contents=contents_of(path),
                        sound=_is_sound(path),
                    )
                yield self._known[key]

    def _rotate(self) -> None:
        there = dict(copies(self._paths.backups))
        stay = kept(there)
        for stamp, path in there.items():
            if stamp not in stay:
                with suppress(OSError):  # it is tried again with the next backup
                    path.unlink(missing_ok=True)


def contents_of(path: Path) -> Contents:
    """What a notes file of any form holds, as far as it can be read; nothing is changed."""
    counts: list[int] = []
    mode = "ro" if _has_journal(path) else "immutable"
    for table in ("documents", "marks", "words"):
        count = 0
        with suppress(KnownError), closing(Database.at(path, str(path), mode)) as file:
            known = file.value("SELECT count(*) FROM sqlite_master WHERE name = ?", [table])
            if known:
                count = int(file.value(f"SELECT count(*) FROM {table}"))
        counts.append(count)
    return Contents(*counts)


def _has_journal(path: Path) -> bool:
    with suppress(OSError):
        return Path(f"{path}-wal").stat().st_size > 0
    return False


def _is_sound(path: Path) -> bool:
    name = f"The backup {path}"
    try:
        with closing(Database.at(path, name, "immutable")) as file:
            if file.value("PRAGMA application_id") != NOTES_ID:
                return False
        verify(path, name)
    except KnownError:
        return False
    return True
