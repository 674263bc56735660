"""The commands of the View menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.commands.command import Command, Menu
from reader.ui.page import Mode


class ViewCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("&View"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
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
                "zoom-in",
                1,
                self.tr("La&rger Text"),
                "Ctrl++ Ctrl+=",
                lambda w: w.appearance.zoom(1),
            ),
            Command(
                "zoom-out", 1, self.tr("S&maller Text"), "Ctrl+-", lambda w: w.appearance.zoom(-1)
            ),
            Command(
                "zoom-reset", 1, self.tr("Usual Si&ze"), "Ctrl+0", lambda w: w.appearance.zoom(0)
            ),
            Command(
                "text-and-page",
                1,
                self.tr("&Text and Page …"),
                "Ctrl+T",
                lambda w: w.appearance.ask(),
            ),
            *(_theme(name, text) for name, text in themes),
            Command(
                "notes-panel",
                3,
                self.tr("N&otes and Words"),
                "F9",
                lambda w: w.side.toggle(),
                icon="notes",
                checkable=True,
            ),
            Command(
                "full-screen",
                3,
                self.tr("&Full Screen"),
                "F11",
                lambda w: w.full_screen.toggle(),
                checkable=True,
            ),
            # Each in its own language: for those who cannot read the one that is set.
            _language("en", "Menus in English"),
            _language("de", "Menüs auf Deutsch"),
        )


def _mode(mode: Mode, text: str, keys: str) -> Command:
    return Command(
        f"mode-{mode}", -1, text, keys, lambda w: w.appearance.use_mode(mode), checkable=True
    )


def _theme(name: str, text: str) -> Command:
    return Command(
        f"theme-{name}", 2, text, "", lambda w: w.appearance.use_theme(name), checkable=True
    )


def _language(code: str, text: str) -> Command:
    return Command(
        f"language-{code}",
        5,
        text,
        "",
        lambda w: w.appearance.use_language(code),
        checkable=True,
    )
