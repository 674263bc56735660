"""Everything the window can do: one table of id, menu, text, keys and call.

Menus, tool bar, short cuts and the sheet of keys are all made from it. A menu is a
file here.
"""

from __future__ import annotations

from reader.ui.commands.command import Command, Menu
from reader.ui.commands.edit import EditCommands
from reader.ui.commands.file import FileCommands
from reader.ui.commands.go import GoCommands
from reader.ui.commands.help import HelpCommands
from reader.ui.commands.mark import MarkCommands
from reader.ui.commands.speech import SpeechCommands
from reader.ui.commands.translate import TranslateCommands
from reader.ui.commands.view import ViewCommands

__all__ = ["Command", "Menu", "menus"]


def menus() -> tuple[Menu, ...]:
    """The table, in the language of the interface."""
    return (
        FileCommands().menu(),
        EditCommands().menu(),
        MarkCommands().menu(),
        TranslateCommands().menu(),
        ViewCommands().menu(),
        GoCommands().menu(),
        SpeechCommands().menu(),
        HelpCommands().menu(),
    )
