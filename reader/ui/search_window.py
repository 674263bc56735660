"""Search in all that is kept: while one types, in texts, translations, notes and words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from reader.model import Colour
from reader.services.notebook import Found, Notebook
from reader.store import Filters, Hit, HitKind
from reader.ui.colours import ColourNames, swatch
from reader.ui.search_card import SearchCard
from reader.ui.search_hits import HIT_ROLE, HitModel, kind_name
from reader.ui.theme import Theme
from reader.ui.widgets import FAINT, label, set_size

TYPING_MS = 60
PAGE = 60  # hits that are fetched at once


class SearchLine(QLineEdit):
    """The arrow keys and Enter belong to the list below."""

    walked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        if step := steps.get(Qt.Key(event.key())):
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)


class SearchWindow(QDialog):
    """Stays open beside the text; `chosen` tells which hit to go to."""

    chosen = Signal(object)

    def __init__(
        self, notebook: Notebook, names: ColourNames, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notebook = notebook
        self._names = names
        self._theme = theme
        self._document = ""
        self.setWindowTitle(self.tr("Search Everywhere"))
        set_size(self, 860, 640)
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Search in texts, translations, notes and words"))
        self.line.setAccessibleName(self.tr("Search everywhere"))
        self.line.setClearButtonEnabled(True)
        self.kinds: dict[HitKind, QCheckBox] = {}
        self.colour = QComboBox()
        self.colour.setAccessibleName(self.tr("Colour of the marks"))
        self.tag = QComboBox()
        self.tag.setAccessibleName(self.tr("Tag"))
        self.tag.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.tag.setMinimumContentsLength(12)
        self.here = QCheckBox(self.tr("Only this text"))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.model = HitModel(self)
        self.list.setModel(self.model)
        self._card = SearchCard(theme, self)
        self.list.setItemDelegate(self._card)
        self._count = label("", FAINT)
        self._build()
        self._timer = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._timer.timeout.connect(self.search)
        self._connect()
        self._fill_colours()

    def _build(self) -> None:
        filters = QHBoxLayout()
        for kind in HitKind:
            box = QCheckBox(kind_name(kind))
            box.setChecked(True)
            self.kinds[kind] = box
            filters.addWidget(box)
        filters.addStretch(1)
        more = QHBoxLayout()
        more.addWidget(self.here)
        more.addWidget(self.colour)
        more.addWidget(self.tag)
        more.addStretch(1)
        more.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(8)
        head.addWidget(self.line)
        head.addLayout(filters)
        head.addLayout(more)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._timer.start)
        self.line.returnPressed.connect(self._enter)
        self.line.walked.connect(self._walk)
        for box in (*self.kinds.values(), self.here):
            box.toggled.connect(self.search)
        self.colour.currentIndexChanged.connect(self.search)
        self.tag.currentIndexChanged.connect(self.search)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._names.changed.connect(self._fill_colours)

    def set_theme(self, theme: Theme) -> None:
        self._theme = self._card.theme = theme
        self._fill_colours()
        self.list.viewport().update()

    def begin(self, document: str, tags: Sequence[str], words: str = "") -> None:
        """Take the keyboard's focus; `document` is the id of the text that is open."""
        self._document = document
        self.here.setEnabled(bool(document))
        self._fill_tags(tags)
        if words:
            self.line.setText(words)
        self.line.selectAll()
        self.line.setFocus()
        self.show()
        self.raise_()
        self.activateWindow()
        self.search()

    def filters(self) -> Filters:
        """What is to be searched, as the boxes say."""
        chosen = frozenset(kind for kind, box in self.kinds.items() if box.isChecked())
        colour = self.colour.currentData()
        return Filters(
            kinds=chosen or frozenset(HitKind),
            document=self._document if self.here.isChecked() else "",
            colour=Colour(colour) if colour else None,
            tag=self.tag.currentData() or "",
        )

    def search(self) -> None:
        """Search for what is in the line now."""
        self._timer.stop()
        self._notebook.search(self.line.text(), self.filters(), self._found, limit=PAGE)

    def _found(self, found: Found) -> None:
        self.model.show(found)
        total = self.model.total
        if not self.line.text().strip():
            self._count.setText("")
        else:
            self._count.setText(self.tr("%Ln places", "", total))
        if found.offset == 0:
            self.list.scrollToTop()
            self._walk(1)

    def _scrolled(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep() and 0 < self.model.hits < self.model.total:
            offset = self.model.hits
            self._notebook.search(
                self.line.text(), self.filters(), self._found, limit=PAGE, offset=offset
            )

    def _walk(self, steps: int) -> None:
        """Choose another hit; headings are passed by."""
        row = self.list.currentIndex().row()
        way = 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            goal = row + way
            while 0 <= goal < self.model.rowCount() and not self._is_hit(goal):
                goal += way
            if not 0 <= goal < self.model.rowCount():
                break
            row = goal
        if row >= 0 and self._is_hit(row):
            self.list.setCurrentIndex(self.model.index(row))

    def _is_hit(self, row: int) -> bool:
        return isinstance(self.model.index(row).data(HIT_ROLE), Hit)

    def _enter(self) -> None:
        if self._timer.isActive():
            self.search()
        self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        found = index.data(HIT_ROLE)
        if isinstance(found, Hit):
            self.chosen.emit(found)

    def _fill_colours(self) -> None:
        chosen = self.colour.currentData()
        self.colour.blockSignals(True)
        self.colour.clear()
        self.colour.addItem(self.tr("Any colour"), "")
        for colour in Colour:
            self.colour.addItem(swatch(colour, self._theme), self._names(colour), colour.value)
        self.colour.setCurrentIndex(max(0, self.colour.findData(chosen)))
        self.colour.blockSignals(False)

    def _fill_tags(self, tags: Sequence[str]) -> None:
        chosen = self.tag.currentData()
        self.tag.blockSignals(True)
        self.tag.clear()
        self.tag.addItem(self.tr("Any tag"), "")
        for tag in sorted(tags, key=str.casefold):
            self.tag.addItem(tag, tag)
        self.tag.setCurrentIndex(max(0, self.tag.findData(chosen)))
        self.tag.blockSignals(False)
        self.tag.setEnabled(bool(tags))
