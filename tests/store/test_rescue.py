"""What a damaged file still holds, and its backup beside, are joined."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.model import Document, Edit
from reader.paths import Paths, paths
from reader.store import open_store
from reader.store.backups import Backups, Contents
from reader.store.database import DamagedFileError
from reader.store.pages import records
from reader.store.repair import check
from reader.store.rescue import rescue
from tests.store.damaging import fill, notes_of, overwrite, pages_of
from tests.store.making import mark, sql

TABLES = ("documents", "paragraphs", "marks", "anchors", "changes", "bin", "days")


def rows_of(path: Path, table: str) -> list[tuple[object, ...]]:
    return sorted(sql(path, f"SELECT * FROM {table}"), key=repr)


def test_every_row_is_read_from_its_page(profile: Paths, document: Document) -> None:
    """Rows longer than a page, numbers and texts, in the file and in its journal."""
    fill(profile, document, 300)
    with closing(sqlite3.connect(profile.notes)) as connection:
        connection.execute("UPDATE marks SET note = ? WHERE number = 7", ["lang " * 5000])
        connection.execute("UPDATE documents SET place_depth = 0.25, place_paragraph = -70000")
        connection.commit()
        journal = Path(f"{profile.notes}-wal").read_bytes()
        data = profile.notes.read_bytes()
        found = list(records(data, journal))
        for table in TABLES:
            names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            key = "number" if "number" in names else None
            expected = {
                tuple(
                    None if name == key else value for name, value in zip(names, row, strict=True)
                )
                for row in connection.execute(f"SELECT * FROM {table}")
            }
            read = {record.values for record in found if record.table == table}
            if table == "changes":
                read = {
                    (record.number, *record.values[1:]) for record in found if record.table == table
                }
            assert read == expected, table


@pytest.mark.parametrize("table", TABLES)
def test_the_root_of_a_table_is_torn(profile: Paths, document: Document, table: str) -> None:
    """The pages below tell by themselves what is in them."""
    fill(profile, document, 400)
    notes = notes_of(profile)
    ((root,),) = sql(profile.notes, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")
    assert isinstance(root, int)
    has_pages_below = len(pages_of(profile.notes, table)) > 1
    overwrite(profile.notes, root)
    assert check(profile)
    done = rescue(profile)
    assert check(profile) == []
    assert done.place.aside
    if table != "marks" or has_pages_below:
        assert notes_of(profile) == notes
    assert done.contents == Contents(1, len(notes), 0)


def test_the_first_page_is_torn(profile: Paths, document: Document) -> None:
    """No tree leads anywhere; the file's header is gone with it."""
    fill(profile, document, 400)
    notes = notes_of(profile)
    overwrite(profile.notes, 1)
    broken = profile.notes.read_bytes()
    done = rescue(profile)
    assert done.place.replaced
    assert done.place.aside
    assert done.place.aside.read_bytes() == broken
    assert notes_of(profile) == notes
    with open_store(profile) as store:
        (entry,) = store.library.recent(2)
        assert store.library.document(entry.id).paragraphs == document.paragraphs


