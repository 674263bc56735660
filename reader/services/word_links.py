"""Which words of a sentence belong to which of its translation, asked for once a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model import SentencePair, Side, Span
from reader.services.renderings import Renderings
from reader.services.translator import Translator

if TYPE_CHECKING:
    from reader.words.alignment import Link

# Sentence pairs whose links are kept: some hundred kilobytes.
MOST_KEPT = 2000

# Characters of a sentence. Longer ones have more words than are linked.
LONGEST = 2000


class WordLinks(QObject):
    """Links by sentence pair and engine; what is not known yet comes with `found`."""

    found = Signal()

    def __init__(
        self, renderings: Renderings, translator: Translator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._renderings = renderings
        self._translator = translator
        self._known: dict[tuple[str, str, str], tuple[Link, ...]] = {}
        translator.linked.connect(self._linked)

    def ask(self, row: int, pair: SentencePair) -> bool:
        """Have the links of a sentence pair made, unless they are known or cannot be had.

        Gives whether they are to come.
        """
        engine = self._renderings.engine
        # With several engines none of them has seen both sides.
        if not engine or "+" in engine or not self.can_link(pair):
            return False
        key = self._key(row, pair)
        if key in self._known or not key[1].strip():
            return False
        self._translator.link(key[1], key[2])
        return True

    @staticmethod
    def can_link(pair: SentencePair) -> bool:
        """Whether the sentence is short enough to be looked into."""
        return pair.source.end - pair.source.start <= LONGEST

    def known(self, row: int, pair: SentencePair) -> tuple[Link, ...] | None:
        """The links of a sentence pair as spans of its paragraphs; None while not known."""
        links = self._known.get(self._key(row, pair))
        if links is None:
            return None
        from reader.words.alignment import Link

        return tuple(
            Link(
                _moved(link.source, pair.source.start),
                _moved(link.target, pair.target.start),
                link.weight,
            )
            for link in links
        )

    def partners(
        self, row: int, pair: SentencePair, side: Side, words: Span
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The words within `words` on that side that have partners, and the partners, in order.

        () and () where nothing is linked, or not known yet.
        """
        here: set[Span] = set()
        there: set[Span] = set()
        for link in self.known(row, pair) or ():
            mine, other = link.source, link.target
            if side is Side.TARGET:
                mine, other = other, mine
            if mine.overlaps(words):
                here.add(mine)
                there.add(other)
        return tuple(sorted(here)), tuple(sorted(there))

    def _key(self, row: int, pair: SentencePair) -> tuple[str, str, str]:
        return (
            self._renderings.engine,
            pair.source.of(self._renderings.text(row, Side.SOURCE)),
            pair.target.of(self._renderings.text(row, Side.TARGET)),
        )

    def _linked(self, source: str, target: str, links: tuple[Link, ...]) -> None:
        if len(self._known) >= MOST_KEPT:
            del self._known[next(iter(self._known))]
        self._known[self._renderings.engine, source, target] = links
        self.found.emit()


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
