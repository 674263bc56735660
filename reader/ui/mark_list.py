"""Marks and notes as a list of cards: filtered, sorted, and kept up to date step by step."""

from __future__ import annotations

import textwrap
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from reader.model import Edit, Fit, Mark
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.colours import ColourNames
from reader.ui.mark_filter import Order, Wanted, key_for
from reader.ui.paragraph_model import Index

MARK_ROLE = Qt.ItemDataRole.UserRole
OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
OWN_KEYS = (*OPEN_KEYS, *DELETE_KEYS)
CARD_LINES = 4.6  # the height of a card in lines of text
TIP = 600  # characters
MANY = 200  # edits in one step from which on the list is made anew


class MarkListModel(QAbstractListModel):
    """Those of the session's marks that are wanted, in the order that is wanted.

    `told` follows every change of what is listed.
    """

    told = Signal()

    def __init__(self, session: Session, names: ColourNames, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names = names
        self._wanted = Wanted()
        self._order = Order.PLACE
        self._key = key_for(self._order)
        self._listed: list[Mark] = []
        session.edited.connect(self._edited)
        session.changed.connect(self._changed)
        self._fill()

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    @property
    def order(self) -> Order:
        return self._order

    def show_only(self, wanted: Wanted) -> None:
        """List these marks and no others."""
        if wanted != self._wanted:
            narrows = wanted.narrows(self._wanted)
            self._wanted = wanted
            (self._narrow if narrows else self._fill)()

    def sort_by(self, order: Order) -> None:
        if order is not self._order:
            self._order = order
            self._key = key_for(order)
            self._fill()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        mark = self.mark(index.row())
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.DisplayRole:
            return mark.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return describe(mark, self._names)
        if role == Qt.ItemDataRole.ToolTipRole:
            return textwrap.shorten(describe(mark, self._names), TIP, placeholder=" …")
        return None

    def mark(self, row: int) -> Mark:
        return self._listed[row]

    def marks(self, first: int, last: int) -> list[Mark]:
        """Those from one row to another, which is among them."""
        return self._listed[first : last + 1]

    def row_of(self, mark_id: str) -> int:
        """The row of that mark, -1 when it is not listed."""
        mark = self._session.mark(mark_id)
        return -1 if mark is None else self._row(mark)

    def _row(self, mark: Mark) -> int:
        row = self._place(mark)
        is_there = row < len(self._listed) and self._listed[row].id == mark.id
        return row if is_there else -1

    def _place(self, mark: Mark) -> int:
        return bisect_left(self._listed, self._key(mark), key=self._key)

    def _fill(self) -> None:
        """List all that is wanted."""
        is_by_place = self._order is Order.PLACE
        self._list(self._session.marks if is_by_place else self._session.marks_by_time)

    def _narrow(self) -> None:
        """List what is still wanted of what is listed."""
        self._list(self._listed)

    def _list(self, marks: Sequence[Mark]) -> None:
        self.beginResetModel()
        self._listed = list(self._wanted.of(marks, self._session.mark_texts))
        self.endResetModel()
        self.told.emit()

    def _edited(self, edits: tuple[Edit, ...]) -> None:
        marks = [edit for edit in edits if isinstance(edit.before or edit.after, Mark)]
        if len(marks) > MANY:
            self._fill()
            return
        for edit in marks:
            after = edit.after if isinstance(edit.after, Mark) else None
            row = self._row(edit.before) if isinstance(edit.before, Mark) else -1
            self._put(row, after if after is not None and self._wants(after) else None)
        if marks:
            self.told.emit()

    def _wants(self, mark: Mark) -> bool:
        """Whether a mark is to be listed, which an edit of the same step may have deleted."""
        texts = self._session.mark_texts
        return mark.id in texts and bool(self._wanted.of([mark], texts))

    def _put(self, row: int, after: Mark | None) -> None:
        """List a mark in the place of its older form in that row, -1 where that was not listed."""
        if row >= 0 and after is not None:
            self._move(row, after)
        elif row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._listed[row]
            self.endRemoveRows()
        elif after is not None:
            row = self._place(after)
            self.beginInsertRows(QModelIndex(), row, row)
            self._listed.insert(row, after)
            self.endInsertRows()

    def _move(self, row: int, after: Mark) -> None:
        """List a mark that has changed, elsewhere if its place has changed too."""
        goal = self._place(after)
        moves = goal not in (row, row + 1)
        if moves:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), goal)
        del self._listed[row]
        row = goal - (goal > row)
        self._listed.insert(row, after)
        if moves:
            self.endMoveRows()
        self.dataChanged.emit(self.index(row), self.index(row))

    def _changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._fill()


def describe(mark: Mark, names: ColourNames) -> str:
    """A mark in plain words: its colour, whether its place is sure, its text, note and tags."""
    parts = [title(mark, names)]
    if mark.fit is not Fit.EXACT:
        parts.append(doubt_of_place(mark))
    text = f"{', '.join(parts)}: {mark.quote}" if mark.quote else ", ".join(parts)
    return "\n\n".join(filter(None, (text, mark.note, ", ".join(mark.tags))))


def title(mark: Mark, names: ColourNames) -> str:
    """What kind of mark it is: its colour, or what it is a note on."""
    if mark.colour is not None:
        return names(mark.colour)
    if not mark.anchors:
        return QCoreApplication.translate("Wording", "Note on the document")
    return QCoreApplication.translate("Wording", "Note on the paragraph")


def doubt_of_place(mark: Mark) -> str:
    """Why a mark may not be where it was; "" when it surely is."""
    if mark.fit is Fit.ORPHAN:
        return QCoreApplication.translate("Wording", "place lost: the text has changed")
    if mark.fit is Fit.NEAR:
        return QCoreApplication.translate("Wording", "the text has changed here")
    return ""


class MarkList(QTableView):
    """The cards; Enter goes to the place, Delete deletes.

    It is a table of one column: a list would ask the model about every row whenever one
    is added, which is felt from some ten thousand on.
    """

    opened = Signal(object)
    delete_wanted = Signal(list)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mark_list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_height()

    def _set_height(self) -> None:
        height = round(CARD_LINES * self.fontMetrics().height())
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 2)

    def chosen(self) -> list[Mark]:
        """The marks that are selected, from top to bottom."""
        model = self.model()
        assert isinstance(model, MarkListModel)
        return [mark for first, last in sorted(self._ranges()) for mark in model.marks(first, last)]

    def count_chosen(self) -> int:
        """How many are selected."""
        return sum(last + 1 - first for first, last in self._ranges())

    def _ranges(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        return [(part.top(), part.bottom()) for part in parts]

    def event(self, event: QEvent) -> bool:
        # The window's own commands have some of these keys.
        overrides = event.type() is QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() in OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPEN_KEYS and (marks := self.chosen()):
            self.opened.emit(marks[0])
        elif event.key() in DELETE_KEYS and (marks := self.chosen()):
            self.delete_wanted.emit(marks)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.count_chosen():
            self.menu_wanted.emit(event.globalPos())
