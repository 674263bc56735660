"""Files of the forms that were released, brought up to date with every row."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.model import Colour, Fit, Place, Run, Side, Span, Style
from reader.paths import Paths
from reader.store import forms, open_store, schema
from reader.store.database import Database, Migrations, SqliteUtils
from tests.store.making import sql

DATA = Path(__file__).parents[1] / "data"
# What the first form held: three documents, four marks, a history with a step undone.
FORM_1 = DATA / "notes-form-1.db"
# Tags, runs, a word, a note on a whole text, a bin, a removed document, a step undone.
FORM_2 = DATA / "notes-form-2.db"
KEPT = {
    "documents": "id, title, author, source, checksum, language, warnings, opened,"
    " place_paragraph, place_depth, length",
    "paragraphs": "document, pos, kind, level, text, hash",
    "marks": "id, document, colour, note, partner, created, changed, fit",
    "anchors": "*",
    "changes": "*",
}


@pytest.fixture
def old(profile: Paths) -> Paths:
    """A profile of the first form."""
    profile.data.mkdir()
    shutil.copy(FORM_1, profile.notes)
    return profile


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(sql(path, f"SELECT {of} FROM {table}")) for table, of in KEPT.items()}


def test_every_row_is_kept_and_a_copy_made_first(old: Paths) -> None:
    before = rows(FORM_1)
    assert {table: len(found) for table, found in before.items()} == {
        "documents": 3,
        "paragraphs": 8,
        "marks": 4,
        "anchors": 5,
        "changes": 7,
    }
    with open_store(old) as store:
        store.check()
    assert rows(old.notes) == before
    (copy,) = old.backups.iterdir()
    assert copy.name.startswith("notes-v1-")
    assert rows(copy) == before


def test_marks_and_history_mean_what_they_meant(old: Paths) -> None:
    with open_store(old) as store:
        listings = {listing.entry.title: listing for listing in store.library.listings()}
        walk = listings["Ein Spaziergang"].entry
        assert (walk.author, walk.paragraphs, walk.words) == ("Eine Leserin", 6, 44)
        assert walk.place == Place(3, 0.25)
        assert {title: listing.notes for title, listing in listings.items()} == {
            "Ein Spaziergang": 3,
            "Notiz": 1,
            "Ohne Notizen": 0,
        }
        blue, two, lost = store.notes.marks(walk.id)
        assert (blue.colour, blue.quote, blue.tags) == (Colour.BLUE, "Gärtnerin", ())
        assert [anchor.paragraph for anchor in two.anchors] == [3, 5]
        assert (lost.fit, lost.quote) == (Fit.ORPHAN, "Regenschirm")
        (english,) = store.notes.marks(listings["Notiz"].entry.id)
        assert english.anchors[0].side is Side.TARGET
        assert store.notes.redo_label(walk.id) == "Note"
        assert store.notes.redo(walk.id) is not None
        steps = 0
        while store.notes.undo(walk.id) is not None:
            steps += 1
        assert steps == 6
        assert store.notes.marks(walk.id) == ()


def test_what_was_there_can_be_searched(old: Paths) -> None:
    with open_store(old):
        pass
    found = sql(
        old.notes,
        "SELECT marks.quote FROM marks JOIN marks_index ON marks_index.rowid = marks.number"
        " WHERE marks_index MATCH 'gartn*'",
    )
    assert found == [("Gärtnerin",)]
    found = sql(old.notes, "SELECT count(*) FROM paragraphs_index WHERE text MATCH 'fluss'")
    assert found == [(2,)]


def test_all_of_the_second_form_is_kept(profile: Paths) -> None:
    profile.data.mkdir()
    shutil.copy(FORM_2, profile.notes)
    with open_store(profile) as store:
        store.check()
        (walk,), (gone,) = store.library.recent(9), store.library.removed()
        assert (walk.tags, walk.mode, walk.date) == (("Natur", "Übung"), "sentences", "2026-05")
        assert store.library.origin(walk.id).import_version == 2
        runs = store.library.document(walk.id).paragraphs[2].runs
        assert runs[1] == Run(Span(26, 35), Style.LINK, "https://example.org/garten")
        whole, gardener = store.notes.marks(walk.id)
        assert (whole.anchors, gardener.tags) == ((), ("Beruf", "Größe"))
        assert [word.meaning for word in store.notes.words()] == ["river"]
        assert [deleted.item.id for deleted in store.notes.bin()] == ["0000000004"]
        assert [hit.item for hit in store.search.find("fluss")] == ["0000000003", "", ""]
        store.library.restore([gone.entry.id])
        assert len(store.search.find("hidden")) == 1
        assert store.notes.redo(walk.id) is not None
        assert store.notes.words()[0].meaning == "river, stream"
        assert (walk.read, store.library.entry(walk.id).place) == (walk.place.paragraph, walk.place)
    (copy,) = profile.backups.iterdir()
    assert copy.name.startswith("notes-v2-")


@pytest.mark.parametrize(
    ("steps", "file"),
    [
        ([forms.documents_and_marks], FORM_1),
        ([forms.documents_and_marks, forms.words_tags_and_search], FORM_2),
    ],
)
def test_a_form_is_still_what_it_was(
    tmp_path: Path, steps: list[Callable[[SqliteUtils], None]], file: Path
) -> None:
    migrations = Migrations("notes")
    for step in steps:
        migrations(name=step.__name__)(step)
    schema.open_notes(tmp_path / "notes.db", tmp_path, migrations).close()
    tables = "SELECT name, sql FROM sqlite_master ORDER BY name"
    assert sql(tmp_path / "notes.db", tables) == sql(file, tables)


def test_translations_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "cache.db"
    first = Migrations("cache")
    first(name="translations")(forms.translations)
    with closing(Database.at(file, "The cache")) as cache:
        first.apply(cache.sqlite_utils)
        cache.execute("INSERT INTO renderings VALUES ('h', 'e', 'Straße', '[]', '')")
        cache.execute(f"PRAGMA application_id = {schema.CACHE_ID}")
        cache.execute("PRAGMA user_version = 1")
    with closing(schema.open_cache(file)) as cache:
        assert cache.value("SELECT count(*) FROM renderings_index WHERE text MATCH 'strasse'") == 1
        assert cache.value("SELECT text FROM renderings WHERE hash = 'h'") == "Straße"
