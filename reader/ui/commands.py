"""Everything the window can do: one table of id, menu, text, keys and call.

Menus, tool bar, short cuts and the sheet of keys are all made from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.model import Colour
from reader.ui.wording import COLOURS

if TYPE_CHECKING:
    from reader.ui.window import Window

FILE = QT_TRANSLATE_NOOP("Commands", "&File")
EDIT = QT_TRANSLATE_NOOP("Commands", "&Edit")
MARK = QT_TRANSLATE_NOOP("Commands", "&Mark")
TRANSLATE = QT_TRANSLATE_NOOP("Commands", "&Translate")
VIEW = QT_TRANSLATE_NOOP("Commands", "&View")
HELP = QT_TRANSLATE_NOOP("Commands", "&Help")
MENUS = (FILE, EDIT, MARK, TRANSLATE, VIEW, HELP)


@dataclass(frozen=True)
class Command:
    """One thing to do. `group` sets commands of a menu apart by lines; `icon` puts it on the bar."""

    id: str
    menu: str
    group: int
    text: str
    keys: tuple[str, ...]
    call: Callable[[Window], None]
    icon: str = ""
    checkable: bool = False

    @property
    def label(self) -> str:
        """Its text in the language of the interface."""
        context = "Wording" if self.text in COLOURS.values() else "Commands"
        return QCoreApplication.translate(context, self.text)


def _command(
    id: str,  # noqa: A002 - the table's own word
    menu: str,
    group: int,
    text: str,
    keys: str,
    call: Callable[[Window], None],
    icon: str = "",
    *,
    checkable: bool = False,
) -> Command:
    return Command(id, menu, group, text, tuple(keys.split()), call, icon, checkable)


def _highlight(colour: Colour, number: int) -> Command:
    return _command(
        f"mark-{colour}", MARK, 0, COLOURS[colour], str(number), lambda w: w.mark_in(colour)
    )


N = QT_TRANSLATE_NOOP
COMMANDS: tuple[Command, ...] = (
    _command("open", FILE, 0, N("Commands", "&Open …"), "Ctrl+O", lambda w: w.choose_file(), "open"),
    _command(
        "export-notes", FILE, 1, N("Commands", "Export &Notes as Markdown …"), "Ctrl+E",
        lambda w: w.export_notes(), "export",
    ),
    _command(
        "export-document", FILE, 1, N("Commands", "Export &Both Languages …"), "Ctrl+Shift+E",
        lambda w: w.export_document(),
    ),
    _command("quit", FILE, 2, N("Commands", "&Quit"), "Ctrl+Q", lambda w: w.close()),
    _command("undo", EDIT, 0, N("Commands", "&Undo"), "Ctrl+Z", lambda w: w.undo()),
    _command("redo", EDIT, 0, N("Commands", "&Redo"), "Ctrl+Shift+Z Ctrl+Y", lambda w: w.redo()),
    _command("copy", EDIT, 1, N("Commands", "&Copy"), "Ctrl+C", lambda w: w.view.copy()),
    *(_highlight(colour, number) for number, colour in enumerate(Colour, start=1)),
    _command("note", MARK, 1, N("Commands", "Write a &Note"), "N", lambda w: w.write_note()),
    _command("delete", MARK, 1, N("Commands", "&Delete Mark"), "Del", lambda w: w.delete_marks()),
    _command(
        "translate", TRANSLATE, 0, N("Commands", "Translate &Paragraph"), "Ctrl+Return",
        lambda w: w.translate_here(),
    ),
    _command(
        "translate-all", TRANSLATE, 0, N("Commands", "Translate &All"), "Ctrl+Shift+Return",
        lambda w: w.translate_all(), "translate",
    ),
    _command("cancel", TRANSLATE, 0, N("Commands", "&Stop Translating"), "Ctrl+.", lambda w: w.cancel()),
    _command(
        "next-paragraph", VIEW, 0, N("Commands", "&Next Paragraph"), "J Ctrl+Down",
        lambda w: w.view.step(1),
    ),
    _command(
        "previous-paragraph", VIEW, 0, N("Commands", "&Previous Paragraph"), "K Ctrl+Up",
        lambda w: w.view.step(-1),
    ),
    _command(
        "zoom-in", VIEW, 1, N("Commands", "&Larger Text"), "Ctrl++ Ctrl+=", lambda w: w.zoom(1)
    ),
    _command("zoom-out", VIEW, 1, N("Commands", "&Smaller Text"), "Ctrl+-", lambda w: w.zoom(-1)),
    _command("zoom-reset", VIEW, 1, N("Commands", "&Usual Size"), "Ctrl+0", lambda w: w.zoom(0)),
    _command(
        "theme-system", VIEW, 2, N("Commands", "Colours as on the &Desktop"), "",
        lambda w: w.use_theme("system"), checkable=True,
    ),
    _command(
        "theme-light", VIEW, 2, N("Commands", "&Light"), "",
        lambda w: w.use_theme("light"), checkable=True,
    ),
    _command(
        "theme-dark", VIEW, 2, N("Commands", "&Dark"), "",
        lambda w: w.use_theme("dark"), checkable=True,
    ),
    _command(
        "theme-sepia", VIEW, 2, N("Commands", "S&epia"), "",
        lambda w: w.use_theme("sepia"), checkable=True,
    ),
    _command(
        "notes-panel", VIEW, 3, N("Commands", "N&otes Panel"), "F9",
        lambda w: w.toggle_panel(), "notes", checkable=True,
    ),
    _command(
        "full-screen", VIEW, 3, N("Commands", "&Full Screen"), "F11",
        lambda w: w.toggle_full_screen(), checkable=True,
    ),
    _command("next-pane", VIEW, 3, N("Commands", "Go to Next P&art"), "F6", lambda w: w.next_pane()),
    _command("keys", HELP, 0, N("Commands", "&Keys"), "F1 ?", lambda w: w.show_keys()),
    _command("about", HELP, 0, N("Commands", "&About Lesepult"), "", lambda w: w.show_about()),
)
