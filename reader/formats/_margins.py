"""What stands around the text of pages: running heads, page numbers, tables of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.formats._page import Row, text_of

_PAGE_NUMBER = re.compile(
    r"[-–—|·\s\[(]*(?:(?:seite|page|s\.)\s*)?(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:von|of|/)\s*\d{1,4})?[-–—|·\s\])]*",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+|(?<!\w)(?:[ivxlc]{1,7}|[IVXLC]{1,7})(?!\w)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LINES = 2
"""At the top and at the bottom of a page, that may be in its margin."""

_TELLING = 8
"""Characters of a cell that is the same on several pages."""

_NEAR = (-1, 0, 1)
_LARGE = 1.12
"""In sizes of the text: what is larger is a heading."""

_LEADER = re.compile(
    r"(?<![.·…_])(?<![.·…_][ \xa0])(?:[.·…_][ \xa0]?+){4,}+\s*+(?:(\d{1,4})|[ivxlc]{1,7})$"
)
_NUMBER = re.compile(r"\d{1,4}")
_CONTENTS = re.compile(
    r"(?:inhalts|abbildungs|tabellen)verzeichnis|inhalt|(?:table of )?contents", re.IGNORECASE
)
_MOST_BETWEEN = 3
"""Lines of a table of contents between two that have dots."""

_ALIGNED = 2.0  # points


@dataclass(frozen=True)
class _Edge:
    """A line at the top or at the bottom of a page."""

    page: int
    row: Row

    @property
    def place(self) -> int:
        return round(self.row[0].base / 6)

    @property
    def texts(self) -> set[str]:
        """The same for all heads that differ in numbers, or in one of their cells."""
        cells = (cell.text.strip() for cell in self.row if len(cell.text) >= _TELLING)
        return {_NUMBERS.sub("#", text) for text in (text_of(self.row), *cells)}

    def shift(self) -> int | None:
        """The number of the page, where the line tells it at an end, less the pages before."""
        for cell in (self.row[0], self.row[-1]):
            if found := _PAGE_NUMBER.fullmatch(cell.text):
                return _value(found[1]) - self.page
        return None


def without_margins(
    pages: Sequence[list[Row]], heights: Sequence[float], body: float
) -> list[list[Row]]:
    """The pages without running heads, footers and page numbers.

    That is what stands at one place of several pages, or has a number that goes on from
    page to page; and all that stands where most lines are such.
    """
    edges = [
        _Edge(number, row)
        for number, page in enumerate(pages)
        for row in _outer(page)
        if all(cell.size < _LARGE * body for cell in row)
    ]
    seen = {(edge.page, text, edge.place) for edge in edges for text in edge.texts}
    heads = Counter((text, place) for _, text, place in seen)
    shifts = {(edge.page, edge.shift()) for edge in edges}
    counted = Counter(shift for _, shift in shifts)
    counted[None] = 0  # where no number is told
    needed = max(2, 0.25 * len(pages)) if len(pages) < 12 else 3

    def is_margin(edge: _Edge) -> bool:
        height = heights[edge.page]
        at_edge = not 0.12 * height < edge.row[0].base < 0.88 * height
        return (
            any(heads[text, edge.place + step] >= needed for text in edge.texts for step in _NEAR)
            or counted[edge.shift()] > 1
            or (at_edge and _PAGE_NUMBER.fullmatch(text_of(edge.row)) is not None)
        )

    margins = [edge for edge in edges if is_margin(edge)]
    places = Counter(edge.place for edge in edges)
    taken = Counter(edge.place for edge in margins)
    margins += [edge for edge in edges if taken[edge.place] > max(2, 0.5 * places[edge.place])]
    left_out = {id(edge.row) for edge in margins}
    return [[row for row in page if id(row) not in left_out] for page in pages]


def _outer(page: list[Row]) -> list[Row]:
    return [*page[:_LINES], *page[_LINES:][-_LINES:]]


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[sign] for sign in number.lower()]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def without_contents(column: list[Row], pages: int) -> list[Row]:
    """The column without its table of contents: lines with dots before numbers that grow.

    Lines beside them that have such a number and no dots are of it too, and so is its headline.
    """
    leaders = [_LEADER.search(text_of(row)) for row in column]
    headlines = {at for at, row in enumerate(column) if _CONTENTS.fullmatch(text_of(row))}
    marks = sorted({at for at, leader in enumerate(leaders) if leader} | headlines)
    left_out: set[int] = set()
    for group in _groups(marks):
        entries = [at for at in group if leaders[at]] or group[-1:]
        first, last = entries[0], entries[-1]
        right = max(column[at][-1].right for at in (*entries, min(last + 1, len(column) - 1)))

        def is_entry(row: Row, right: float = right) -> bool:
            return _number_of(row) is not None and abs(row[-1].right - right) < _ALIGNED

        while first and is_entry(column[first - 1]):
            first -= 1
        while last + 1 < len(column) and is_entry(column[last + 1]):
            last += 1
        has_headline = bool({first - 1, first} & headlines)
        numbers = [number for row in column[first : last + 1] if (number := _number_of(row))]
        grow = numbers == sorted(numbers) and max(numbers, default=0) <= 2 * pages + 20
        if grow and last > first and (has_headline or len(entries) > 1):
            left_out |= set(range(first - (first - 1 in headlines), last + 1))
    return [row for at, row in enumerate(column) if at not in left_out]


def _number_of(row: Row) -> int | None:
    """The number of a page that the line ends with, after dots or far from the words."""
    if found := _LEADER.search(text_of(row)):
        return int(found[1] or 0)
    ending = row[-1].text.strip()
    return int(ending) if len(row) > 1 and _NUMBER.fullmatch(ending) else None


def _groups(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Those that lie close together."""
    group: list[int] = []
    for number in numbers:
        if group and number - group[-1] > _MOST_BETWEEN + 1:
            yield group
            group = []
        group.append(number)
    if group:
        yield group
