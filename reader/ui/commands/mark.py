"""The commands of the Mark menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.model import Colour
from reader.ui.commands.command import Command, Menu
from reader.ui.wording import colour_name


class MarkCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("&Mark"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            *(_highlight(colour, number) for number, colour in enumerate(Colour, start=1)),
            Command("note", 1, self.tr("Write a &Note"), "N", lambda w: w.marking.write_note()),
            Command(
                "note-document",
                1,
                self.tr("Note on the D&ocument"),
                "Shift+N",
                lambda w: w.marking.write_on_document(),
            ),
            Command("tag", 1, self.tr("Add &Tags"), "T", lambda w: w.marking.tag()),
            Command("delete", 1, self.tr("&Delete Mark"), "Del", lambda w: w.marking.delete()),
            Command(
                "colour-names",
                3,
                self.tr("Name the &Colours …"),
                "",
                lambda w: w.marking.name_colours(w.colours, w.appearance.theme),
            ),
            Command("look-up", 2, self.tr("&Look Up Word"), "W", lambda w: w.vocabulary.look_up()),
            Command(
                "keep-word",
                2,
                self.tr("&Add to Word List"),
                "Shift+W",
                lambda w: w.vocabulary.keep(),
            ),
            Command(
                "word-list",
                2,
                self.tr("Word L&ist"),
                "Ctrl+Shift+W",
                lambda w: w.vocabulary.show_list(),
            ),
            Command(
                "import-dictionary",
                2,
                self.tr("Impo&rt a Dictionary …"),
                "",
                lambda w: w.vocabulary.import_dictionary(),
            ),
        )


def _highlight(colour: Colour, number: int) -> Command:
    return Command(
        f"mark-{colour}", 0, colour_name(colour), str(number), lambda w: w.marking.mark(colour)
    )
