"""Getting about: sentences, outline, places by number, back and forward."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QTreeWidgetItem

from reader.model import Place, Side
from reader.ui.go_dialog import GoDialog, wanted
from reader.ui.page import Mode
from reader.ui.selection import Selection, Spot
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def in_chapters(reading: Reading, tmp_path: Path, article: Path) -> Reading:
    """A reader before a text of five chapters, one of them with two parts."""
    texts = [text for text in article.read_text("utf-8").split("\n") if text]
    lines = ["# Ein Buch", ""]
    for chapter in range(1, 6):
        lines += [f"## Kapitel {chapter}", "", *(f"{text} {chapter}\n" for text in texts)]
        if chapter == 2:
            lines += ["### Ein Teil", "", texts[0], "", "### Noch ein Teil", "", texts[1], ""]
    file = tmp_path / "buch.md"
    file.write_text("\n".join(lines), "utf-8")
    return reading.start(file)


def headings(reading: Reading) -> list[str]:
    return [p.text for p in reading.session.document.paragraphs if p.kind.value == "heading"]


def row_of(reading: Reading, text: str) -> int:
    return [p.text for p in reading.session.document.paragraphs].index(text)


def test_keys_walk_from_sentence_to_sentence(at_desk: Reading) -> None:
    view = at_desk.view
    view.select(Selection.at(Side.SOURCE, Spot(2, 0)))
    second = at_desk.translate(2).pairs[1]
    view.select(Selection.at(Side.SOURCE, Spot(2, 0)))
    at_desk.press(Qt.Key.Key_Period)
    assert view.selection == Selection.at(Side.SOURCE, Spot(2, second.source.start))
    at_desk.press(Qt.Key.Key_Period)
    assert view.selection == Selection.at(Side.SOURCE, Spot(3, 0))
    at_desk.press(Qt.Key.Key_Comma)
    assert view.selection == Selection.at(Side.SOURCE, Spot(2, second.source.start))
    at_desk.press(Qt.Key.Key_Tab)
    assert view.selection == Selection.at(Side.TARGET, Spot(2, second.target.start))


def test_a_page_that_is_turned_begins_with_a_whole_line_and_the_caret(
    in_chapters: Reading,
) -> None:
    view = in_chapters.view
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        before = view.verticalScrollBar().value()
        in_chapters.press(key)
        moved = view.verticalScrollBar().value() - before
        assert 0.6 * view.viewport().height() < abs(moved) < view.viewport().height()
        at = view.selection
        assert at is not None
        box = view.line_box(at.side, at.caret)
        assert 0 <= box.top() < 2.5 * view.page.em
    view.verticalScrollBar().setValue(0)
    in_chapters.press(Qt.Key.Key_J)
    assert view.current_row is not None
    assert view.current_row <= 2


def test_sentences_are_known_before_they_are_translated(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "kurz.txt"
    file.write_text("Das ist z. B. ein Satz. Das ist noch einer.\n\nUnd ein dritter.\n", "utf-8")
    reading.start(file)
    reading.session.renderings.use_engine("none")
    reading.press(Qt.Key.Key_Down, ALT)
    assert reading.view.selection == Selection.at(Side.SOURCE, Spot(0, 24))
    reading.press(Qt.Key.Key_Down, ALT)
    reading.press(Qt.Key.Key_Down, ALT)
    assert reading.view.selection == Selection.at(Side.SOURCE, Spot(1, 0))
    reading.press(Qt.Key.Key_Up, ALT)
    assert reading.view.selection == Selection.at(Side.SOURCE, Spot(0, 24))


def names(item: QTreeWidgetItem) -> list[str]:
    """What stands below an item."""
    below = [item.child(n) for n in range(item.childCount())]
    return [child.text(0) for child in below if child is not None]


def test_the_outline_leads_to_headings_and_follows_the_reader(in_chapters: Reading) -> None:
    in_chapters.press(Qt.Key.Key_F4)
    outline = in_chapters.window.going.outline
    assert outline.isVisible()
    tree = outline.tree
    book = tree.topLevelItem(0)
    assert book is not None
    assert names(book) == [f"Kapitel {n}" for n in range(1, 6)]
    second, fourth = book.child(1), book.child(3)
    assert second is not None
    assert fourth is not None
    assert names(second) == ["Ein Teil", "Noch ein Teil"]
    box = tree.visualItemRect(fourth)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert in_chapters.view.place() == Place(row_of(in_chapters, "Kapitel 4"))
    in_chapters.view.go_to(Place(row_of(in_chapters, "Kapitel 2") + 2))
    wait_for(lambda: tree.currentItem() is book.child(1), "the outline")


def test_a_text_without_headings_says_so(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "ohne.txt"
    file.write_text("ein satz ohne alles, klein geschrieben.\n\nnoch einer davon.\n", "utf-8")
    reading.start(file)
    reading.press(Qt.Key.Key_F4)
    outline = reading.window.going.outline
    assert outline.isVisible()
    assert not outline.tree.isVisible()


def test_back_and_forward_as_in_a_browser(in_chapters: Reading) -> None:
    view, actions = in_chapters.view, in_chapters.window.menus
    assert not actions.action("back").isEnabled()
    start = view.place()
    view.jump(Place(20))
    view.jump(Place(5))
    in_chapters.press(Qt.Key.Key_Left, ALT)
    assert view.place() == Place(20)
    assert actions.action("forward").isEnabled()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.BackButton)
    assert view.place() == start
    assert not actions.action("back").isEnabled()
    in_chapters.press(Qt.Key.Key_Right, ALT)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.ForwardButton)
    assert view.place() == Place(5)
    view.jump(Place(12))
    assert not actions.action("forward").isEnabled()


def test_what_was_found_out_of_sight_can_be_left_again(in_chapters: Reading) -> None:
    view = in_chapters.view
    start = view.place()
    row = row_of(in_chapters, "Kapitel 5")
    view.reveal(Side.SOURCE, row, wanted_span := in_chapters.select(row, "Kapitel"))
    assert view.place() != start
    view.reveal(Side.SOURCE, row, wanted_span)  # in sight: no jump
    view.jumps.back()
    assert view.place() == start
    assert not view.jumps.can_go_back


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("1", Place(0)),
        (" 200 ", Place(199)),
        ("0 %", Place(0)),
        ("50%", Place(100)),
        ("12,5 %", Place(25)),
        ("100 %", Place(199)),
        ("0", None),
        ("201", None),
        ("1.5", None),
        ("101 %", None),
        ("x", None),
        ("", None),
    ],
)
def test_what_is_typed_to_go_to(typed: str, place: Place | None) -> None:
    found = wanted(typed, 200)
    assert (found and found.paragraph) == (place and place.paragraph)


def test_going_to_a_part_of_the_text(in_chapters: Reading) -> None:
    in_chapters.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dialog = in_chapters.window.findChild(GoDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    go = buttons.button(QDialogButtonBox.StandardButton.Ok)
    line.setText("far away")
    assert not go.isEnabled()
    line.setText("50 %")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    rows = in_chapters.view.rows()
    place = in_chapters.view.place()
    assert place.paragraph + place.depth == pytest.approx(rows / 2, abs=0.2)
    assert in_chapters.view.jumps.can_go_back


def test_the_mode_belongs_to_the_document(reading: Reading, tmp_path: Path) -> None:
    first, second = tmp_path / "eins.txt", tmp_path / "zwei.txt"
    first.write_text("Der erste Text.\n", "utf-8")
    second.write_text("Der zweite Text.\n", "utf-8")
    reading.start(first)
    reading.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert reading.view.mode is Mode.STACKED
    reading.open(second)
    assert reading.view.mode is Mode.SIDE_BY_SIDE
    assert reading.window.menus.action("mode-side-by-side").isChecked()
    reading.open(first)
    assert reading.view.mode is Mode.STACKED
    assert reading.window.menus.action("mode-stacked").isChecked()
    reading.window.preferences.change(mode="german")
    third = tmp_path / "drei.txt"
    third.write_text("Der dritte Text.\n", "utf-8")
    reading.open(third)
    assert reading.view.mode is Mode.GERMAN
