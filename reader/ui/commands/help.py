"""The commands of the Help menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui import dialogs
from reader.ui.commands.command import Command, Menu


class HelpCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("&Help"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command("keys", 0, self.tr("&Keys"), "F1 ?", lambda w: dialogs.show_keys(w, w.menus)),
            Command("about", 0, self.tr("&About Lesepult"), "", dialogs.show_about),
        )
