"""Looking words up beside the text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from reader.model import Side
from reader.ui.selection import Selection, Spot
from reader.words.dictionaries import import_file
from tests.qt import wait_for
from tests.ui.conftest import Reading


def told(reading: Reading) -> list[str]:
    return [label.text() for label in reading.window.word_panel.findChildren(QLabel)]


def look_up(reading: Reading, row: int, word: str) -> None:
    offset = reading.session.renderings.text(row, Side.SOURCE).index(word) + 1
    reading.view.select(Selection.at(Side.SOURCE, Spot(row, offset)))
    reading.press(Qt.Key.Key_W)


def test_a_word_is_explained_in_its_sentence(at_desk: Reading) -> None:
    look_up(at_desk, 2, "verbreitet")
    wait_for(lambda: "verbreiten" in told(at_desk), "the lemma")
    assert at_desk.window.word_panel.isVisible()
    texts = told(at_desk)
    assert any("verb" in text and "verbreitet" in text for text in texts)
    assert any(text.startswith("Das Video verbreitet") for text in texts)


def test_what_a_word_is_by_itself_comes_from_the_model(at_desk: Reading) -> None:
    look_up(at_desk, 1, "Fahrzeug")
    wait_for(lambda: "Fahrzeug" in told(at_desk), "the lemma")
    wait_for(lambda: any("ehicle" in text for text in told(at_desk)), "its translation")


def test_a_double_click_looks_the_word_up(at_desk: Reading) -> None:
    offset = at_desk.session.renderings.text(0, Side.SOURCE).index("Schützenpanzer") + 3
    point = at_desk.point(0, offset=offset)
    QTest.mouseDClick(at_desk.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    wait_for(lambda: any("Schütze + Panzer" in text for text in told(at_desk)), "its parts")


def test_dictionaries_of_the_profile_are_looked_into(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "de-en.txt"
    file.write_text("# Version :: 1\nFahrzeug {n} | Fahrzeuge {pl} :: conveyance | conveyances\n")
    reading.places.data.mkdir(exist_ok=True)
    import_file(file, reading.places)
    reading.start()
    look_up(reading, 1, "Fahrzeug")
    wait_for(lambda: any("conveyance" in text for text in told(reading)), "the entry")


def test_other_places_of_the_word_are_a_click_away(at_desk: Reading) -> None:
    look_up(at_desk, 3, "Gesprächen")
    panel = at_desk.window.word_panel
    wait_for(lambda: "Elsewhere in this text" in told(at_desk), "other places")
    buttons = [b for b in panel.findChildren(QPushButton) if "In Alaska" in b.text()]
    buttons[0].click()
    selection = at_desk.view.selection
    assert selection is not None
    assert selection.first == Spot(4, 0)


def test_between_words_there_is_nothing(at_desk: Reading) -> None:
    end = len(at_desk.session.renderings.text(0, Side.SOURCE))
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(0, end)))
    at_desk.press(Qt.Key.Key_W)
    wait_for(lambda: any("No word chosen" in text for text in told(at_desk)), "the hint")
