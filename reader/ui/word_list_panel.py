"""The words a reader keeps, listed: filter, order, meanings, and the way back to the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.errors import KnownError
from reader.model import Entry, Fit, Word
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.paragraph_model import Index
from reader.ui.widgets import FAINT, label
from reader.ui.word_list_model import LEMMA, MEANING, Order, WordListModel
from reader.ui.word_markup import breakable

TYPING_MS = 120
OWN_KEYS = frozenset(
    (
        Qt.Key.Key_Delete,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_F2,
        Qt.Key.Key_Escape,
    )
)


class WordTable(QTreeView):
    """A list whose keys are its own while it has the focus."""

    go_wanted = Signal()
    delete_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and (event.key() in OWN_KEYS or event.matches(QKeySequence.StandardKey.SelectAll))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case _ if self.state() is QAbstractItemView.State.EditingState:
                # A line that is written in passes its last key on when it has ended with it.
                event.accept()
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.go_wanted.emit()
            case Qt.Key.Key_F2 if self.currentIndex().isValid():
                self.edit(self.currentIndex().siblingAtColumn(MEANING))
            case _:
                super().keyPressEvent(event)


class WordListPanel(QWidget):
    """Enter or double click goes to a word's place, F2 writes its meaning, Delete removes it.

    `place_wanted` asks for the place of a word of the open document, `entry_wanted` for
    another document and a word in it.
    """

    place_wanted = Signal(object)  # Word
    entry_wanted = Signal(object, object)  # Entry, Word
    export_wanted = Signal(object)  # tuple[Word, ...], those that are listed
    trouble = Signal(object)  # KnownError

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = session.words
        self._deleted: tuple[Word, ...] = ()
        self._entries: dict[str, Entry] = {}
        self._model = WordListModel(self._words, self)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter the words"))
        self._filter.setClearButtonEnabled(True)
        self._scope = QComboBox()
        self._scope.setAccessibleName(self.tr("Which texts"))
        self._scope.addItem(self.tr("This text"), False)
        self._scope.addItem(self.tr("All texts"), True)
        self._order = QComboBox()
        self._order.setAccessibleName(self.tr("Order"))
        self._order.addItem(self.tr("Newest first"), Order.NEWEST)
        self._order.addItem(self.tr("By alphabet"), Order.ALPHABET)
        self._order.addItem(self.tr("As in the text"), Order.PLACE)
        self.table = WordTable()
        self._empty = label("", FAINT, wrap=True)
        self._pages = QStackedWidget()
        self._detail = label("", FAINT, wrap=True)
        self._detail.setMinimumWidth(1)  # no long word widens the panel
        self._taken = QWidget()
        self._taken_label = label("", wrap=True)
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._build()
        self._connect()
        self._fill()

    def _build(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setAccessibleName(self.tr("Word list"))
        table.header().setStretchLastSection(True)
        table.header().setSectionResizeMode(LEMMA, QHeaderView.ResizeMode.Interactive)
        table.setColumnWidth(LEMMA, 130)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(6)
        self._pages.addWidget(table)
        self._pages.addWidget(self._empty)
        choices = QHBoxLayout()
        choices.addWidget(self._scope, 1)
        choices.addWidget(self._order, 1)
        taken = QHBoxLayout(self._taken)
        taken.setContentsMargins(0, 0, 0, 0)
        taken.addWidget(self._taken_label, 1)
        undo = QPushButton(self.tr("Put Back"))
        undo.clicked.connect(self._put_back)
        taken.addWidget(undo)
        self._taken.hide()
        self._export = QPushButton(self.tr("Export Words …"))
        self._export.clicked.connect(self._ask_for_export)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(self._filter)
        column.addLayout(choices)
        column.addWidget(self._pages, 1)
        column.addWidget(self._detail)
        column.addWidget(self._taken)
        column.addWidget(self._export, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(table)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._fill)
        self._filter.textChanged.connect(self._typing.start)
        self._filter.returnPressed.connect(self._to_table)
        self._scope.currentIndexChanged.connect(self._fill)
        self._order.currentIndexChanged.connect(self._fill)
        self._words.changed.connect(self._fill)
        self._session.changed.connect(self._session_changed)
        self._model.trouble.connect(self.trouble)
        self.table.activated.connect(self._activated)
        self.table.go_wanted.connect(self._go)
        self.table.delete_wanted.connect(self.delete)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().currentChanged.connect(self._show_detail)

    # -- what others ask --------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Other windows may have changed the words of all texts meanwhile."""
        super().showEvent(event)
        self._fill()

    def focus(self) -> None:
        """Take the keyboard's focus."""
        (self.table if self._model.rowCount() else self._filter).setFocus()

    def choose(self, word: Word) -> None:
        """Make a word the current one, whatever was filtered."""
        if self._model.row_of(word.id) < 0:
            self._filter.clear()
            self._fill()
        if (row := self._model.row_of(word.id)) >= 0:
            self.table.setCurrentIndex(self._model.index(row, LEMMA))

    def delete(self) -> None:
        """Remove the chosen words; they can be put back."""
        chosen = self._chosen()
        if not chosen:
            return
        row = self.table.currentIndex().row()
        try:
            self._words.delete(chosen)
        except KnownError as error:
            self.trouble.emit(error)
            return
        self._deleted = chosen
        words = self.tr("%Ln words deleted.", "", len(chosen))
        if len(chosen) == 1:
            words = self.tr("{0} deleted.").format(chosen[0].lemma)
        self._taken_label.setText(words)
        self._taken.show()
        self._fill()
        if self._model.rowCount():
            row = min(row, self._model.rowCount() - 1)
            self.table.setCurrentIndex(self._model.index(row, LEMMA))

    # -- the list ---------------------------------------------------------------

    def _listed(self) -> tuple[Word, ...]:
        everywhere = bool(self._scope.currentData())
        words = self._words.everywhere() if everywhere else self._words.here
        self._entries = dict(self._words.entries(words)) if everywhere else {}
        sought = self._filter.text().casefold().split()
        found = [word for word in words if all(part in _text_of(word) for part in sought)]
        return tuple(self._sorted(found))

    def _sorted(self, words: list[Word]) -> list[Word]:
        match Order(self._order.currentData()):
            case Order.NEWEST:
                return words[::-1]
            case Order.ALPHABET:
                return sorted(words, key=lambda word: (word.lemma.casefold(), word.created))
            case Order.PLACE:
                return sorted(words, key=self._place)

    def _place(self, word: Word) -> tuple[str, str, bool, int, int]:
        entry = self._entries.get(word.document)
        anchor = word.anchor
        return (
            entry.title.casefold() if entry is not None else "",
            word.document,
            word.fit is Fit.ORPHAN,
            anchor.paragraph,
            anchor.span.start,
        )

    def _fill(self, *_: object) -> None:
        current = self._current()
        words = self._listed()
        self._model.show_words(words, self._entries)
        self._export.setEnabled(bool(words))
        self._pages.setCurrentIndex(0 if words else 1)
        if self._filter.text().strip():
            self._empty.setText(self.tr("No word of the list has this in it."))
        else:
            self._empty.setText(
                self.tr(
                    "No words yet.\n\nPut the caret into a German word and press Shift+W, or "
                    "look it up and choose “Add to Word List”."
                )
            )
        row = self._model.row_of(current.id) if current is not None else -1
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.setCurrentIndex(self._model.index(row, LEMMA))
        self._show_detail()

    def _show_detail(self, *_: object) -> None:
        current = self._current()
        told = self._model.describe(current) if current is not None else ""
        self._detail.setText(breakable(told))
        self._detail.setVisible(current is not None)

    def _current(self) -> Word | None:
        index = self.table.currentIndex()
        return self._model.word(index.row()) if index.isValid() else None

    def _chosen(self) -> tuple[Word, ...]:
        rows = {index.row() for index in self.table.selectionModel().selectedIndexes()}
        return tuple(self._model.word(row) for row in sorted(rows))

    # -- what the reader does -----------------------------------------------------

    def _activated(self, index: Index) -> None:
        """A double click on a meaning writes it, one elsewhere goes to the place."""
        if index.column() == MEANING:
            self.table.edit(index)
        else:
            self._go()

    def _go(self) -> None:
        word = self._current()
        if word is None:
            return
        if self._words.place_of(word) is not None:
            self.place_wanted.emit(word)
            return
        entry = self._entries.get(word.document)
        if entry is not None and word.fit is not Fit.ORPHAN:
            self.entry_wanted.emit(entry, word)

    def _put_back(self) -> None:
        deleted, self._deleted = self._deleted, ()
        self._taken.hide()
        try:
            self._words.put_back(deleted)
        except KnownError as error:
            self.trouble.emit(error)
            return
        if deleted:
            self.choose(deleted[0])

    def _to_table(self) -> None:
        self._fill()
        if self._model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self._model.index(0, LEMMA))
            self.table.setFocus()

    def _show_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Go to Its Place"), self._go)
        menu.addAction(
            self.tr("Write Its Meaning"),
            lambda: self.table.edit(QModelIndex(index.siblingAtColumn(MEANING))),
        )
        menu.addAction(self.tr("Delete"), self.delete)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _ask_for_export(self) -> None:
        self.export_wanted.emit(self._listed())

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._taken.hide()


def _text_of(word: Word) -> str:
    parts = (word.lemma, word.anchor.quote, word.meaning, word.sentence, word.partner)
    return "\n".join(parts).casefold()
