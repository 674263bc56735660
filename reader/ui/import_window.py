"""How far an import is, and at its end what came of it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
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
from reader.services.importing import Importing, Report, Step
from reader.ui.language import explain
from reader.ui.widgets import label


class _InFull(QStyledItemDelegate):
    """Rows as high as their words are: of itself, a tree asks how high they are in one line."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        option.rect = QRect(0, 0, self._tree.columnWidth(index.column()), 1)
        return super().sizeHint(option, index)


class ImportWindow(QDialog):
    """Stands beside the window, which can be used meanwhile. Closing it stops the import."""

    def __init__(self, importing: Importing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importing = importing
        self.setWindowTitle(self.tr("Import"))
        self.resize(620, 140)
        self.words = label(self.tr("Looking for texts …"), wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
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

    def reject(self) -> None:
        """Cancel what runs; close what is over."""
        if self._importing.busy:
            self._importing.cancel()
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
        words = [self.tr("%Ln texts taken in.", "", outcome.new)]
        if outcome.known:
            words.append(self.tr("%Ln were known already.", "", outcome.known))
        if outcome.failed:
            words.append(self.tr("%Ln files could not be read:", "", len(outcome.failed)))
        if outcome.cancelled:
            words.append(self.tr("The import was stopped."))
        self.words.setText(" ".join(words))
        for file, error in outcome.failed:
            item = QTreeWidgetItem([file.name, explain(error)])
            item.setToolTip(0, str(file))
            item.setTextAlignment(0, Qt.AlignmentFlag.AlignTop)
            self.failures.addTopLevelItem(item)
        if outcome.failed:
            self.failures.show()
            self.resize(self.width(), 420)