def test_a_file_cut_short(profile: Paths, document: Document) -> None:
    fill(profile, document, 400)
    notes = notes_of(profile)
    data = profile.notes.read_bytes()
    profile.notes.write_bytes(data[: len(data) // 3])
    rescue(profile)
    assert check(profile) == []
    assert notes_of(profile) < notes
    assert len(notes_of(profile)) > 50


def changed_after_backup(profile: Paths, document: Document) -> dict[str, str]:
    """200 notes in the backup; then one changed, one deleted, one new; gives their ids."""
    name = fill(profile, document, 200)
    Backups(profile).make()
    with open_store(profile) as store:
        old, gone, *_ = store.notes.marks(name)
        new = replace(old, note="changed since", changed="2026-02-01T00:00:00.000+00:00")
        more = mark(document, name, 1, "und", "new since")
        store.notes.commit(name, "Note", [Edit(old, new), Edit(gone, None), Edit(None, more)])
    return {"changed": old.id, "gone": gone.id, "new": more.id}


def test_backup_and_file_are_joined_without_doubles(profile: Paths, document: Document) -> None:
    ids = changed_after_backup(profile, document)
    notes = notes_of(profile)
    overwrite(profile.notes, pages_of(profile.notes, "marks")[3])
    done = rescue(profile)
    assert done.backup
    assert done.read.marks < 200
    assert notes_of(profile) == notes
    assert done.contents.marks == 200
    assert sql(profile.notes, f"SELECT note FROM marks WHERE id = '{ids['changed']}'") == [
        ("changed since",)
    ]
    assert sql(profile.notes, f"SELECT count(*) FROM bin WHERE id = '{ids['gone']}'") == [(1,)]
    with open_store(profile) as store:
        (entry,) = store.library.recent(2)
        assert store.notes.undo_label(entry.id) is None  # its steps would not fit
        assert len(store.notes.marks(entry.id)) == 200
        assert store.library.document(entry.id).paragraphs == document.paragraphs


def test_a_clock_gone_wrong_does_not_hide_what_is_newer(profile: Paths, document: Document) -> None:
    ids = changed_after_backup(profile, document)
    sql(
        profile.notes,
        "UPDATE marks SET changed = '1970-01-01T00:00:00' WHERE note = 'changed since'",
    )
    overwrite(profile.notes, pages_of(profile.notes, "marks_document")[0])
    rescue(profile)
    assert sql(profile.notes, f"SELECT note FROM marks WHERE id = '{ids['changed']}'") == [
        ("changed since",)
    ]


def test_a_text_that_was_revised_since_the_backup(profile: Paths, document: Document) -> None:
    name = fill(profile, document, 200)
    Backups(profile).make()
    first = document.paragraphs[0]._replace(text="Neu: " + document.paragraphs[0].text)
    shorter = replace(document, checksum="other", paragraphs=(first, *document.paragraphs[1:5]))
    with open_store(profile) as store:
        store.library.add(shorter)
        marks = store.notes.marks(name)
    overwrite(profile.notes, pages_of(profile.notes, "marks_document")[0])
    rescue(profile)
    with open_store(profile) as store:
        assert store.library.document(name).paragraphs == shorter.paragraphs
        assert store.notes.marks(name) == marks


def test_a_journal_that_is_another_files(
    profile: Paths, document: Document, tmp_path: Path
) -> None:
    fill(profile, document, 300)
    notes = notes_of(profile)
    other = paths(tmp_path / "other")
    with closing(sqlite3.connect(":memory:")):
        fill(other, document, 40)
        with closing(sqlite3.connect(other.notes)) as connection:
            connection.execute("UPDATE marks SET note = note || ' of the other'")
            connection.commit()
            shutil.copy(f"{other.notes}-wal", f"{profile.notes}-wal")
    with pytest.raises(DamagedFileError):
        open_store(profile)
    rescue(profile)
    assert check(profile) == []
    assert notes_of(profile) >= notes


def test_a_first_form_is_rescued_too(profile: Paths) -> None:
    profile.data.mkdir(parents=True)
    shutil.copy(Path(__file__).parents[1] / "data" / "notes-form-1.db", profile.notes)
    notes = notes_of(profile)
    assert notes
    overwrite(profile.notes, pages_of(profile.notes, "marks_document")[0])
    with pytest.raises(DamagedFileError):
        open_store(profile)
    rescue(profile)
    assert check(profile) == []
    assert notes_of(profile) == notes


def test_a_file_with_nothing_in_it_gives_the_backup(profile: Paths, document: Document) -> None:
    fill(profile, document, 20)
    notes = notes_of(profile)
    Backups(profile).make()
    profile.notes.write_bytes(b"Liebes Tagebuch!" * 5000)
    done = rescue(profile)
    assert done.read == Contents()
    assert notes_of(profile) == notes


def test_a_file_that_is_not_there(profile: Paths) -> None:
    with pytest.raises(KnownError):
        rescue(profile)
