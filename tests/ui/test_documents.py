"""What a window does with a whole text: read again, its language, what is known of it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from reader.model import Fit, Side
from reader.packages import install
from reader.store import open_store
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

FRENCH = "Le chat est sur la table et il regarde les oiseaux dans le jardin de la maison.\n\n" * 6


def letter(folder: Path, *sentences: str) -> Path:
    file = folder / "Brief.txt"
    file.write_text("\n\n".join(sentences), "utf-8")
    return file


def numbered(first: int, last: int) -> list[str]:
    return [f"Das ist der Satz Nummer {n} in diesem langen Brief." for n in range(first, last)]


def press_button(reading: Reading, text: str) -> None:
    button = next(
        b for b in reading.window.findChildren(QPushButton) if b.text() == text and b.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def replace_file(file: Path, text: str) -> None:
    """As editors save: another file is put in the place of the first."""
    part = file.with_name("neu.tmp")
    part.write_text(text, "utf-8")
    part.replace(file)


@pytest.mark.parametrize("save", [Path.write_text, replace_file], ids=["in place", "replaced"])
def test_a_changed_file_is_offered_and_all_stays_in_its_place(
    at_desk: Reading, tmp_path: Path, save: object
) -> None:
    file = letter(tmp_path, *numbered(0, 80))
    at_desk.open(file)
    english = at_desk.translate(50).text
    at_desk.select(50, "Nummer")
    at_desk.press(Qt.Key.Key_1)
    at_desk.view.go_to(at_desk.view.place().__class__(48, 0.5))
    settle()
    text = "\n\n".join(["Ein neuer Anfang steht davor.", *numbered(0, 80)])
    assert callable(save)
    save(file, text)
    wait_for(lambda: "has changed" in at_desk.window.banner.message, "the offer")
    press_button(at_desk, "Reload")
    wait_for(lambda: len(at_desk.session.document.paragraphs) == 81, "the new text")
    settle()
    (mark,) = at_desk.session.marks
    assert (mark.anchors[0].paragraph, mark.fit) == (51, Fit.EXACT)
    assert at_desk.session.renderings.text(51, Side.TARGET) == english
    assert at_desk.view.place().paragraph == 49
    assert at_desk.window.banner.message == ""
    replace_file(file, text + "\n\nUnd ein Ende.")
    wait_for(lambda: "has changed" in at_desk.window.banner.message, "the next offer")


def test_a_file_that_is_only_touched_is_no_news(at_desk: Reading, tmp_path: Path) -> None:
    file = letter(tmp_path, *numbered(0, 5))
    at_desk.open(file)
    os.utime(file, (1, 1))
    settle(900)
    assert at_desk.window.banner.message == ""
    file.unlink()
    settle(900)
    assert at_desk.window.banner.message == ""


def test_a_file_that_is_as_it_was_is_offered_no_longer(at_desk: Reading, tmp_path: Path) -> None:
    file = letter(tmp_path, *numbered(0, 5))
    before = file.read_text("utf-8")
    at_desk.open(file)
    replace_file(file, "Etwas anderes.")
    wait_for(lambda: "has changed" in at_desk.window.banner.message, "the offer")
    replace_file(file, before)
    wait_for(lambda: at_desk.window.banner.message == "", "no offer")
    replace_file(file, "Etwas anderes.")
    wait_for(lambda: "has changed" in at_desk.window.banner.message, "the next offer")


def test_an_unchanged_file_is_not_read_twice(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = Path(at_desk.session.document.source)
    file = letter(tmp_path, *numbered(0, 5))
    at_desk.open(file)
    first = at_desk.session.document
    at_desk.open(article)
    with monkeypatch.context() as patch:
        patch.setattr("reader.formats.parse", lambda *_: pytest.fail("read again"))
        at_desk.open(file)
    assert at_desk.session.document == first


def test_a_text_without_a_model_says_so_and_can_be_called_german(
    at_desk: Reading, tmp_path: Path
) -> None:
    file = letter(tmp_path, FRENCH)
    at_desk.window.open_path(file)
    wait_for(lambda: "Français" in at_desk.window.banner.message, "the message")
    told = at_desk.window.banner.message
    assert "No installed model translates from “Français” to “English”." in told
    press_button(at_desk, "It Is German")
    wait_for(lambda: at_desk.session.renderings.engine != "", "the German model")
    press_button(at_desk, "Undo")
    wait_for(lambda: "Français" in at_desk.window.banner.message, "the message again")
    assert at_desk.session.renderings.languages == ("fr", "en")
    press_button(at_desk, "It Is German")
    wait_for(lambda: at_desk.session.renderings.engine != "", "the German model again")
    assert at_desk.session.renderings.languages == ("de", "en")
    at_desk.leave()
    at_desk.start()
    assert at_desk.session.renderings.languages == ("de", "en")
    assert at_desk.window.banner.message == ""


def test_english_waits_for_no_click(at_desk: Reading, tmp_path: Path) -> None:
    english = "He went over the bridge and did not say where he was going to the girl who asked."
    at_desk.open(letter(tmp_path, f"{english} {english}"))
    assert at_desk.session.renderings.languages == ("en", "en")
    assert at_desk.view.hint(0) == ""
    press_button(at_desk, "It Is German")
    assert at_desk.view.hint(0) == "Click to translate"


def french_model(reading: Reading, folder: Path) -> None:
    """The bundled package as if it were for French, which is enough to be chosen."""
    (german,) = reading.desk.models.installed()
    copy = folder / "translate-fr_en-1_0"
    shutil.copytree(german.folder, copy)
    metadata = json.loads((copy / "metadata.json").read_text("utf-8"))
    metadata |= {"from_code": "fr", "from_name": "French"}
    (copy / "metadata.json").write_text(json.dumps(metadata), "utf-8")
    install(copy, reading.places)


def test_a_text_with_a_model_is_offered_its_own_direction(at_desk: Reading, tmp_path: Path) -> None:
    french_model(at_desk, tmp_path)
    at_desk.open(letter(tmp_path, FRENCH))
    wait_for(lambda: "Français" in at_desk.window.banner.message, "the offer")
    press_button(at_desk, "Translate from Français")
    assert at_desk.session.renderings.languages == ("fr", "en")
    at_desk.leave()
    at_desk.start()
    assert at_desk.session.renderings.languages == ("fr", "en")
    assert at_desk.window.banner.message == ""


def test_a_language_that_was_chosen_by_hand_is_kept(at_desk: Reading) -> None:
    at_desk.window.source_language.choose("fr")
    wait_for(lambda: at_desk.window.banner.message != "", "the message")
    assert at_desk.session.entry is not None
    with open_store(at_desk.places) as store:
        assert store.library.entry(at_desk.session.entry.id).language == "fr"


def test_what_is_known_of_a_text_is_told(at_desk: Reading, tmp_path: Path) -> None:
    file = tmp_path / "Brief.html"
    file.write_text(
        "<html><head><title>Der Brief</title><meta name=author content='Anna Weber'>"
        "<meta property='article:published_time' content='2024-05-06'></head><body><article>"
        + "".join(f"<p>{sentence}</p>" for sentence in numbered(0, 30))
        + "</article></body></html>",
        "utf-8",
    )
    at_desk.open(file)
    at_desk.select(1, "Nummer")
    at_desk.press(Qt.Key.Key_1)
    at_desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, to=at_desk.window)
    dialog = next(d for d in at_desk.window.findChildren(QDialog) if d.isVisible())
    told = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Der Brief", "Anna Weber", "6 May 2024", str(file), "Web page", "1"} <= told
    assert at_desk.session.document.checksum in told
    assert {"302", "31", "2 min", "0 of 31 paragraphs"} <= told
    dialog.close()
