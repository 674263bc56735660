"""The start page: all texts there are, to be found, opened, tagged and removed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.model import Entry
from reader.services.shelf import Shelf
from reader.store import Listing
from reader.ui.folding_bar import FoldingBar
from reader.ui.language import named
from reader.ui.library_model import LibraryModel, Wanted
from reader.ui.tags import TagDialog
from reader.ui.widgets import FAINT, TITLE, label, tell

WIDTHS = (240, 150, 145, 160, 65, 95, 65, 110, 130)  # of the columns, in pixels
AUTHOR, FORMAT, LENGTH, READ, TRANSLATED, NOTES, OPENED, TAGS = range(1, 9)
LEAST_FIRST = (FORMAT, TRANSLATED, NOTES, AUTHOR, TAGS, READ, LENGTH)
"""What is left out where there is no room for all columns; the tool tip of the title has it."""

MOST_FIRST = {LENGTH, READ, TRANSLATED, NOTES, OPENED}
SEARCH_WIDTH = 180  # pixels, at least
FILTER_WIDTH = 190  # pixels, at most
LONGEST_SEARCH = 80  # characters; what is pasted and has more is no search but a text


class LibraryPage(QWidget):
    """A table of the library, with what looks for something in it above."""

    open_wanted = Signal(list)  # of Entry
    removed = Signal(list)  # of ids
    tagged = Signal(list, tuple)  # of Entry, of str
    undo_wanted = Signal()
    copied_wanted = Signal()
    file_wanted = Signal()
    folder_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("library")
        self._shelf = shelf
        self.model = LibraryModel(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search titles, authors, tags"))
        self.search.setAccessibleName(self.tr("Search the library"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(SEARCH_WIDTH)
        self.search.setAcceptDrops(False)  # files are for the window
        self.tag = QComboBox()
        self.tag.setAccessibleName(self.tr("Tag"))
        self.format = QComboBox()
        self.format.setAccessibleName(self.tr("Format"))
        for box in (self.tag, self.format):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(FILTER_WIDTH)
        self._number = label("", FAINT)
        self.table = QTreeView()
        self.empty = label("", FAINT, wrap=True)
        self._page = QStackedLayout()
        self._bare: set[int] = set()  # columns with nothing in them
        self._expected: set[str] = set()
        self._actions = self._make_actions()
        self._build()
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self.tag.currentIndexChanged.connect(self._look)
        self.format.currentIndexChanged.connect(self._look)
        shelf.listed.connect(self._show)

    def begin(self) -> None:
        """Show what there is now, ready to be searched."""
        self._shelf.list()
        self.search.setFocus()
        self.search.selectAll()

    def chosen(self) -> list[Entry]:
        """The texts that are selected, in the order of the table."""
        rows = sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self.model.at(row.row()).entry for row in rows]

    def expect(self, documents: Sequence[str]) -> None:
        """Select these as soon as they are listed."""
        self._expected = set(documents)

    # -- building -------------------------------------------------------------

    def _build(self) -> None:
        search = QHBoxLayout()
        search.addWidget(label(self.tr("Library"), TITLE))
        search.addSpacing(12)
        search.addWidget(self.search, 1)
        filters = QHBoxLayout()
        filters.addWidget(self.tag)
        filters.addWidget(self.format)
        self._top = FoldingBar(search, filters)
        table = self.table
        table.setAccessibleName(self.tr("Texts of the library"))
        table.setModel(self.model)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAllColumnsShowFocus(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setSortingEnabled(True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        table.activated.connect(self._open)
        table.selectionModel().selectionChanged.connect(self._show_state)
        header = table.header()
        header.setStretchLastSection(False)
        for column, width in enumerate(WIDTHS):
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
        table.sortByColumn(OPENED, Qt.SortOrder.DescendingOrder)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        chosen, more = QHBoxLayout(), QHBoxLayout()
        for name in ("open", "tags", "remove"):
            chosen.addWidget(self._button(self._actions[name]))
        chosen.addSpacing(12)
        chosen.addWidget(self._number)
        chosen.addStretch(1)
        for name in ("file", "folder"):
            more.addWidget(self._button(self._actions[name]))
        more.addStretch(1)
        self._bottom = FoldingBar(chosen, more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self._top)
        layout.addLayout(self._page, 1)
        # Not before: a layout that stands nowhere would show the table as a window.
        self._page.addWidget(table)
        self._page.addWidget(self.empty)
        layout.addWidget(self._bottom)
        self._show_state()

    def _make_actions(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        for name, text, keys, act in (
            ("open", self.tr("O&pen"), "", self._open),
            ("tags", self.tr("Tag&s …"), "F2", self._edit_tags),
            ("remove", self.tr("Remove"), "Del", self._remove),
            ("file", self.tr("Open F&ile …"), "", self.file_wanted.emit),
            ("folder", self.tr("Import Fol&der …"), "", self.folder_wanted.emit),
        ):
            action = QAction(text, self.table)
            action.setShortcut(QKeySequence(keys))  # for the menu; see eventFilter
            action.triggered.connect(act)
            made[name] = action
        return made

    def _button(self, action: QAction) -> QPushButton:
        made = QPushButton(action.text())
        made.setAutoDefault(False)
        made.clicked.connect(action.trigger)
        action.enabledChanged.connect(made.setEnabled)
        return made

    # -- showing ----------------------------------------------------------------

    def _show(self, listings: Sequence[Listing]) -> None:
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        kept = self._expected or {entry.id for entry in self.chosen()}
        self._expected = set()
        tags = {tag for row in listings for tag in row.entry.tags}
        self._bare = set() if tags else {TAGS}
        if not any(row.entry.author for row in listings):
            self._bare.add(AUTHOR)
        self._fill(self.tag, self.tr("All tags"), tags)
        self._fill(self.format, self.tr("All formats"), {row.entry.format for row in listings})
        if listings and not self.search.isEnabled() and self.isVisible():
            self.search.setEnabled(True)
            self.search.setFocus()
        self.search.setEnabled(bool(listings))  # else Ctrl+V is for a new text
        self.model.show(listings)
        if not self._select(kept) and self.model.rowCount():
            row = min(rows, default=0)  # what comes in the place of what was removed
            self._select({self.model.at(min(row, self.model.rowCount() - 1)).entry.id})
        self._look()
        self._fit()

    def _fit(self) -> None:
        """Show the columns there is room for; the titles have what the others leave."""
        header = self.table.header()
        shown = [column for column in range(1, header.count()) if column not in self._bare]
        for column in range(1, header.count()):
            header.setSectionHidden(column, column in self._bare)
        room = self.table.viewport().width()
        for column in LEAST_FIRST:
            if WIDTHS[0] + sum(map(header.sectionSize, shown)) <= room:
                break
            if column in shown and column != header.sortIndicatorSection():
                header.setSectionHidden(column, True)
                shown.remove(column)
        header.resizeSection(0, max(WIDTHS[0], room - sum(map(header.sectionSize, shown))))

    def _fill(self, box: QComboBox, everything: str, names: set[str]) -> None:
        """Offer these, and stay at the one that is chosen if it is still there."""
        now = box.currentData() or ""
        box.blockSignals(True)
        box.clear()
        box.addItem(everything, "")
        for name in sorted(names - {""}, key=str.casefold):
            box.addItem(named(name) if box is self.format else name, name)
        box.setCurrentIndex(max(0, box.findData(now)))
        box.blockSignals(False)
        box.setVisible(bool(names - {""}))

    def _look(self) -> None:
        wanted = Wanted(
            self.search.text(), self.tag.currentData() or "", self.format.currentData() or ""
        )
        self.model.look_for(wanted)
        shown, there = self.model.rowCount(), len(self.model.all)
        if shown:
            self._page.setCurrentWidget(self.table)
            if not self.table.selectionModel().hasSelection():
                self._select({self.model.at(0).entry.id})
        else:
            self.empty.setText(
                self.tr("No text like that is in the library.")
                if there
                else self.tr(
                    "What you open is kept here: the text, your place in it, its translation "
                    "and your notes.\n\nOpen a file, drop files or folders on this window, or "
                    "paste a text with Ctrl+V."
                )
            )
            self._page.setCurrentWidget(self.empty)
        number = QLocale().toString(shown)
        words = self.tr("%Ln texts", "", shown)
        if shown < there:
            words = self.tr("{0} of %Ln texts", "", there).format(number)
        if there and self.isVisible() and words != self._number.text():
            tell(self, words)
        self._number.setText(words if there else "")
        self._show_state()

    def _select(self, documents: set[str]) -> bool:
        """Select these, as far as they are there; false where none is."""
        flags = QItemSelectionModel.SelectionFlag
        chosen = self.table.selectionModel()
        chosen.clearSelection()
        for row in filter(lambda row: row is not None, map(self.model.row_of, documents)):
            index = self.model.index(row or 0, 0)
            if not chosen.hasSelection():
                chosen.setCurrentIndex(index, flags.NoUpdate)
            chosen.select(index, flags.Select | flags.Rows)
        return chosen.hasSelection()

    def _show_state(self) -> None:
        some = self.table.selectionModel().hasSelection()
        for name in ("open", "tags", "remove"):
            self._actions[name].setEnabled(some)

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._actions[name] for name in ("open", "tags", "remove")])
        menu.addSeparator()
        sort = menu.addMenu(self.tr("Sort &By"))
        now = self.table.header().sortIndicatorSection()
        for column, title in enumerate(self.model.titles):
            if column not in self._bare:
                action = sort.addAction(title, partial(self._sort, column))
                action.setCheckable(True)
                action.setChecked(column == now)
        menu.popup(self.table.viewport().mapToGlobal(position))

    def _sort(self, column: int) -> None:
        """By that column; by the same one again, the other way round."""
        header = self.table.header()
        descending = column in MOST_FIRST
        if column == header.sortIndicatorSection():
            descending = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.sortByColumn(column, order)

    # -- doing --------------------------------------------------------------------

    def _open(self) -> None:
        if entries := self.chosen():
            self.open_wanted.emit(entries)

    def _remove(self) -> None:
        if ids := [entry.id for entry in self.chosen()]:
            self.removed.emit(ids)

    def _edit_tags(self) -> None:
        entries = self.chosen()
        if not entries:
            return
        about = self.tr("Tags of %Ln texts, with commas between them:", "", len(entries))
        known = {tag for row in self.model.all for tag in row.entry.tags}
        dialog = TagDialog(about, [tag for entry in entries for tag in entry.tags], known, self)
        dialog.accepted.connect(lambda: self.tagged.emit(entries, dialog.line.tags()))
        dialog.open()

    # -- Qt's events ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever in it has the focus, Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep from the window the keys that are for its text, which is not to be seen."""
        if event.type() is QEvent.Type.Resize and watched is self.table.viewport():
            self._fit()
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and _is_for_text(event):
                event.accept()
            elif event.type() is QEvent.Type.KeyPress and self._pressed(watched, event):
                return True
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        in_search = watched is self.search
        with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up if in_search:
                self.table.setFocus()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open()
            case Qt.Key.Key_F2:
                self._edit_tags()
            case Qt.Key.Key_Delete if not in_search:
                self._remove()
            case Qt.Key.Key_Escape if not self.search.text():
                self.leave_wanted.emit()
            case Qt.Key.Key_Escape:
                self.search.clear()
            case Qt.Key.Key_F if with_ctrl:
                self.search.setFocus()
            case Qt.Key.Key_Z if with_ctrl and not (in_search and self.search.isUndoAvailable()):
                self.undo_wanted.emit()
            case Qt.Key.Key_V if with_ctrl and in_search and not _is_search_copied():
                self.copied_wanted.emit()
            case _:
                return False
        return True


def _is_for_text(event: QKeyEvent) -> bool:
    """Plain keys, and those with Ctrl that change or search the text."""
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if modifiers == Qt.KeyboardModifier.NoModifier:
        return not Qt.Key.Key_F3 <= event.key() <= Qt.Key.Key_F35 and event.key() != Qt.Key.Key_F1
    with_ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    return with_ctrl and event.key() in {
        Qt.Key.Key_Z,
        Qt.Key.Key_Y,
        Qt.Key.Key_F,
        Qt.Key.Key_H,
        Qt.Key.Key_R,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    }


def _is_search_copied() -> bool:
    """Whether what was copied is something to look for; else it is a text to be read."""
    text = QGuiApplication.clipboard().text().strip()
    return 0 < len(text) <= LONGEST_SEARCH and "\n" not in text
