"""The commands of the Go menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.commands.command import Command, Menu


class GoCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("G&o"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(
                "next-paragraph",
                0,
                self.tr("&Next Paragraph"),
                "J Ctrl+Down",
                lambda w: w.view.keyboard.step(1),
            ),
            Command(
                "previous-paragraph",
                0,
                self.tr("&Previous Paragraph"),
                "K Ctrl+Up",
                lambda w: w.view.keyboard.step(-1),
            ),
            Command(
                "next-sentence",
                0,
                self.tr("Next &Sentence"),
                ". Alt+Down",
                lambda w: w.view.keyboard.step_sentence(1),
            ),
            Command(
                "previous-sentence",
                0,
                self.tr("Previous S&entence"),
                ", Alt+Up",
                lambda w: w.view.keyboard.step_sentence(-1),
            ),
            Command("go-to", 1, self.tr("&Go To …"), "Ctrl+G", lambda w: w.going.ask()),
            Command("outline", 1, self.tr("&Outline"), "F4", lambda w: w.going.show_outline()),
            Command("back", 1, self.tr("&Back"), "Alt+Left", lambda w: w.view.jumps.back()),
            Command(
                "forward", 1, self.tr("&Forward"), "Alt+Right", lambda w: w.view.jumps.forward()
            ),
            Command("open-link", 2, self.tr("Open &Link"), "L", lambda w: w.links.follow_here()),
            Command("next-pane", 3, self.tr("Go to Next P&art"), "F6", lambda w: w.next_pane()),
        )
