"""Everything the window can do: one table of id, menu, text, keys and call.

Menus, tool bar, short cuts and the sheet of keys are all made from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from reader.model import Colour
from reader.ui import dialogs
from reader.ui.page import Mode
from reader.ui.wording import colour_name

if TYPE_CHECKING:
    from reader.ui.window import Window


@dataclass(frozen=True)
class Command:
    """One thing to do: its id, its text, its keys with blanks between, its call.

    `group` sets commands of a menu apart by lines; with an `icon` it is on the tool bar.
    """

    id: str
    group: int
    text: str
    keys: str
    call: Callable[[Window], object]
    icon: str = ""
    checkable: bool = False

    @property
    def plain(self) -> str:
        """Its text without the marks of a menu."""
        return self.text.replace("&", "").replace(" …", "")

    @property
    def shortcuts(self) -> list[QKeySequence]:
        return [QKeySequence(key) for key in self.keys.split()]


@dataclass(frozen=True)
class Menu:
    """Commands under one title."""

    title: str
    commands: tuple[Command, ...]

    @property
    def plain(self) -> str:
        """Its title without the mark of its key."""
        return self.title.replace("&", "")


class Commands(QObject):
    """The table, in the language of the interface at the time it is asked for."""

    def menus(self) -> tuple[Menu, ...]:
        return (
            Menu(self.tr("&File"), self._file()),
            Menu(self.tr("&Edit"), self._edit()),
            Menu(self.tr("&Mark"), self._mark()),
            Menu(self.tr("&Translate"), self._translate()),
            Menu(self.tr("&View"), self._view()),
            Menu(self.tr("&Help"), self._help()),
        )

    def _file(self) -> tuple[Command, ...]:
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

    def _edit(self) -> tuple[Command, ...]:
        return (
            Command("undo", 0, self.tr("&Undo"), "Ctrl+Z", lambda w: w.marking.undo()),
            Command("redo", 0, self.tr("&Redo"), "Ctrl+Shift+Z Ctrl+Y", lambda w: w.marking.redo()),
            Command("copy", 1, self.tr("&Copy"), "Ctrl+C", lambda w: w.view.copy()),
            Command("find", 2, self.tr("&Find …"), "Ctrl+F", lambda w: w.find_bar.begin()),
            Command("find-next", 2, self.tr("Find &Next"), "F3", lambda w: w.find_bar.next()),
            Command(
                "find-previous",
                2,
                self.tr("Find &Previous"),
                "Shift+F3",
                lambda w: w.find_bar.previous(),
            ),
        )

    def _mark(self) -> tuple[Command, ...]:
        return (
            *(_highlight(colour, number) for number, colour in enumerate(Colour, start=1)),
            Command("note", 1, self.tr("Write a &Note"), "N", lambda w: w.marking.write_note()),
            Command("delete", 1, self.tr("&Delete Mark"), "Del", lambda w: w.marking.delete()),
            Command("look-up", 2, self.tr("&Look Up Word"), "W", lambda w: w.look_up()),
        )

    def _translate(self) -> tuple[Command, ...]:
        return (
            Command(
                "translate",
                0,
                self.tr("Translate &Paragraph"),
                "Ctrl+Return",
                lambda w: w.translate_here(),
            ),
            Command(
                "retranslate", 0, self.tr("Translate A&gain"), "Ctrl+R", lambda w: w.retranslate()
            ),
            Command(
                "translate-all",
                0,
                self.tr("Translate &All"),
                "Ctrl+Shift+Return",
                lambda w: w.translate_all(),
                icon="translate",
            ),
            Command("cancel", 0, self.tr("&Stop Translating"), "Ctrl+.", lambda w: w.cancel()),
            Command("hide", 1, self.tr("&Hide English Here"), "H", lambda w: w.hide_here()),
            Command(
                "hide-all", 1, self.tr("Hide All &English"), "Ctrl+Shift+H", lambda w: w.hide_all()
            ),
            Command("models", 3, self.tr("&Models …"), "", lambda w: w.show_models()),
            Command(
                "read-ahead",
                2,
                self.tr("Translate Ahead &Quietly"),
                "",
                lambda w: w.toggle_read_ahead(),
                checkable=True,
            ),
        )

    def _view(self) -> tuple[Command, ...]:
        themes = (
            ("system", self.tr("Colours as on the Des&ktop")),
            ("light", self.tr("&Light")),
            ("dark", self.tr("&Dark")),
            ("sepia", self.tr("S&epia")),
        )
        modes = (
            (Mode.SIDE_BY_SIDE, self.tr("&Side by Side"), "Ctrl+1"),
            (Mode.STACKED, self.tr("English &Under German"), "Ctrl+2"),
            (Mode.GERMAN, self.tr("&German Only"), "Ctrl+3"),
        )
        return (
            *(_mode(mode, text, keys) for mode, text, keys in modes),
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
            Command("zoom-in", 1, self.tr("La&rger Text"), "Ctrl++ Ctrl+=", lambda w: w.zoom(1)),
            Command("zoom-out", 1, self.tr("S&maller Text"), "Ctrl+-", lambda w: w.zoom(-1)),
            Command("zoom-reset", 1, self.tr("Usual Si&ze"), "Ctrl+0", lambda w: w.zoom(0)),
            *(_theme(name, text) for name, text in themes),
            Command(
                "notes-panel",
                3,
                self.tr("N&otes and Words"),
                "F9",
                lambda w: w.toggle_panel(),
                icon="notes",
                checkable=True,
            ),
            Command(
                "full-screen",
                3,
                self.tr("&Full Screen"),
                "F11",
                lambda w: w.toggle_full_screen(),
                checkable=True,
            ),
            Command("next-pane", 3, self.tr("Go to Next P&art"), "F6", lambda w: w.next_pane()),
        )

    def _help(self) -> tuple[Command, ...]:
        return (
            Command(
                "keys", 0, self.tr("&Keys"), "F1 ?", lambda w: dialogs.show_keys(w, w.menus.table)
            ),
            Command("about", 0, self.tr("&About Lesepult"), "", dialogs.show_about),
        )


def _highlight(colour: Colour, number: int) -> Command:
    return Command(
        f"mark-{colour}", 0, colour_name(colour), str(number), lambda w: w.marking.mark(colour)
    )


def _mode(mode: Mode, text: str, keys: str) -> Command:
    return Command(f"mode-{mode}", -1, text, keys, lambda w: w.use_mode(mode), checkable=True)


def _theme(name: str, text: str) -> Command:
    return Command(f"theme-{name}", 2, text, "", lambda w: w.use_theme(name), checkable=True)
