"""Words kept to learn: added from the page, listed, changed, deleted, found again, exported."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from reader.exporters import exporters
from reader.model import Side, Span
from reader.ui import dialogs
from reader.ui.selection import Selection, Spot
from reader.ui.word_list_panel import WordListPanel
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

TEXT = "Der Hund schläft.\n\nDas alte Haus brannte. Niemand war da.\n"
OTHER = "Ein anderer Text.\n\nDie Häuser sind alt.\n"
HOUSE = 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "haus.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def begun(reading: Reading, file: Path) -> Reading:
    reading.start(file)
    reading.translate(HOUSE)
    return reading


def put_caret(reading: Reading, row: int, word: str) -> None:
    offset = reading.view.text(row, Side.SOURCE).index(word) + 1
    reading.view.setFocus()
    reading.view.select(Selection.at(Side.SOURCE, Spot(row, offset)))


def keep(reading: Reading, row: int, word: str, meaning: str = "") -> None:
    """By key; its meaning comes a little later."""
    count = len(reading.session.words.here)
    put_caret(reading, row, word)
    reading.press(Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: len(reading.session.words.here) > count, f"{word} in the list")
    if meaning:
        wait_for(
            lambda: meaning in reading.session.words.here[-1].meaning,
            f"the meaning of {word}",
        )


def panel(reading: Reading) -> WordListPanel:
    return reading.window.word_list


def listed(reading: Reading) -> list[tuple[str, str]]:
    model = panel(reading).table.model()
    return [
        (model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())
    ]


def choose(box_of: QWidget, name: str, text: str) -> None:
    (box,) = (b for b in box_of.findChildren(QComboBox) if b.accessibleName() == name)
    box.setCurrentText(text)
    settle()


def button(of: QWidget, text: str) -> QPushButton:
    (found,) = (b for b in of.findChildren(QPushButton) if b.text() == text and b.isVisibleTo(of))
    return found


def show_list(reading: Reading) -> None:
    reading.press(
        Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    )
    assert panel(reading).isVisible()


def test_a_key_keeps_the_word_at_the_caret_with_its_english_here(begun: Reading) -> None:
    keep(begun, HOUSE, "brannte", "broke")
    (word,) = begun.session.words.here
    assert (word.lemma, word.part, word.meaning) == ("brennen", "verb", "broke")
    assert word.sentence == "Das alte Haus brannte."
    assert word.partner.startswith("The old house broke")
    show_list(begun)
    assert listed(begun) == [("brennen", "broke")]


def test_without_a_translation_the_word_by_itself_is_the_meaning(begun: Reading) -> None:
    keep(begun, 0, "Hund", "og")  # Dog
    (word,) = begun.session.words.here
    assert word.partner == ""


def test_the_panel_of_the_word_keeps_it_and_takes_it_out_again(begun: Reading) -> None:
    put_caret(begun, HOUSE, "Haus")
    begun.press(Qt.Key.Key_W)
    word_panel = begun.window.word_panel
    (meaning,) = word_panel.findChildren(QLineEdit)
    wait_for(lambda: meaning.text() == "house", "the proposed meaning")
    meaning.selectAll()
    QTest.keyClicks(meaning, "building")
    button(word_panel, "Add to Word List").click()
    assert [word.meaning for word in begun.session.words.here] == ["building"]
    QTest.keyClicks(meaning, "s")
    QTest.keyClick(meaning, Qt.Key.Key_Return)
    assert [word.meaning for word in begun.session.words.here] == ["buildings"]
    button(word_panel, "Remove from Word List").click()
    assert begun.session.words.here == ()


def test_what_a_reader_wrote_is_not_bettered(begun: Reading) -> None:
    keep(begun, HOUSE, "Haus", "house")
    word = begun.session.words.here[0]
    begun.session.words.set_meaning(word, "my own")
    begun.window.word_panel.keeping.propose("sentence", "better")
    assert begun.session.words.here[0].meaning == "my own"


def test_adding_and_deleting_can_be_undone(begun: Reading) -> None:
    keep(begun, HOUSE, "Haus", "house")
    begun.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert begun.session.words.here == ()
    begun.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    show_list(begun)
    table = panel(begun).table
    table.setCurrentIndex(table.model().index(0, 0))
    begun.press(Qt.Key.Key_Delete, to=table)
    assert listed(begun) == []
    button(panel(begun), "Put Back").click()
    assert listed(begun) == [("Haus", "house")]


def test_a_meaning_is_written_in_the_list(begun: Reading) -> None:
    keep(begun, HOUSE, "Haus")
    show_list(begun)
    table = panel(begun).table
    table.setCurrentIndex(table.model().index(0, 0))
    begun.press(Qt.Key.Key_F2, to=table)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "home")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert listed(begun) == [("Haus", "home")]
    assert begun.session.words.here[0].meaning == "home"
    assert table.hasFocus()  # the key that ended the line did not go to the place


def test_enter_and_double_click_lead_back_to_the_place(begun: Reading) -> None:
    keep(begun, HOUSE, "Haus")
    place = Span(9, 13)
    table = panel(begun).table
    show_list(begun)
    table.setCurrentIndex(table.model().index(0, 0))
    for go in ("enter", "double click"):
        begun.view.select(Selection.at(Side.SOURCE, Spot(0, 0)))
        if go == "enter":
            begun.press(Qt.Key.Key_Return, to=table)
        else:
            at = table.visualRect(table.model().index(0, 0)).center()
            for click in (QTest.mouseClick, QTest.mouseDClick):
                click(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        selection = begun.view.selection
        assert selection is not None
        assert selection.span(HOUSE, 99) == place, go


def test_filter_and_order(begun: Reading) -> None:
    for word, meaning in (("Haus", "house"), ("alte", "old"), ("brannte", "broke")):
        keep(begun, HOUSE, word, meaning)
    show_list(begun)
    assert [lemma for lemma, _ in listed(begun)] == ["brennen", "alt", "Haus"]
    choose(panel(begun), "Order", "By alphabet")
    assert [lemma for lemma, _ in listed(begun)] == ["alt", "brennen", "Haus"]
    choose(panel(begun), "Order", "As in the text")
    assert [lemma for lemma, _ in listed(begun)] == ["alt", "Haus", "brennen"]
    (line,) = panel(begun).findChildren(QLineEdit)
    for typed, left in (
        ("haus", ["alt", "Haus", "brennen"]),  # it stands in all their sentences
        ("  brennen broke", ["brennen"]),
        ("zzz", []),
    ):
        line.clear()
        QTest.keyClicks(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert [lemma for lemma, _ in listed(begun)] == left


def test_all_texts_and_the_way_into_another_one(begun: Reading, tmp_path: Path, file: Path) -> None:
    keep(begun, HOUSE, "Haus")
    other = tmp_path / "anders.txt"
    other.write_text(OTHER, "utf-8")
    begun.open(other)
    assert begun.session.words.here == ()
    show_list(begun)
    assert listed(begun) == []
    choose(panel(begun), "Which texts", "All texts")
    assert [lemma for lemma, _ in listed(begun)] == ["Haus"]
    table = panel(begun).table
    table.setCurrentIndex(table.model().index(0, 0))
    begun.press(Qt.Key.Key_Return, to=table)
    wait_for(lambda: begun.session.document.source == str(file), "the text of the word")
    wait_for(
        lambda: begun.view.selection is not None and begun.view.selection.first.row == HOUSE,
        "its place",
    )


def test_the_list_is_reached_and_left_by_key(begun: Reading) -> None:
    keep(begun, HOUSE, "Haus")
    show_list(begun)
    assert panel(begun).table.hasFocus()
    begun.press(Qt.Key.Key_Escape, to=panel(begun).table)
    assert begun.view.hasFocus()
    begun.press(Qt.Key.Key_F6)
    assert panel(begun).table.hasFocus()
    begun.press(Qt.Key.Key_F6, to=panel(begun).table)
    assert begun.view.hasFocus()


def test_a_link_leads_to_a_word(begun: Reading) -> None:
    keep(begun, HOUSE, "Haus")
    (word,) = begun.session.words.here
    begun.view.select(Selection.at(Side.SOURCE, Spot(0, 0)))
    begun.window.documents.go_to_mark(word.id)  # as lesepult://open?document=…&mark=… does
    assert begun.view.selected_text() == "Haus"


def test_an_empty_list_says_how_to_fill_it(begun: Reading) -> None:
    show_list(begun)
    told = [label.text() for label in panel(begun).findChildren(QLabel)]
    assert any("Shift+W" in text for text in told)
    keys = begun.window.menus.action("keep-word").shortcut()
    assert keys == QKeySequence("Shift+W")


def test_what_is_listed_is_exported(
    begun: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(begun, HOUSE, "Haus", "house")
    show_list(begun)
    target = tmp_path / "words.csv"
    chosen = (exporters()["words-csv"], target)
    monkeypatch.setattr(dialogs, "ask_for_export", lambda *_: chosen)
    button(panel(begun), "Export Words …").click()
    wait_for(target.exists, "the file")
    settle(50)
    (row,) = csv.DictReader(target.read_text("utf-8-sig").splitlines())
    assert (row["word"], row["meaning"], row["document"]) == (
        "Haus",
        "house",
        begun.session.document.title,
    )
