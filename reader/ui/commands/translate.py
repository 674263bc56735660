"""The commands of the Translate menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.commands.command import Command, Menu


class TranslateCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("&Translate"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "translate",
                0,
                self.tr("Translate &Paragraph"),
                "Ctrl+Return",
                lambda w: w.translating.translate_here(),
            ),
            Command(
                "retranslate",
                0,
                self.tr("Translate A&gain"),
                "Ctrl+R",
                lambda w: w.translating.retranslate(),
            ),
            Command(
                "translate-all",
                0,
                self.tr("Translate &All"),
                "Ctrl+Shift+Return",
                lambda w: w.translating.translate_all(),
                icon="translate",
            ),
            Command(
                "cancel",
                0,
                self.tr("&Stop Translating"),
                "Ctrl+.",
                lambda w: w.translating.cancel(),
            ),
            Command(
                "hide", 1, self.tr("&Hide English Here"), "H", lambda w: w.translating.hide_here()
            ),
            Command(
                "hide-all",
                1,
                self.tr("Hide All &English"),
                "Ctrl+Shift+H",
                lambda w: w.translating.hide_all(),
            ),
            Command("models", 3, self.tr("&Models …"), "", lambda w: w.show_models()),
            Command(
                "read-ahead",
                2,
                self.tr("Translate Ahead &Quietly"),
                "",
                lambda w: w.translating.toggle_read_ahead(),
                checkable=True,
            ),
        )
