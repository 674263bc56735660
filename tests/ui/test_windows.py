"""Several windows of one program."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reader.model import Side
from reader.ui.window import Window
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

CONTROL = Qt.KeyboardModifier.ControlModifier


def letter(folder: Path, name: str = "Der Brief") -> Path:
    file = folder / f"{name}.md"
    file.write_text(f"# {name}\n\nLieber Freund, das Wetter ist schön.\n", "utf-8")
    return file


def drop(window: Window, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))


def titles(reading: Reading) -> list[str]:
    return [desk.session.document.title for desk in reading.desk.desks]


def open_beside(reading: Reading, file: Path) -> None:
    """A window of its own for a file."""
    reading.press(Qt.Key.Key_N, CONTROL)
    reading.open(file)


def test_a_new_window_has_a_text_and_marks_of_its_own(at_desk: Reading, tmp_path: Path) -> None:
    article = at_desk.session
    at_desk.select(0, "Schützenpanzer")
    open_beside(at_desk, letter(tmp_path))
    assert at_desk.session is not article
    at_desk.select(1, "Wetter")
    at_desk.press(Qt.Key.Key_1)
    assert [mark.quote for mark in at_desk.session.marks] == ["Wetter"]
    assert article.marks == ()
    assert article.document.title != at_desk.session.document.title


class Shown(QObject):
    """Notes every window that the desktop is asked to show."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget) and event.type() is QEvent.Type.Show and watched.isWindow():
            self.windows.append(watched)
        return False


def test_nothing_but_the_window_is_shown_at_the_start(app: QApplication, reading: Reading) -> None:
    shown = Shown()
    app.installEventFilter(shown)
    reading.start()
    app.removeEventFilter(shown)
    assert shown.windows == [reading.window]


def test_two_windows_translate_with_one_process(at_desk: Reading, tmp_path: Path) -> None:
    article = at_desk.desk.desks[0]
    at_desk.translate(0)
    open_beside(at_desk, letter(tmp_path))
    wait_for(lambda: at_desk.session.renderings.engine != "", "the model")
    at_desk.translate(1)
    assert at_desk.desk.translator.process_id == article.translator.process_id != 0
    article.session.renderings.translate_all()
    at_desk.session.renderings.cancel()
    wait_for(lambda: article.session.renderings.waiting == 0, "the whole article")
    assert article.session.renderings.text(9, Side.TARGET)


def test_closing_one_window_leaves_the_other_as_it_is(at_desk: Reading, tmp_path: Path) -> None:
    article = at_desk.session
    open_beside(at_desk, letter(tmp_path))
    at_desk.press(Qt.Key.Key_W, CONTROL)
    settle()
    assert at_desk.session is article
    assert len(at_desk.desk.desks) == 1
    assert at_desk.window.isVisible()
    assert at_desk.translate(1).text


def test_a_text_that_is_open_comes_to_the_front(at_desk: Reading, tmp_path: Path) -> None:
    file = letter(tmp_path)
    open_beside(at_desk, file)
    shown = at_desk.window
    other = at_desk.desk.desks[1].window
    other.open_path(file)
    settle(50)
    assert at_desk.window is shown
    assert len(titles(at_desk)) == 2
    assert other.session.document.title != "Der Brief"


def test_a_copy_of_an_open_text_is_the_same_text(at_desk: Reading, tmp_path: Path) -> None:
    file = letter(tmp_path)
    open_beside(at_desk, file)
    shown, other = at_desk.window, at_desk.desk.desks[1].window
    copy = tmp_path / "Kopie.md"
    copy.write_bytes(file.read_bytes())
    at_desk.desk.desks.reverse()
    other.open_path(copy)
    wait_for(lambda: at_desk.window is shown, "the window that shows it")
    assert len(titles(at_desk)) == 2


def test_each_of_several_files_gets_a_window(at_desk: Reading, tmp_path: Path) -> None:
    names = ["Eins", "Zwei", "Drei"]
    drop(at_desk.window, *(letter(tmp_path, name) for name in names))
    wait_for(lambda: sorted(titles(at_desk)) == sorted(names), "all three")
    assert all(desk.window.isVisible() for desk in at_desk.desk.desks)


