"""Backups: made when something changed, whole, checked, and not too many."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from reader.errors import KnownError
from reader.model import Document, Edit, Entry
from reader.paths import Paths
from reader.store import Store
from reader.store.backups import Backups, Contents
from reader.store.copies import is_damage
from tests.store.making import mark, sql

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def backups(profile: Paths) -> Backups:
    return Backups(profile)


def note(store: Store, entry: Entry, document: Document, words: str) -> None:
    made = mark(document, entry.id, 0, "Region", words)
    store.notes.commit(entry.id, "Mark", [Edit(None, made)])


def test_a_backup_holds_what_the_notes_hold(
    store: Store, entry: Entry, document: Document, backups: Backups
) -> None:
    note(store, entry, document, "one")
    path = backups.make(NOON)
    assert path
    (backup,) = backups.list()
    assert backup.path == path
    assert backup.path.name.endswith("-20260301T120000Z-1.db")
    assert backup.made == NOON
    assert backup.size == path.stat().st_size
    assert backup.contents == Contents(documents=1, marks=1, words=0)
    assert backup.sound
    assert backups.newest() == backup
    assert sql(path, "SELECT note FROM marks") == [("one",)]
    assert sorted(file.name for file in path.parent.iterdir()) == [path.name]


def test_no_backup_where_nothing_has_changed(
    store: Store, entry: Entry, document: Document, backups: Backups
) -> None:
    note(store, entry, document, "one")
    first = backups.make(NOON)
    assert backups.make(NOON + timedelta(days=1)) == first
    note(store, entry, document, "two")
    store.notes.undo(entry.id)
    second = backups.make(NOON + timedelta(days=2))
    assert second != first
    assert [backup.number for backup in backups.list()] == [2, 1]


def test_no_backup_of_no_notes(profile: Paths, backups: Backups) -> None:
    assert backups.make() is None
    profile.data.mkdir(exist_ok=True)
    profile.notes.touch()
    assert backups.make() is None
    assert backups.list() == []
    assert backups.newest() is None


def test_the_newest_is_told_by_its_number_not_by_the_clock(
    store: Store, entry: Entry, document: Document, backups: Backups
) -> None:
    for words, year in (("one", 2026), ("two", 2100), ("three", 1970)):
        note(store, entry, document, words)
        backups.make(NOON.replace(year=year))
    assert [backup.made.year for backup in backups.list()] == [1970, 2100, 2026]
    newest = backups.newest()
    assert newest
    assert newest.contents.marks == 3


def test_many_backups_are_thinned_out(
    store: Store, entry: Entry, document: Document, backups: Backups
) -> None:
    for number in range(30):
        note(store, entry, document, str(number))
        backups.make(NOON + timedelta(minutes=30 * number))
    assert [backup.number for backup in backups.list()] == [30, 29, 28, 27, 26, 25, 24]


def test_other_files_in_the_folder_are_left_alone(
    store: Store, entry: Entry, backups: Backups, profile: Paths
) -> None:
    profile.backups.mkdir()
    mine = [profile.backups / name for name in ("notes-v1-99999999T000000Z-1.db", "letter.txt")]
    for path in mine:
        path.write_text("mine", "utf-8")
    fresh = profile.backups / "notes.0000000000.part"
    stale = profile.backups / "notes.1111111111.part"
    for path in (fresh, stale):
        path.touch()
    os.utime(stale, (0, 0))
    backups.make()
    assert all(path.exists() for path in [*mine, fresh])
    assert not stale.exists()
    assert len(backups.list()) == 1


def test_a_damaged_backup_is_told_and_not_taken(
    store: Store, entry: Entry, document: Document, backups: Backups
) -> None:
    first = backups.make(NOON)
    note(store, entry, document, "one")
    second = backups.make(NOON + timedelta(days=1))
    assert first
    assert second
    data = bytearray(second.read_bytes())
    data[4096:8192] = bytes(4096)
    second.write_bytes(data)
    assert [backup.sound for backup in backups.list()] == [False, True]
    newest = backups.newest()
    assert newest
    assert newest.path == first
    # What is no longer as it was made is no reason not to make another one.
    assert backups.make(NOON + timedelta(days=2)) not in {first, second}


def test_what_sqlite_says_of_an_index_of_the_search_is_no_damage_of_the_file() -> None:
    unable = "unable to validate the inverted index for FTS5 table main.marks_index: "
    assert not is_damage(f"{unable}attempt to write a readonly database")
    assert not is_damage("malformed inverted index for FTS5 table main.marks_index")
    assert not is_damage("ok")
    assert is_damage("row 1 missing from index marks_document")
    assert is_damage("*** in database main ***\nPage 43: btreeInitPage() returns error code 11")


def test_a_foreign_file_with_the_name_of_a_backup(profile: Paths, backups: Backups) -> None:
    profile.backups.mkdir(parents=True)
    foreign = profile.backups / "notes-v1-20260301T120000Z-1.db"
    sql(foreign, "CREATE TABLE marks (x)")
    text = profile.backups / "notes-v1-20260301T120000Z-2.db"
    text.write_text("Liebes Tagebuch", "utf-8")
    assert [backup.sound for backup in backups.list()] == [False, False]
    assert backups.newest() is None


def test_a_folder_that_cannot_be_made(
    store: Store, entry: Entry, profile: Paths, backups: Backups
) -> None:
    profile.backups.touch()
    with pytest.raises(KnownError, match="cannot be written"):
        backups.make()


def test_notes_that_cannot_be_read_make_no_backup(
    store: Store, entry: Entry, profile: Paths, backups: Backups
) -> None:
    backups.make()
    store.close()
    data = bytearray(profile.notes.read_bytes())
    data[4096 : len(data) // 2] = bytes(len(data) // 2 - 4096)
    profile.notes.write_bytes(data)
    with pytest.raises(KnownError, match="damaged"):
        backups.make()
    assert len(list(profile.backups.iterdir())) == 1


def test_a_backup_is_made_while_another_process_writes(
    store: Store, entry: Entry, document: Document, backups: Backups, profile: Paths
) -> None:
    with sqlite3.connect(profile.notes, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE documents SET title = 'half'")
        path = backups.make()
        other.execute("ROLLBACK")
    other.close()
    assert path
    assert sql(path, "SELECT count(*) FROM documents WHERE title = 'half'") == [(0,)]
