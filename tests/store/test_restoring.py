"""A backup takes the place of the notes; what was there is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.model import Document, Edit
from reader.paths import Paths
from reader.store import open_store
from reader.store.backups import Backups
from reader.store.copies import stamp_of
from reader.store.restoring import restore
from tests.store.making import mark, sql


@pytest.fixture
def backup(profile: Paths, document: Document) -> Path:
    """The backup of a profile with the note "one"; "two" was written after it."""
    with open_store(profile) as store:
        name = store.library.add(document).id
        made = mark(document, name, 0, "Region", "one")
        store.notes.commit(name, "Mark", [Edit(None, made)])
        path = Backups(profile).make()
        other = mark(document, name, 0, "Region", "two")
        store.notes.commit(name, "Mark", [Edit(None, other)])
    assert path
    return path


def notes_in(path: Path) -> list[str]:
    return sorted(str(note) for (note,) in sql(path, "SELECT note FROM marks"))


def test_the_notes_are_what_they_were_and_the_others_are_kept(profile: Paths, backup: Path) -> None:
    done = restore(backup, profile)
    assert not done.replaced
    assert notes_in(profile.notes) == ["one"]
    assert done.aside
    assert stamp_of(done.aside)
    restore(done.aside, profile)
    assert notes_in(profile.notes) == ["one", "two"]
    assert {path.name for path in profile.data.iterdir()} == {"notes.db", "backups", "cache.db"}


def test_who_has_the_file_open_sees_what_was_restored(
    profile: Paths, backup: Path, document: Document
) -> None:
    with open_store(profile) as here, closing(sqlite3.connect(profile.notes)) as there:
        name = here.library.recent(1)[0].id
        assert there.execute("SELECT count(*) FROM marks").fetchone() == (2,)
        restore(backup, profile)
        assert [made.note for made in here.notes.marks(name)] == ["one"]
        assert there.execute("SELECT count(*) FROM marks").fetchone() == (1,)
        here.notes.commit(name, "Mark", [Edit(None, mark(document, name, 0, "Region", "new"))])
    assert notes_in(profile.notes) == ["new", "one"]


def test_a_missing_file(profile: Paths, backup: Path) -> None:
    profile.notes.unlink()
    assert restore(backup, profile).aside is None
    assert notes_in(profile.notes) == ["one"]


def test_a_journal_without_its_file_is_kept(profile: Paths, backup: Path) -> None:
    profile.notes.unlink()
    journal = Path(f"{profile.notes}-wal")
    journal.write_bytes(b"what was not in the file yet")
    aside = restore(backup, profile).aside
    assert aside
    assert Path(f"{aside}-wal").read_bytes() == b"what was not in the file yet"
    assert notes_in(profile.notes) == ["one"]


def make_text(path: Path) -> None:
    path.write_text("Liebes Tagebuch! " * 500)


def make_cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def make_foreign(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE recipes (name TEXT)")


def make_unwritable(path: Path) -> None:
    """Its header says that it is of a later kind, which SQLite only reads."""
    with path.open("r+b") as file:
        file.seek(18)
        file.write(b"\x42")


@pytest.mark.parametrize("make", [make_text, make_cut, make_foreign, make_unwritable])
def test_what_sqlite_cannot_use_is_kept_byte_by_byte(
    profile: Paths, backup: Path, make: Callable[[Path], None]
) -> None:
    make(profile.notes)
    before = profile.notes.read_bytes()
    done = restore(backup, profile)
    assert done.replaced
    assert done.aside
    assert done.aside.read_bytes() == before
    assert notes_in(profile.notes) == ["one"]


def tear(path: Path) -> None:
    """Zeroes the root page of the table of marks."""
    ((root,),) = sql(path, "SELECT rootpage FROM sqlite_master WHERE name = 'marks'")
    assert isinstance(root, int)
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(bytes(4096))


def test_a_damaged_file_is_kept_as_it_is(profile: Paths, backup: Path) -> None:
    tear(profile.notes)
    before = profile.notes.read_bytes()
    done = restore(backup, profile)
    assert done.aside
    assert done.aside.name.startswith("damaged-")
    kept = done.aside.read_bytes()
    assert kept[100:] == before[100:]  # the header counts the change
    assert notes_in(profile.notes) == ["one"]


def test_a_damaged_backup_is_refused(profile: Paths, backup: Path) -> None:
    tear(backup)
    with pytest.raises(KnownError, match="damaged"):
        restore(backup, profile)
    assert notes_in(profile.notes) == ["one", "two"]


def test_a_backup_of_a_newer_lesepult_is_refused(profile: Paths, backup: Path) -> None:
    sql(backup, "PRAGMA user_version = 77")
    with pytest.raises(KnownError, match="newer version"):
        restore(backup, profile)
    assert notes_in(profile.notes) == ["one", "two"]
    assert not list(profile.data.glob("restoring-*"))


def test_what_a_killed_restore_has_left_is_cleared_away(profile: Paths, backup: Path) -> None:
    fresh, stale = profile.data / "restoring-fresh", profile.data / "restoring-stale"
    for folder in (fresh, stale):
        folder.mkdir()
        (folder / "notes.db").touch()
    os.utime(stale, (0, 0))
    restore(backup, profile)
    assert fresh.exists()
    assert not stale.exists()


def test_a_file_that_is_gone(profile: Paths, backup: Path) -> None:
    with pytest.raises(KnownError, match="cannot be"):
        restore(backup.with_name("gone.db"), profile)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open file be replaced")
def test_a_file_that_another_process_holds_is_not_replaced(profile: Paths, backup: Path) -> None:
    """It is damaged now, but was not when the other one opened it."""
    child = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1])
print(file.execute("SELECT count(*) FROM marks").fetchone(), flush=True)
sys.stdin.readline()
"""
    command = [sys.executable, "-c", child, str(profile.notes)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdout.readline()
        sound = shutil.copy(profile.notes, profile.data / "sound")
        with profile.notes.open("r+b") as file:
            file.write(b"no header at all")
        with pytest.raises(KnownError, match="in use"):
            restore(backup, profile)
        with profile.notes.open("r+b") as file, Path(sound).open("rb") as original:
            file.write(original.read(16))
        process.stdin.write("\n")
        process.stdin.close()
    assert notes_in(profile.notes) == ["one", "two"]
