"""The small bar beside a selection: five highlighters, a note, copy."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from reader.model import Colour
from reader.ui.theme import Theme
from reader.ui.widgets import SWATCH, tool_button
from reader.ui.wording import colour_name


def swatch(colour: Colour, theme: Theme, ratio: float = 1.0) -> QIcon:
    """A round patch of a highlighter's colour."""
    pixmap = QPixmap(round(SWATCH * ratio), round(SWATCH * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.edges[colour]), 1.5))
    painter.setBrush(QColor(theme.marks[colour]))
    painter.drawEllipse(2, 2, SWATCH - 4, SWATCH - 4)
    painter.end()
    return QIcon(pixmap)


class MarkBar(QFrame):
    """Floats over the page; it never takes the keyboard's focus from it."""

    colour_chosen = Signal(Colour)
    note_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("mark_bar")
        self.setAccessibleName(self.tr("Mark the selection"))
        self._swatches: dict[Colour, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(5, 4, 5, 4)
        layout.setSpacing(1)
        for number, colour in enumerate(Colour, start=1):
            button = self._button(f"{colour_name(colour)} ({number})")
            button.clicked.connect(lambda _=False, colour=colour: self.colour_chosen.emit(colour))
            self._swatches[colour] = button
            layout.addWidget(button)
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

    def _button(self, tip: str, symbol: str = "") -> QToolButton:
        button = tool_button(tip, symbol)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
