"""Lights the words that belong to the word that is pointed at or selected, on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.model import Side, Span
from reader.services.word_links import WordLinks
from reader.ui.selection import Spot
from reader.words.tokens import words

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView

# A sentence that the mouse only passes over is not asked about.
SETTLES_MS = 120


@dataclass(frozen=True)
class LitWords:
    """Words that belong together, in one paragraph; in order."""

    row: int
    source: tuple[Span, ...]
    target: tuple[Span, ...]

    def spans(self, side: Side) -> tuple[Span, ...]:
        return self.source if side is Side.SOURCE else self.target


class WordLighting(QObject):
    """Follows the mouse, the caret and the selection; where nothing is linked, nothing is lit."""

    def __init__(self, view: ReaderView, links: WordLinks) -> None:
        super().__init__(view)
        self._view = view
        self._links = links
        self._at: tuple[Side, Spot] | None = None
        self._settler = QTimer(self, interval=SETTLES_MS, singleShot=True)
        self._settler.timeout.connect(self._ask)
        view.links = links
        links.found.connect(self._show)
        links.found.connect(view.viewport().update)  # marks show on the words that are linked
        view.pointed.connect(self._pointed)
        view.lit_changed.connect(self._settler.start)
        view.selection_changed.connect(self._show)

    def _pointed(self, at: tuple[Side, Spot] | None) -> None:
        self._at = at
        self._show()

    def _ask(self) -> None:
        if (lit := self._view.lit) is not None:
            self._links.ask(lit.row, lit.pair)

    def _show(self) -> None:
        self._view.set_lit_words(self._lit_words())

    def _lit_words(self) -> LitWords | None:
        lit = self._view.lit
        if lit is None or self._at is None or self._at[1].row != lit.row:
            return None
        if not self._links.can_link(lit.pair):
            return None
        side, spot = self._at
        chosen = self._selected(side, spot) or self._word(side, spot, lit.span(side))
        if chosen is None:
            return None
        here, there = self._links.partners(lit.row, lit.pair, side, chosen)
        if not there:
            return None
        if side is Side.TARGET:
            here, there = there, here
        return LitWords(lit.row, here, there)

    def _word(self, side: Side, spot: Spot, sentence: Span) -> Span | None:
        """The word of the sentence at a spot, or just before it; from the paragraph's start."""
        text = self._view.text(spot.row, side)
        start = sentence.start
        found = [Span(start + w.start, start + w.end) for w in words(sentence.of(text))]
        for at in (spot.offset, spot.offset - 1):
            for word in found:
                if word.start <= at < word.end:
                    return word
        return None

    def _selected(self, side: Side, spot: Spot) -> Span | None:
        """The selected words of the paragraph, where the spot lies among them."""
        at = self._view.selection
        if at is None or at.side is not side:
            return None
        span = at.span(spot.row, len(self._view.text(spot.row, side)))
        return span if span is not None and span.start <= spot.offset <= span.end else None
