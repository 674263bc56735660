"""What is selected in the two columns, apart from any widget."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Side, Span


@dataclass(frozen=True, order=True)
class Spot:
    """A place between two characters: paragraph number and offset in code points."""

    row: int
    offset: int


@dataclass(frozen=True)
class Selection:
    """From `anchor`, where it began, to `caret`, where it ends now; on one side only."""

    side: Side
    anchor: Spot
    caret: Spot

    @classmethod
    def at(cls, side: Side, spot: Spot) -> Selection:
        """Nothing selected, the caret there."""
        return cls(side, spot, spot)

    @property
    def empty(self) -> bool:
        return self.anchor == self.caret

    @property
    def first(self) -> Spot:
        return min(self.anchor, self.caret)

    @property
    def last(self) -> Spot:
        return max(self.anchor, self.caret)

    def extended(self, caret: Spot) -> Selection:
        return Selection(self.side, self.anchor, caret)

    def span(self, row: int, length: int) -> Span | None:
        """The selected part of a paragraph of that length, or None."""
        if self.empty or not self.first.row <= row <= self.last.row:
            return None
        start = self.first.offset if row == self.first.row else 0
        end = self.last.offset if row == self.last.row else length
        return Span(start, min(end, length)) if start < min(end, length) else None


def trim(text: str, span: Span) -> Span | None:
    """The span without the blanks at its ends, None where nothing else is in it."""
    part = span.of(text)
    start = span.start + len(part) - len(part.lstrip())
    end = span.end - len(part) + len(part.rstrip())
    return Span(start, end) if start < end else None
