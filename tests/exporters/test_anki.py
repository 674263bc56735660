"""Cards for Anki."""

from __future__ import annotations

import html
import io
import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from zipfile import ZipFile

from hypothesis import given

from reader.exporters.anki import render
from reader.model import Colour, Fit, Side, Snapshot
from tests.exporters.naughty import NAUGHTY
from tests.exporters.parsing import anki_notes, anki_tags, readable
from tests.exporters.snapshots import STRINGS, anchor, mark, snapshot, snapshots

HIDDEN = '<span class="hidden">[…]</span>'


def query(apkg: bytes, words: str) -> list[tuple[object, ...]]:
    with ZipFile(io.BytesIO(apkg)) as package, closing(sqlite3.connect(":memory:")) as collection:
        assert package.namelist() == ["collection.anki2", "media"]
        collection.deserialize(package.read("collection.anki2"))
        assert collection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return collection.execute(words).fetchall()


def test_the_marked_words_are_hidden_in_their_sentence() -> None:
    made = mark(anchor("Fähre"), number=7, note="die\nFähren", colour=Colour.GREEN)
    assert anki_notes(render(snapshot(made))) == [
        [
            "lesepult-0000000007",
            "0000000007",
            f"Die {HIDDEN} legte ab.",
            "Die <b>Fähre</b> legte ab.",
            "The ferry cast off.",
            "die<br>Fähren",
            '<a href="lesepult://open?document=0123456789&amp;mark=0000000007">Am Fluss</a>',
        ]
    ]
    assert query(render(snapshot(made)), "SELECT tags FROM notes") == [(" lesepult::green ",)]


def test_a_mark_on_the_english_hides_the_english() -> None:
    ((_, _, question, answer, other, *_),) = anki_notes(
        render(snapshot(mark(anchor("cast off. Nobody", Side.TARGET))))
    )
    assert question == f"The ferry {HIDDEN} spoke."
    assert answer == "The ferry <b>cast off. Nobody</b> spoke."
    assert other == "Die Fähre legte ab. Niemand sprach."


def test_where_the_sentence_is_not_known_its_surroundings_are_shown() -> None:
    made = mark(anchor("Fähre"), anchor("Brot"), partner="The ferry", fit=Fit.ORPHAN)
    bare = replace(snapshot(made), renderings={})
    ((_, _, question, _, other, *_),) = anki_notes(render(bare))
    assert question == f"Der Nebel hob sich. Die {HIDDEN} legte ab. Niemand sprach.<br>1. {HIDDEN}"
    assert other == "The ferry"


def test_a_card_a_mark_in_reading_order() -> None:
    made = (mark(anchor("Brot"), number=1), mark(anchor("Der Nebel"), number=2))
    apkg = render(snapshot(*made, mark(colour=None, note="Zum Ganzen.", number=3)))
    assert [guid for guid, *_ in anki_notes(apkg)] == ["lesepult-0000000002", "lesepult-0000000001"]
    assert query(apkg, "SELECT due FROM cards ORDER BY due") == [(0,), (1,)]


def test_importing_again_changes_what_is_there() -> None:
    made = mark(anchor("Brot"))
    later = replace(made, note="frisch", changed="2024-05-18T10:00:00+00:00")
    before, after = render(snapshot(made)), render(snapshot(later))
    same = "SELECT guid, mid FROM notes"
    assert query(before, same) == query(after, same)
    assert query(before, "SELECT mod FROM notes") < query(after, "SELECT mod FROM notes")
    assert query(before, "SELECT decks FROM col") == query(after, "SELECT decks FROM col")


def test_decks_are_named_after_their_documents() -> None:
    for title, name in (("Am Fluss", "Am Fluss"), ("a::b :: c", "a:b : c"), (" ", "0123456789")):
        apkg = render(snapshot(mark(anchor("Brot")), title=title))
        ((decks,),) = query(apkg, "SELECT decks FROM col")
        assert f"Lesepult::{name}" in {deck["name"] for deck in json.loads(str(decks)).values()}


def fields_hold_text_alone(exported: Snapshot) -> None:
    for _, *fields in anki_notes(render(exported)):
        for field in fields:
            ours = rf'</?b>|<br>|{re.escape(HIDDEN)}|<a href="[^"]*">|</a>'
            bare = re.sub(ours, "", field)
            assert not set(bare) & set('<>"[]{}\\\x1f')


@given(snapshots())
def test_fields_of_any_snapshot_hold_text_alone(any_snapshot: Snapshot) -> None:
    fields_hold_text_alone(any_snapshot)


def test_naughty_strings_are_text() -> None:
    for text in (*NAUGHTY[::5], "[sound:a.mp3]", "\\(x\\)", "[latex]x[/latex]", "{{Note}}", "\x1f"):
        note_is_kept(text)


@given(STRINGS)
def test_any_note_is_kept(note: str) -> None:
    note_is_kept(note)


def note_is_kept(note: str) -> None:
    exported = snapshot(mark(anchor("Brot"), note=note), title=note)
    fields_hold_text_alone(exported)
    ((*_, kept, _),) = anki_notes(render(exported))
    assert html.unescape(kept.replace("<br>", "\n")) == readable(note)


def test_tags_are_tags_in_anki() -> None:
    made = mark(anchor("Brot"), tags=("zu prüfen", "a::b", "::", "\x00x"))
    assert anki_tags(render(snapshot(made))) == ["lesepult::yellow", "zu_prüfen", "a:b", "\ufffdx"]
