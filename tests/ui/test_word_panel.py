"""Looking words up beside the text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from reader.model import Side
from reader.ui.selection import Selection, Spot
from reader.words.dictionaries import import_file
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading
from tests.words.dictionaries.making import dictd, stardict


def told(reading: Reading) -> list[str]:
    return [plain(label) for label in reading.window.word_panel.findChildren(QLabel)]


def plain(label: QLabel) -> str:
    """What a label shows, its markup left out."""
    if label.textFormat() is not Qt.TextFormat.RichText:
        return label.text()
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText()


def bold_words(reading: Reading, beginning: str) -> list[str]:
    """What stands out in the label that begins so."""
    (label,) = (
        label
        for label in reading.window.word_panel.findChildren(QLabel)
        if plain(label).startswith(beginning)
    )
    return re.findall("<b>(.+?)</b>", label.text())


def buttons(reading: Reading) -> list[QPushButton]:
    return reading.window.word_panel.findChildren(QPushButton)


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

    wait_for(lambda: "Elsewhere in this text" in told(at_desk), "other places")
    (place,) = (b for b in buttons(at_desk) if "In Alaska" in b.accessibleName())
    place.click()
    selection = at_desk.view.selection
    assert selection is not None
    assert selection.first == Spot(4, 0)


def test_its_english_words_in_the_sentence_are_shown(at_desk: Reading) -> None:
    at_desk.translate(1)
    look_up(at_desk, 1, "Fahrzeug")
    wait_for(lambda: "vehicle" in told(at_desk), "its English word")


def test_the_english_of_a_click_comes_late_and_is_shown_too(at_desk: Reading) -> None:
    """A double click has its paragraph translated: the look-up is there first."""
    offset = at_desk.session.renderings.text(1, Side.SOURCE).index("Fahrzeug") + 3
    point = at_desk.point(1, offset=offset)
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(at_desk.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    wait_for(lambda: any(text.startswith("The vehicle") for text in told(at_desk)), "its sentence")
    wait_for(lambda: "vehicle" in told(at_desk), "its English word")


def test_nothing_in_the_panel_is_wider_than_it_is(at_desk: Reading) -> None:
    at_desk.window.side.resize(240, 600)
    look_up(at_desk, 3, "Gesprächen")
    wait_for(lambda: "Elsewhere in this text" in told(at_desk), "other places")
    panel = at_desk.window.word_panel
    page = panel.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= 240


def test_a_word_wider_than_the_panel_is_broken(reading: Reading, tmp_path: Path) -> None:
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    file = tmp_path / "lang.txt"
    file.write_text(f"Das Haus.\n\nDas Haus der {long} ist alt.\n", "utf-8")
    reading.start(file)
    reading.window.side.resize(240, 600)
    look_up(reading, 1, "Donau")
    sentence = f"Das Haus der {long} ist alt."
    wait_for(lambda: sentence in [text.replace("\u00ad", "") for text in told(reading)], "it")
    assert sentence not in told(reading)
    reading.window.menus.action("keep-word").trigger()
    reading.window.menus.action("word-list").trigger()
    settle()
    for panel in (reading.window.word_panel.widget(), reading.window.word_list):
        assert panel is not None
        assert panel.minimumSizeHint().width() <= 280


def test_a_separated_verb_is_one_word(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "hund.txt"
    file.write_text("Der Hund.\n\nEr steht jeden Tag um acht auf, sagt Anna.\n", "utf-8")
    reading.start(file)
    for word in ("steht", "auf"):
        look_up(reading, 1, word)
        wait_for(lambda: "aufstehen" in told(reading), "the verb")
        assert any("steht … auf" in text for text in told(reading))
        assert bold_words(reading, "Er steht") == ["steht", "auf"]


def test_long_entries_are_cut_until_they_are_wanted(reading: Reading, tmp_path: Path) -> None:
    pairs = [("Fahrzeug {n}", "conveyance"), *((f"Fahrzeug {i}", f"thing {i}") for i in range(9))]
    german, english = (" | ".join(side) for side in zip(*pairs, strict=True))
    file = tmp_path / "de-en.txt"
    file.write_text(f"# Version :: 1\n{german} :: {english}\n", "utf-8")
    reading.places.data.mkdir(exist_ok=True)
    import_file(file, reading.places)
    reading.start()
    look_up(reading, 1, "Fahrzeug")
    wait_for(lambda: any("conveyance" in text for text in told(reading)), "the entry")
    assert not any("thing 8" in text for text in told(reading))
    (more,) = (b for b in buttons(reading) if b.text() == "Show All Entries")
    more.click()
    assert any("thing 8" in text for text in told(reading))


def test_the_headword_stands_out_and_no_entry_is_markup(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "de-en.txt"
    line = "Fahrzeug {n} :: conveyance [naut.] <b>fett</b> <img src='x'>"
    file.write_text(f"# Version :: 1\n{line}\n", "utf-8")
    reading.places.data.mkdir(exist_ok=True)
    import_file(file, reading.places)
    reading.start()
    look_up(reading, 1, "Fahrzeug")
    said = "Fahrzeug {n}: conveyance [naut.] <b>fett</b> <img src='x'>"
    wait_for(lambda: said in told(reading), "the entry")
    assert bold_words(reading, said) == ["Fahrzeug"]
    reading.window.appearance.use_theme("dark")
    faint = reading.window.appearance.theme.faint
    labels = reading.window.word_panel.findChildren(QLabel)
    wait_for(lambda: any(faint in label.text() for label in labels), "what stands back")


def test_a_word_that_no_dictionary_has_is_no_reason_to_import_one(
    reading: Reading, tmp_path: Path
) -> None:
    file = tmp_path / "de-en.txt"
    file.write_text("# Version :: 1\nHaus {n} :: house\n", "utf-8")
    reading.places.data.mkdir(exist_ok=True)
    import_file(file, reading.places)
    reading.start()
    look_up(reading, 1, "Fahrzeug")
    wait_for(lambda: "No dictionary has it." in told(reading), "the news")
    assert not any(button.text().startswith("Import") for button in buttons(reading))


def test_a_dictionary_is_imported_by_dialog(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up(at_desk, 1, "Fahrzeug")
    wait_for(lambda: any("no dictionary" in text for text in told(at_desk)), "the advice")
    file = tmp_path / "de-en.txt"
    file.write_text("# Version :: 7\nFahrzeug {n} :: conveyance\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    (ask,) = (b for b in buttons(at_desk) if b.text().startswith("Import"))
    ask.click()
    wait_for(lambda: any("conveyance" in text for text in told(at_desk)), "the entry")
    assert "Ding, 7" in at_desk.window.status.currentMessage()


@pytest.mark.parametrize("form", ["dictd", "stardict"])
def test_dictionaries_of_several_files_are_imported_by_any_of_them(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    text = "Fahrzeug\nconveyance\n"
    if form == "dictd":
        file = dictd(tmp_path / "new", {"fahrzeug": text}).with_suffix(".dict.dz")
    else:
        file = stardict(tmp_path / "new", [("Fahrzeug", text.encode())], types="m")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    at_desk.window.menus.action("import-dictionary").trigger()
    look_up(at_desk, 1, "Fahrzeug")
    wait_for(lambda: any("conveyance" in text for text in told(at_desk)), "the entry")


def test_what_is_no_dictionary_is_said(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("Kein Wörterbuch.\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    at_desk.window.menus.action("import-dictionary").trigger()
    wait_for(lambda: "brief.txt" in at_desk.window.banner.message, "the reason")


def test_between_words_there_is_nothing(at_desk: Reading) -> None:
    end = len(at_desk.session.renderings.text(0, Side.SOURCE))
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(0, end)))
    at_desk.press(Qt.Key.Key_W)
    wait_for(lambda: any("No word chosen" in text for text in told(at_desk)), "the hint")


def test_another_text_leaves_no_word_of_the_old_one(at_desk: Reading, tmp_path: Path) -> None:
    look_up(at_desk, 2, "verbreitet")
    wait_for(lambda: "verbreiten" in told(at_desk), "the lemma")
    look_up(at_desk, 2, "Video")  # still on its way when the text changes
    file = tmp_path / "kurz.txt"
    file.write_text("Ein Satz.\n", "utf-8")
    at_desk.open(file)
    settle(100)
    panel = at_desk.window.word_panel
    (hint,) = (label for label in panel.findChildren(QLabel) if "No word chosen" in label.text())
    assert hint.isVisibleTo(panel)
    assert not any(button.isVisibleTo(panel) for button in buttons(at_desk))
