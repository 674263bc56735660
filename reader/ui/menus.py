"""Menus, tool bar and context menu, all made from the one table of commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from reader.model import Colour, Entry
from reader.services.models import Models
from reader.services.session import Session
from reader.ui.colours import swatch
from reader.ui.commands import Command, menus
from reader.ui.icons import icon
from reader.ui.language import named
from reader.ui.theme import Theme
from reader.ui.tool_bar import ToolBar
from reader.ui.wording import language_name

if TYPE_CHECKING:
    from reader.ui.window import Window

RECENT = 12
CONTEXT = (
    "translate",
    "retranslate",
    "reveal-next-sentence",
    "cover-this-sentence",
    "hide",
    "",
    "copy",
    "copy-german",
    "copy-english",
    "copy-table",
    "copy-quotation",
    "",
    "look-up",
    "keep-word",
    "",
    *(f"mark-{colour}" for colour in Colour),
    "note",
)
MARK_CONTEXT = ("delete",)
LINK_CONTEXT = ("", "open-link", "copy-link")
FULL_CONTEXT = ("", "full-screen")

# What can be done without a text in front.
ANYWHERE = frozenset(
    {
        "new-window", "open", "paste", "library", "import", "vault", "import-notes", "backups",
        "close", "quit", "search", "bin", "colour-names", "import-dictionary",
        "models", "read-ahead", "text-and-page", "theme-system", "theme-light", "theme-dark",
        "theme-sepia", "zoom-in", "zoom-out", "zoom-reset", "full-screen",
        "language-en", "language-de", "keys", "about",
    }
)  # fmt: skip


class Menus(QObject):
    """Builds the window's actions once and keeps them by id."""

    def __init__(self, window: Window, session: Session, models: Models) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._models = models
        self._actions: dict[str, QAction] = {}
        self.table = menus()
        self.tool_bar = bar = ToolBar(self.tr("Tools"))
        for menu in self.table:
            shown = window.menuBar().addMenu(menu.title)
            for command, before in zip(menu.commands, (None, *menu.commands), strict=False):
                if before is not None and before.group != command.group:
                    shown.addSeparator()
                action = self._build(command)
                shown.addAction(action)
                window.addAction(action)  # its key works without the menu bar too
                if command.id == "open":
                    self._add_filled(shown, self.tr("Open &Recent"), self._fill_recent)
                if command.id == "models":
                    self._add_filled(shown, self.tr("The Text &Is in"), self._fill_sources)
                    self._add_filled(shown, self.tr("Translate In&to"), self._fill_targets)
                if command.icon:
                    if command.id == "notes-panel":
                        bar.addWidget(_spring())
                    bar.addAction(action)
        window.addToolBar(bar)
        window.colours.changed.connect(self._name_colours)
        self._name_colours()

    def action(self, command: str) -> QAction:
        """The action of the command of that id."""
        return self._actions[command]

    def set_theme(self, theme: Theme) -> None:
        """Show the highlighters in their colours."""
        for colour in Colour:
            patch = swatch(colour, theme, self._window.devicePixelRatioF())
            self._actions[f"mark-{colour}"].setIcon(patch)

    def offer(self, *, reading: bool) -> None:
        """Offer what can be done with a text in front, or without one."""
        for name, action in self._actions.items():
            action.setEnabled(reading or name in ANYWHERE)

    def offer_step(self, name: str, label: str | None) -> None:
        """Offer to take back, or to do again, the step that is called so; None for no step."""
        action = self._actions[name]
        action.setEnabled(label is not None)
        words = next(c.text for menu in self.table for c in menu.commands if c.id == name)
        action.setText(self.tr("{0}: {1}").format(words, named(label)) if label else words)

    def context_menu(self) -> QMenu:
        """What can be done with the place one has clicked on."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        marked = MARK_CONTEXT if self._window.marking.touched() else ()
        linked = LINK_CONTEXT if self._window.links.here() else ()
        full = FULL_CONTEXT if self._window.isFullScreen() else ()
        for name in (*CONTEXT, *marked, *linked, *full):
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def show_context_menu(self, place: QPoint) -> None:
        """Show it at a place on the screen."""
        self.context_menu().popup(place)

    def _build(self, command: Command) -> QAction:
        window = self._window
        action = QAction(command.text, window)
        action.setCheckable(command.checkable)
        action.setShortcuts(command.shortcuts)
        action.setObjectName(command.id)
        action.setIconText(command.plain)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{command.plain} ({keys})" if keys else command.plain)
        action.triggered.connect(lambda: window.attempt(lambda: command.call(window)))
        if command.icon:
            action.setIcon(icon(command.icon))
            action.setIconVisibleInMenu(False)
        self._actions[command.id] = action
        return action

    def _name_colours(self) -> None:
        """Call the highlighters what the reader calls them."""
        for colour in Colour:
            action = self._actions[f"mark-{colour}"]
            name = self._window.colours(colour)
            action.setText(name.replace("&", "&&"))
            action.setIconText(name)

    def _add_filled(self, menu: QMenu, title: str, fill: Callable[[QMenu], None]) -> None:
        """A menu whose entries are known only when it is opened."""
        added = menu.addMenu(title)
        added.aboutToShow.connect(partial(fill, added))

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for entry in self._session.recent(RECENT):
            action = menu.addAction(entry.title.replace("&", "&&"))
            action.setToolTip(entry.source)
            action.triggered.connect(partial(self._open, entry))

    def _fill_sources(self, menu: QMenu) -> None:
        source, _ = self._session.renderings.languages
        self._fill_languages(menu, self._models.sources(), source, self._choose_source)

    def _fill_targets(self, menu: QMenu) -> None:
        source, target = self._session.renderings.languages
        self._fill_languages(menu, self._models.targets(source), target, self._choose_target)

    def _fill_languages(
        self, menu: QMenu, codes: list[str], now: str, choose: Callable[[str], None]
    ) -> None:
        menu.clear()
        for code in sorted({*codes, now}):
            action = menu.addAction(language_name(code))
            action.setCheckable(True)
            action.setChecked(code == now)
            action.triggered.connect(partial(choose, code))

    def _open(self, entry: Entry, *_: object) -> None:
        self._window.documents.open_entry(entry)

    def _choose_source(self, code: str, *_: object) -> None:
        self._window.source_language.choose(code)

    def _choose_target(self, code: str, *_: object) -> None:
        self._session.renderings.choose_languages(target=code)


def _spring() -> QWidget:
    """Pushes what follows on a tool bar to its end."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made
