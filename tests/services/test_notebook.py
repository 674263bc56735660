"""The bin, the search and what windows hear of it, through a whole program."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.exporters import exporters
from reader.model import Colour, Mark, Side, Span
from reader.services.jobs import Err, Ok
from reader.services.notebook import Found
from reader.services.notes_import import Imported
from reader.store import Deleted, Filters, HitKind
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading, prepared, reading

__all__ = ["prepared", "reading"]


@pytest.fixture
def desk(reading: Reading, tmp_path: Path) -> Reading:
    file = tmp_path / "fluss.txt"
    file.write_text("Der Nebel hob sich.\n\nDie Straße war leer.\n", "utf-8")
    return reading.start(file)


def add(desk: Reading, row: int, words: str, note: str = "") -> Mark:
    start = desk.session.renderings.text(row, Side.SOURCE).index(words)
    span = Span(start, start + len(words))
    return desk.session.add_mark(Side.SOURCE, [(row, span)], Colour.PINK, note)


def search(desk: Reading, words: str, filters: Filters | None = None) -> Found:
    told: list[Found] = []
    notebook = desk.desk.notebook
    notebook.search(words, filters or Filters(), told.append, limit=10)
    wait_for(lambda: bool(told), "what was found")
    return told[0]


def test_what_is_deleted_lies_in_the_bin_and_comes_back(desk: Reading) -> None:
    first, second = add(desk, 0, "Nebel", "grau"), add(desk, 1, "Straße")
    desk.session.delete([first, second])
    notebook = desk.desk.notebook
    lying = notebook.bin()
    marks = {one.item.id: one for one in lying if isinstance(one, Deleted)}
    assert marks.keys() == {first.id, second.id}
    assert len(lying) == 2
    notebook.put_back([marks[first.id]])
    assert desk.session.marks == (first,)
    desk.session.undo()
    assert desk.session.marks == ()
    notebook.empty_bin()
    assert notebook.bin() == []


def test_search_finds_notes_and_texts(desk: Reading) -> None:
    mark = add(desk, 0, "Nebel", "wie Watte")
    found = search(desk, "watte")
    assert [(hit.kind, hit.item, hit.note_spans) for hit in found.hits] == [
        (HitKind.NOTE, mark.id, (Span(4, 9),))
    ]
    assert [hit.kind for hit in search(desk, "strasse").hits] == [HitKind.TEXT]
    assert search(desk, "nebel").total == 2
    assert search(desk, "nebel", Filters(kinds=frozenset({HitKind.TEXT}))).total == 1


def test_only_the_newest_search_is_told(desk: Reading) -> None:
    told: list[str] = []
    for words in ("n", "ne", "neb"):
        desk.desk.notebook.search(
            words, Filters(), lambda _, words=words: told.append(words), limit=5
        )
    wait_for(lambda: bool(told), "the last search")
    settle(50)
    assert told == ["neb"]


def test_imported_notes_are_in_the_open_window(desk: Reading, tmp_path: Path) -> None:
    mark = add(desk, 0, "Nebel")
    file = tmp_path / "n.jsonld"
    file.write_text(str(exporters()["w3c"].render(desk.session.snapshot())), "utf-8")
    desk.session.delete([mark])
    told: list[Ok[Imported] | Err] = []
    desk.desk.notebook.import_file(file, told.append)
    wait_for(lambda: bool(told), "the import")
    assert desk.session.marks == (mark,)
    assert isinstance(told[0], Ok)
    assert told[0].value.added == 1


def test_without_a_notes_file_nothing_is_found(reading: Reading, tmp_path: Path) -> None:
    reading.places.data.mkdir(exist_ok=True)
    reading.places.notes.write_bytes(b"somebody's file")
    reading.start()
    assert search(reading, "Schützenpanzer").hits == ()
