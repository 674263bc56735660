"""What a screen reader gets, and that nothing is told by colour alone or moves by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPushButton, QWidget

from reader.model import Colour, Side
from reader.ui.lights import LINES
from reader.ui.page import Mode
from reader.ui.selection import Selection, Spot
from tests.qt import settle
from tests.ui.conftest import Reading

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def cell(reading: Reading, row: int, side: Side) -> QAccessibleInterface:
    """The cell of the table as a screen reader finds it."""
    table = interface(reading.view)
    cells = [table.child(number) for number in range(table.childCount())]
    cells = [child for child in cells if child.role() is QAccessible.Role.Cell]
    columns = 2 if reading.view.page.two_columns else 1
    return cells[columns * row + (0 if side is Side.SOURCE else 1)]


@pytest.fixture
def told(at_desk: Reading) -> list[str]:
    """What is announced from now on."""
    found: list[str] = []
    at_desk.view.announcing.announced.connect(found.append)
    return found


def test_the_text_is_a_table_with_names(at_desk: Reading) -> None:
    table = interface(at_desk.view)
    assert table.role() is QAccessible.Role.Table
    assert table.text(NAME) == "Text"
    headers = [table.child(n) for n in range(table.childCount())]
    names = [h.text(NAME) for h in headers if h.role() is QAccessible.Role.ColumnHeader]
    assert names == ["Deutsch", "English"]


def test_cells_tell_their_text_their_marks_and_their_doubts(at_desk: Reading) -> None:
    rendering = at_desk.translate(2)
    assert cell(at_desk, 2, Side.SOURCE).text(NAME) == at_desk.view.text(2, Side.SOURCE)
    assert cell(at_desk, 2, Side.TARGET).text(NAME) == rendering.text
    assert cell(at_desk, 1, Side.TARGET).text(NAME) == "Click to translate"
    at_desk.select(2, "rasant")
    at_desk.press(Qt.Key.Key_2)
    assert cell(at_desk, 2, Side.SOURCE).text(DESCRIPTION) == "rasant – Marked, Green"


def test_below_each_other_both_languages_are_told(at_desk: Reading) -> None:
    rendering = at_desk.translate(2)
    at_desk.window.appearance.use_mode(Mode.STACKED)
    text = at_desk.view.text(2, Side.SOURCE)
    model = at_desk.view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(2, 0).data(role) == f"{text}\n{rendering.text}"


def test_sentences_and_marks_are_told_as_the_caret_comes_to_them(
    at_desk: Reading, told: list[str]
) -> None:
    rendering = at_desk.translate(2)
    at_desk.select(2, "reagierte")
    at_desk.press(Qt.Key.Key_3)
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(1, 0)))
    at_desk.press(Qt.Key.Key_J)
    told.clear()
    at_desk.press(Qt.Key.Key_Period)
    text = at_desk.view.text(2, Side.SOURCE)
    assert told == [rendering.pairs[1].source.of(text).strip()]
    while at_desk.view.selection != Selection.at(Side.SOURCE, Spot(2, text.index("reagierte"))):
        at_desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert told[-1] == "reagierte\nMarked, Blue"


def test_words_and_letters_are_told_as_the_caret_comes_to_them(
    at_desk: Reading, told: list[str]
) -> None:
    at_desk.translate(0)
    text = at_desk.view.text(0, Side.SOURCE)
    assert text.startswith("In der Region")
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(0, 3)))
    at_desk.press(Qt.Key.Key_Home)
    told.clear()
    for key, modifiers, heard in (
        (Qt.Key.Key_Right, (), "n"),
        (Qt.Key.Key_Right, (), "space"),
        (Qt.Key.Key_Right, (), "d"),
        (Qt.Key.Key_Right, (Qt.KeyboardModifier.ControlModifier,), "Region"),
        (Qt.Key.Key_Left, (Qt.KeyboardModifier.ControlModifier,), "der"),
        (Qt.Key.Key_Left, (), "space"),
    ):
        at_desk.press(key, *modifiers)
        assert told.pop() == heard
    assert told == []


def test_sentences_are_told_before_they_are_translated(at_desk: Reading, told: list[str]) -> None:
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(1, 0)))
    at_desk.press(Qt.Key.Key_J)
    told.clear()
    at_desk.press(Qt.Key.Key_Period)
    assert at_desk.session.renderings.text(2, Side.TARGET) == ""
    assert told == [at_desk.view.text(2, Side.SOURCE).partition(". ")[2].strip()]


def test_covered_words_are_not_told(at_desk: Reading, told: list[str]) -> None:
    at_desk.translate(0)
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(0, 0)))
    at_desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    at_desk.press(Qt.Key.Key_Tab)
    told.clear()
    at_desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    words = at_desk.view.text(0, Side.TARGET).split()
    assert not any(word in line for word in words for line in told)


def test_what_is_uncovered_is_told(at_desk: Reading, told: list[str]) -> None:
    rendering = at_desk.translate(2)
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(1, 0)))
    at_desk.press(Qt.Key.Key_J)
    at_desk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    told.clear()
    at_desk.press(Qt.Key.Key_S)
    assert told == [rendering.text]


def test_the_mouse_tells_nothing(at_desk: Reading, told: list[str]) -> None:
    at_desk.translate(2)
    at_desk.click(2, offset=80)
    assert told == []


def test_every_widget_has_a_name(at_desk: Reading) -> None:
    at_desk.window.side.show_panel(True)
    at_desk.window.find_bar.begin()
    at_desk.window.appearance.ask()
    settle()
    nameless = [
        (type(widget).__name__, widget.objectName())
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in at_desk.window.findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not isinstance(widget.parent(), QComboBox)
        and not interface(widget).text(NAME)
    ]
    assert nameless == []


def test_colours_are_told_apart_without_seeing_them(at_desk: Reading) -> None:
    assert len({LINES[colour] for colour in Colour}) == len(Colour)
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_1)
    at_desk.view.clear_selection()
    start = at_desk.view.text(0, Side.SOURCE).index("Schützenpanzer")
    point = at_desk.point(0, offset=start + 3).toPointF()
    assert at_desk.view.told_at(point) == "Marked, Yellow"


def test_nothing_moves_by_itself(at_desk: Reading) -> None:
    view, bar = at_desk.view, at_desk.view.verticalScrollBar()
    last = view.rows() - 1
    words = view.text(last, Side.SOURCE)[:5]
    for act in (
        lambda: at_desk.press(Qt.Key.Key_PageDown),
        lambda: view.reveal(Side.SOURCE, last, at_desk.select(last, words)),
        view.jumps.back,
    ):
        act()
        at_once = bar.value()
        settle(60)
        assert bar.value() == at_once
    running = QAbstractAnimation.State.Running
    assert not [a for a in at_desk.window.findChildren(QAbstractAnimation) if a.state() is running]


def test_where_the_keyboard_is_can_be_seen(at_desk: Reading) -> None:
    view = at_desk.view
    at_desk.press(Qt.Key.Key_J)
    assert view.caret_rect(1, Side.SOURCE) is not None
    before = view.viewport().grab().toImage()
    at_desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert view.viewport().grab().toImage() != before


@pytest.mark.parametrize(("width", "points"), [(640, 20), (640, 10), (1900, 20)])
def test_large_fonts_and_narrow_windows_cut_no_text(
    reading: Reading, tmp_path: Path, width: int, points: int
) -> None:
    reading.start(width=width, height=700)
    font = reading.window.font()
    font.setPointSize(points)
    reading.window.setFont(font)
    reading.window.preferences.change(font_size=2 * points)
    settle()
    view = reading.view
    for row in range(4):
        view.show_spot(Side.SOURCE, Spot(row, 0))
        document = view.typesetter.layout(row, Side.SOURCE)
        assert document.idealWidth() <= document.textWidth() + 1
        bottom = view.typesetter.origin(row, Side.SOURCE).y() + document.size().height()
        assert bottom <= view.rowHeight(row)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_escape_leaves_the_library_and_the_find_bar_from_all_in_them(at_desk: Reading) -> None:
    at_desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = at_desk.window.find_bar
    for button in bar.findChildren(QAbstractButton):
        at_desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert bar.isVisible()
        at_desk.press(Qt.Key.Key_Escape, to=button)
        assert not bar.isVisible()
        assert at_desk.view.hasFocus()
    library = at_desk.window.library
    for kind in (QPushButton, QComboBox, QLineEdit):
        for widget in library.page.findChildren(kind):
            library.show()
            at_desk.press(Qt.Key.Key_Escape, to=widget)
            assert not library.shown


def test_an_empty_panel_can_be_gone_to(at_desk: Reading) -> None:
    at_desk.press(Qt.Key.Key_F9)
    at_desk.view.setFocus()
    at_desk.press(Qt.Key.Key_F6)
    tabs = at_desk.window.side.tabBar()
    assert tabs.hasFocus()
    at_desk.press(Qt.Key.Key_Right, to=tabs)
    assert at_desk.window.word_panel.isVisible()
    at_desk.press(Qt.Key.Key_F6, to=tabs)
    assert at_desk.view.hasFocus()


def test_escape_leaves_the_panel_from_all_in_it(at_desk: Reading) -> None:
    window = at_desk.window
    window.side.show_panel(True)
    for page in (window.panel, window.word_panel, window.word_list):
        window.side.show_page(page)
        for kind in (QLineEdit, QComboBox, QAbstractButton):
            for widget in page.findChildren(kind):
                if widget.isVisible() and widget.isEnabled():
                    widget.setFocus()
                    at_desk.press(Qt.Key.Key_Escape, to=widget)
                    assert at_desk.view.hasFocus(), widget


def test_what_is_beside_the_text_is_not_offered_in_the_library(at_desk: Reading) -> None:
    at_desk.window.library.show()
    for name in ("word-list", "notes-panel", "next-pane", "outline", "look-up"):
        assert not at_desk.window.menus.action(name).isEnabled(), name
    at_desk.window.library.leave()
    assert at_desk.window.menus.action("word-list").isEnabled()
