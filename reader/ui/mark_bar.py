"""The small bar beside a selection: five highlighters, a note, copy."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.model import Colour
from reader.ui.colours import ColourNames, swatch
from reader.ui.theme import Theme
from reader.ui.widgets import set_tip, tool_button


class MarkBar(QFrame):
    """Floats over the page; it never takes the keyboard's focus from it."""

    colour_chosen = Signal(Colour)
    note_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, names: ColourNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("mark_bar")
        self.setAccessibleName(self.tr("Mark the selection"))
        self._swatches: dict[Colour, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(5, 4, 5, 4)
        layout.setSpacing(1)
        for colour in Colour:
            button = self._button()
            button.clicked.connect(lambda _=False, colour=colour: self.colour_chosen.emit(colour))
            self._swatches[colour] = button
            layout.addWidget(button)
        self._names = names
        names.changed.connect(self._show_names)
        self._show_names()
        note = self._button(self.tr("Note (N)"), "note")
        note.clicked.connect(self.note_wanted)
        copy = self._button(self.tr("Copy (Ctrl+C)"), "copy")
        copy.clicked.connect(self.copy_wanted)
        layout.addSpacing(4)
        layout.addWidget(note)
        layout.addWidget(copy)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        for colour, button in self._swatches.items():
            button.setIcon(swatch(colour, theme, self.devicePixelRatioF()))

    def show_at(self, line: QRect) -> None:
        """Stand above that line of text, or below it where there is no room."""
        self.adjustSize()
        parent = self._page.rect()
        x = min(max(6, line.center().x() - self.width() // 2), parent.width() - self.width() - 6)
        y = line.top() - self.height() - 6
        if y < 4:
            y = min(line.bottom() + 6, parent.height() - self.height() - 4)
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def _show_names(self) -> None:
        for number, (colour, button) in enumerate(self._swatches.items(), start=1):
            set_tip(button, f"{self._names(colour)} ({number})")

    def _button(self, tip: str = "", symbol: str = "") -> QToolButton:
        button = tool_button(tip, symbol)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
