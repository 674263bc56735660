"""Where notes are exported to, and how."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialogs import documents
from reader.ui.preferences import Preferences
from reader.ui.widgets import FAINT, label


class VaultDialog(QDialog):
    """What is chosen holds at once; `export_wanted` asks to export now."""

    export_wanted = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        values = preferences.values
        self.setWindowTitle(self.tr("Folder for Notes"))
        self.setMinimumWidth(460)
        self.folder = QLineEdit(values.vault)
        self.folder.setReadOnly(True)
        self.folder.setPlaceholderText(self.tr("None"))
        self.folder.setAccessibleName(self.tr("Folder for notes"))
        choose = QPushButton(self.tr("&Choose …"))
        choose.clicked.connect(self._ask)
        self._forget = QPushButton(self.tr("&Forget"))
        self._forget.clicked.connect(lambda: self.use(""))
        self.one = QRadioButton(self.tr("One file a &document"))
        self.each = QRadioButton(self.tr("One file a &mark, in a folder of the document"))
        (self.each if values.vault_each else self.one).setChecked(True)
        self.each.toggled.connect(self._each_toggled)
        self.callouts = QCheckBox(self.tr("Coloured &boxes, as Obsidian shows them (callouts)"))
        self.callouts.setChecked(values.vault_callouts)
        self.callouts.toggled.connect(self._callouts_toggled)
        self.always = QCheckBox(self.tr("Export after &every change"))
        self.always.setChecked(values.vault_always)
        self.always.toggled.connect(self._always_toggled)
        self._export = QPushButton(self.tr("E&xport Now"))
        self._export.clicked.connect(self._export_clicked)
        close = QPushButton(self.tr("C&lose"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        self._lay_out(choose, close)
        self.use(values.vault)

    def _lay_out(self, choose: QPushButton, close: QPushButton) -> None:
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        row.addWidget(self._forget)
        buttons = QHBoxLayout()
        buttons.addWidget(self._export)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(10)
        words = self.tr(
            "Notes go there as Markdown, for Obsidian and other programs. What you write in "
            "these files stays."
        )
        layout.addWidget(label(words, FAINT, wrap=True))
        layout.addLayout(row)
        layout.addWidget(self.one)
        layout.addWidget(self.each)
        layout.addWidget(self.callouts)
        layout.addWidget(self.always)
        layout.addSpacing(6)
        layout.addLayout(buttons)

    def use(self, folder: str) -> None:
        """Export into that folder from now on, or with "" into none."""
        self.folder.setText(folder)
        if folder != self._preferences.values.vault:
            self._preferences.change(vault=folder)
        for widget in (self.one, self.each, self.callouts, self.always, self._export, self._forget):
            widget.setEnabled(bool(folder))

    def _ask(self) -> None:
        start = self._preferences.values.vault or documents()
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for Notes"), start)
        if folder:
            self.use(folder)

    def _export_clicked(self) -> None:
        self.accept()
        self.export_wanted.emit()

    def _each_toggled(self, on: bool) -> None:
        self._preferences.change(vault_each=on)

    def _callouts_toggled(self, on: bool) -> None:
        self._preferences.change(vault_callouts=on)

    def _always_toggled(self, on: bool) -> None:
        self._preferences.change(vault_always=on)
