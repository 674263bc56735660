"""The commands of the Go menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.commands.command import Command, Menu


class GoCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("G&o"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "next-paragraph",
                0,
                self.tr("&Next Paragraph"),
                "J Ctrl+Down",
                lambda w: w.view.step(1),
            ),
            Command(
                "previous-paragraph",
                0,
                self.tr("&Previous Paragraph"),
                "K Ctrl+Up",
                lambda w: w.view.step(-1),
            ),
            Command("next-pane", 3, self.tr("Go to Next P&art"), "F6", lambda w: w.next_pane()),
        )
