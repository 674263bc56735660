from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QApplication

from reader.model import Colour, Flag
from reader.ui.commands import Command, menus
from reader.ui.wording import colour_name, doubt


def commands() -> list[Command]:
    return [command for menu in menus() for command in menu.commands]


def test_no_key_does_two_things(app: QApplication) -> None:
    keys = Counter(key.toString() for command in commands() for key in command.shortcuts)
    assert "" not in keys
    assert max(keys.values()) == 1


def test_ids_are_unique(app: QApplication) -> None:
    assert len({command.id for command in commands()}) == len(commands())


def test_no_two_of_a_menu_have_the_same_letter(app: QApplication) -> None:
    for menu in menus():
        texts = [command.text.lower() for command in menu.commands if "&" in command.text]
        letters = [text[text.index("&") + 1] for text in texts]
        assert len(set(letters)) == len(letters), menu.title


def test_everything_in_the_model_has_a_word(app: QApplication) -> None:
    assert len({colour_name(colour) for colour in Colour}) == len(Colour)
    assert len({doubt([flag]) for flag in Flag}) == len(Flag)
    assert "numbers differ" in doubt([Flag.NUMBERS, Flag.CLIPPED])
