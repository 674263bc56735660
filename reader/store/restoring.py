"""Another notes file in the place of the one that is there, which is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.errors import KnownError
from reader.paths import Paths
from reader.phrases import Phrase
from reader.store import schema
from reader.store.backups import Backups
from reader.store.copies import PAGE_SIZE, check_pages, is_stale, settle, verify
from reader.store.database import DamagedFileError, Database

# The bytes that SQLite locks, whatever the file holds (https://sqlite.org/src/file/src/os.h).
_LOCK_START, _LOCK_LENGTH = 0x40000000, 512
_JOURNALS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the file that was there.

    `aside` is where it is kept, None if there was none. Where it is `replaced`, what has
    it open in this process must open it anew; else open connections see the new content.
    """

    aside: Path | None
    replaced: bool


def restore(backup: Path, paths: Paths, now: datetime | None = None) -> Restored:
    """Make the notes what they were in a backup, brought to the present form.

    What is there now is kept: as one more backup, or as it is where it is damaged. At
    every moment the notes file is the old one or the new one, whole.

    Raises:
        KnownError: where the backup is not sound, is of a newer form, or the file cannot
            be written or is in use elsewhere; the notes are then as they were.
    """
    verify(backup, f"The backup {backup}")
    with draft_folder(paths) as folder:
        draft = folder / "notes.db"
        shutil.copyfile(backup, draft)
        return put_in_place(draft, paths, now)


@contextmanager
def draft_folder(paths: Paths) -> Generator[Path]:
    """A folder beside the notes file for a file that is to take its place.

    A fault of the disk within is raised as a KnownError.
    """
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
        for stale in paths.data.glob("restoring-*"):
            if is_stale(stale):  # left by a process that was killed
                shutil.rmtree(stale, ignore_errors=True)
        with TemporaryDirectory(prefix="restoring-", dir=paths.data) as name:
            yield Path(name)
    except OSError as error:
        raise KnownError(
            Phrase(
                "A copy of the notes cannot be made in {data}: {strerror}.",
                data=paths.data,
                strerror=error.strerror,
            ),
            Phrase("Make room, or check the rights of the folder."),
        ) from error


def put_in_place(draft: Path, paths: Paths, now: datetime | None = None) -> Restored:
    """Make the notes file what the file `draft` is, in the present form; see `restore`."""
    schema.open_notes(draft, draft.parent / "backups").close()
    verify(draft, f"The copy {draft} of the notes")
    settle(draft)
    now = now or datetime.now(UTC)
    aside: Path | None = None
    if _is_ours(paths):
        with suppress(DamagedFileError):
            aside = keep(paths, now)
    if aside is not None and _pour(draft, paths.notes):
        done = Restored(aside, replaced=False)
    else:
        done = Restored(_replace(draft, paths, now), replaced=True)
    with closing(_live(paths)) as database:
        check_pages(database)
    return done


def keep(paths: Paths, now: datetime | None = None) -> Path | None:
    """Copy the notes as they are: as a backup, or page by page where they are damaged.

    None where there are none. Raises KnownError where SQLite cannot read the file.
    """
    if not paths.notes.exists():
        return None
    try:
        with closing(_live(paths)) as database:
            check_pages(database)
        return Backups(paths).make(now)
    except DamagedFileError:
        return _image(paths, now or datetime.now(UTC))


def _live(paths: Paths) -> Database:
    return Database.at(paths.notes, f"The notes file {paths.notes}", "rw")


def _is_ours(paths: Paths) -> bool:
    """Whether it is a notes file, sound or not, that SQLite can write to."""
    if not paths.notes.is_file():
        return False
    try:
        with closing(_live(paths)) as database:
            return (
                database.value("PRAGMA application_id") == schema.NOTES_ID
                # One in WAL cannot take over pages of another size.
                and database.value("PRAGMA page_size") == PAGE_SIZE
            )
    except DamagedFileError:
        return False


def _image(paths: Paths, now: datetime) -> Path:
    """Keeps a damaged file as SQLite sees it, page by page, with what is in its journal."""
    target = _aside(paths, now)
    with (
        closing(Database.at(target, f"The copy {target}")) as image,
        closing(_live(paths)) as database,
    ):
        image.become(database)
    settle(target)
    settle(target.parent)
    return target


def _pour(draft: Path, notes: Path) -> bool:
    """Makes the file the draft through SQLite. False where SQLite cannot write it."""
    name = f"The notes file {notes}"
    with (
        closing(Database.at(draft, f"The copy {draft}", "immutable")) as source,
        closing(Database.at(notes, name, "rw")) as target,
    ):
        try:
            target.execute("PRAGMA synchronous = FULL")
            target.become(source)
        except DamagedFileError:
            return False
        except KnownError as error:
            # As where the header is torn and names a kind of file that SQLite only reads.
            if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
                return False
            raise
        with suppress(KnownError):  # others still read what was there
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return True


def _replace(draft: Path, paths: Paths, now: datetime) -> Path | None:
    """Puts a file in the place of one that SQLite cannot use.

    The old one stays in its place until the new one takes it. Its journals go first: a
    journal that is not a file's own would destroy it.
    """
    notes = paths.notes
    target = _aside(paths, now)
    there = [suffix for suffix in ("", *_JOURNALS) if Path(f"{notes}{suffix}").is_file()]
    with _alone(notes):
        for suffix in there:
            _keep(Path(f"{notes}{suffix}"), Path(f"{target}{suffix}"))
        settle(target.parent)
        for suffix in _JOURNALS:
            Path(f"{notes}{suffix}").unlink(missing_ok=True)
        draft.replace(notes)
        settle(notes.parent)
    return target if there else None


def _keep(path: Path, target: Path) -> None:
    try:
        os.link(path, target)  # without opening it
    except OSError:  # another disk, or one without links
        shutil.copyfile(path, target)
        settle(target)


def _aside(paths: Paths, now: datetime) -> Path:
    paths.backups.mkdir(parents=True, exist_ok=True)
    stem = f"damaged-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    number = 1
    while (target := paths.backups / f"{stem}-{number}.db").exists():
        number += 1
    return target


@contextmanager
def _alone(notes: Path) -> Generator[None]:
    """Holds SQLite's lock on a file by other means than SQLite, which cannot read it.

    This process must not have it open through SQLite: its locks would be gone.
    """
    if sys.platform == "win32" or not notes.is_file():
        yield  # Windows does not let a file that is open be replaced
        return
    import fcntl

    with notes.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_LENGTH, _LOCK_START)
        except OSError as error:
            raise KnownError(
                Phrase("The notes file {notes} is in use.", notes=notes),
                Phrase("Close all windows of Lesepult first."),
            ) from error
        yield
