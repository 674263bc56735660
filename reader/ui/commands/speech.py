"""The commands of the Read Aloud menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.commands.command import Command, Menu


class SpeechCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("&Read Aloud"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "speak",
                0,
                self.tr("&Read Aloud, or Pause"),
                "R",
                lambda w: w.speech_bar.toggle(),
            ),
            Command(
                "speak-next",
                0,
                self.tr("&Next Sentence Aloud"),
                "Shift+R",
                lambda w: w.speech_bar.skip(),
            ),
            Command(
                "speak-stop",
                0,
                self.tr("&Stop Reading Aloud"),
                "Ctrl+Shift+R",
                lambda w: w.speech_bar.stop(),
            ),
            Command(
                "speak-faster",
                1,
                self.tr("Speak &Faster"),
                "F8",
                lambda w: w.speech_bar.hurry(1),
            ),
            Command(
                "speak-slower",
                1,
                self.tr("Speak S&lower"),
                "F7",
                lambda w: w.speech_bar.hurry(-1),
            ),
        )
