"""The start page, and taking in many texts at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QPushButton

from reader import formats, settings
from reader.app import App
from reader.errors import KnownError
from reader.services import importing
from reader.services.importing import Report
from reader.services.second_start import Wish
from reader.settings import Settings
from reader.store import open_store
from reader.store.library import Library
from reader.ui import banner, library_page
from reader.ui.import_window import ImportWindow
from reader.ui.library_page import LibraryPage
from reader.ui.tags import TagLine
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

MOVED = "If it was moved or renamed, open it where it is now."
CONTROL = Qt.KeyboardModifier.ControlModifier


def write(folder: Path, title: str, words: str = "Das Wetter ist schön.") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{title}.md"
    file.write_text(f"# {title}\n\n{words}\n\nDer Hund schläft im Garten.\n", "utf-8")
    return file


def page(reading: Reading) -> LibraryPage:
    return reading.window.library.page


def titles(reading: Reading) -> list[str]:
    model = page(reading).model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def cells(reading: Reading, title: str) -> list[str]:
    model = page(reading).model
    row = titles(reading).index(title)
    return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]


def library(reading: Reading) -> None:
    """Turn to the library and wait until it is there."""
    told: list[object] = []
    reading.desk.shelf.listed.connect(told.append)
    reading.press(Qt.Key.Key_L, CONTROL, to=reading.window)
    wait_for(lambda: bool(told), "the list")
    settle()


def choose(reading: Reading, *names: str) -> None:
    table = page(reading).table
    table.clearSelection()
    chosen = table.selectionModel()
    for name in names:
        index = page(reading).model.index(titles(reading).index(name), 0)
        chosen.setCurrentIndex(index, chosen.SelectionFlag.Select | chosen.SelectionFlag.Rows)


def press_button(reading: Reading, text: str) -> None:
    button = next(
        b for b in reading.window.findChildren(QPushButton) if b.text() == text and b.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


@pytest.fixture
def three(at_desk: Reading, tmp_path: Path) -> Reading:
    """A reader who has opened three texts, each one after the other."""
    at_desk.open(write(tmp_path, "Der Äther"))
    at_desk.open(write(tmp_path, "Die Bahn", "Der Zug ist pünktlich. " * 200))
    return at_desk


def test_all_texts_are_listed_with_what_was_done_in_them(three: Reading) -> None:
    three.translate(0)
    three.select(1, "Zug")
    three.press(Qt.Key.Key_1)
    three.press(Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: len(three.session.words.here) == 1, "the word")
    library(three)
    assert titles(three) == ["Die Bahn", "Der Äther", "Schützenpanzer"]
    tip = page(three).model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Notes: 1\n" in tip
    assert "Word list: 1\n" in tip
    title, author, form, length, _, translated, notes, opened, tags = cells(three, "Die Bahn")
    assert (title, author, form, tags) == ("Die Bahn", "", "Markdown", "")
    assert length == "807 words · 5 min"
    assert translated.endswith("%")
    assert notes == "1"
    assert opened
    assert three.window.windowTitle() == "Library – Lesepult"


def test_back_to_the_text_as_it_was_left(three: Reading) -> None:
    before = three.session.document
    library(three)
    three.press(Qt.Key.Key_Escape, to=page(three).search)
    assert not three.window.library.shown
    assert three.session.document is before
    assert three.view.hasFocus()


def test_a_text_is_opened_by_its_row(three: Reading) -> None:
    library(three)
    choose(three, "Der Äther")
    three.press(Qt.Key.Key_Return, to=page(three).table)
    wait_for(lambda: three.session.document.title == "Der Äther", "the text")
    assert not three.window.library.shown
    assert len(three.desk.desks) == 1


def test_the_open_text_is_gone_back_to(three: Reading) -> None:
    before = three.session.document
    library(three)
    choose(three, "Die Bahn")
    three.press(Qt.Key.Key_Return, to=page(three).table)
    assert not three.window.library.shown
    assert three.session.document is before
    library(three)
    three.press(Qt.Key.Key_N, CONTROL, to=three.window)
    wait_for(lambda: len(titles(three)) == 3, "the list")
    choose(three, "Die Bahn")
    three.press(Qt.Key.Key_Return, to=page(three).table)
    wait_for(lambda: three.session.document is before, "the other window")
    assert not three.window.library.shown


def test_several_are_opened_each_in_a_window(three: Reading) -> None:
    library(three)
    choose(three, "Der Äther", "Schützenpanzer")
    press_button(three, "O&pen")
    wait_for(
        lambda: (
            {d.session.document.title for d in three.desk.desks} == {"Der Äther", "Schützenpanzer"}
        ),
        "both",
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ather", ["Der Äther"]), ("BAHN die", ["Die Bahn"]), ("gibt es nicht", [])],
)
def test_texts_are_found_by_what_is_typed(three: Reading, typed: str, found: list[str]) -> None:
    library(three)
    three.type(typed)
    assert titles(three) == found
    three.press(Qt.Key.Key_Escape, to=page(three).search)
    assert len(titles(three)) == 3


def test_screen_readers_are_told_how_many_are_found_and_what_was_done(
    three: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    for module in (library_page, banner):
        monkeypatch.setattr(module, "tell", lambda _, message: told.append(message))
    library(three)
    three.type("ather")
    assert told[-1] == "1 of 3 texts"
    three.press(Qt.Key.Key_Down, to=page(three).search)
    three.press(Qt.Key.Key_Delete, to=page(three).table)
    wait_for(lambda: "1 text removed, with all notes. No file is touched." in told, "the word")


def test_typing_and_return_opens_what_is_found(three: Reading) -> None:
    library(three)
    three.type("ather")
    three.press(Qt.Key.Key_Return, to=page(three).search)
    wait_for(lambda: three.session.document.title == "Der Äther", "the text")


def test_every_column_sorts(three: Reading) -> None:
    library(three)
    table = page(three).table
    orders: dict[int, list[str]] = {}
    for column in range(page(three).model.columnCount()):
        table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        orders[column] = titles(three)
        assert sorted(orders[column]) == sorted(titles(three))
    assert orders[0] == ["Der Äther", "Die Bahn", "Schützenpanzer"]
    assert orders[3][0] == "Der Äther"
    assert orders[7] == ["Schützenpanzer", "Der Äther", "Die Bahn"]


def test_numbers_in_titles_sort_as_numbers(at_desk: Reading, tmp_path: Path) -> None:
    for number in (10, 9, 1):
        at_desk.open(write(tmp_path, f"Kapitel {number}", f"Es ist das {number}. von allen."))
    long = tmp_path / "lang.md"
    long.write_text(f"# {'9' * 5000}\n\nEine Zahl ohne Ende.\n", "utf-8")
    at_desk.open(long)
    library(at_desk)
    page(at_desk).table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert titles(at_desk)[1:-1] == ["Kapitel 1", "Kapitel 9", "Kapitel 10"]


def test_the_name_of_the_file_is_searched_but_not_its_folders(
    at_desk: Reading, tmp_path: Path
) -> None:
    (tmp_path / "Sommerordner").mkdir()
    write(tmp_path / "Sommerordner", "Ein Brief").rename(tmp_path / "Sommerordner" / "b17.md")
    at_desk.open(tmp_path / "Sommerordner" / "b17.md")
    library(at_desk)
    at_desk.type("b17")
    assert titles(at_desk) == ["Ein Brief"]
    page(at_desk).search.setText("Sommerordner")
    assert titles(at_desk) == []


def test_of_one_word_one_is_told(at_desk: Reading, tmp_path: Path) -> None:
    file = tmp_path / "kurz.txt"
    file.write_text("Halt!", "utf-8")
    at_desk.open(file)
    library(at_desk)
    assert cells(at_desk, "Kurz")[3] == "1 word · 1 min"


def shown_columns(reading: Reading) -> list[str]:
    view, model = page(reading).table, page(reading).model
    return [name for n, name in enumerate(model.titles) if not view.isColumnHidden(n)]


@pytest.mark.parametrize("width", [1500, 900, 700, 560])
def test_no_column_is_cut_off(three: Reading, width: int) -> None:
    """In a narrow window the least important are left out, and told with the title."""
    library(three)
    three.desk.shelf.change_tags(three.desk.store.library.recent(1), ["Physik"])
    wait_for(lambda: cells(three, "Die Bahn")[8] == "Physik", "the tags")
    three.window.resize(width, 300)
    settle()
    table = page(three).table
    assert table.header().length() <= table.viewport().width()
    assert shown_columns(three)[0] == "Title"
    assert "Last opened" in shown_columns(three)  # the list is sorted by it
    assert ("Format" in shown_columns(three)) == (width == 1500)
    tip = page(three).model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Format: Markdown" in tip
    assert "Tags: Physik" in tip


@pytest.mark.parametrize("before", [1200, 520, 420])
@pytest.mark.parametrize("width", [1200, 520, 420])
def test_every_button_has_room_for_its_words(three: Reading, before: int, width: int) -> None:
    three.window.resize(before, 500)
    library(three)
    three.window.resize(width, 500)
    settle()
    buttons = [b for b in page(three).findChildren(QPushButton) if b.isVisible()]
    assert len(buttons) == 5
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert page(three).search.width() >= 150


def test_tags_are_given_and_filtered(three: Reading) -> None:
    library(three)
    choose(three, "Der Äther")
    assert give_tags(three, "Kurs B2, Physik") == ""
    wait_for(lambda: cells(three, "Der Äther")[8] == "Kurs B2, Physik", "the tags")
    tag = page(three).tag
    assert [tag.itemText(n) for n in range(tag.count())] == ["All tags", "Kurs B2", "Physik"]
    tag.setCurrentIndex(2)
    assert titles(three) == ["Der Äther"]
    tag.setCurrentIndex(0)
    page(three).format.setCurrentIndex(page(three).format.findData("Plain text"))
    assert titles(three) == ["Schützenpanzer"]


def test_the_list_is_sorted_by_the_keyboard_too(three: Reading) -> None:
    library(three)
    table = page(three).table
    for name, first in (("Title", "Der Äther"), ("Title", "Schützenpanzer"), ("Length", "Die")):
        table.customContextMenuRequested.emit(table.rect().center())
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        sort = next(m for m in menu.findChildren(QMenu) if m.title() == "Sort &By")
        assert [a.text() for a in sort.actions()][:3] == ["Title", "Format", "Length"]  # no author
        next(action for action in sort.actions() if action.text() == name).trigger()
        menu.close()
        assert titles(three)[0].startswith(first)


def give_tags(reading: Reading, text: str) -> str:
    """Gives the chosen texts other tags; tells which stood there."""
    reading.press(Qt.Key.Key_F2, to=page(reading).table)
    dialog = next(d for d in page(reading).findChildren(QDialog) if d.isVisible())
    line = dialog.findChild(TagLine)
    assert isinstance(line, TagLine)
    before = line.text()
    line.setText(text)
    dialog.accept()
    settle()
    return before


def test_of_several_texts_each_keeps_its_own_tags(three: Reading) -> None:
    library(three)
    for title, tags in (("Der Äther", "Physik, alt"), ("Die Bahn", "Technik, alt")):
        choose(three, title)
        give_tags(three, tags)
        wait_for(lambda title=title, tags=tags: cells(three, title)[8] == tags, "the tags")
    choose(three, "Der Äther", "Die Bahn")
    assert set(give_tags(three, "Technik, Physik, neu").split(", ")) == {"Technik", "Physik", "alt"}
    wait_for(lambda: cells(three, "Der Äther")[8] == "Physik, neu", "the tags of one")
    assert cells(three, "Die Bahn")[8] == "Technik, neu"


def test_that_tags_cannot_be_kept_is_said(three: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    library(three)
    choose(three, "Der Äther")
    fault = KnownError("The disk is full.")
    monkeypatch.setattr(Library, "set_tags", lambda *_: (_ for _ in ()).throw(fault))
    give_tags(three, "Physik")
    assert "disk is full" in three.window.banner.message


def test_what_is_removed_comes_back_and_its_file_is_not_touched(
    three: Reading, tmp_path: Path
) -> None:
    before = (tmp_path / "Der Äther.md").read_bytes()
    library(three)
    choose(three, "Der Äther")
    three.press(Qt.Key.Key_Delete, to=page(three).table)
    wait_for(lambda: "Der Äther" not in titles(three), "the removal")
    assert (tmp_path / "Der Äther.md").read_bytes() == before
    assert "removed" in three.window.banner.message
    press_button(three, "Undo")
    wait_for(lambda: "Der Äther" in titles(three), "the return")


def test_one_removed_after_the_other_comes_back_by_key(three: Reading) -> None:
    """And the choice stays where it was, so that the next one can be removed."""
    library(three)
    table = page(three).table
    choose(three, "Der Äther")
    three.press(Qt.Key.Key_Delete, to=table)
    wait_for(lambda: len(titles(three)) == 2, "the removal")
    assert [entry.title for entry in page(three).chosen()] == ["Schützenpanzer"]
    three.press(Qt.Key.Key_Delete, to=table)
    wait_for(lambda: titles(three) == ["Die Bahn"], "the next removal")
    assert [entry.title for entry in page(three).chosen()] == ["Die Bahn"]
    for title, count in (("Schützenpanzer", 2), ("Der Äther", 3)):
        three.press(Qt.Key.Key_Z, CONTROL, to=table)
        wait_for(lambda count=count: len(titles(three)) == count, title)
        assert [entry.title for entry in page(three).chosen()] == [title]
    assert three.window.banner.message == ""


def test_notes_on_a_text_that_was_forgotten_are_refused_until_it_is_read_again(
    three: Reading,
) -> None:
    library(three)
    choose(three, "Die Bahn")
    three.press(Qt.Key.Key_Delete, to=page(three).table)
    wait_for(lambda: len(titles(three)) == 2, "the removal")
    three.desk.notebook.empty_bin()
    three.press(Qt.Key.Key_Escape, to=page(three).search)
    three.select(1, "Zug")
    three.press(Qt.Key.Key_1)
    assert "not in the library any more" in three.window.banner.message
    assert three.session.marks == ()
    before = three.session.document
    three.press(Qt.Key.Key_F5)
    wait_for(lambda: three.session.document is not before, "the text")
    three.select(1, "Zug")
    three.press(Qt.Key.Key_1)
    assert len(three.session.marks) == 1
    assert three.window.banner.message == ""


def test_what_is_no_search_is_not_pasted_into_it(three: Reading) -> None:
    library(three)
    search = page(three).search
    QApplication.clipboard().setText("Äther")
    three.press(Qt.Key.Key_V, CONTROL, to=search)
    assert titles(three) == ["Der Äther"]
    three.press(Qt.Key.Key_Z, CONTROL, to=search)
    assert search.text() == ""
    QApplication.clipboard().setText("Eine Zeile von anderswo.\n\nUnd noch eine.")
    three.press(Qt.Key.Key_V, CONTROL, to=search)
    wait_for(lambda: "anderswo" in three.session.document.paragraphs[0].text, "the copied text")
    assert search.text() == ""


def test_keys_for_the_text_do_nothing_to_it_behind_the_library(three: Reading) -> None:
    three.select(1, "Zug")
    library(three)
    table = page(three).table
    table.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_J):
        three.press(key, to=table)
    assert three.session.marks == ()
    three.press(Qt.Key.Key_F, CONTROL, to=table)
    assert page(three).search.hasFocus()


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_button_has_the_letter_of_a_menu(reading: Reading, language: str) -> None:
    """Else it would only move the focus from one to the other; Remove has Del."""
    settings.save(Settings(language=language), reading.places)
    reading.start()
    reading.window.library.show()
    settle()
    buttons = [button.text() for button in page(reading).findChildren(QPushButton)]
    menus = [action.text() for action in reading.window.menuBar().actions()]
    letters = [text[text.index("&") + 1].lower() for text in (*menus, *buttons) if "&" in text]
    assert len(letters) >= 12
    assert len(set(letters)) == len(letters), (menus, buttons)


def test_menus_open_by_their_letters_while_one_searches(three: Reading) -> None:
    library(three)
    search = page(three).search
    search.setFocus()
    three.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier, to=search)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert three.window.menus.action("open") in menu.actions()
    menu.close()
    assert search.text() == ""


def test_a_new_window_begins_with_the_library(three: Reading) -> None:
    three.press(Qt.Key.Key_N, CONTROL)
    assert three.window.library.shown
    wait_for(lambda: len(titles(three)) == 3, "the list")


def test_an_empty_library_says_what_to_do(reading: Reading) -> None:
    reading.app = type(reading).start(reading).desk
    with open_store(reading.places) as store:
        store.library.remove([entry.id for entry in store.library.recent(9)])
    library(reading)
    assert titles(reading) == []
    assert "Open a file" in page(reading).empty.text()
    QApplication.clipboard().setText("Ein Satz von anderswo.")
    wait_for(lambda: not page(reading).search.isEnabled(), "nothing to search in")
    reading.press(Qt.Key.Key_V, CONTROL, to=reading.window)
    wait_for(lambda: "anderswo" in reading.session.document.paragraphs[0].text, "the copied text")


def report(reading: Reading, sources: list[Path]) -> Report:
    told: list[object] = []
    reading.desk.importing.ended.connect(told.append)
    reading.window.library.take_in(sources)
    wait_for(lambda: bool(told), "the end of the import")
    settle()
    (outcome,) = told
    assert isinstance(outcome, Report)
    return outcome


def import_window(reading: Reading) -> ImportWindow:
    """The last one."""
    return reading.window.findChildren(ImportWindow)[-1]


def test_a_folder_is_taken_in_and_what_failed_is_named(at_desk: Reading, tmp_path: Path) -> None:
    folder = tmp_path / "Texte"
    write(folder, "Eins")
    write(folder / "tief" / "tiefer", "Zwei")
    write(folder / ".versteckt", "Drei")
    (folder / "bild.png").write_bytes(b"\x89PNG")
    (folder / "leer.txt").touch()
    broken = "kaputtes Buch, das niemand mehr lesen kann.epub"
    (folder / broken).write_bytes(b"no book")
    (folder / "Kopie.md").write_bytes((folder / "Eins.md").read_bytes())
    outcome = report(at_desk, [folder])
    assert (outcome.new, outcome.known, outcome.cancelled) == (2, 1, False)
    assert [file.name for file, _ in outcome.failed] == [broken, "leer.txt"]
    window = import_window(at_desk)
    assert "2 texts taken in" in window.words.text()
    first, second = (window.failures.topLevelItem(n) for n in range(2))
    assert first is not None
    assert second is not None
    assert ["leer.txt" in item.text(1) for item in (first, second)] == [False, True]
    line = window.fontMetrics().lineSpacing()
    assert window.failures.visualItemRect(first).height() > 2 * line  # said in full
    at_desk.press(Qt.Key.Key_Return, to=window.focusWidget())
    assert not window.isVisible()
    wait_for(lambda: set(titles(at_desk)) >= {"Eins", "Zwei"}, "the list")
    assert cells(at_desk, "Eins")[7] == ""  # opened never
    assert titles(at_desk)[0] == "Schützenpanzer"
    again = report(at_desk, [folder])
    assert (again.new, again.known) == (0, 3)


def test_the_report_of_an_import_can_be_copied_and_saved(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Texte"
    write(folder, "Eins")
    (folder / "leer.txt").touch()
    (folder / "fort.txt").symlink_to("nirgends.txt")
    report(at_desk, [folder])
    window = import_window(at_desk)
    assert window.failures.topLevelItemCount() == 2
    second = window.failures.topLevelItem(1)
    assert second is not None
    assert second.text(1).startswith("leer.txt is empty.")  # without its folders
    press_button(at_desk, "&Copy Report")
    copied = QApplication.clipboard().text()
    assert copied.splitlines() == [
        "1 text taken in. 2 files could not be read:",
        f"There is no file {folder / 'fort.txt'}. {MOVED}",
        f"{folder / 'leer.txt'} is empty. There is nothing in it to read.",
    ]
    file = tmp_path / "Bericht.txt"
    chosen = [(str(file), ""), (str(tmp_path / "nirgends" / "x.txt"), ""), ("", "")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen.pop(0))
    for _ in range(3):
        press_button(at_desk, "&Save Report …")
    assert file.read_text("utf-8") == copied
    assert "cannot be written" in window.words.text()


def test_a_report_that_was_not_read_can_be_shown_again(at_desk: Reading, tmp_path: Path) -> None:
    (tmp_path / "leer.txt").touch()
    report(at_desk, [tmp_path / "leer.txt"])
    at_desk.press(Qt.Key.Key_Escape, to=import_window(at_desk).focusWidget())
    assert at_desk.window.banner.message == "1 file could not be read."
    press_button(at_desk, "Show")
    assert import_window(at_desk).isVisible()
    at_desk.press(Qt.Key.Key_Escape, to=import_window(at_desk))
    assert at_desk.window.banner.message == ""


def test_a_folder_in_place_of_a_file_is_taken_in(reading: Reading, tmp_path: Path) -> None:
    write(tmp_path / "Texte", "Eins")
    reading.app = App(reading.places, tmp_path)
    reading.desk.begin(tmp_path / "Texte")
    wait_for(lambda: titles(reading) == ["Eins"], "the list")
    assert reading.window.focusWidget() is page(reading).search  # now there is what to search
    (tmp_path / "leer").mkdir()
    wait_for(lambda: not reading.desk.importing.busy, "the end")
    reading.desk.windows.receive(Wish(str(tmp_path / "leer")))
    wait_for(lambda: "nothing that can be read" in import_window(reading).words.text(), "the word")
    assert len(reading.desk.desks) == 1


def test_a_file_that_is_dropped_on_the_search_is_opened(three: Reading, tmp_path: Path) -> None:
    file = write(tmp_path, "Der Brief", "Ein Brief.")
    library(three)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    data.setText(file.as_uri())
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left, search = Qt.MouseButton.LeftButton, page(three).search
    assert not search.acceptDrops()  # so that Qt gives it to the window
    QApplication.sendEvent(search, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(three.window, QDropEvent(QPointF(9, 9), copy, data, left, none))
    wait_for(lambda: three.session.document.title == "Der Brief", "the text")
    assert search.text() == ""


def test_what_cannot_be_opened_of_several_is_told_in_one_window(
    three: Reading, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("leer.txt", "Brief.md", "fort.txt")]
    files[0].touch()
    files[1].write_text("# Der Brief", "utf-8")
    three.desk.windows.open_paths(files, three.window)
    wait_for(lambda: three.session.document.title == "Der Brief", "the letter")
    assert len(three.desk.desks) == 2
    windows = [desk.window for desk in three.desk.desks]
    wait_for(lambda: sum(len(w.banner.message.splitlines()) for w in windows) == 2, "both reasons")
    told = "".join(window.banner.message for window in windows)
    assert str(files[0]) in told
    assert str(files[2]) in told


def test_a_second_start_with_what_cannot_be_opened_makes_no_window(
    three: Reading, tmp_path: Path
) -> None:
    for name in ("fort.txt", "auch fort.txt", "fort.txt"):
        three.desk.windows.receive(Wish(str(tmp_path / name)))
    said = [
        f"There is no file {tmp_path / name}. {MOVED}" for name in ("auch fort.txt", "fort.txt")
    ]
    wait_for(lambda: three.window.banner.message.splitlines() == said, "the reasons")
    assert len(three.desk.desks) == 1
    three.desk.windows.receive(Wish(str(tmp_path / "noch eins.txt")))
    wait_for(lambda: "noch eins" in three.window.banner.message, "the next reason")
    assert len(three.window.banner.message.splitlines()) == 1
    three.open(write(tmp_path, "Der Brief"))
    assert three.window.banner.message == ""


def test_a_copy_of_an_open_text_makes_no_window(three: Reading, tmp_path: Path) -> None:
    copy = tmp_path / "Kopie.md"
    copy.write_bytes((tmp_path / "Die Bahn.md").read_bytes())
    three.window.library.show()
    three.desk.windows.receive(Wish(str(copy)))
    wait_for(lambda: not three.window.library.shown, "the text")
    assert len(three.desk.desks) == 1


def test_an_open_text_whose_file_was_moved_follows_it(three: Reading, tmp_path: Path) -> None:
    moved = (tmp_path / "Die Bahn.md").rename(tmp_path / "Woanders.md")
    three.desk.windows.receive(Wish(str(moved)))
    wait_for(lambda: three.session.document.source == str(moved), "the new place")
    assert len(three.desk.desks) == 1
    moved.write_text("# Die Bahn\n\nSie kommt heute später.", "utf-8")
    wait_for(lambda: "has changed" in three.window.banner.message, "the offer")


def test_a_text_that_takes_long_is_said_to_be_opening(
    three: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, status = threading.Event(), three.window.status
    read = formats.open_document
    monkeypatch.setattr(formats, "open_document", lambda path: go_on.wait(20) and read(path))
    for name in ("Eins", "Zwei"):
        three.desk.windows.receive(Wish(str(write(tmp_path, name))))
    wait_for(lambda: status.currentMessage() == "Opening …", "the word")
    go_on.set()
    wait_for(lambda: len(three.desk.desks) == 3, "the windows")
    wait_for(lambda: status.currentMessage() == "", "the end")


def test_many_dropped_files_are_taken_in(at_desk: Reading, tmp_path: Path) -> None:
    files = [write(tmp_path, f"Text {n}") for n in range(7)]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    at_desk.window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))
    wait_for(lambda: len(titles(at_desk)) == 8, "all of them")
    assert len(at_desk.desk.desks) == 1


def test_an_import_is_stopped_and_texts_are_opened_meanwhile(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()
    shelve = importing.shelve

    def slow(store: object, file: Path) -> object:
        go_on.wait(20)
        return shelve(store, file)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(importing, "shelve", slow)
    files = [write(tmp_path / "viele", f"Text {n}") for n in range(5)]
    told: list[Report] = []
    at_desk.desk.importing.ended.connect(told.append)
    at_desk.window.library.take_in(files)
    at_desk.open(write(tmp_path, "Der Brief"))
    assert not told
    import_window(at_desk).reject()
    assert "stops after this file" in import_window(at_desk).words.text()
    at_desk.window.library.take_in(files)
    assert "Another import" in at_desk.window.banner.message
    go_on.set()
    wait_for(lambda: bool(told), "the end of the import")
    assert told[0].cancelled
    assert told[0].new == 1


def test_looking_for_files_is_stopped(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walked = threading.Event()

    def endless(_: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        while True:
            walked.set()
            yield str(tmp_path), [], []

    monkeypatch.setattr(importing.os, "walk", endless)
    told: list[Report] = []
    at_desk.desk.importing.ended.connect(told.append)
    at_desk.window.library.take_in([tmp_path])
    assert walked.wait(20)
    import_window(at_desk).reject()
    wait_for(lambda: bool(told), "the end of the import")
    assert (told[0].new, told[0].cancelled) == (0, True)
    assert import_window(at_desk).words.text() == "The import was stopped."


def test_the_reason_why_nothing_can_be_taken_in_is_said(
    at_desk: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_store(_: object) -> object:
        raise KnownError("The notes file is on strike.")

    monkeypatch.setattr(importing, "open_beside", no_store)
    at_desk.window.library.take_in([tmp_path])
    wait_for(lambda: "strike" in import_window(at_desk).words.text(), "the reason")


def test_what_needs_a_text_is_not_offered_before_the_library(at_desk: Reading) -> None:
    menus = at_desk.window.menus
    at_desk.select(0, "Region")
    menus.action("mark-green").trigger()
    menus.action("library").trigger()
    assert at_desk.window.library.shown
    for name in ("delete", "mark-pink", "note", "undo", "translate", "export-notes", "speak"):
        assert not menus.action(name).isEnabled(), name
    for name in ("open", "search", "bin", "backups", "quit", "theme-dark", "library"):
        assert menus.action(name).isEnabled(), name
    menus.action("library").trigger()
    assert all(menus.action(name).isEnabled() for name in ("delete", "undo", "translate"))
    assert not menus.action("redo").isEnabled()
    assert not menus.action("forward").isEnabled()
