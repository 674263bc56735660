"""From lines at places on pages to paragraphs, over the ends of columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from reader.formats import _lines
from reader.formats._capitals import with_capitals
from reader.formats._columns import columns, gutters, rows, table_rows
from reader.formats._margins import without_contents, without_margins
from reader.formats._page import Line, Page, Row, text_of
from reader.formats._signs import with_signs
from reader.model import Kind, Paragraph

_NOTE = re.compile(r"(\d{1,3})(?:\s+(?=\S)|(?=[A-ZÄÖÜ„»“]))")  # LibreOffice has no space there
_ITEM = re.compile(r"(?:[•●▪◦‣∙·–-]|[o](?=\s)|\d{1,3}[.)](?!\d)|[a-z]\))\s*(?=\S)")
_BULLET = re.compile(r"(?:[•●▪◦‣∙·]|[o](?=\s)|[–-](?=\s))\s*")
_DIGITS = re.compile(r"\d{1,3}")
_ENDED = re.compile(r"[.!?:…][“”\"'»«’)\]]*(?:\[\d{1,3}\])?$")
_HYPHENS = ("-", "\u00ad", "\u2010")

_NARROW = 0.6
"""The share of a column that lines of prose fill at least."""

_ROOM = 0.1
"""The share of its width that a line of prose may leave empty, whatever word comes next."""

_REACH = 0.85
"""The share of its width that a line has which reaches over the edge."""

_MANY = 15
"""Lines of which a third tell the edge, however far one reaches over it."""

_APART = 1.3
"""Times the usual way from line to line, at which paragraphs are set apart."""


@dataclass
class _Part:
    """A paragraph that is being put together."""

    lines: list[str]
    size: float
    bold: bool
    kind: Kind = Kind.TEXT
    full: bool = False
    """Whether its last line goes to the end of its column, so that the text may go on."""

    left: float = 0.0
    """Where its first line begins."""


@dataclass
class _Column:
    """Lines one under the other."""

    lines: list[Row]
    """Each a line by its cells, which mostly is one."""

    left: float = field(init=False)
    right: float = field(init=False)
    leading: float = field(init=False)

    def __post_init__(self) -> None:
        lefts = sorted(cells[0].left for cells in self.lines)
        self.left = lefts[len(lefts) // 4] if len(lefts) > 3 else lefts[0]
        self.right = _edge(self.lines)
        gaps = [above[0].base - below[0].base for above, below in pairwise(self.lines)]
        self.leading = median(gaps) if gaps else 0.0

    def ends(self) -> set[int]:
        """The lines after which the next word had room, so that a paragraph ends there.

        Lines have the room of the longest one that stands close to them, as in an indented
        quotation; what is much narrower than the column is verse or a list.
        """
        found: set[int] = set()
        start = 0
        for at in range(len(self.lines)):
            if at + 1 < len(self.lines) and self._is_close(at, at + 1):
                continue
            found.update(self._ends_in(start, at))
            start = at + 1
        return found

    def _is_close(self, above: int, below: int) -> bool:
        first, second = self.lines[above][0], self.lines[below][0]
        gap = first.base - second.base
        return abs(first.size - second.size) < 0.08 * first.size and gap < _APART * self.leading

    def _ends_in(self, start: int, end: int) -> Iterator[int]:
        block = self.lines[start : end + 1]
        left = min(row[0].left for row in block)
        right = _edge(block)
        if right - left < _NARROW * (self.right - self.left):
            right = self.right
        for at, (above, below) in enumerate(pairwise(block), start):
            room = right - above[-1].right
            text = text_of(below)
            word = len(text.split(maxsplit=1)[0]) / len(text) * (below[-1].right - below[0].left)
            wide = room > max(word + below[0].size, _ROOM * (right - left))
            if wide and not above[-1].text.rstrip().endswith(_HYPHENS):
                yield at


def _edge(block: list[Row]) -> float:
    """The right edge that lines share, over which a few may reach: not far, if lines are few."""
    left = min(row[0].left for row in block)
    rights = sorted((row[-1].right for row in block), reverse=True)
    size, needed = block[0][0].size, max(1, len(block) // 10)
    for at, one in enumerate(rights[:-needed]):
        if one - rights[at + needed] < size:
            sharing = sum(one - other < size for other in rights[at:])
            is_near = one - left > _REACH * (rights[0] - left)
            return one if is_near or 3 * sharing > max(_MANY, len(block)) else rights[0]
    return rights[0]


def paragraphs(pages: Sequence[Page]) -> list[Paragraph]:
    """The paragraphs of all pages in reading order.

    A paragraph goes on over the ends of columns and pages. Footnotes come after the
    paragraph that goes on above them.
    """
    lines = [with_capitals(with_signs(page.lines)) for page in pages]
    parted = gutters(lines)
    found = [rows(page, places) for page, places in zip(lines, parted, strict=True)]
    body = _body_size(found)
    if body is None:
        return []
    found = without_margins(found, [page.height for page in pages], body)
    builder = _Builder(body, is_fixed=_is_fixed(found))
    for page, places in zip(found, parted, strict=True):
        text, notes = _split_notes(page, body)
        for column in columns(text, places):
            words, below = _split_notes(column, body)
            if words := without_contents(words, len(pages)):
                builder.take(_Column(words))
            builder.note(below)
        builder.note(notes)
    return builder.finish()


def _is_fixed(pages: list[list[Row]]) -> bool:
    """Whether most of the text is set in letters of one width, so that this means nothing."""
    sizes = Counter[bool]()
    for page in pages:
        for row in page:
            for cell in row:
                sizes[cell.fixed] += len(cell.text)
    return sizes[True] > sizes[False]


def _body_size(pages: list[list[Row]]) -> float | None:
    """The size most of the text has."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            for cell in row:
                sizes[round(cell.size, 1)] += len(cell.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _split_notes(page: list[Row], body: float) -> tuple[list[Row], list[Row]]:
    """A page's or column's text, and the notes below: in small type, the first one numbered."""
    at = len(page)
    while at and all(cell.size < 0.93 * body for cell in page[at - 1]):
        at -= 1
    while at < len(page) and not _NOTE.match(text_of(page[at])):
        at += 1
    return (page[:at], page[at:]) if 0 < at < len(page) else (page, [])


class _Builder:
    """Puts paragraphs together, column after column."""

    def __init__(self, body: float, *, is_fixed: bool) -> None:
        self._body = body
        self._is_fixed = is_fixed
        self._parts: list[_Part] = []
        self._notes: list[_Part] = []
        self._part: _Part | None = None
        self._numbers = {0}
        """Of the items of lists so far."""

    def take(self, column: _Column) -> None:
        """The lines of a column; the paragraph before may go on in it."""
        above: Row | None = None
        table, ends = table_rows(column.lines), column.ends()
        for at, row in enumerate(column.lines):
            if self._is_code(column, above, row):
                self._code(row)
            elif self._is_in_cell(column, above, row):
                self._parts[-1].lines.append(text_of(row))
            elif at in table:
                self._end()
                text = " | ".join(cell.text.strip() for cell in row)
                self._parts.append(_Part([text], row[0].size, bold=False, kind=Kind.TABLE_ROW))
            elif (
                self._part is None
                or self._part.kind is Kind.CODE
                or (at - 1 in ends and row[0].size <= 1.12 * self._body)
                or self._begins(column, above, row[0])
            ):
                self._end()
                self._part = _Part([text_of(row)], row[0].size, row[0].bold, left=row[0].left)
            else:
                self._part.lines.append(text_of(row))
                self._part.bold = self._part.bold and row[0].bold
            if self._part is not None:
                self._part.full = row[-1].right > column.right - 0.1 * (column.right - column.left)
            above = row

    def _is_in_cell(self, column: _Column, above: Row | None, row: Row) -> bool:
        """Whether the line goes on in the last cell of the row above."""
        if above is None or self._part or not self._parts or len(row) > 1:
            return False
        return (
            self._parts[-1].kind is Kind.TABLE_ROW
            and abs(row[0].left - above[-1].left) < 0.3 * row[0].size
            and (len(above) == 1 or above[0].left < row[0].left - row[0].size)
            and above[0].base - row[0].base <= _APART * column.leading
        )

    def _is_code(self, column: _Column, above: Row | None, row: Row) -> bool:
        """Whether the line is in letters of code, and not the end of a sentence."""
        numbered = row[0].text.isdecimal() and len(row) > 1  # as lines of code often are
        if self._is_fixed or not all(cell.fixed for cell in row[numbered:]):
            return False
        part = self._part
        if part is None or part.kind is Kind.CODE or not part.full:
            return True
        near = above is None or above[0].base - row[0].base <= _APART * column.leading
        return not near or _ENDED.search(part.lines[-1].strip()) is not None

    def _code(self, row: Row) -> None:
        """A line of code, which stays as it is and goes on until there is something else."""
        first, text = row[0], text_of(row)
        if self._part is None or self._part.kind is not Kind.CODE:
            self._end()
            self._part = _Part([text], first.size, bold=False, kind=Kind.CODE, left=first.left)
            return
        letter = (row[-1].right - first.left) / len(text)
        indent = round((first.left - self._part.left) / max(letter, 1.0))
        self._part.lines.append(" " * min(max(indent, 0), 40) + text)

    def note(self, rows: list[Row]) -> None:
        """The footnotes of a page."""
        for row in rows:
            text = text_of(row)
            if (found := _NOTE.match(text)) or not self._notes:
                text = f"[{found[1]}] {text[found.end() :]}" if found else text
                self._notes.append(_Part([text], self._body, bold=False))
            else:
                self._notes[-1].lines.append(text)

    def _begins(self, column: _Column, above: Row | None, line: Line) -> bool:
        """Whether a paragraph begins with `line`."""
        part = self._part
        assert part is not None
        if abs(line.size - part.size) > 0.08 * part.size or (line.bold and not part.bold):
            return True
        if above is not None and line.size > 1.12 * self._body:
            return above[0].base - line.base > 2 * line.size
        if part.bold and not line.bold and len(part.lines) <= 3 and not part.full:
            return True
        ended = _ENDED.search(part.lines[-1].strip()) is not None
        if above is None:  # the first line of a column or page
            indented = line.left > column.left + 0.6 * line.size
            return ended and (indented or not part.full or not line.text.strip()[:1].islower())
        if above[0].base - line.base > _APART * column.leading:
            return True
        if above[0].left > line.left + 2 * line.size and ended:
            return True  # what stood in the middle or on the right is over
        if part.left + 0.6 * line.size < above[0].left > line.left + 0.6 * line.size:
            return True  # back to where an entry began, below which its lines hang
        if _ITEM.match(line.text) and (ended or _ITEM.match(part.lines[0]) is not None):
            return True
        if _ITEM.match(part.lines[0]):
            return ended and not part.full
        indented = line.left > max(column.left, above[0].left) + 0.6 * line.size
        hangs = part.full and not ended  # as the lines of an entry do below its first
        return (indented and not hangs) or (ended and not part.full)

    def _end(self) -> None:
        if self._part is not None:
            self._parts.append(self._part)
            self._part = None
        self._parts += self._notes
        self._notes = []

    def finish(self) -> list[Paragraph]:
        """All paragraphs, with their kinds."""
        self._end()
        joiner = _lines.joiner("\n".join(line for part in self._parts for line in part.lines))
        levels = self._levels()
        found: list[Paragraph] = []
        for part in self._parts:
            text = re.sub(r" {2,}", " ", joiner.join(part.lines)).strip()
            if part.kind is Kind.CODE:
                text = "\n".join(part.lines)
            kind, level = self._kind(part, text, levels)
            if kind is Kind.LIST_ITEM and (bullet := _BULLET.match(text)):
                text = text[bullet.end() :]
            if text:
                found.append(Paragraph(kind, text, level))
        return _titled(found, levels)

    def _levels(self) -> dict[float, int]:
        """The level of a heading by its size, the largest first."""
        sizes = {round(part.size) for part in self._parts if part.size > 1.12 * self._body}
        return {size: min(n, 6) for n, size in enumerate(sorted(sizes, reverse=True), start=1)}

    def _kind(self, part: _Part, text: str, levels: dict[float, int]) -> tuple[Kind, int]:
        if part.kind is not Kind.TEXT:
            return part.kind, 0
        short = len(text) <= 200
        if short and part.size > 1.12 * self._body:
            return Kind.HEADING, levels[round(part.size)]
        if part.bold and len(text) <= 100 and not text.endswith((".", ",", ";")):
            return Kind.HEADING, min(len(levels) + 1, 6)
        if _ITEM.match(text) and (_BULLET.match(text) or self._goes_on(text)):
            return Kind.LIST_ITEM, 1
        return Kind.TEXT, 0

    def _goes_on(self, text: str) -> bool:
        """Whether the text begins with a number that goes on with a list, as no date does."""
        found = _DIGITS.match(text)
        if found is None or int(found[0]) - 1 not in self._numbers:
            return False
        self._numbers.add(int(found[0]))
        return True


def _titled(found: list[Paragraph], levels: dict[float, int]) -> list[Paragraph]:
    """With the only heading of the largest size, if it comes first, as the title."""
    first = [at for at, p in enumerate(found) if p.kind is Kind.HEADING and p.level == 1]
    if not levels or len(first) != 1 or first[0] > 2:
        return found
    found[first[0]] = Paragraph(Kind.TITLE, found[first[0]].text)
    return [
        p._replace(level=p.level - 1) if p.kind is Kind.HEADING and p.level > 1 else p
        for p in found
    ]
