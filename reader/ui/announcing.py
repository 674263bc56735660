"""Tells screen readers what the caret comes to, and what is uncovered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reader.model import Side
from reader.ui.wording import mark_told

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView


class Announcing(QObject):
    """A table tells of its cells by itself; sentences, marks and covers are told here.

    `announced` repeats what was told.
    """

    announced = Signal(str)

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._row: int | None = None
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
        pair = view.session.renderings.pair_at(row, side, offset)
        span = None if pair is None else pair.source if side is Side.SOURCE else pair.target
        sentence = view.typesetter.readable(row, side, span).strip() if span else ""
        marks = {
            mark.id: mark
            for place, mark in view.session.marks_at(row, side)
            if place.start <= offset < place.end
        }
        told = [mark_told(mark) for name, mark in marks.items() if name not in self._marks]
        if row == self._row and sentence and sentence != self._sentence:
            told.insert(0, sentence)
        self._row, self._sentence, self._marks = row, sentence, set(marks)
        self._readable = view.typesetter.readable(row, Side.TARGET)
        self._tell(told)

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
