from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from reader.model import Colour, Flag
from reader.ui.commands import COMMANDS, MENUS
from reader.ui.wording import COLOURS, DOUBTS, doubt


def test_no_key_does_two_things(app: QApplication) -> None:
    keys = Counter(QKeySequence(key).toString() for c in COMMANDS for key in c.keys)
    assert "" not in keys
    assert max(keys.values()) == 1


def test_ids_are_unique_and_menus_known() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert {command.menu for command in COMMANDS} == set(MENUS)


def test_everything_in_the_model_has_a_word(app: QApplication) -> None:
    assert set(COLOURS) == set(Colour)
    assert set(DOUBTS) == set(Flag)
    assert "numbers differ" in doubt([Flag.NUMBERS, Flag.CLIPPED])
