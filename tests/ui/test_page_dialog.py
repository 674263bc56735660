"""Text and page: every choice is seen at once on the page behind the dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QSlider

from reader.model import Kind, Side
from reader.settings import Settings
from reader.ui.page_dialog import PageDialog
from reader.ui.theme import usual_points
from tests.qt import settle
from tests.ui.conftest import Reading


@pytest.fixture
def dialog(at_desk: Reading) -> PageDialog:
    at_desk.press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    found = at_desk.window.findChild(PageDialog)
    assert found is not None
    assert found.isVisible()
    return found


def slider(dialog: PageDialog, name: str) -> QSlider:
    found = dialog.findChild(QSlider, name)
    assert found is not None
    return found


def test_what_is_chosen_is_on_the_page_at_once(at_desk: Reading, dialog: PageDialog) -> None:
    view = at_desk.view
    families = dialog.findChild(QComboBox, "font_family")
    assert families is not None
    families.setCurrentIndex(families.findData("DejaVu Sans"))
    assert view.type_style.font(Kind.TEXT).family() == "DejaVu Sans"
    slider(dialog, "font_size").setValue(20)
    assert view.type_style.points == 20
    slider(dialog, "line_spacing").setValue(180)
    assert view.type_style.leading == 1.8
    slider(dialog, "line_length").setValue(35)
    settle()
    assert view.page.text_width(Side.SOURCE) <= 35 * view.page.character
    slider(dialog, "ratio").setValue(30)
    assert view.ratio == 0.3
    hyphens = dialog.findChild(QCheckBox, "hyphenation")
    assert hyphens is not None
    hyphens.click()
    assert not view.type_style.hyphenate
    theme = dialog.findChild(QComboBox, "theme")
    assert theme is not None
    theme.setCurrentIndex(theme.findData("sepia"))
    assert view.type_style.theme.name == "sepia"


def test_all_goes_back_to_what_it_was_at_first(at_desk: Reading, dialog: PageDialog) -> None:
    slider(dialog, "font_size").setValue(20)
    slider(dialog, "ratio").setValue(30)
    next(b for b in dialog.findChildren(QPushButton) if "First" in b.text()).click()
    values = at_desk.window.preferences.values
    assert (values.font_size, values.ratio) == (Settings().font_size, Settings().ratio)
    assert slider(dialog, "font_size").value() == usual_points()


def test_fonts_for_reading_come_first(dialog: PageDialog) -> None:
    box = dialog.findChild(QComboBox, "font_family")
    assert box is not None
    names = [box.itemData(number) for number in range(box.count())]
    assert names[0] == ""
    assert "DejaVu Serif" in names[:6]
    assert names.index("DejaVu Serif") < names.index("DejaVu Sans")


def test_the_dialog_follows_keys_and_menus(at_desk: Reading, dialog: PageDialog) -> None:
    at_desk.window.appearance.zoom(2)
    assert slider(dialog, "font_size").value() == usual_points() + 2
