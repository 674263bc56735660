"""The outline: the headings of the text, and which of them one is under."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QTreeWidget, QTreeWidgetItem, QWidget

from reader.model import Kind, Paragraph, Place
from reader.packed import headings
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.widgets import FAINT, label

ROW = int(Qt.ItemDataRole.UserRole)


class Outline(QWidget):
    """A tree of headings. `place_wanted` asks for one of them."""

    place_wanted = Signal(Place)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._items: list[QTreeWidgetItem] = []
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Headings"))
        self.tree.setUniformRowHeights(True)
        self.tree.itemClicked.connect(self._wanted)
        self.tree.itemActivated.connect(self._wanted)
        none = label(self.tr("This text has no headings."), FAINT, wrap=True)
        none.setAlignment(Qt.AlignmentFlag.AlignTop)
        none.setContentsMargins(16, 16, 16, 16)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self.tree)
        self._layout.addWidget(none)
        session.changed.connect(self._session_changed)

    def follow(self, place: Place) -> None:
        """Show under which heading a place lies."""
        current: QTreeWidgetItem | None = None
        for item in self._items:
            if item.data(0, ROW) > place.paragraph:
                break
            current = item
        if current is None:
            self.tree.setCurrentIndex(QModelIndex())
        elif current is not self.tree.currentItem():
            self.tree.setCurrentItem(current)

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._fill()

    def _fill(self) -> None:
        self.tree.clear()
        self._items = []
        above: list[tuple[int, QTreeWidgetItem]] = []
        paragraphs = self._session.document.paragraphs
        for row in headings(paragraphs):
            paragraph = paragraphs[row]
            depth = depth_of(paragraph)
            while above and above[-1][0] >= depth:
                above.pop()
            item = QTreeWidgetItem(above[-1][1] if above else self.tree)
            item.setText(0, " ".join(paragraph.text.split()))
            item.setToolTip(0, item.text(0))
            item.setData(0, ROW, row)
            above.append((depth, item))
            self._items.append(item)
        self.tree.expandAll()
        self._layout.setCurrentIndex(0 if self._items else 1)

    def _wanted(self, item: QTreeWidgetItem) -> None:
        self.place_wanted.emit(Place(item.data(0, ROW)))


def depth_of(paragraph: Paragraph) -> int:
    """How deep a heading stands; a title stands above all of them."""
    return 0 if paragraph.kind is Kind.TITLE else max(1, paragraph.level)
