"""The commands of the Edit menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.model import Side
from reader.ui.commands.command import Command, Menu


class EditCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("&Edit"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command("undo", 0, self.tr("&Undo"), "Ctrl+Z", lambda w: w.marking.undo()),
            Command("redo", 0, self.tr("&Redo"), "Ctrl+Shift+Z Ctrl+Y", lambda w: w.marking.redo()),
            Command("copy", 1, self.tr("&Copy"), "Ctrl+C", lambda w: w.view.copying.selected()),
            Command(
                "copy-german",
                1,
                self.tr("Copy &German"),
                "Ctrl+Shift+C",
                lambda w: w.view.copying.side(Side.SOURCE),
            ),
            Command(
                "copy-english",
                1,
                self.tr("Copy &English"),
                "Ctrl+Alt+C",
                lambda w: w.view.copying.side(Side.TARGET),
            ),
            Command(
                "copy-table",
                1,
                self.tr("Copy Both as a &Table"),
                "Ctrl+Shift+T",
                lambda w: w.view.copying.table(),
            ),
            Command(
                "copy-quotation",
                1,
                self.tr("Copy as Markdown &Quotation"),
                "Ctrl+Shift+Q",
                lambda w: w.view.copying.quotation(),
            ),
            Command(
                "copy-link",
                1,
                self.tr("Copy &Link Address"),
                "",
                lambda w: w.links.copy_here(),
            ),
            Command("find", 2, self.tr("&Find …"), "Ctrl+F", lambda w: w.find_bar.begin()),
            Command("find-next", 2, self.tr("Find &Next"), "F3", lambda w: w.find_bar.next()),
            Command(
                "find-previous",
                2,
                self.tr("Find &Previous"),
                "Shift+F3",
                lambda w: w.find_bar.previous(),
            ),
            Command(
                "search",
                2,
                self.tr("Search Every&where …"),
                "Ctrl+Shift+F",
                lambda w: w.notebook_windows.search(),
            ),
            Command("bin", 3, self.tr("&Bin …"), "", lambda w: w.notebook_windows.show_bin()),
        )
