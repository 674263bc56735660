"""Tells screen readers what the caret comes to, and what is uncovered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reader.model import Side, Span
from reader.ui.pointer import word_around
from reader.ui.selection import Spot
from reader.ui.wording import mark_told

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView


class Announcing(QObject):
    """A table tells of its cells by itself; what lies in them is told here.

    A key that takes the caret into another sentence tells the sentence; within one it tells
    the word that it comes to, or by single steps the letter; then come the marks there.
    Nothing of covered English is told.

    `announced` repeats what was told.
    """

    announced = Signal(str)

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._row: int | None = None
        self._spot: tuple[Side, Spot] | None = None
        self._sentence = ""
        self._marks: set[str] = set()
        self._readable = ""
        view.selection_changed.connect(self._moved)
        view.typesetter.cover.changed.connect(self._uncovered)

    def _moved(self) -> None:
        view = self._view
        at = view.selection
        if at is None or not view.keyboard.used_last:
            return
        row, side, offset = at.caret.row, at.side, at.caret.offset
        spans = view.keyboard.sentence_spans(row, side)
        span = next((s for s in spans if s.start <= offset < s.end), None)
        sentence = view.typesetter.readable(row, side, span).strip() if span else ""
        marks = {
            mark.id: mark
            for place, mark in view.session.marks_at(row, side)
            if place.start <= offset < place.end
        }
        told = [mark_told(mark) for name, mark in marks.items() if name not in self._marks]
        if row == self._row and sentence and sentence != self._sentence:
            told.insert(0, sentence)
        elif (side, at.caret) != self._spot:
            told.insert(0, self._passed(side, at.caret))
        self._spot = side, at.caret
        self._row, self._sentence, self._marks = row, sentence, set(marks)
        self._readable = view.typesetter.readable(row, Side.TARGET)
        self._tell(told)

    def _passed(self, side: Side, spot: Spot) -> str:
        """What the caret has come to within a cell; "" where it comes from another one."""
        if self._spot is None or (self._spot[0], self._spot[1].row) != (side, spot.row):
            return ""
        text, offset = self._view.text(spot.row, side), spot.offset
        span = word_around(text, offset)
        if abs(offset - self._spot[1].offset) == 1 or span is None:
            span = Span(offset, min(offset + 1, len(text)))
        told = self._view.typesetter.readable(spot.row, side, span)
        return self.tr("space") if told.isspace() else told

    def _uncovered(self) -> None:
        row = self._view.current_row
        if row is None or row >= self._view.rows():
            return
        readable = self._view.typesetter.readable(row, Side.TARGET)
        if row == self._row and readable != self._readable and self._view.keyboard.used_last:
            self._tell([readable])
        self._readable = readable

    def _tell(self, parts: list[str]) -> None:
        if message := "\n".join(filter(None, parts)):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, message))
            self.announced.emit(message)
