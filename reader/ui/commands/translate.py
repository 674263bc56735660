"""The commands of the Translate menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.commands.command import Command, Menu
from reader.ui.cover import Step

if TYPE_CHECKING:
    from reader.ui.window import Window


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
                "reveal-next-sentence",
                1,
                self.tr("Show Se&ntence"),
                "S",
                lambda w: w.revealing.sentence(),
            ),
            Command(
                "cover-this-sentence",
                1,
                self.tr("&Cover Sentence"),
                "Shift+S",
                lambda w: w.revealing.cover_sentence(),
            ),
            Command(
                "reveal-next-word", 1, self.tr("Show Next W&ord"), "E", lambda w: w.revealing.word()
            ),
            Command(
                "cover-last-word",
                1,
                self.tr("Co&ver Last Word"),
                "Shift+E",
                lambda w: w.revealing.cover_word(),
            ),
            Command(
                "hide-all",
                1,
                self.tr("Hide All &English"),
                "Ctrl+Shift+H",
                lambda w: w.translating.hide_all(),
            ),
            *(
                Command(
                    f"reveal-{step}",
                    4,
                    text,
                    "",
                    partial(_use_step, step),
                    checkable=True,
                )
                for step, text in (
                    (Step.PARAGRAPH, self.tr("Click Shows a Pa&ragraph")),
                    (Step.SENTENCE, self.tr("C&lick Shows a Sentence")),
                    (Step.WORD, self.tr("Click Shows a &Word")),
                )
            ),
            Command("models", 5, self.tr("&Models …"), "", lambda w: w.show_models()),
            Command(
                "read-ahead",
                2,
                self.tr("Translate Ahead &Quietly"),
                "",
                lambda w: w.translating.toggle_read_ahead(),
                checkable=True,
            ),
        )


def _use_step(step: Step, window: Window) -> None:
    window.revealing.use_step(step)
