"""The marks and notes of the open document, listed; below the list, the one at hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.model import Fit, Mark, Side
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.note_editor import NoteEditor
from reader.ui.paragraph_model import Index
from reader.ui.theme import Theme
from reader.ui.widgets import FAINT, label
from reader.ui.wording import colour_name

MARK_ROLE = Qt.ItemDataRole.UserRole


class MarkListModel(QAbstractListModel):
    """The session's marks in reading order."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._marks: tuple[Mark, ...] = session.marks
        session.changed.connect(self._changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        mark = self._marks[index.row()]
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.DisplayRole:
            return mark.quote
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return describe(mark)
        return None

    def row_of(self, mark_id: str) -> int:
        """The row of that mark, -1 when it is not there."""
        return next((row for row, mark in enumerate(self._marks) if mark.id == mark_id), -1)

    def _changed(self, changes: Changes) -> None:
        if not changes & (Changes.MARKS | Changes.DOCUMENT):
            return
        marks = self._session.marks
        same = [mark.id for mark in marks] == [mark.id for mark in self._marks]
        if same and marks:
            self._marks = marks
            self.dataChanged.emit(self.index(0), self.index(len(marks) - 1))
        elif not same:
            self.beginResetModel()
            self._marks = marks
            self.endResetModel()


def describe(mark: Mark) -> str:
    """A mark in plain words: its colour, whether its place is sure, its text, its note."""
    parts = [
        colour_name(mark.colour)
        if mark.colour
        else QCoreApplication.translate("Wording", "Note on the paragraph")
    ]
    if mark.fit is Fit.ORPHAN:
        parts.append(QCoreApplication.translate("Wording", "place lost"))
    elif mark.fit is Fit.NEAR:
        parts.append(QCoreApplication.translate("Wording", "text has changed"))
    return f"{', '.join(parts)}: {mark.quote}" + (f"\n\n{mark.note}" if mark.note else "")


class MarkDelegate(QStyledItemDelegate):
    """Draws a mark as a card: an edge in its colour, two lines of text, a line of note."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(4.6 * option.fontMetrics.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mark: Mark = index.data(MARK_ROLE)
        theme = self.theme
        line = option.fontMetrics.height()
        card = option.rect.adjusted(10, 3, -10, -3)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(theme.edges[mark.colour] if mark.colour else theme.accent)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.rule), 1.5 if chosen else 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(card, 6, 6)
        painter.fillRect(QRect(card.left() + 1, card.top() + 6, 4, card.height() - 12), edge)
        text = card.adjusted(14, round(0.35 * line), -10, -round(0.3 * line))
        quote = QRect(text.left(), text.top(), text.width(), round(2.2 * line))
        painter.setPen(QColor(theme.ink))
        font = QFont(option.font)
        font.setItalic(any(anchor.side is Side.TARGET for anchor in mark.anchors))
        painter.setFont(font)
        words = two_lines(option, " ".join(mark.quote.split()), text.width())
        wrapped = int(Qt.TextFlag.TextWordWrap)
        painter.drawText(quote, wrapped, words)
        height = painter.fontMetrics().boundingRect(quote, wrapped, words).height()
        painter.setFont(option.font)
        below = quote.top() + min(2 * line, height) + round(0.3 * line)
        note = QRect(text.left(), below, text.width(), line + 2)
        painter.setPen(QColor(theme.faint))
        caption = " ".join(mark.note.split()) or self._caption(mark)
        painter.drawText(
            note,
            int(Qt.AlignmentFlag.AlignVCenter),
            option.fontMetrics.elidedText(caption, Qt.TextElideMode.ElideRight, note.width()),
        )
        painter.restore()

    def _caption(self, mark: Mark) -> str:
        if mark.fit is Fit.ORPHAN:
            return self.tr("Place lost: the text has changed")
        return colour_name(mark.colour) if mark.colour else self.tr("Paragraph")


def two_lines(option: QStyleOptionViewItem, words: str, width: int) -> str:
    """The text, cut with an ellipsis where it would take more than two lines."""
    # A word moved to the second line leaves some of the first one empty.
    room = 2 * width - 6 * option.fontMetrics.averageCharWidth()
    return option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, max(width, room))


class MarkList(QListView):
    """The cards; Enter goes to the place, Delete deletes."""

    opened = Signal(object)
    delete_wanted = Signal(list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks = [index.data(MARK_ROLE) for index in self.selectedIndexes()]
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and marks:
            self.opened.emit(marks[0])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and marks:
            self.delete_wanted.emit(marks)
        else:
            super().keyPressEvent(event)


class NotesPanel(QWidget):
    """The list, and the editor of the mark that is chosen in it or in the text."""

    place_wanted = Signal(object)
    delete_wanted = Signal(list)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._count = label("", FAINT)
        self._model = MarkListModel(session, self)
        self._list = MarkList()
        self._list.setAccessibleName(self.tr("Marks and notes"))
        self._list.setModel(self._model)
        self._delegate = MarkDelegate(theme, self)
        self._list.setItemDelegate(self._delegate)
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = label(
            self.tr(
                "Nothing marked yet.\n\nSelect some words and press a key from 1 to 5, "
                "or N to write a note on the paragraph you are in."
            ),
            FAINT,
            wrap=True,
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 8, 16, 8)
        self.editor = NoteEditor(session, theme, self)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 6)
        head.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.editor)
        self._list.clicked.connect(self._clicked)
        self._list.opened.connect(self._open)
        self._list.delete_wanted.connect(self.delete_wanted)
        self.editor.delete_wanted.connect(self._delete)
        self._list.selectionModel().currentChanged.connect(self._current_changed)
        session.changed.connect(self._changed)
        self._changed(Changes.DOCUMENT)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.editor.set_theme(theme)
        self._list.viewport().update()

    def show_mark(self, mark: Mark) -> None:
        """Choose a mark in the list and open it below."""
        row = self._model.row_of(mark.id)
        if row >= 0:
            index = self._model.index(row)
            self._list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self._list.scrollTo(index)
        self.editor.show_mark(mark)

    def focus(self) -> None:
        """Take the keyboard's focus."""
        (self._list if self._list.isVisible() else self).setFocus()

    def _clicked(self, index: QModelIndex) -> None:
        self._open(index.data(MARK_ROLE))

    def _delete(self, mark: Mark) -> None:
        self.delete_wanted.emit([mark])

    def _open(self, mark: Mark) -> None:
        self.editor.show_mark(mark)
        self.place_wanted.emit(mark)

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.editor.show_mark(index.data(MARK_ROLE))

    def _changed(self, changes: Changes) -> None:
        if not changes & (Changes.MARKS | Changes.DOCUMENT):
            return
        count = self._model.rowCount()
        self._count.setText(self.tr("%n marks and notes", "", count) if count else "")
        self._list.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        shown = self.editor.mark_id
        row = self._model.row_of(shown) if shown else -1
        if row >= 0:
            index = self._model.index(row)
            if self._list.currentIndex() != index:
                self._list.selectionModel().setCurrentIndex(
                    index, QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
