"""Gradual help: which of the English is covered until the reader asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from reader.model import Side, Span
from reader.services.session import Session

_WORD = re.compile(r"\S+")
ELLIPSIS = "…"


class Step(StrEnum):
    """How much English is uncovered at a time."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    WORD = "word"


class Cover(QObject):
    """Knows the covered words of every paragraph, whether or not its English is shown.

    English is laid out whole and painted over where it is covered, so that uncovering
    moves nothing. A paragraph is covered as `step` says until the reader uncovers or
    covers some of it; that is remembered as long as its translation stays the same.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._step = Step.PARAGRAPH
        self._rows: dict[int, tuple[str, frozenset[Span]]] = {}

    @property
    def step(self) -> Step:
        return self._step

    def use(self, step: Step) -> None:
        """Begin anew with another step."""
        self._step = step
        self.forget()

    def forget(self, rows: Iterable[int] | None = None) -> None:
        """Forget what was uncovered in these paragraphs, or in all of them."""
        for row in list(self._rows) if rows is None else rows:
            self._rows.pop(row, None)
        self.changed.emit()

    def covered(self, row: int) -> Sequence[Span]:
        """The covered words of a paragraph's English, in order."""
        text = self._text(row)
        kept = self._rows.get(row)
        if kept is not None and kept[0] == text:
            return sorted(kept[1])
        return () if self._step is Step.PARAGRAPH else list(words(text))

    def cover(self, row: int, spans: Iterable[Span]) -> None:
        """Cover all words in these stretches."""
        spans = list(spans)
        more = (word for word in words(self._text(row)) if any(map(word.overlaps, spans)))
        self._keep(row, {*self.covered(row), *more})

    def cover_all(self, row: int) -> None:
        """Cover a whole paragraph."""
        self._keep(row, words(self._text(row)))

    def uncover(self, row: int, spans: Iterable[Span]) -> None:
        """Uncover all words in these stretches."""
        spans = list(spans)
        self._keep(row, {w for w in self.covered(row) if not any(map(w.overlaps, spans))})

    def sentence(self, row: int, side: Side, offset: int) -> Span | None:
        """The English sentence at, or beside, a place."""
        pair = self._session.renderings.pair_at(row, side, max(0, offset))
        if pair is None and offset > 0:
            pair = self._session.renderings.pair_at(row, side, offset - 1)
        return pair.target if pair else None

    def next_sentence(self, row: int, side: Side, offset: int) -> Span | None:
        """The sentence at a place if any of it is covered, else the next one that is."""
        rendering = self._session.renderings.shown(row)
        here = self.sentence(row, side, offset)
        if rendering is None or here is None:
            return None
        covered = self.covered(row)
        wanted = [
            pair.target
            for pair in rendering.pairs
            if any(word.overlaps(pair.target) for word in covered)
        ]
        return next((s for s in wanted if s >= here), wanted[0] if wanted else None)

    def next_word(self, row: int, side: Side, offset: int) -> Span | None:
        """The next covered word, from the beginning of the sentence at a place on."""
        here = self.sentence(row, side, offset)
        covered = self.covered(row)
        if here is None or not covered:
            return None
        return next((word for word in covered if word.start >= here.start), covered[0])

    def last_word(self, row: int, side: Side, offset: int) -> Span | None:
        """The last word of the sentence at a place that is not covered, the one to cover next."""
        here = self.sentence(row, side, offset)
        if here is None:
            return None
        covered = set(self.covered(row))
        seen = (w for w in words(self._text(row)) if w.overlaps(here) and w not in covered)
        return max(seen, default=None)

    def hidden(self, row: int) -> list[Span]:
        """What must not be seen, the blanks beside it included: letters reach into them."""
        text = self._text(row)
        return [
            Span(
                len(text[: span.start].rstrip()),
                len(text) - len(text[span.end :].lstrip()),
            )
            for span in joined(text, self.covered(row))
        ]

    def bars(self, row: int) -> list[Span]:
        """What is painted over: a bar a word, or one over words that stand together."""
        covered = self.covered(row)
        return list(covered) if self._step is Step.WORD else joined(self._text(row), covered)

    def blanked(self, row: int) -> str:
        """The English with a line break in place of every covered letter, as long as before."""
        text = self._text(row)
        if not self.covered(row):
            return text
        letters = list(text)
        for word in self.covered(row):
            letters[word.start : word.end] = "\n" * (word.end - word.start)
        return "".join(letters)

    def readable(self, row: int, span: Span) -> str:
        """A stretch of the English with “…” for what is covered."""
        text = self._text(row)
        parts: list[str] = []
        at = span.start
        for bar in joined(text, self.covered(row)):
            if bar.overlaps(span):
                parts += [text[at : max(at, bar.start)], ELLIPSIS]
                at = bar.end
        return "".join((*parts, text[at : span.end]))

    def _text(self, row: int) -> str:
        return self._session.renderings.text(row, Side.TARGET)

    def _keep(self, row: int, covered: Iterable[Span]) -> None:
        self._rows[row] = (self._text(row), frozenset(covered))
        self.changed.emit()


def words(text: str) -> Iterator[Span]:
    """What stands between blanks."""
    return (Span(*match.span()) for match in _WORD.finditer(text))


def joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Stretches that only blanks keep apart, as one each."""
    found: list[Span] = []
    for span in spans:
        if found and not text[found[-1].end : span.start].strip():
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