def test_all_windows_come_back_where_they_were(at_desk: Reading, tmp_path: Path) -> None:
    open_beside(at_desk, letter(tmp_path))
    for number, desk in enumerate(at_desk.desk.desks):  # where the screenless screen ends at 800
        desk.window.setGeometry(40 + 20 * number, 60, 600, 500 + number)
    settle()
    was = {d.session.document.title: d.window.geometry() for d in at_desk.desk.desks}
    at_desk.press(Qt.Key.Key_Q, CONTROL)
    assert not any(desk.window.isVisible() for desk in at_desk.desk.desks)
    at_desk.leave()
    at_desk.start(width=0)
    wait_for(lambda: set(titles(at_desk)) == set(was), "both texts")
    now = {d.session.document.title: d.window.geometry() for d in at_desk.desk.desks}
    assert now == was
    assert titles(at_desk)[0] == "Der Brief"


def test_a_window_that_was_closed_does_not_come_back(at_desk: Reading, tmp_path: Path) -> None:
    open_beside(at_desk, letter(tmp_path))
    at_desk.press(Qt.Key.Key_W, CONTROL)
    settle()
    left = titles(at_desk)
    at_desk.leave()
    at_desk.start()
    assert titles(at_desk) == left


def test_a_file_is_opened_beside_what_comes_back(at_desk: Reading, tmp_path: Path) -> None:
    (article,) = titles(at_desk)
    at_desk.leave()
    at_desk.start(letter(tmp_path))
    wait_for(lambda: set(titles(at_desk)) == {"Der Brief", article}, "both texts")


def test_a_list_of_windows_that_makes_no_sense_is_no_hindrance(reading: Reading) -> None:
    file = reading.places.config / "windows.json"
    for text in ('[{"document": 7}]', "[[", '{"a": 1}', '[{"document": "beef"}]', "[" * 20_000):
        file.write_text(text, "utf-8")
        reading.start()
        assert len(titles(reading)) == 1
        reading.leave()


def test_quitting_stops_before_a_note_that_cannot_be_saved(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_beside(at_desk, letter(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr(at_desk.window.panel.editor, "save", lambda: False)
        at_desk.press(Qt.Key.Key_Q, CONTROL)
    assert at_desk.window.isVisible()
    at_desk.press(Qt.Key.Key_Q, CONTROL)
    assert not any(desk.window.isVisible() for desk in at_desk.desk.desks)


def test_what_was_copied_elsewhere_becomes_a_text(at_desk: Reading) -> None:
    QGuiApplication.clipboard().setText("Das Wetter ist schön.\n\nDer Hund schläft im Garten.")
    at_desk.press(Qt.Key.Key_V, CONTROL)
    wait_for(lambda: len(at_desk.session.document.paragraphs) == 2, "the copied text")
    assert at_desk.session.document.source == ""
    assert at_desk.translate(1).text
    name = at_desk.session.document.title
    at_desk.leave()
    at_desk.start()
    assert at_desk.session.document.title == name
    assert len(at_desk.session.document.paragraphs) == 2


def test_a_formatted_text_keeps_its_headings(at_desk: Reading) -> None:
    data = QMimeData()
    data.setHtml("<h1>Der Garten</h1><p>Der Hund schläft <b>im Garten</b>.</p>")
    QGuiApplication.clipboard().setMimeData(data)
    at_desk.press(Qt.Key.Key_V, CONTROL)
    wait_for(lambda: at_desk.session.document.title == "Der Garten", "the copied text")


def test_an_empty_clipboard_is_said(at_desk: Reading) -> None:
    QGuiApplication.clipboard().clear()
    before = at_desk.session.document
    at_desk.press(Qt.Key.Key_V, CONTROL)
    settle(50)
    assert "clipboard" in at_desk.window.banner.message
    assert at_desk.session.document is before
