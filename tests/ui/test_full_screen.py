"""Reading on all of the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.qt import wait_for
from tests.ui.conftest import Reading


def offered(reading: Reading) -> list[str]:
    return [action.objectName() for action in reading.window.menus.context_menu().actions()]


def test_menus_and_tools_make_room_and_their_keys_stay(at_desk: Reading) -> None:
    window = at_desk.window
    assert "full-screen" not in offered(at_desk)
    at_desk.press(Qt.Key.Key_F11)
    wait_for(window.menuBar().isHidden, "the full screen")
    assert window.isFullScreen()
    assert window.menus.tool_bar.isHidden()
    assert "F11" in window.status.currentMessage()
    assert window.menus.action("full-screen").isChecked()
    assert "full-screen" in offered(at_desk)
    at_desk.press(Qt.Key.Key_F9)
    assert window.side.isVisible()
    at_desk.press(Qt.Key.Key_F11)
    wait_for(window.menuBar().isVisible, "the window")
    assert not window.isFullScreen()
    assert window.menus.tool_bar.isVisible()
    assert not window.menus.action("full-screen").isChecked()


def test_a_desktop_that_makes_the_window_full_makes_the_same_room(at_desk: Reading) -> None:
    at_desk.window.showFullScreen()
    wait_for(at_desk.window.menuBar().isHidden, "the full screen")
    assert at_desk.window.menus.action("full-screen").isChecked()
    at_desk.window.showNormal()
    wait_for(at_desk.window.menuBar().isVisible, "the window")


def test_a_full_screen_is_remembered(at_desk: Reading) -> None:
    at_desk.press(Qt.Key.Key_F11)
    wait_for(at_desk.window.menuBar().isHidden, "the full screen")
    at_desk.leave()
    at_desk.start(width=0)
    wait_for(at_desk.window.menuBar().isHidden, "the full screen")
    at_desk.press(Qt.Key.Key_F11)
    wait_for(at_desk.window.menuBar().isVisible, "the window")
