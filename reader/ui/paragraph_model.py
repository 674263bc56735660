"""The open document as a table: a row a paragraph, German left, English right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model import Side
from reader.services.changes import Changes
from reader.services.renderings import RowState
from reader.services.session import Session
from reader.ui.language import explain
from reader.ui.typesetter import Typesetter
from reader.ui.wording import doubt, language_name, mark_told

COLUMNS = (Side.SOURCE, Side.TARGET)
Index = QModelIndex | QPersistentModelIndex


class ParagraphModel(QAbstractTableModel):
    """Hands the session's text to the view and to screen readers."""

    def __init__(
        self, session: Session, typesetter: Typesetter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._typesetter = typesetter
        session.changed.connect(self._changed)
        session.renderings.row_changed.connect(self._row_changed)
        typesetter.cover.changed.connect(self._cover_changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._session.document.paragraphs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        side = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._typesetter.readable(index.row(), side)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(index.row(), side)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._described(index.row(), side)
        return None

    def _told(self, row: int, side: Side) -> str:
        """What a screen reader reads of a cell; without columns, German and English are one."""
        english = self._typesetter.readable(row, Side.TARGET) or self.hint(row)
        if side is Side.TARGET:
            return english
        german = self._typesetter.readable(row, Side.SOURCE)
        if self._typesetter.page.two_columns or not self._typesetter.text(row, Side.TARGET):
            return german
        return f"{german}\n{english}"

    def _described(self, row: int, side: Side) -> str:
        """What is seen on a cell besides its text: the marks and the doubts."""
        told = [
            f"{span.of(self._typesetter.readable(row, side))} – {mark_told(mark)}"
            for span, mark in self._session.marks_at(row, side)
            if side is Side.SOURCE
        ]
        if side is Side.TARGET:
            told += [doubt(flags) for _, flags in self._session.renderings.doubts(row)]
        return "\n".join(told)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return language_name(self._session.renderings.languages[section])

    def hint(self, row: int) -> str:
        """What stands in place of a translation that is not there."""
        renderings = self._session.renderings
        source, target = renderings.languages
        match renderings.state(row):
            case RowState.WAITING:
                return self.tr("Translating …")
            case RowState.FAILED if (failure := renderings.failure(row)) is not None:
                return self.tr("Not translated: {0} Click to try again.").format(explain(failure))
            case RowState.NONE if source != target and renderings.translatable(row):
                return self.tr("Click to translate")
            case _:
                return ""

    def _changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self.beginResetModel()
            self.endResetModel()

    def _row_changed(self, row: int) -> None:
        cell = self.index(row, COLUMNS.index(Side.TARGET))
        self.dataChanged.emit(cell, cell)

    def _cover_changed(self) -> None:
        if self.rowCount():
            column = COLUMNS.index(Side.TARGET)
            self.dataChanged.emit(self.index(0, column), self.index(self.rowCount() - 1, column))
