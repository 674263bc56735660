"""How far an import is, and at its end what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.errors import KnownError
from reader.files import write_whole
from reader.services.importing import Importing, Report, Step
from reader.ui.dialogs import documents
from reader.ui.language import explain
from reader.ui.widgets import label, tell

PADDING = 16  # pixels of a cell beside its words, as the style sheet has it, or more


class _InFull(QStyledItemDelegate):
    """Rows as high as their words are: of itself, a tree asks how high they are in one line."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        option.rect = QRect(0, 0, self._tree.columnWidth(index.column()) - PADDING, 1)
        return super().sizeHint(option, index)


class ImportWindow(QDialog):
    """Stands beside the window, which can be used meanwhile. Closing it stops the import."""

    def __init__(self, importing: Importing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importing = importing
        self._told: list[str] = []  # the report, in lines
        self.setWindowTitle(self.tr("Import"))
        self.resize(620, 140)
        self.words = label(self.tr("Looking for texts …"), wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.windowTitle())
        self._bar.setRange(0, 0)
        self.failures = QTreeWidget()
        self.failures.setHeaderLabels([self.tr("File"), self.tr("Why it was not taken in")])
        self.failures.setRootIsDecorated(False)
        self.failures.setWordWrap(True)
        self.failures.setItemDelegate(_InFull(self.failures))
        self.failures.setAccessibleName(self.tr("Files that were not taken in"))
        header = self.failures.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(self._wrap_anew)
        self.failures.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(10)
        layout.addWidget(self.words)
        layout.addWidget(self._bar)
        layout.addWidget(self.failures, 1)
        layout.addWidget(self._buttons)
        importing.progressed.connect(self._progressed)
        importing.ended.connect(self._ended)

    @property
    def report(self) -> str:
        """What came of it in plain text, each failure with the whole path."""
        return "\n".join((*self._told, ""))

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)

    def save(self) -> None:
        """Ask for a file and write the report into it."""
        start = str(Path(documents()) / self.tr("Import.txt"))
        caption, texts = self.tr("Save the Report"), self.tr("Plain text (*.txt)")
        chosen, _ = QFileDialog.getSaveFileName(self, caption, start, texts)
        if chosen:
            try:
                write_whole(Path(chosen), self.report)
            except KnownError as error:
                self.words.setText(explain(error))

    def reject(self) -> None:
        """Cancel what runs; close what is over."""
        if self._importing.busy:
            self._importing.cancel()
            self.words.setText(self.tr("The import stops after this file …"))
        else:
            super().reject()

    def _wrap_anew(self) -> None:
        self.failures.doItemsLayout()

    def _progressed(self, step: Step) -> None:
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        words = self.tr("{0} of {1}: {2}")
        number = QLocale().toString
        self.words.setText(words.format(number(step.done + 1), number(step.total), step.name))

    def _ended(self, outcome: Report | KnownError) -> None:
        self._bar.hide()
        self._buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        if isinstance(outcome, KnownError):
            self.words.setText(explain(outcome))
            return
        words: list[str] = []
        if outcome.new:
            words.append(self.tr("%Ln texts taken in.", "", outcome.new))
        if outcome.known:
            words.append(self.tr("%Ln were known already.", "", outcome.known))
        if outcome.failed:
            words.append(self.tr("%Ln files could not be read:", "", len(outcome.failed)))
        if outcome.cancelled:
            words.append(self.tr("The import was stopped."))
        self.words.setText(" ".join(words) or self.tr("There is nothing that can be read."))
        self._told = [self.words.text()]
        for file, error in outcome.failed:
            said = explain(error)
            self._told.append(said if str(file) in said else f"{file}: {said}")
            item = QTreeWidgetItem([file.name, said.replace(str(file), file.name)])
            item.setToolTip(0, str(file))
            for column in range(2):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignTop)
            self.failures.addTopLevelItem(item)
        tell(self, self.words.text())
        if outcome.failed:
            self._offer_report()

    def _offer_report(self) -> None:
        self.failures.show()
        for text, act in (
            (self.tr("&Copy Report"), self.copy),
            (self.tr("&Save Report …"), self.save),
        ):
            button = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(act)
        self.resize(self.width(), 420)
