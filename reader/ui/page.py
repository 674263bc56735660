"""The geometry of a page: where blocks of text stand in a row, side by side or stacked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF

from reader.model import Kind, Side
from reader.ui.theme import Theme, reading_font

# Typographers' range for long reading is 45 to 75 characters a line.
MEASURE_CHARACTERS = 72
# Shorter lines become ragged, in German above all, unless words are broken; so does
# every line that meets a word longer than half of it.
NARROW_CHARACTERS = 44
# Two columns of less can hardly be read: then one stands in their place.
FEWEST_CHARACTERS = 18
HEADING_LEADING = 0.4  # of what the text has between its lines
SCALE = {Kind.TITLE: 1.55, Kind.HEADING: 1.25, Kind.CODE: 0.9, Kind.CAPTION: 0.92}
BETWEEN = 0.45  # above and below a paragraph, in em; what is listed stands closer
LISTED = dict.fromkeys((Kind.LIST_ITEM, Kind.TABLE_ROW), 0.2)
ABOVE = LISTED | {Kind.TITLE: 1.6, Kind.HEADING: 1.3}
BELOW = LISTED | {Kind.TITLE: 0.6, Kind.HEADING: 0.6}
SAMPLE = "abcdefghijklmnopqrstuvwxyz enisratdhu"


class Mode(StrEnum):
    """How the two languages stand on the page."""

    SIDE_BY_SIDE = "side-by-side"
    STACKED = "stacked"  # English under each German paragraph
    GERMAN = "german"  # English only where it is asked for, and only for now


@dataclass(frozen=True)
class TypeStyle:
    """How text is set: `points` is its size, `leading` the line distance in font heights.

    `characters` is the length of the longest line; words are broken in narrow columns
    if `hyphenate` says so.
    """

    theme: Theme
    family: str
    points: float
    leading: float = 1.45
    characters: int = MEASURE_CHARACTERS
    hyphenate: bool = True

    def font(self, kind: Kind, level: int = 0) -> QFont:
        scale = SCALE.get(kind, 1.0)
        if kind is Kind.HEADING:
            scale = max(1.05, 1.4 - 0.1 * level)
        font = reading_font(self.family, self.points * scale)
        if kind in (Kind.TITLE, Kind.HEADING):
            font.setWeight(QFont.Weight.DemiBold)
        if kind in (Kind.QUOTE, Kind.CAPTION):
            font.setItalic(True)
        if kind is Kind.CODE:
            font.setFamily("monospace")
            font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def line_height(self, kind: Kind) -> float:
        """The distance of lines in font heights; those of a heading belong closer together."""
        if kind in (Kind.TITLE, Kind.HEADING):
            return 1 + HEADING_LEADING * (self.leading - 1)
        return self.leading

    @cached_property
    def measures(self) -> tuple[float, float]:
        """The height of the type and the usual width of a letter, in pixels."""
        metrics = QFontMetricsF(self.font(Kind.TEXT))
        return metrics.height(), metrics.horizontalAdvance(SAMPLE) / len(SAMPLE)

    def colour(self, side: Side) -> str:
        return self.theme.ink if side is Side.SOURCE else self.theme.ink_soft


@dataclass(frozen=True)
class Page:
    """A page of a width in pixels, of which the German column has the share `ratio`.

    Side by side, the German block leans on the gutter from the left and the English
    one from the right, as in a printed bilingual edition; what is left over is outer
    margin. Stacked, one block stands in the middle of the page. `em` is the height
    of the body type, `character` the usual width of a letter, `measure` the longest
    line, in pixels.
    """

    mode: Mode
    width: int
    ratio: float
    em: float
    character: float
    measure: float

    @classmethod
    def of(cls, mode: Mode, width: int, ratio: float, style: TypeStyle) -> Page:
        """A page in that mode; where there is no room for two columns, of one."""
        em, character = style.measures
        page = cls(mode, width, ratio, em, character, style.characters * character)
        even = replace(page, ratio=0.5)
        if page.two_columns and even.text_width(Side.SOURCE) < FEWEST_CHARACTERS * character:
            return replace(page, mode=Mode.STACKED)
        return page

    @property
    def two_columns(self) -> bool:
        return self.mode is Mode.SIDE_BY_SIDE

    @property
    def gutter(self) -> float:
        """Half of the space between the two blocks."""
        return min(2.2 * self.em, 0.06 * self.width)

    @property
    def outer(self) -> float:
        """The least outer margin: signs for notes and doubts stand there."""
        return 1.9 * self.em

    def column(self, side: Side) -> tuple[int, int]:
        """Left edge and width of a side's column."""
        if not self.two_columns:
            return 0, self.width
        source = round(self.width * self.ratio)
        return (0, source) if side is Side.SOURCE else (source, self.width - source)

    def text_width(self, side: Side) -> float:
        inner = self.gutter if self.two_columns else self.outer
        room = self.column(side)[1] - inner - self.outer
        return max(4 * self.em, min(room, self.measure))

    def hyphenates(self, side: Side, kind: Kind, style: TypeStyle, text: str) -> bool:
        """Whether words of a text are broken at the ends of lines."""
        if not style.hyphenate or kind is Kind.CODE:
            return False
        letters = self.text_width(side) / self.character
        longest = max(map(len, text.split()), default=0) * SCALE.get(kind, 1.0)
        return letters < NARROW_CHARACTERS or longest > letters / 2

    def text_left(self, side: Side) -> float:
        """Where the block begins, from the left edge of the page."""
        left, width = self.column(side)
        if not self.two_columns:
            return max(0.0, (width - self.text_width(side)) / 2)
        if side is Side.TARGET:
            return left + self.gutter
        return max(0.0, width - self.gutter - self.text_width(side))

    def indent(self, kind: Kind, level: int) -> float:
        if kind is Kind.QUOTE:
            return 1.2 * self.em
        if kind is Kind.LIST_ITEM:
            return 1.1 * self.em * max(1, level)
        return 0.0

    def space_above(self, kind: Kind, row: int) -> float:
        if row == 0:
            return 2.2 * self.em
        return ABOVE.get(kind, BETWEEN) * self.em

    def space_below(self, kind: Kind, *, last: bool) -> float:
        return (4.0 if last else BELOW.get(kind, BETWEEN)) * self.em

    @property
    def byline_height(self) -> float:
        """Of the line under the title that names author and date, its space above included."""
        return 1.5 * self.em

    @property
    def space_between(self) -> float:
        """From German to the English under it."""
        return 0.25 * self.em
