"""The keys that move through the page; commands have theirs in the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reader.model import Side, Span
from reader.segment import sentences
from reader.ui import caret
from reader.ui.selection import Selection, Spot

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView


class Keyboard:
    """Takes the view's key events and moves the caret, which shows while keys are in use."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self.used_last = False

    def press(self, event: QKeyEvent) -> None:
        view = self._view
        at = view.selection
        if at is None:
            return
        for key, move, selects in caret.MOVES:
            if event.matches(key):
                spot = caret.moved(view.typesetter, view.rows(), at.side, at.caret, move)
                self._go(at.extended(spot) if selects else Selection.at(at.side, spot))
                return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                view.clicked_text.emit(at.caret.row, at.side)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                other = Side.TARGET if at.side is Side.SOURCE else Side.SOURCE
                self._go(Selection.at(other, Spot(at.caret.row, self._partner(at, other))))
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp | Qt.Key.Key_Space:
                back = event.key() == Qt.Key.Key_PageUp or bool(
                    event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                )
                view.turn_page(-1 if back else 1)
                self.used_last = True
                if at.empty:
                    view.select(Selection.at(Side.SOURCE, view.first_in_sight()))
            case Qt.Key.Key_Escape if not at.empty:
                view.clear_selection()
            case _:
                event.ignore()

    def come_along(self) -> None:
        """Bring a caret that was scrolled out of sight to the beginning of what can be seen."""
        at = self._view.selection
        if at is not None and at.empty and not self._view.in_sight(at.side, at.caret):
            self._view.select(Selection.at(Side.SOURCE, self._view.first_in_sight()))

    def step(self, rows: int) -> None:
        """Move the caret that many paragraphs on."""
        self.come_along()
        at = self._view.selection
        if at is not None:
            row = min(max(0, at.caret.row + rows), self._view.rows() - 1)
            self._go(Selection.at(at.side, Spot(row, 0)))

    def step_sentence(self, direction: int) -> None:
        """Move the caret to the beginning of the next sentence (1) or of the one before (-1)."""
        self.come_along()
        at = self._view.selection
        if at is None:
            return
        row, offset = at.caret.row, at.caret.offset
        while 0 <= row < self._view.rows():
            starts = [span.start for span in self.sentence_spans(row, at.side)]
            found = [start for start in starts if (start - offset) * direction > 0]
            if found:
                self._go(Selection.at(at.side, Spot(row, found[0 if direction > 0 else -1])))
                return
            row += direction
            offset = -1 if direction > 0 else 1 << 30

    def _go(self, selection: Selection) -> None:
        self.used_last = True
        self._view.select(selection)
        self._view.show_spot(selection.side, selection.caret)

    def _partner(self, at: Selection, side: Side) -> int:
        """Where the sentence at the caret begins on the other side."""
        renderings = self._view.session.renderings
        pair = renderings.pair_at(at.caret.row, at.side, at.caret.offset)
        if pair is None:
            return 0
        return (pair.source if side is Side.SOURCE else pair.target).start

    def sentence_spans(self, row: int, side: Side) -> list[Span]:
        """The sentences of a cell, translated or not."""
        text = self._view.text(row, side)
        rendering = self._view.session.renderings.rendering(row)
        if not text:
            return []
        if rendering is not None:
            return [p.source if side is Side.SOURCE else p.target for p in rendering.pairs]
        return list(sentences(text, self._view.session.renderings.languages[0]))
