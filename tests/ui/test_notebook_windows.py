"""The search window, the bin and imports, as a reader uses them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget

from reader.exporters import exporters
from reader.model import Colour, Mark, Side, Span
from reader.services import notebook
from reader.store import Hit, HitKind
from reader.store.query import lit_word
from reader.ui.bin_window import BinWindow
from reader.ui.search_hits import HIT_ROLE, Heading, excerpt, hit_text, pair
from reader.ui.search_window import SearchWindow
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

FIRST = "Der Nebel hob sich. Die Fähre legte ab.\n\nNiemand sprach am Ufer.\n"
SECOND = "Die Straße war leer. Die Fähre kam nicht.\n"


@pytest.fixture
def desk(reading: Reading, tmp_path: Path) -> Reading:
    """Two texts in the library; the first one is open and has a note."""
    for name, text in (("zwei.txt", SECOND), ("eins.txt", FIRST)):
        (tmp_path / name).write_text(text, "utf-8")
    reading.start(tmp_path / "zwei.txt")
    reading.open(tmp_path / "eins.txt")
    add(reading, 1, "Ufer", "wo die Fähre war")
    return reading


def add(desk: Reading, row: int, words: str, note: str = "") -> Mark:
    start = desk.session.renderings.text(row, Side.SOURCE).index(words)
    span = Span(start, start + len(words))
    return desk.session.add_mark(Side.SOURCE, [(row, span)], Colour.PINK, note)


def search_for(desk: Reading, words: str) -> SearchWindow:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    desk.press(Qt.Key.Key_F, control, shift)
    (window,) = desk.window.findChildren(SearchWindow)
    window.line.setText(words)
    window.search()
    wait_for(lambda: all(words.lower() in text for text in shown(window)), f"hits for {words}")
    return window


def rows(window: SearchWindow) -> list[Hit | Heading]:
    model = window.model
    return [model.index(row).data(HIT_ROLE) for row in range(model.rowCount())]


def shown(window: SearchWindow) -> list[str]:
    """What each hit says; one that says nothing stands for an empty list."""
    found = [row for row in rows(window) if isinstance(row, Hit)]
    return [f"{hit.text} {hit.note}".lower() for hit in found] or [""]


def test_hits_stand_under_the_headings_of_their_kinds(desk: Reading) -> None:
    window = search_for(desk, "fähre")
    found = rows(window)
    assert [type(row) for row in found] == [Heading, Hit, Heading, Hit, Hit]
    note, first, second = (row for row in found if isinstance(row, Hit))
    assert note.kind is HitKind.NOTE
    assert {first.entry.title, second.entry.title} == {"Eins", "Zwei"}
    assert window.list.currentIndex().data(HIT_ROLE) is note
    window.kinds[HitKind.NOTE].setChecked(False)
    wait_for(lambda: len(rows(window)) == 3, "texts alone")
    window.here.setChecked(True)
    wait_for(lambda: len(rows(window)) == 2, "this text alone")


def test_enter_goes_to_the_place(desk: Reading) -> None:
    window = search_for(desk, "nebel")
    QTest.keyClick(window.line, Qt.Key.Key_Return)
    wait_for(lambda: desk.view.selected_text() == "Nebel", "the place")


def test_the_keys_walk_through_the_hits(desk: Reading) -> None:
    window = search_for(desk, "fähre")
    QTest.keyClick(window.line, Qt.Key.Key_Down)
    chosen = window.list.currentIndex().data(HIT_ROLE)
    assert isinstance(chosen, Hit)
    assert chosen.kind is HitKind.TEXT
    QTest.keyClick(window.line, Qt.Key.Key_Up)
    assert window.list.currentIndex().data(HIT_ROLE).kind is HitKind.NOTE


def test_a_note_is_opened_in_the_panel(desk: Reading) -> None:
    window = search_for(desk, "war")
    window.chosen.emit(next(row for row in rows(window) if isinstance(row, Hit)))
    wait_for(lambda: desk.view.selected_text() == "Ufer", "the mark")
    assert desk.window.panel.editor.mark_id == desk.session.marks[0].id


def test_a_hit_in_another_text_opens_it(desk: Reading) -> None:
    window = search_for(desk, "straße")
    QTest.keyClick(window.line, Qt.Key.Key_Return)
    wait_for(
        lambda: (
            desk.window.session.document.title == "Zwei"
            and desk.window.view.selected_text() == "Straße"
        ),
        "the other text",
    )


def test_the_search_filters_by_colour_and_tag(desk: Reading) -> None:
    desk.session.set_tags(desk.session.marks[0], ["Wasser"])
    window = search_for(desk, "fähre")
    window.colour.setCurrentIndex(window.colour.findData("pink"))
    wait_for(lambda: len(rows(window)) == 2, "the pink mark")
    window.colour.setCurrentIndex(window.colour.findData("blue"))
    wait_for(lambda: rows(window) == [], "no blue mark")
    window.colour.setCurrentIndex(0)
    window.tag.setCurrentIndex(window.tag.findData("Wasser"))
    wait_for(lambda: len(rows(window)) == 2, "the mark with the tag")


def test_a_hit_by_its_tag_shows_the_tag(desk: Reading) -> None:
    desk.session.set_tags(desk.session.marks[0], ["Wasser", "Kurs B2"])
    window = search_for(desk, "fähre")
    window.line.setText("wasser")
    window.search()
    wait_for(lambda: len(rows(window)) == 2, "the mark alone")
    (hit,) = (row for row in rows(window) if isinstance(row, Hit))
    assert hit.tags == ("Wasser", "Kurs B2")
    assert hit_text(hit).endswith("\nWasser, Kurs B2")
    before = window.list.grab().toImage()
    desk.session.set_tags(desk.session.marks[0], ["Wasser"])
    window.search()
    wait_for(lambda: window.list.grab().toImage() != before, "the other tags")


def test_more_hits_come_when_they_are_scrolled_to(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "lang.txt"
    file.write_text("\n\n".join(f"Der Satz Nummer {n} steht hier." for n in range(200)), "utf-8")
    reading.start(file)
    window = search_for(reading, "nummer")
    assert window.model.total == 200
    assert window.model.hits < 200
    bar = window.list.verticalScrollBar()

    def scrolled() -> bool:
        bar.setValue(0)
        bar.setValue(bar.maximum())
        settle(10)
        return window.model.hits == 200

    wait_for(scrolled, "all hits")
    numbers = [row.paragraph for row in rows(window) if isinstance(row, Hit)]
    assert sorted(n for n in numbers if n is not None) == list(range(200))


def test_what_is_deleted_is_put_back_from_the_bin(desk: Reading) -> None:
    (mark,) = desk.session.marks
    desk.session.delete([mark])
    desk.window.menus.action("bin").trigger()
    (bin_window,) = desk.window.findChildren(BinWindow)
    (shown_list,) = bin_window.findChildren(QTreeWidget)
    item = shown_list.topLevelItem(0)
    assert item is not None
    assert (item.text(1), item.text(2), item.text(3)) == ("Ufer", "wo die Fähre war", "Eins")
    buttons = {button.text(): button for button in bin_window.findChildren(QPushButton)}
    buttons["&Put Back"].click()
    assert desk.session.marks == (mark,)
    assert shown_list.topLevelItemCount() == 0
    desk.session.delete([mark])
    bin_window.empty()
    assert desk.desk.notebook.bin() == []
    bin_window.close()


def test_of_very_much_in_the_bin_the_last_is_listed(
    desk: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    for start in (0, 10):
        desk.session.add_mark(Side.SOURCE, [(1, Span(start, start + 5))], Colour.BLUE)
    desk.session.delete(desk.session.marks)
    monkeypatch.setattr(notebook, "MOST_LISTED", 1)
    desk.window.menus.action("bin").trigger()
    (bin_window,) = desk.window.findChildren(BinWindow)
    (shown_list,) = bin_window.findChildren(QTreeWidget)
    count = desk.desk.notebook.bin_count()
    assert (shown_list.topLevelItemCount(), count >= 2) == (1, True)
    assert any(f"last of {count}." in label.text() for label in bin_window.findChildren(QLabel))
    bin_window.close()


def test_a_removed_text_is_put_back_from_the_bin(desk: Reading) -> None:
    (mark,) = desk.session.marks
    desk.desk.shelf.remove([mark.document])
    desk.window.menus.action("bin").trigger()
    (bin_window,) = desk.window.findChildren(BinWindow)
    (shown_list,) = bin_window.findChildren(QTreeWidget)
    item = shown_list.topLevelItem(0)
    assert item is not None
    assert item.text(3) == "Eins"
    assert desk.desk.store.library.find(mark.document) is None
    next(b for b in bin_window.findChildren(QPushButton) if b.text() == "&Put Back").click()
    assert desk.desk.store.library.find(mark.document) is not None
    assert desk.desk.store.notes.marks(mark.document) == (mark,)
    assert shown_list.topLevelItemCount() == 0
    desk.desk.shelf.remove([mark.document])
    bin_window.empty()
    assert desk.desk.notebook.bin() == []
    assert desk.desk.store.library.removed() == []
    bin_window.close()
    settle()


def test_notes_are_taken_in(desk: Reading, tmp_path: Path) -> None:
    (mark,) = desk.session.marks
    file = tmp_path / "n.jsonld"
    file.write_text(str(exporters()["w3c"].render(desk.session.snapshot())), "utf-8")
    desk.session.delete([mark])
    desk.window.notebook_windows.take_in(file)
    wait_for(lambda: desk.session.marks == (mark,), "the mark")
    assert "1 new" in desk.window.status.currentMessage()
    file.write_text("{}", "utf-8")
    desk.window.notebook_windows.take_in(file)
    wait_for(lambda: "n.jsonld" in desk.window.banner.message, "the banner")


def test_excerpts() -> None:
    text = "Eins zwei drei.  Vier fünf\nsechs sieben acht neun zehn. Elf."
    whole = Span(0, len(text))
    assert excerpt(text, Span(17, 55), (), 100) == ("Vier fünf sechs sieben acht neun zehn.", ())
    place = text.index("sieben")
    words, lit = excerpt(text, whole, (Span(place, place + 6),), 20)
    assert (words[0], words[-1]) == ("…", "…")
    assert [span.of(words) for span in lit] == ["sieben"]
    assert excerpt("", Span(0, 0), (), 10) == ("", ())


def test_german_stands_left(desk: Reading) -> None:
    entry = desk.session.entry
    assert entry is not None
    lit = lit_word("fog", "The fog.")
    hit = Hit(HitKind.TRANSLATION, entry, 0, Side.TARGET, "The fog.", lit, "Der Nebel.")
    assert pair(hit, 50) == (("Der Nebel.", ()), ("The fog.", (Span(4, 7),)))
