"""What was deleted in the last month, to be put back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.errors import KnownError
from reader.model import Mark
from reader.services.notebook import Notebook
from reader.store import Deleted, Removed
from reader.ui.colours import ColourNames, swatch
from reader.ui.language import explain
from reader.ui.mark_list import title
from reader.ui.theme import Theme
from reader.ui.widgets import FAINT, WARNING, label, set_size

DELETED = Qt.ItemDataRole.UserRole
SHOWN = 300  # characters of a text


class BinWindow(QDialog):
    """A list, last deleted first; what is chosen in it goes back to its place."""

    def __init__(
        self, notebook: Notebook, names: ColourNames, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._names = names
        self._theme = theme
        self._count = 0
        self.setWindowTitle(self.tr("Bin"))
        set_size(self, 820, 480)
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Deleted marks, notes, words and texts"))
        self._list.setHeaderLabels(
            [self.tr("Deleted"), self.tr("Text"), self.tr("Note"), self.tr("Document")]
        )
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._list.header().resizeSection(2, 200)
        self._list.header().resizeSection(3, 160)
        self._empty = label(self.tr("Nothing was deleted in the last 30 days."), FAINT)
        self._words = label("", FAINT, wrap=True)
        self._trouble = label("", WARNING, wrap=True)
        self._put_back = QPushButton(self.tr("&Put Back"))
        self._empty_out = QPushButton(self.tr("&Empty the Bin"))
        close = QPushButton(self.tr("&Close"))
        close.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self._put_back)
        row.addStretch(1)
        row.addWidget(self._empty_out)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._trouble)
        layout.addLayout(row)
        self._put_back.clicked.connect(self._put_chosen_back)
        self._empty_out.clicked.connect(self._ask_to_empty)
        close.clicked.connect(self.reject)
        self._list.itemSelectionChanged.connect(self._show_state)
        self._list.itemActivated.connect(self._put_chosen_back)
        self._trouble.hide()
        self._fill()

    def chosen(self) -> list[Deleted | Removed]:
        """What is selected in the list."""
        return [item.data(0, DELETED) for item in self._list.selectedItems()]

    def _fill(self) -> None:
        listed, self._count = self._notebook.bin(), self._notebook.bin_count()
        words = self.tr("Deleted marks, notes, words and texts stay here for 30 days.")
        if self._count > len(listed):
            more = self.tr("These are the last of %Ln.", "", self._count)
            words = f"{words} {more}"
        self._words.setText(words)
        self._list.clear()
        self._list.addTopLevelItems([self._item(one) for one in listed])
        self._list.resizeColumnToContents(0)
        if (first := self._list.topLevelItem(0)) is not None:
            self._list.setCurrentItem(first)
        self._show_state()

    def _item(self, one: Deleted | Removed) -> QTreeWidgetItem:
        thing = one.item if isinstance(one, Deleted) else None
        if thing is None:
            text, note = self.tr("The whole text, with all its notes"), ""
        elif isinstance(thing, Mark):
            text, note = thing.quote or title(thing, self._names), thing.note
        else:
            text, note = thing.lemma, thing.meaning
        made = QTreeWidgetItem([_when(one.when), _short(text), _short(note), one.entry.title])
        made.setData(0, DELETED, one)
        made.setToolTip(1, _short(text))
        made.setToolTip(2, _short(note))
        if isinstance(thing, Mark) and thing.colour is not None:
            made.setIcon(1, swatch(thing.colour, self._theme))
        return made

    def _show_state(self) -> None:
        count = self._list.topLevelItemCount()
        self._list.setVisible(count > 0)
        self._empty.setVisible(count == 0)
        self._empty_out.setEnabled(count > 0)
        self._put_back.setEnabled(bool(self._list.selectedItems()))

    def _put_chosen_back(self) -> None:
        chosen = self.chosen()
        self._attempt(lambda: self._notebook.put_back(chosen))

    def _ask_to_empty(self) -> None:
        question = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Empty the Bin"),
            self.tr("Forget %Ln deleted things for good?", "", self._count),
            parent=self,
        )
        question.addButton(self.tr("Empty"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.accepted.connect(self.empty)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def empty(self) -> None:
        """Forget all that is in the bin."""
        self._attempt(self._notebook.empty_bin)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
            self._trouble.hide()
        except KnownError as error:
            self._trouble.setText(explain(error))
            self._trouble.show()
        self._fill()


def _short(text: str) -> str:
    return " ".join(text[:SHOWN].split())


def _when(time: str) -> str:
    """A time as people write it here, on this machine's clock."""
    moment = QDateTime.fromString(time, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
