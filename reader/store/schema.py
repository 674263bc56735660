"""The two files of a profile: what is in them, and when they are not touched.

`notes.db` holds what a reader made and is kept at all cost. `cache.db` holds
what can be made again, and is made again when it is worn.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

from reader.errors import KnownError
from reader.phrases import Phrase
from reader.store.copies import damage_in, is_damage, make_copy
from reader.store.database import DamagedFileError, Database, Migrations
from reader.store.forms import CACHE, NOTES

# Names our files among all SQLite files (https://sqlite.org/fileformat2.html#application_id).
NOTES_ID = int.from_bytes(b"Lese", "big")
CACHE_ID = int.from_bytes(b"LesC", "big")

# A file up to this size is checked page by page when the program opens it: some
# 30,000 marks, a tenth of a second. In a larger one, damage shows when it is read,
# or in `check`.
CHECKED_BYTES = 32 * 2**20


def open_notes(
    path: Path, backups: Path, migrations: Migrations = NOTES, *, checked: int = CHECKED_BYTES
) -> Database:
    """Opens the notes file, makes it if there is none, and brings an older one up to date.

    Before an older file is changed, a copy of it goes into `backups`. A file of up to
    `checked` bytes is checked page by page.

    Raises:
        KnownError: for a file that is newer, damaged, not ours, or cannot be written.
            Such a file is left exactly as it is.
    """
    name = Phrase("The notes file {path}", path=path)
    newest = _length(migrations)
    _inspect(path, name, newest, checked)
    _make_folder(path.parent, name)
    database = Database.at(path, name)
    try:
        found = _version(database)
        if 0 < found < newest:
            make_copy(database, backups)
        _set_up(database, NOTES_ID, migrations)
        database.execute("PRAGMA synchronous = FULL")
    except BaseException:
        database.close()
        raise
    return database


def notes_in_memory() -> Database:
    """A notes file that lives as long as it is open."""
    database = Database.in_memory("The notes")
    _set_up(database, NOTES_ID, NOTES)
    return database


def open_cache(path: Path) -> Database:
    """Opens the cache, and never fails.

    A worn, newer or foreign file is set aside for an empty one; where no
    file can be written, the cache lives as long as it is open.
    """
    with suppress(KnownError, OSError):
        try:
            return _cache_at(path)
        except DamagedFileError:
            for suffix in ("-wal", "-shm"):
                Path(f"{path}{suffix}").unlink(missing_ok=True)
            path.replace(f"{path}.worn")
            return _cache_at(path)
    return cache_in_memory()


def cache_in_memory() -> Database:
    """A cache that lives as long as it is open."""
    database = Database.in_memory("The cache")
    _set_up(database, CACHE_ID, CACHE)
    return database


def check(database: Database) -> None:
    """Reads the whole file.

    Raises:
        DamagedFileError: where a page, an index or a reference is not sound.
    """
    _check(database, "integrity_check(100)")
    _check(database, "foreign_key_check")


def _cache_at(path: Path) -> Database:
    name = Phrase("The cache {path}", path=path)
    _make_folder(path.parent, name)
    database = Database.at(path, name, wait=5.0)
    try:
        owner, version = _owner(database), _version(database)
        is_ours = owner == CACHE_ID and 0 < version <= _length(CACHE)
        if not is_ours and not _is_empty(database):
            raise DamagedFileError(name, Phrase("it is of another version"))
        _set_up(database, CACHE_ID, CACHE)
        database.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        database.close()
        raise
    return database


def _set_up(database: Database, owner: int, migrations: Migrations) -> None:
    """Brings the file to its newest form in one transaction, and turns to WAL."""
    with database.write():
        version, newest = _version(database), _length(migrations)
        _refuse_newer(database, version, newest)
        if version < newest:
            migrations.apply(database.sqlite_utils)
            database.execute(f"PRAGMA application_id = {owner}")
            database.execute(f"PRAGMA user_version = {newest}")
        # SQLite opens a read-only file without a word: let it fail now, not at the first note.
        database.execute("DELETE FROM _sqlite_migrations WHERE 0")
    database.turn_to_wal()
    database.execute("PRAGMA foreign_keys = ON")


def _inspect(path: Path, name: str, newest: int, checked: int) -> None:
    """Raises a KnownError for a file that must not be opened, and changes nothing in it.

    It looks through SQLite only: opening and closing the file by other means would
    drop the locks that this process holds on it (https://sqlite.org/howtocorrupt.html).
    """
    before = _stamps(path)
    size, unsaved, begun = (stamp for stamp, _ in before)
    if unsaved and not size:
        raise KnownError(
            Phrase(
                "{name} is gone, but its journal {name2}-wal is still there.",
                name=name,
                name2=path.name,
            ),
            Phrase("Put the notes file back, or move the journal away to begin anew."),
        )
    if not path.exists():
        return
    if not path.is_file():
        raise KnownError(Phrase("{name} is no file.", name=name), Phrase("Move it away."))
    if not os.access(path, os.W_OK):
        raise KnownError(
            Phrase("{name} cannot be used: it is read-only.", name=name),
            Phrase("Check the rights of the file."),
        )
    try:
        if begun:
            # Some program is making the file, or was killed meanwhile: then it makes no sense
            # without its journal, from which SQLite sets it right before it is read.
            _look(Database.at(path, name, "rw"), newest, checked, whole=True)
        else:
            _look_at_both(path, name, newest, checked, unsaved=bool(unsaved))
    except KnownError:
        if _stamps(path) == before:
            raise
        _inspect(path, name, newest, checked)  # another process has written meanwhile


def _look_at_both(path: Path, name: str, newest: int, checked: int, *, unsaved: bool) -> None:
    """The file, and where something in its journal is `unsaved` both together."""
    try:
        _look(Database.at(path, name, "immutable"), newest, checked, whole=not unsaved)
    except DamagedFileError:
        if not unsaved:  # else what is missing may be in the journal
            raise
    if unsaved:
        _look(Database.at(path, name, "ro"), newest, checked, whole=True)


def _look(database: Database, newest: int, checked: int, *, whole: bool) -> None:
    """`whole` says that nothing of the file is in a journal that this connection cannot see."""
    try:
        owner, version = _owner(database), _version(database)
        if owner != NOTES_ID and not (whole and owner == version == 0 and _is_empty(database)):
            raise KnownError(
                Phrase("{name} belongs to another program.", name=database.name),
                Phrase("It was not changed. Move it away, or use another profile."),
            )
        _refuse_newer(database, version, newest)
        if whole and _size(database) <= checked:
            _check(database, "quick_check(100)")
    finally:
        database.close()


def _refuse_newer(database: Database, version: int, newest: int) -> None:
    if version > newest:
        raise KnownError(
            Phrase("{name} was written by a newer version of Lesepult.", name=database.name),
            Phrase(
                "It was not changed. Update Lesepult: the file has form {version}, "
                "this version knows {newest}.",
                version=version,
                newest=newest,
            ),
        )


def _stamps(path: Path) -> list[tuple[int, int]]:
    """Size and time of the file and of its journals; zeros for what is not there."""
    stamps: list[tuple[int, int]] = []
    for suffix in ("", "-wal", "-journal"):
        try:
            stat = Path(f"{path}{suffix}").stat()
            stamps.append((stat.st_size, stat.st_mtime_ns))
        except OSError:
            stamps.append((0, 0))
    return stamps


def _check(database: Database, pragma: str) -> None:
    for row in database.rows(f"PRAGMA {pragma}"):
        if is_damage(found := " ".join(map(str, row.values()))):
            raise DamagedFileError(database.name, damage_in(found))


def _length(migrations: Migrations) -> int:
    with closing(Database.in_memory("No file")) as nothing:
        return len(migrations.pending(nothing.sqlite_utils))


def _size(database: Database) -> int:
    return database.value("PRAGMA page_count") * database.value("PRAGMA page_size")


def _owner(database: Database) -> int:
    return int(database.value("PRAGMA application_id"))


def _version(database: Database) -> int:
    return int(database.value("PRAGMA user_version"))


def _is_empty(database: Database) -> bool:
    return not database.value("SELECT count(*) FROM sqlite_master")


def _make_folder(folder: Path, name: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            Phrase("{name} cannot be made: {strerror}.", name=name, strerror=error.strerror),
            Phrase("Check the rights of {folder}.", folder=folder),
        ) from error
