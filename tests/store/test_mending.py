"""Each kind of damage is found, named and put right, and nothing else is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from reader import anchors
from reader.model import Document, Edit, Fit, Side, Span, Word, new_id
from reader.paths import Paths
from reader.store import open_store
from reader.store.repair import Damage, Finding, check, repair
from tests.store.damaging import PAGE, fill, notes_of, overwrite, pages_of
from tests.store.making import NOW, mark, sql


@pytest.fixture
def filled(profile: Paths, document: Document) -> Paths:
    """Marks, a word, a deleted mark, a note on the document, and history."""
    name = fill(profile, document, 200)
    with open_store(profile) as store:
        text = document.paragraphs[0].text
        anchor = anchors.make(text, Span(0, 5), Side.SOURCE, 0)
        word = Word(new_id(), name, anchor, "lemma", "NOUN", "word", text, "", NOW, NOW)
        gone = mark(document, name, 1, "und", "gone")
        store.notes.commit(name, "Word", [Edit(None, word), Edit(None, gone)])
        store.notes.commit(name, "Delete", [Edit(gone, None)])
    return profile


def one_mark(profile: Paths) -> str:
    ((name,),) = sql(profile.notes, "SELECT id FROM marks LIMIT 1")
    return str(name)


def lose_document(profile: Paths) -> None:
    sql(profile.notes, "DELETE FROM documents")


def lose_paragraph(profile: Paths) -> None:
    sql(profile.notes, "DELETE FROM paragraphs WHERE pos = 2")


def misplace_paragraph(profile: Paths) -> None:
    sql(profile.notes, "UPDATE paragraphs SET pos = 2000000000 WHERE pos = 2")


def lose_mark(profile: Paths) -> None:
    sql(profile.notes, f"DELETE FROM marks WHERE id = '{one_mark(profile)}'")


def spoil_list(profile: Paths) -> None:
    sql(profile.notes, "UPDATE documents SET warnings = '[\"half'")


def spoil_runs(profile: Paths) -> None:
    sql(profile.notes, "UPDATE paragraphs SET runs = '[[1]]' WHERE pos = 1")


def spoil_tags(profile: Paths) -> None:
    sql(profile.notes, "UPDATE marks SET tags = '[1, 2]' WHERE number = 1")


def spoil_side(profile: Paths) -> None:
    sql(profile.notes, "UPDATE anchors SET side = 'sourcf' WHERE rowid = 1")


def spoil_fit(profile: Paths) -> None:
    sql(profile.notes, "UPDATE marks SET fit = 'exacu' WHERE number = 1")


def spoil_hash(profile: Paths) -> None:
    sql(profile.notes, "UPDATE paragraphs SET hash = 'x' WHERE pos = 0")


def spoil_bin(profile: Paths) -> None:
    sql(profile.notes, "UPDATE bin SET item = '{'")


def spoil_position(profile: Paths) -> None:
    sql(profile.notes, 'UPDATE anchors SET "end" = 99999 WHERE rowid = 1')


def spoil_word(profile: Paths) -> None:
    sql(profile.notes, "UPDATE words SET paragraph = 4711")


def spoil_place(profile: Paths) -> None:
    sql(profile.notes, "UPDATE documents SET place_paragraph = -3")


def spoil_history(profile: Paths) -> None:
    sql(profile.notes, "UPDATE changes SET edits = '[[null' WHERE id = 1")


def spoil_search(profile: Paths) -> None:
    sql(profile.notes, "INSERT INTO marks_index (marks_index) VALUES ('delete-all')")


def tear_index(profile: Paths) -> None:
    """Empties the index of marks by document."""
    (page,) = pages_of(profile.notes, "marks_document")
    overwrite(profile.notes, page, b"\x0a" + bytes(4) + b"\x10\x00" + bytes(PAGE - 7))


@pytest.mark.parametrize(
    ("spoil", "damage"),
    [
        (lose_document, Damage.DOCUMENTS),
        (lose_paragraph, Damage.PARAGRAPHS),
        (misplace_paragraph, Damage.PARAGRAPHS),
        (spoil_list, Damage.VALUES),
        (spoil_runs, Damage.VALUES),
        (spoil_tags, Damage.VALUES),
        (spoil_side, Damage.VALUES),
        (spoil_fit, Damage.VALUES),
        (spoil_hash, Damage.VALUES),
        (spoil_bin, Damage.VALUES),
        (spoil_position, Damage.POSITIONS),
        (spoil_word, Damage.POSITIONS),
        (spoil_place, Damage.POSITIONS),
        (spoil_history, Damage.HISTORY),
        (spoil_search, Damage.SEARCH),
    ],
)
def test_damage_in_rows(
    filled: Paths, document: Document, spoil: Callable[[Paths], None], damage: Damage
) -> None:
    assert check(filled) == []
    spoil(filled)
    spoilt = notes_of(filled)
    found = check(filled)
    assert damage in {finding.damage for finding in found}
    report = repair(filled)
    assert damage in {finding.damage for finding in report.findings}
    assert report.before
    assert report.rescued is None
    assert check(filled) == []
    assert notes_of(filled) == spoilt
    with open_store(filled) as store:
        store.check()
        (entry,) = store.library.recent(2)
        assert len(store.library.document(entry.id).paragraphs) == len(document.paragraphs)
        assert len(store.notes.marks(entry.id)) == len(spoilt)
        store.notes.bin()
        store.library.add(document)


def test_a_mark_that_is_gone_is_back_in_its_place(filled: Paths) -> None:
    lost = one_mark(filled)
    lose_mark(filled)
    assert {finding.damage for finding in check(filled)} == {Damage.MARKS, Damage.LEFTOVERS}
    (finding,) = repair(filled).findings
    assert finding == Finding(Damage.MARKS, 1)
    assert check(filled) == []
    with open_store(filled) as store:
        (entry,) = store.library.recent(2)
        (mark,) = [made for made in store.notes.marks(entry.id) if made.id == lost]
    assert (mark.quote, mark.note) == ("Region", "")


def test_what_is_left_of_no_known_text_is_removed(filled: Paths) -> None:
    lose_mark(filled)
    sql(filled.notes, "UPDATE anchors SET hash = 'x' WHERE mark NOT IN (SELECT id FROM marks)")
    assert [finding.damage for finding in repair(filled).findings] == [Damage.LEFTOVERS]
    assert check(filled) == []


def test_every_kind_is_said_in_words(filled: Paths) -> None:
    said = [(finding.words, finding.done) for finding in (Finding(one, 1) for one in Damage)]
    assert len(set(said)) == len(Damage)
    assert all(done.endswith(".") for _, done in said)


def test_what_lies_outside_its_text_is_an_orphan(filled: Paths) -> None:
    spoil_position(filled)
    repair(filled)
    rows = sql(filled.notes, "SELECT fit, count(*) FROM marks GROUP BY fit")
    assert sorted(rows) == [(Fit.EXACT, 199), (Fit.ORPHAN, 1)]


def test_a_torn_index_is_made_anew(filled: Paths) -> None:
    notes = notes_of(filled)
    # Its row is wrong, not its page.
    sql(
        filled.notes,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE INDEX marks_document ON marks (id)'"
        " WHERE name = 'marks_document'",
    )
    (finding,) = check(filled)
    assert finding.damage is Damage.INDEXES
    repair(filled)
    assert check(filled) == []
    assert notes_of(filled) == notes


def test_a_torn_page_of_an_index_costs_nothing(filled: Paths) -> None:
    notes = notes_of(filled)
    tear_index(filled)
    assert check(filled)
    repair(filled)
    assert check(filled) == []
    assert notes_of(filled) == notes


def test_a_sound_file_is_left_alone(filled: Paths) -> None:
    before = filled.notes.read_bytes()
    assert repair(filled).findings == ()
    assert filled.notes.read_bytes() == before
    assert not filled.backups.exists()


def test_no_notes_no_damage(profile: Paths) -> None:
    assert check(profile) == []
    assert repair(profile).findings == ()
    assert not profile.notes.exists()


def test_torn_pages_are_counted_as_one_thing(filled: Paths) -> None:
    overwrite(filled.notes, pages_of(filled.notes, "marks")[0])
    assert check(filled) == [Finding(Damage.PAGES, 1)]


def test_a_torn_name_of_a_column_is_damage(filled: Paths) -> None:
    """SQLite finds the column whatever its capitals are, and calls it as it is written there."""
    with closing(sqlite3.connect(filled.notes)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        torn = "UPDATE sqlite_master SET sql = replace(sql, 'document ', 'documEnt ')"
        assert connection.execute(f"{torn} WHERE name = 'paragraphs'").rowcount == 1
    assert check(filled) == [Finding(Damage.PAGES, 1)]
    assert repair(filled).rescued is not None
    assert check(filled) == []
