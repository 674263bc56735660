"""The commands of the File menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.commands.command import Command, Menu


class FileCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("&File"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "open", 0, self.tr("&Open …"), "Ctrl+O", lambda w: w.choose_file(), icon="open"
            ),
            Command(
                "export-notes",
                1,
                self.tr("Export &Notes as Markdown …"),
                "Ctrl+E",
                lambda w: w.exporting.notes(),
                icon="export",
            ),
            Command(
                "export-document",
                1,
                self.tr("Export &Both Languages …"),
                "Ctrl+Shift+E",
                lambda w: w.exporting.document(),
            ),
            Command("quit", 2, self.tr("&Quit"), "Ctrl+Q", lambda w: w.close()),
        )
