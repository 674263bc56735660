"""The geometry of an open page: where text stands in the two columns."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from reader.model import Kind, Side
from reader.ui.theme import Theme, reading_font

# Typographers' range for long reading is 45 to 75 characters a line.
MEASURE_CHARACTERS = 72
SCALE = {Kind.TITLE: 1.55, Kind.HEADING: 1.25, Kind.CODE: 0.9}


@dataclass(frozen=True)
class TypeStyle:
    """How text is set: `points` is its size, `leading` the line distance in font heights."""

    theme: Theme
    family: str
    points: float
    leading: float = 1.45

    def font(self, kind: Kind, level: int = 0) -> QFont:
        scale = SCALE.get(kind, 1.0)
        if kind is Kind.HEADING:
            scale = max(1.05, 1.4 - 0.1 * level)
        font = reading_font(self.family, self.points * scale)
        if kind in (Kind.TITLE, Kind.HEADING):
            font.setWeight(QFont.Weight.DemiBold)
        if kind is Kind.QUOTE:
            font.setItalic(True)
        if kind is Kind.CODE:
            font.setFamily("monospace")
            font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def colour(self, side: Side) -> str:
        return self.theme.ink if side is Side.SOURCE else self.theme.ink_soft


@dataclass(frozen=True)
class Page:
    """Two columns of the given widths, in pixels, set in a style whose em is `em`.

    The German block leans on the gutter from the left, the English one from the
    right, as in a printed bilingual edition; what is left over is outer margin.
    """

    source_width: int
    target_width: int
    em: float
    measure: float

    @classmethod
    def of(cls, source_width: int, target_width: int, style: TypeStyle) -> Page:
        metrics = QFontMetricsF(style.font(Kind.TEXT))
        alphabet = "abcdefghijklmnopqrstuvwxyz enisratdhu"
        character = metrics.horizontalAdvance(alphabet) / len(alphabet)
        return cls(source_width, target_width, metrics.height(), MEASURE_CHARACTERS * character)

    @property
    def gutter(self) -> float:
        """Half of the space between the two blocks."""
        return min(2.2 * self.em, 0.06 * (self.source_width + self.target_width))

    @property
    def outer(self) -> float:
        """The least outer margin: signs for notes and doubts stand there."""
        return 1.9 * self.em

    def column_width(self, side: Side) -> int:
        return self.source_width if side is Side.SOURCE else self.target_width

    def text_width(self, side: Side) -> float:
        room = self.column_width(side) - self.gutter - self.outer
        return max(4 * self.em, min(room, self.measure))

    def text_left(self, side: Side) -> float:
        """Where the block begins, from the left edge of its column."""
        if side is Side.TARGET:
            return self.gutter
        return max(0.0, self.source_width - self.gutter - self.text_width(side))

    def indent(self, kind: Kind, level: int) -> float:
        if kind is Kind.QUOTE:
            return 1.2 * self.em
        if kind is Kind.LIST_ITEM:
            return 1.1 * self.em * max(1, level)
        return 0.0

    def space_above(self, kind: Kind, row: int) -> float:
        if row == 0:
            return 2.2 * self.em
        return {Kind.TITLE: 1.6, Kind.HEADING: 1.3}.get(kind, 0.45) * self.em

    def space_below(self, kind: Kind, last: bool) -> float:
        return (4.0 if last else 0.6 if kind in (Kind.TITLE, Kind.HEADING) else 0.45) * self.em
