"""The line below the page in which one looks for words, in both languages."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from reader.errors import KnownError
from reader.find import Hit, Wanted, find
from reader.model import Side, Span
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.language import localized
from reader.ui.reader_view import ReaderView
from reader.ui.widgets import FAINT, label, tool_button

TYPING_MS = 80
NATIVE = QKeySequence.SequenceFormat.NativeText
# A slice of the search is well within a frame of 1/60 s.
SLICE_S = 0.006
SLICE = 200  # paragraphs


class FindLine(QLineEdit):
    """Enter goes on, Shift+Enter goes back."""

    forward = Signal()
    back = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.back if shift else self.forward).emit()
        else:
            super().keyPressEvent(event)


def option(sign: str, name: str, key: str) -> QToolButton:
    """A button that stays pressed: how exactly to look."""
    made = tool_button(f"{name} ({QKeySequence(key).toString(NATIVE)})")
    made.setAccessibleName(name)
    made.setText(sign)
    made.setCheckable(True)
    made.setShortcut(QKeySequence(key))
    return made


class FindBar(QFrame):
    """Marks every match while one types, and walks from one to the next."""

    def __init__(self, session: Session, view: ReaderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self._session = session
        self._view = view
        self._wanted = Wanted("")
        self._texts: Iterator[tuple[int, Side, str]] = iter(())
        self._hits: list[Hit] = []
        self._cells: dict[tuple[int, Side], list[Span]] = {}
        self.searching = False
        self._line = FindLine()
        self._line.setPlaceholderText(self.tr("Find in German and English"))
        self._line.setAccessibleName(self.tr("Find"))
        self._line.setClearButtonEnabled(True)
        # Short enough for narrow windows; what they mean is in their names.
        self._case = option("Aa", self.tr("Match case"), "Alt+C")
        self._whole = option("|Aa|", self.tr("Whole words"), "Alt+W")
        self._regex = option(".*", self.tr("Regular expression"), "Alt+X")
        self._count = label("", FAINT)
        self._back = tool_button(self.tr("Previous match (Shift+Enter)"), "up")
        self._forward = tool_button(self.tr("Next match (Enter)"), "down")
        self._close = tool_button(self.tr("Close (Escape)"), "close")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._line, 1)
        for widget in (self._back, self._forward, self._count):
            layout.addWidget(widget)
        layout.addSpacing(8)
        for box in (self._case, self._whole, self._regex):
            layout.addWidget(box)
            box.toggled.connect(self._look)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self._look)
        self._slicer = QTimer(self, interval=0, singleShot=True)
        self._slicer.timeout.connect(self._go_on)
        self._line.textChanged.connect(self._timer.start)
        self._line.forward.connect(self.next)
        self._line.back.connect(self.previous)
        self._back.clicked.connect(self.previous)
        self._forward.clicked.connect(self.next)
        self._close.clicked.connect(self.leave)
        session.changed.connect(self._session_changed)
        session.renderings.row_changed.connect(self._look_soon)
        view.typesetter.cover.changed.connect(self._look_soon)
        self.hide()

    def begin(self) -> None:
        """Take the keyboard, with what is selected as the first words."""
        selected = self._view.selected_text()
        self.show()
        if selected and "\n" not in selected:
            self._line.setText(selected)
        self._line.selectAll()
        self._line.setFocus()
        self._look()

    def look_for(self, words: str) -> None:
        """Mark these words at once."""
        self._line.setText(words)
        self._look()

    def next(self) -> None:
        """Go to the match after the caret, from the last one to the first."""
        self._go(1)

    def previous(self) -> None:
        self._go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever in it has the focus, Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Put the bar and its marks away."""
        self.hide()
        self._forget()
        self._view.setFocus()

    def _look(self) -> None:
        """Begin to look; a long book is looked through in slices, so that one can go on typing."""
        self._timer.stop()
        self._forget()
        self._wanted = Wanted(
            self._line.text(),
            case=self._case.isChecked(),
            whole=self._whole.isChecked(),
            regex=self._regex.isChecked(),
        )
        self._texts = self._view.typesetter.texts()
        self.searching = True
        self._go_on()

    def _forget(self) -> None:
        self.searching = False
        self._hits = []
        self._cells = {}
        self._view.set_hits(self._cells)

    def _go_on(self) -> None:
        """Look through the next slice of the text."""
        end = time.monotonic() + SLICE_S
        while self.searching and time.monotonic() < end:
            self._look_through(SLICE)
        if self.searching:
            self._slicer.start()

    def _look_through(self, paragraphs: int) -> None:
        texts = list(islice(self._texts, paragraphs))
        try:
            found = list(find(self._wanted, texts))
        except KnownError as error:
            self.searching = False
            self._count.setText(localized(error.message))
            return
        for hit in found:
            self._cells.setdefault((hit.row, hit.side), []).append(hit.span)
        self._hits += found
        if len(texts) < paragraphs:
            self.searching = False
            self._tell()
            self._view.set_hits(self._cells)

    def _tell(self, number: int = 0) -> None:
        if not self._line.text():
            self._count.setText("")
        elif not self._hits:
            self._count.setText(self.tr("Not found"))
        elif number:
            told = QLocale().toString
            words = self.tr("{0} of {1}").format(told(number), told(len(self._hits)))
            self._count.setText(words)
        else:
            self._count.setText(self.tr("%Ln found", "", len(self._hits)))

    def _go(self, step: int) -> None:
        if not self._line.text():
            self.begin()
        elif self._timer.isActive() or self.isHidden():
            self.show()
            self._look()
        while self.searching:
            self._look_through(SLICE)
        at = self._view.selection
        if not self._hits or at is None:
            return
        here = (at.first.row, at.side, at.first.offset)
        places = [(hit.row, hit.side, hit.span.start) for hit in self._hits]
        if step > 0:
            number = next((i for i, place in enumerate(places) if place > here), 0)
            first = places[0] >= here and at.empty
            number = 0 if first else number
        else:
            number = next((i for i in reversed(range(len(places))) if places[i] < here), -1)
        hit = self._hits[number]
        self._view.reveal(hit.side, hit.row, hit.span)
        self._tell(number % len(places) + 1)

    def _session_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes & (Changes.DOCUMENT | Changes.TRANSLATIONS):
            self._look()

    def _look_soon(self) -> None:
        if self.isVisible():
            self._timer.start()
