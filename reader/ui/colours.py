"""What a reader calls the five highlighters, and where they say so."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.model import Colour
from reader.settings import colour_names
from reader.ui.preferences import Preferences
from reader.ui.theme import Theme
from reader.ui.widgets import FAINT, SWATCH, label
from reader.ui.wording import colour_name

LONGEST = 40  # characters of a name


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


class ColourNames(QObject):
    """The names as they are now; `changed` tells when there are others."""

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        preferences.changed.connect(self._preferences_changed)

    def __call__(self, colour: Colour) -> str:
        """What the reader calls a highlighter: its own name, or else its colour."""
        return self.own(colour) or colour_name(colour)

    def own(self, colour: Colour) -> str:
        """The name that the reader gave, "" for none."""
        return self.given().get(colour, "")

    def given(self) -> dict[Colour, str]:
        """Those that the reader gave."""
        return colour_names(self._preferences.values)

    def give(self, names: dict[Colour, str]) -> None:
        """Call the highlighters so; "" for their colour."""
        values = {c.value: " ".join(name.split())[:LONGEST] for c, name in names.items()}
        self._preferences.change(**values)

    def _preferences_changed(self, names: frozenset[str]) -> None:
        if not names.isdisjoint(set(Colour)):
            self.changed.emit()


class ColourNamesDialog(QDialog):
    """Five colours, five lines."""

    def __init__(self, names: ColourNames, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self.setWindowTitle(self.tr("Names of the Colours"))
        self._lines: dict[Colour, QLineEdit] = {}
        grid = QGridLayout()
        for row, colour in enumerate(Colour):
            patch = QLabel()
            patch.setPixmap(swatch(colour, theme).pixmap(QSize(SWATCH, SWATCH)))
            line = QLineEdit(names.own(colour))
            line.setMaxLength(LONGEST)
            line.setPlaceholderText(colour_name(colour))
            line.setAccessibleName(colour_name(colour))
            self._lines[colour] = line
            grid.addWidget(patch, row, 0)
            grid.addWidget(line, row, 1)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(10)
        words = self.tr("What each colour is for, as in “Vocabulary” or “To check”.")
        layout.addWidget(label(words, FAINT, wrap=True))
        layout.addLayout(grid)
        layout.addWidget(buttons)
        self.setMinimumWidth(340)

    def accept(self) -> None:
        self._names.give({colour: line.text() for colour, line in self._lines.items()})
        super().accept()
