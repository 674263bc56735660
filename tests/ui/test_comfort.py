"""How a reader makes the page their own: with keys, mouse and menus of the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QSplitter

from reader.model import Side
from reader.ui import theme
from reader.ui.page import Mode
from reader.ui.selection import Selection, Spot
from reader.ui.theme import THEMES
from tests.qt import settle
from tests.ui.conftest import Reading

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def paper(reading: Reading) -> QColor:
    """The colour that the page is painted with, at its left edge."""
    return reading.view.viewport().grab().toImage().pixelColor(1, 1)


def test_keys_zoom(at_desk: Reading) -> None:
    usual = at_desk.view.type_style.points
    at_desk.press(Qt.Key.Key_Plus, CONTROL)
    at_desk.press(Qt.Key.Key_Equal, CONTROL)
    assert at_desk.view.type_style.points == usual + 2
    at_desk.press(Qt.Key.Key_Minus, CONTROL)
    assert at_desk.view.type_style.points == usual + 1
    at_desk.press(Qt.Key.Key_0, CONTROL)
    assert at_desk.view.type_style.points == usual


def test_one_key_a_mode(at_desk: Reading) -> None:
    keys = {
        Qt.Key.Key_2: Mode.STACKED,
        Qt.Key.Key_3: Mode.GERMAN,
        Qt.Key.Key_1: Mode.SIDE_BY_SIDE,
    }
    for key, mode in keys.items():
        at_desk.press(key, CONTROL)
        assert at_desk.view.mode is mode
        checked = [m for m in Mode if at_desk.window.menus.action(f"mode-{m}").isChecked()]
        assert checked == [mode]


def test_every_theme_is_chosen_in_the_menu(at_desk: Reading) -> None:
    for name in ("light", "dark", "sepia", "system"):
        at_desk.window.menus.action(f"theme-{name}").trigger()
        settle()
        colour = QColor(at_desk.window.appearance.theme.paper)
        assert paper(at_desk) == colour
        assert QApplication.palette().color(QPalette.ColorRole.Base) == colour
        checked = [t for t in THEMES if at_desk.window.menus.action(f"theme-{t}").isChecked()]
        assert checked == ([name] if name in THEMES else [])


class Desktop:
    """One whose colours may be changed: the screenless platform has none of its own."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light

    font = staticmethod(QGuiApplication.font)

    def styleHints(self) -> Desktop:
        return self

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def change(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)
        settle()


def test_the_colours_of_the_desktop_are_followed_while_one_reads(
    at_desk: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = Desktop()
    monkeypatch.setattr(theme, "QGuiApplication", desktop)
    before = at_desk.view.place()
    for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        desktop.change(scheme)
        assert at_desk.window.appearance.theme.name == name
        assert paper(at_desk) == QColor(THEMES[name].paper)
    assert at_desk.view.place() == before
    at_desk.window.menus.action("theme-sepia").trigger()
    desktop.change(Qt.ColorScheme.Dark)
    assert at_desk.window.appearance.theme.name == "sepia"


def test_the_border_of_the_columns_is_dragged(at_desk: Reading) -> None:
    view = at_desk.view
    at_desk.click(3, offset=40)
    before = view.line_box(Side.SOURCE, Spot(3, 40)).top()
    header = view.horizontalHeader()
    border = QPoint(header.sectionSize(0) - 1, header.height() // 2)
    there = border - QPoint(200, 0)
    QTest.mousePress(header.viewport(), LEFT, pos=border)
    for step in range(1, 6):
        QTest.mouseMove(header.viewport(), border - QPoint(40 * step, 0))
    QTest.mouseRelease(header.viewport(), LEFT, pos=there)
    settle()
    share = there.x() / view.viewport().width()
    assert abs(view.ratio - share) < 0.01
    assert abs(view.line_box(Side.SOURCE, Spot(3, 40)).top() - before) <= 0.51
    at_desk.leave()
    at_desk.start()
    assert abs(at_desk.view.ratio - share) < 0.01


def test_the_panel_is_as_wide_as_it_was_dragged(at_desk: Reading) -> None:
    window = at_desk.window
    at_desk.press(Qt.Key.Key_F9)
    settle()
    splitter = window.side.parentWidget()
    assert isinstance(splitter, QSplitter)
    handle = splitter.handle(1)
    middle = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(60, 0))
    QTest.mouseRelease(handle, LEFT, pos=middle - QPoint(60, 0))
    settle()
    width = window.side.width()
    assert width > 340
    at_desk.leave()
    at_desk.start()
    settle()
    assert at_desk.window.side.isVisible()
    assert abs(at_desk.window.side.width() - width) <= 1


def test_a_key_goes_round_the_panes(at_desk: Reading) -> None:
    at_desk.select(0, "Region")
    at_desk.press(Qt.Key.Key_1)
    at_desk.press(Qt.Key.Key_F9)
    at_desk.press(Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert at_desk.window.side.isAncestorOf(focused)
    at_desk.press(Qt.Key.Key_F6, to=focused)
    assert at_desk.view.hasFocus()


def test_a_question_mark_asks_for_the_keys(at_desk: Reading) -> None:
    QTest.keyClicks(at_desk.view, "?")
    dialog = next(w for w in at_desk.window.findChildren(QDialog) if w.isVisible())
    assert dialog.windowTitle() == "Keys"
    dialog.close()


def test_the_key_of_the_context_menu_opens_it_at_the_caret(at_desk: Reading) -> None:
    view = at_desk.view
    view.select(Selection.at(Side.SOURCE, Spot(2, 10)))
    nowhere = QPoint(0, 0)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, nowhere, view.viewport().mapToGlobal(nowhere)
    )
    QApplication.sendEvent(view.viewport(), event)
    menu = next(m for m in at_desk.window.findChildren(QMenu) if m.isVisible())
    caret = view.viewport().mapToGlobal(view.line_box(Side.SOURCE, Spot(2, 10)).bottomLeft())
    assert abs(menu.pos().x() - caret.x()) <= 2
    assert "translate" in [action.objectName() for action in menu.actions()]
    menu.close()
