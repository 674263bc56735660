"""Go to: a paragraph by its number, or a part of the whole in percent."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from reader.model import Place
from reader.ui.widgets import FAINT, label

_NUMBER = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(%?)\s*")


class GoDialog(QDialog):
    """Asks where to go to in a text of that many paragraphs."""

    chosen = Signal(Place)

    def __init__(self, rows: int, here: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Go To"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rows = rows
        self._line = QLineEdit(str(here + 1))
        self._line.setAccessibleName(self.tr("Paragraph or percent"))
        self._line.selectAll()
        told = self.tr("A paragraph from 1 to {0}, or a part of the text as in “50\u00a0%”.")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._go = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._go.setText(self.tr("&Go"))
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        self._line.textChanged.connect(self._changed)
        layout = QVBoxLayout(self)
        layout.addWidget(label(told.format(rows), FAINT, wrap=True))
        layout.addWidget(self._line)
        layout.addWidget(buttons)

    def _changed(self, text: str) -> None:
        self._go.setEnabled(wanted(text, self._rows) is not None)

    def _accept(self) -> None:
        place = wanted(self._line.text(), self._rows)
        if place is not None:
            self.chosen.emit(place)
            self.accept()


def wanted(text: str, rows: int) -> Place | None:
    """The place that was typed; None where there is none such."""
    match = _NUMBER.fullmatch(text)
    if match is None or rows == 0:
        return None
    number = float(match[1].replace(",", "."))
    if not match[2]:
        row = int(number) - 1
        return Place(row) if number == int(number) and 0 <= row < rows else None
    if number > 100:
        return None
    at = min(rows * number / 100, rows - 0.001)
    return Place(int(at), at - int(at))
