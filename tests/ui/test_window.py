"""The window as its reader uses it, with the real model and a real notes file."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QProgressBar

from reader import exporters
from reader.app import App, bundled_article
from reader.errors import KnownError
from reader.model import Colour, Flag, Rendering, SentencePair, Side, Span
from reader.services.renderings import RowState
from reader.settings import Settings, save
from reader.store.notes import Notes
from reader.ui.commands import menus
from reader.ui.lights import lights, signs
from reader.ui.page import Mode
from reader.ui.selection import Selection, Spot
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading


def progress(reading: Reading) -> QProgressBar:
    bar = reading.window.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    return bar


def test_the_first_start_shows_the_article(at_desk: Reading) -> None:
    assert at_desk.session.document.source == str(bundled_article())
    assert at_desk.session.renderings.text(0, Side.SOURCE).startswith("In der Region Saporoschje")
    assert at_desk.window.banner.message == ""
    assert "Lesepult" in at_desk.window.windowTitle()


def test_a_click_puts_the_english_beside_it_once(at_desk: Reading) -> None:
    at_desk.click(2)
    assert at_desk.session.renderings.state(2) is RowState.WAITING
    assert at_desk.view.hint(2) == "Translating …"
    wait_for(lambda: at_desk.session.renderings.text(2, Side.TARGET) != "", "the English")
    child = at_desk.desk.translator.process_id
    assert child
    os.kill(child, signal.SIGSTOP)
    at_desk.click(2)
    assert at_desk.session.renderings.state(2) is RowState.DONE
    assert at_desk.session.renderings.waiting == 0
    os.kill(child, signal.SIGCONT)


def test_what_was_translated_is_there_again_without_the_model(at_desk: Reading) -> None:
    english = at_desk.translate(1).text
    at_desk.leave()
    at_desk.start()
    assert at_desk.session.renderings.text(1, Side.TARGET) == english
    assert at_desk.desk.translator.process_id == 0


def test_all_paragraphs_are_translated_with_progress(at_desk: Reading) -> None:
    at_desk.window.translating.translate_all()
    seen: set[int] = set()
    at_desk.session.renderings.progressed.connect(
        lambda: seen.add(at_desk.session.renderings.progress.done)
    )
    wait_for(lambda: at_desk.session.renderings.waiting == 0, "the whole article")
    assert all(
        at_desk.session.renderings.text(row, Side.TARGET) for row in range(at_desk.view.rows())
    )
    assert max(seen) > 0
    settle()
    assert not progress(at_desk).isVisible()


def test_translating_all_can_be_stopped(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "lang.txt"
    file.write_text("\n\n".join(f"Der Satz {i} steht hier. " * 30 for i in range(150)), "utf-8")
    reading.start(file)
    reading.window.translating.translate_all()
    wait_for(lambda: reading.session.renderings.progress.done > 0, "a beginning")
    assert progress(reading).isVisible()
    reading.press(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert reading.session.renderings.waiting == 0
    assert not progress(reading).isVisible()
    assert reading.session.renderings.untranslated()


def test_a_killed_translator_is_not_noticed(at_desk: Reading) -> None:
    at_desk.translate(0)
    killed = at_desk.desk.translator.process_id
    at_desk.click(3)
    os.kill(killed, signal.SIGKILL)
    wait_for(
        lambda: at_desk.session.renderings.text(3, Side.TARGET) != "", "the English all the same"
    )
    assert at_desk.window.banner.message == ""


def test_a_translator_that_cannot_run_is_said_in_the_banner(at_desk: Reading) -> None:
    at_desk.desk.translator.use(["/nonexistent"])
    at_desk.click(0)
    wait_for(lambda: at_desk.window.banner.message != "", "the banner")
    assert at_desk.session.renderings.state(0) is RowState.FAILED
    assert "Click to try again" in at_desk.view.hint(0)


@pytest.mark.parametrize("number", range(1, 6))
def test_words_are_marked_by_key_in_five_colours(at_desk: Reading, number: int) -> None:
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key(Qt.Key.Key_0 + number))
    (mark,) = at_desk.session.marks
    assert mark.colour is list(Colour)[number - 1]
    assert mark.quote == "Schützenpanzer"
    assert [light.span for light in lights(at_desk.view, 0, Side.SOURCE)] == [mark.anchors[0].span]


def test_english_words_can_be_marked_too(at_desk: Reading) -> None:
    at_desk.translate(0)
    english = at_desk.session.renderings.text(0, Side.TARGET)
    word = english.split()[1]
    at_desk.select(0, word, Side.TARGET)
    at_desk.press(Qt.Key.Key_3)
    (mark,) = at_desk.session.marks
    assert mark.anchors[0].side is Side.TARGET
    assert mark.partner == at_desk.session.renderings.text(0, Side.SOURCE)


def test_everything_is_found_again_after_the_end(at_desk: Reading) -> None:
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_2)
    at_desk.press(Qt.Key.Key_N)
    at_desk.type("ein Wort")
    wait_for(lambda: at_desk.session.marks[0].note == "ein Wort", "the note")
    marks = at_desk.session.marks
    at_desk.leave()
    at_desk.start()
    assert at_desk.session.marks == marks
    assert signs(at_desk.view, 0, Side.SOURCE)[0].mark == marks[0]


def test_a_note_on_a_paragraph(at_desk: Reading) -> None:
    at_desk.click(1)
    at_desk.press(Qt.Key.Key_N)
    assert at_desk.session.marks == ()
    at_desk.type("Absatz")
    wait_for(lambda: len(at_desk.session.marks) == 1, "the note")
    (mark,) = at_desk.session.marks
    assert mark.colour is None
    assert mark.quote == at_desk.session.renderings.text(1, Side.SOURCE)
    at_desk.view.setFocus()
    at_desk.press(Qt.Key.Key_N)
    assert at_desk.window.panel.editor.mark_id == mark.id
    assert len(at_desk.session.marks) == 1


def test_undo_and_redo(at_desk: Reading) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    states = [at_desk.session.marks]
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_1)
    states.append(at_desk.session.marks)
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_4)
    states.append(at_desk.session.marks)
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_Delete)
    states.append(at_desk.session.marks)
    assert [len(state) for state in states] == [0, 1, 1, 0]
    for state in reversed(states[:-1]):
        at_desk.press(Qt.Key.Key_Z, control)
        assert at_desk.session.marks == state
    for state in states[1:]:
        at_desk.press(Qt.Key.Key_Z, control, shift)
        assert at_desk.session.marks == state


def test_undo_reaches_back_over_a_restart(at_desk: Reading) -> None:
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_1)
    at_desk.leave()
    at_desk.start()
    at_desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert at_desk.session.marks == ()


def test_notes_are_exported(at_desk: Reading, tmp_path: Path) -> None:
    at_desk.translate(0)
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_1)
    target = tmp_path / "notes.md"
    at_desk.window.exporting.write(exporters.exporters()["notes-md"], target)
    wait_for(target.exists, "the file")
    text = target.read_text("utf-8")
    (mark,) = at_desk.session.marks
    assert "Schützenpanzer" in text
    assert f"^{mark.id}" in text
    settle(50)


def test_an_export_that_fails_says_why(at_desk: Reading, tmp_path: Path) -> None:
    target = tmp_path / "missing" / "notes.md"
    at_desk.window.exporting.write(exporters.exporters()["notes-md"], target)
    wait_for(lambda: at_desk.window.banner.message != "", "the banner")
    assert "missing" in at_desk.window.banner.message


def test_a_file_is_opened_by_dropping_it(at_desk: Reading, tmp_path: Path) -> None:
    file = tmp_path / "Der Brief.md"
    file.write_text("# Der Brief\n\nLieber Freund, das Wetter ist schön.\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    at_desk.window.dropEvent(
        QDropEvent(
            QPointF(50, 50),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    wait_for(lambda: at_desk.session.document.title == "Der Brief", "the letter")


def bad_files(folder: Path) -> dict[str, Path]:
    empty = folder / "leer.txt"
    empty.touch()
    binary = folder / "bild.txt"
    binary.write_bytes(bytes(range(256)) * 40)
    pipe = folder / "rohr.txt"
    if hasattr(os, "mkfifo"):  # else it is missing too
        os.mkfifo(pipe)
    return {"missing": folder / "fehlt.txt", "empty": empty, "binary": binary, "pipe": pipe}


@pytest.mark.parametrize("kind", ["missing", "empty", "binary", "pipe"])
def test_what_cannot_be_opened_is_named_and_reading_goes_on(
    at_desk: Reading, tmp_path: Path, kind: str
) -> None:
    file = bad_files(tmp_path)[kind]
    before = at_desk.session.document
    at_desk.window.open_path(file)
    wait_for(lambda: at_desk.window.banner.message != "", "the banner")
    assert file.name in at_desk.window.banner.message
    assert at_desk.session.document is before


def test_a_text_that_is_not_german_is_said_to_be_so(at_desk: Reading, tmp_path: Path) -> None:
    file = tmp_path / "english.txt"
    file.write_text("This is the house that the man has built for all of them.\n" * 8, "utf-8")
    at_desk.open(file)
    assert "German" in at_desk.window.banner.message


def test_a_foreign_notes_file_is_left_alone_and_reading_goes_on(reading: Reading) -> None:
    reading.places.data.mkdir(exist_ok=True)
    reading.places.notes.write_bytes(b"no database at all, but somebody's file")
    before = reading.places.notes.read_bytes()
    reading.start()
    assert "notes.db" in reading.window.banner.message
    assert reading.translate(0).text
    reading.select(0, "Schützenpanzer")
    reading.window.banner.hide()
    reading.press(Qt.Key.Key_1)
    assert reading.session.marks == ()
    assert reading.window.banner.message != ""
    reading.leave()
    assert reading.places.notes.read_bytes() == before


def test_a_note_that_cannot_be_saved_stays_in_the_editor(
    at_desk: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_desk.select(1, "Fahrzeug")
    at_desk.press(Qt.Key.Key_2)
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_1)
    at_desk.press(Qt.Key.Key_N)
    panel = at_desk.window.panel
    editor = panel.editor

    def full(*_: object) -> None:
        raise KnownError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Notes, "commit", full)
        at_desk.type("wichtig")
        wait_for(lambda: at_desk.window.banner.message != "", "the banner")
        assert "The disk is full" in at_desk.window.banner.message
        at_desk.window.close()
        assert at_desk.window.isVisible()
        panel.show_mark(at_desk.session.marks[1])
        panel.list.opened.emit(at_desk.session.marks[1])
        at_desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
        assert editor.text() == "wichtig"
    assert editor.save()
    assert at_desk.session.marks[0].note == "wichtig"
    assert at_desk.window.banner.message == ""


def test_settings_and_size_are_remembered(at_desk: Reading) -> None:
    at_desk.window.appearance.use_theme("sepia")
    at_desk.window.appearance.zoom(2)
    at_desk.window.side.toggle()
    shown = at_desk.window.panel.isVisible()
    at_desk.window.resize(720, 560)
    size, points = at_desk.window.size(), at_desk.window.preferences.values.font_size
    at_desk.leave()
    at_desk.start(width=0)
    assert at_desk.window.preferences.values.theme == "sepia"
    assert at_desk.window.preferences.values.font_size == points
    assert at_desk.window.panel.isVisible() == shown
    assert at_desk.window.size() == size


def test_the_sheet_of_keys_names_every_command(at_desk: Reading) -> None:
    at_desk.press(Qt.Key.Key_F1)
    dialog = next(w for w in at_desk.window.findChildren(QDialog) if w.isVisible())
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    for menu in menus():
        assert {command.plain for command in menu.commands if command.keys} <= texts
    dialog.close()


def test_the_reader_goes_to_a_mark_from_the_panel(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "lang.txt"
    file.write_text("\n\n".join(f"Der Satz Nummer {i} steht hier." for i in range(400)), "utf-8")
    reading.start(file)
    reading.select(300, "Nummer")
    reading.press(Qt.Key.Key_5)
    reading.view.verticalScrollBar().setValue(0)
    settle()
    reading.window.panel.place_wanted.emit(reading.session.marks[0])
    settle()
    top, bottom = reading.view.rowAt(0), reading.view.rowAt(reading.view.viewport().height() - 1)
    assert top <= 300 <= bottom
    assert reading.view.selected_text() == "Nummer"


def test_nothing_happens_in_an_empty_window(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    reading.app = App(reading.places, tmp_path)
    reading.window.show()
    for menu in menus():
        for command in menu.commands:
            if command.id not in ("close", "quit", "keys", "about"):
                command.call(reading.window)
    reading.press(Qt.Key.Key_Down)
    assert reading.session.marks == ()


def test_a_language_without_a_model_is_said_and_can_be_taken_back(at_desk: Reading) -> None:
    at_desk.session.renderings.choose_languages(source="fr")
    wait_for(lambda: at_desk.window.banner.message != "", "the banner")
    assert "fr" in at_desk.window.banner.message
    at_desk.click(0)
    wait_for(lambda: at_desk.session.renderings.state(0) is RowState.FAILED, "the refusal")
    at_desk.session.renderings.choose_languages(source="de")
    wait_for(lambda: at_desk.session.renderings.engine != "", "the model")
    assert at_desk.translate(0).text


def test_another_model_keeps_what_was_translated_and_says_whose_it_is(at_desk: Reading) -> None:
    first = at_desk.translate(0)
    at_desk.session.renderings.use_engine("argos:translate-de_en:9.9:00000000")
    assert at_desk.session.renderings.text(0, Side.TARGET) == first.text
    at_desk.view.light(Side.SOURCE, Spot(0, 3))
    told = [label.text() for label in at_desk.window.status.findChildren(QLabel)]
    assert "Translated by translate-de_en 0.1." in told
    at_desk.session.renderings.use_engine(first.engine)
    at_desk.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert at_desk.session.renderings.waiting == 1
    wait_for(lambda: at_desk.session.renderings.waiting == 0, "the new translation")


def test_english_can_be_hidden_and_comes_back_without_the_model(at_desk: Reading) -> None:
    english = at_desk.translate(0).text
    at_desk.press(Qt.Key.Key_H)
    assert at_desk.session.renderings.text(0, Side.TARGET) == ""
    child = at_desk.desk.translator.process_id
    os.kill(child, signal.SIGSTOP)
    at_desk.click(0)
    assert at_desk.session.renderings.text(0, Side.TARGET) == english
    os.kill(child, signal.SIGCONT)


def test_what_is_in_sight_is_translated_ahead_and_shown_on_a_click(at_desk: Reading) -> None:
    session = at_desk.session
    wait_for(lambda: session.renderings.rendering(0) is not None, "the page ahead")
    assert session.renderings.text(0, Side.TARGET) == ""
    at_desk.click(0)
    assert session.renderings.state(0) is RowState.DONE
    assert session.renderings.text(0, Side.TARGET) != ""


def test_nothing_is_translated_ahead_unless_wanted(reading: Reading) -> None:
    save(replace(Settings(), read_ahead=False), reading.places)
    reading.start()
    settle(800)
    assert reading.desk.translator.process_id == 0
    assert reading.session.renderings.rendering(0) is None


@pytest.mark.parametrize("mode", list(Mode))
def test_every_mode_shows_english_where_it_is_wanted(at_desk: Reading, mode: Mode) -> None:
    at_desk.translate(0)
    at_desk.press(
        Qt.Key(Qt.Key.Key_1 + list(Mode).index(mode)), Qt.KeyboardModifier.ControlModifier
    )
    assert at_desk.view.mode is mode
    assert (at_desk.view.text(0, Side.TARGET) == "") == (mode is Mode.GERMAN)
    at_desk.click(0)
    assert at_desk.view.text(0, Side.TARGET) != ""
    german = at_desk.view.line_box(Side.SOURCE, Spot(0, 0))
    english = at_desk.view.line_box(Side.TARGET, Spot(0, 0))
    if mode is Mode.SIDE_BY_SIDE:
        assert english.top() == german.top()
    else:
        assert english.left() == german.left()
        assert english.top() > german.bottom()


def test_an_export_leaves_alone_what_the_reader_wrote(at_desk: Reading, tmp_path: Path) -> None:
    target = tmp_path / "notes.md"
    exporter = exporters.exporters()["notes-md"]
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_1)
    at_desk.window.exporting.write(exporter, target)
    wait_for(target.exists, "the file")
    target.write_text(target.read_text("utf-8") + "\nMein eigener Satz.\n", "utf-8")
    at_desk.select(1, "Fahrzeug")
    at_desk.press(Qt.Key.Key_2)
    at_desk.window.exporting.write(exporter, target)
    wait_for(lambda: "Fahrzeug" in target.read_text("utf-8"), "the second note")
    assert "Mein eigener Satz." in target.read_text("utf-8")
    settle(50)
    assert at_desk.window.banner.message == ""


def test_a_doubtful_sentence_is_flagged_in_the_margin_with_the_reason(at_desk: Reading) -> None:
    paragraph = at_desk.session.document.paragraphs[1]
    half = 30
    pairs = (
        SentencePair(Span(0, half), Span(0, 9)),
        SentencePair(Span(half, len(paragraph.text)), Span(9, 18), (Flag.NUMBERS,)),
    )
    engine = at_desk.session.renderings.engine
    at_desk.session.renderings.translate(1)
    at_desk.desk.translator.rendered.emit(paragraph, Rendering("One two. Six ten. ", pairs, engine))
    settle()
    (sign,) = signs(at_desk.view, 1, Side.TARGET)
    assert sign.mark is None
    assert sign.flags == (Flag.NUMBERS,)
    assert sign.rect.left() > at_desk.view.page.text_left(Side.TARGET)
    at_desk.view.light(Side.TARGET, Spot(1, 12))
    told = [label.text() for label in at_desk.window.status.findChildren(QLabel)]
    assert "May be wrong: numbers differ from the German." in told
    at_desk.view.light(Side.TARGET, Spot(1, 2))
    told = [label.text() for label in at_desk.window.status.findChildren(QLabel)]
    assert not any("May be wrong" in text for text in told)


def test_the_command_to_translate_shows_english_in_german_only(at_desk: Reading) -> None:
    at_desk.window.menus.action("mode-german").trigger()
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(2, 4)))
    at_desk.window.menus.action("translate").trigger()
    wait_for(lambda: at_desk.view.text(2, Side.TARGET) != "", "the English")
