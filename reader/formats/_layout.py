"""From lines at places on pages to paragraphs: columns, running heads, words cut in two.

Coordinates are in points, from the lower left corner of the page, as PDF has them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from reader.formats import _lines
from reader.formats._signs import with_signs
from reader.model import Kind, Paragraph

_PAGE_NUMBER = re.compile(
    r"[-–—|·\s\[(]*(?:(?:seite|page|s\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:von|of|/)\s*\d{1,4})?[-–—|·\s\])]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_NOTE = re.compile(r"(\d{1,3})(?:\s+(?=\S)|(?=[A-ZÄÖÜ„»“]))")  # LibreOffice has no space there
_ITEM = re.compile(r"(?:[•●▪◦‣∙·–-]|[o](?=\s)|\d{1,3}[.)]|[a-z]\))\s*(?=\S)")
_BULLET = re.compile(r"(?:[•●▪◦‣∙·]|[o](?=\s)|[–-](?=\s))\s*")
_ENDED = re.compile(r"[.!?:…][“”\"'»«’)\]]*(?:\[\d{1,3}\])?$")

_MARGIN_LINES = 2  # at the top and at the bottom of a page that may be running heads


@dataclass(frozen=True)
class Line:
    """A line of text or part of one, on its base line, in type of a size."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


@dataclass(frozen=True)
class Page:
    """A page of a width and height, with the pieces of text on it in any order."""

    width: float
    height: float
    lines: Sequence[Line]


@dataclass
class _Part:
    """A paragraph that is being put together."""

    lines: list[str]
    size: float
    bold: bool
    kind: Kind = Kind.TEXT
    full: bool = False
    """Whether its last line goes to the end of its column, so that the text may go on."""


@dataclass
class _Column:
    """Lines one under the other."""

    lines: list[list[Line]]
    """Each a line by its cells, which mostly is one."""

    left: float = field(init=False)
    right: float = field(init=False)
    leading: float = field(init=False)

    def __post_init__(self) -> None:
        lefts = sorted(cells[0].left for cells in self.lines)
        self.left = lefts[len(lefts) // 4] if len(lefts) > 3 else lefts[0]
        self.right = max(cells[-1].right for cells in self.lines)
        gaps = [above[0].base - below[0].base for above, below in pairwise(self.lines)]
        self.leading = median(gaps) if gaps else 0.0


def paragraphs(pages: Sequence[Page]) -> list[Paragraph]:
    """The paragraphs of all pages in reading order.

    A paragraph goes on over the ends of columns and pages. Footnotes come after the
    paragraph that goes on above them.
    """
    rows = [_rows(with_signs(page.lines)) for page in pages]
    body = _body_size(rows)
    if body is None:
        return []
    rows = _without_margins(rows, [page.height for page in pages], body)
    builder = _Builder(body)
    for page in rows:
        text, notes = _split_notes(page, body)
        for column in _columns(text):
            words, below = _split_notes(column, body)
            builder.take(_Column(words))
            builder.note(below)
        builder.note(notes)
    return builder.finish()


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines from top to bottom, pieces of one line put together, cells from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        for row in rows[-3:]:
            if abs(row[0].base - line.base) < 0.45 * max(row[0].size, line.size):
                row.append(line)
                break
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _joined(row: list[Line]) -> list[Line]:
    cells = [row[0]]
    for line in row[1:]:
        last = cells[-1]
        gap = line.left - last.right
        sizes = last.size, line.size
        if gap > 1.3 * (max(sizes) if len(last.text.strip()) < 4 else min(sizes)):
            cells.append(line)
            continue
        text = line.text
        if gap > 0.15 * max(sizes) and not last.text.endswith(" "):
            text = f" {text.lstrip(' ')}"
        cells[-1] = replace(
            last if last.size >= line.size else line,
            text=last.text + text,
            left=last.left,
            right=max(last.right, line.right),
            bold=last.bold and line.bold,
        )
    return cells


def _without_margins(
    pages: list[list[list[Line]]], heights: list[float], body: float
) -> list[list[list[Line]]]:
    """The pages without what stands at the top or bottom of many, and without page numbers."""

    def key(row: list[Line]) -> tuple[str, int]:
        text = _DIGITS.sub("#", " ".join(cell.text.strip() for cell in row))
        return text, round(row[0].base / 6)

    def margins(page: list[list[Line]]) -> list[list[Line]]:
        return [*page[:_MARGIN_LINES], *page[_MARGIN_LINES:][-_MARGIN_LINES:]]

    seen = Counter(one for page in pages for one in {key(row) for row in margins(page)})
    needed = max(2, 0.25 * len(pages)) if len(pages) < 12 else 3
    result: list[list[list[Line]]] = []
    for page, height in zip(pages, heights, strict=True):
        outer = margins(page)

        def is_margin(row: list[Line], outer: list[list[Line]] = outer, h: float = height) -> bool:
            if not any(row is other for other in outer):
                return False
            text, place = key(row)
            small = all(cell.size < 1.12 * body for cell in row)
            near = small and any(seen[text, place + step] >= needed for step in (-1, 0, 1))
            at_edge = not 0.12 * h < row[0].base < 0.88 * h
            number = _PAGE_NUMBER.fullmatch(" ".join(cell.text for cell in row))
            return near or (at_edge and number is not None)

        result.append([row for row in page if not is_margin(row)])
    return result


def _body_size(pages: list[list[list[Line]]]) -> float | None:
    """The size most of the text has."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            for cell in row:
                sizes[round(cell.size, 1)] += len(cell.text)
    return sizes.most_common(1)[0][0] if sizes else None


def _split_notes(page: list[list[Line]], body: float) -> tuple[list[list[Line]], list[list[Line]]]:
    """A page's or column's text, and the notes below: in small type, the first one numbered."""
    at = len(page)
    while at and all(cell.size < 0.93 * body for cell in page[at - 1]):
        at -= 1
    while at < len(page) and not _NOTE.match(_text_of(page[at])):
        at += 1
    return (page[:at], page[at:]) if 0 < at < len(page) else (page, [])


def _text_of(row: list[Line]) -> str:
    return " ".join(cell.text.strip() for cell in row)


def _columns(rows: list[list[Line]]) -> Iterator[list[list[Line]]]:
    """The columns in reading order; what spans several stands between them."""
    gutter = _gutter(rows)
    if gutter is None:
        if rows:
            yield rows
        return
    left: list[list[Line]] = []
    right: list[list[Line]] = []
    for row in rows:
        if any(cell.left < gutter < cell.right for cell in row):
            yield from (*_columns(left), *_columns(right), [row])
            left, right = [], []
            continue
        if cells := [cell for cell in row if cell.right <= gutter]:
            left.append(cells)
        if cells := [cell for cell in row if cell.left >= gutter]:
            right.append(cells)
    yield from (*_columns(left), *_columns(right))


def _gutter(rows: list[list[Line]]) -> float | None:
    """Where two columns of text part, if there are some.

    Nearly nothing crosses it, and on both sides stand several lines that mostly fill
    their side, which cells of a table do not.
    """
    cells = [cell for row in rows for cell in row]
    if len(cells) < 6:
        return None
    start, end = min(cell.left for cell in cells), max(cell.right for cell in cells)
    width = end - start
    edges = sorted({round(cell.left) for cell in cells})
    best: tuple[int, float] | None = None
    for edge in edges:
        x = edge - 1.0
        if not start + 0.15 * width < x < end - 0.15 * width:
            continue
        crossing = sum(cell.left < x < cell.right for cell in cells)
        if best is None or crossing < best[0]:
            best = crossing, x
    if best is None or best[0] > 0.2 * len(cells):
        return None
    x = best[1]
    sides = (
        [cell for cell in cells if cell.right <= x],
        [cell for cell in cells if cell.left >= x],
    )
    for side in sides:
        if len(side) < 3:
            return None
        room = max(cell.right for cell in side) - min(cell.left for cell in side)
        if median(cell.right - cell.left for cell in side) < 0.6 * room:
            return None
        if median(len(cell.text) for cell in side) < 12:
            return None
    gap = min(cell.left for cell in sides[1]) - max(cell.right for cell in sides[0])
    return x - gap / 2 if gap > 0 else None


def _table_rows(rows: list[list[Line]]) -> set[int]:
    """Which rows are of a table: they have cells that begin or end where those next to them do."""

    def edges(row: list[Line]) -> set[int]:
        return {round(cell.left / 3) for cell in row[1:]} | {
            round(cell.right / 3) for cell in row[1:]
        }

    found: set[int] = set()
    for at, (above, below) in enumerate(pairwise(rows)):
        if len(above) > 1 and len(below) > 1:
            wanted = edges(above)
            if any(edge + step in wanted for edge in edges(below) for step in (-1, 0, 1)):
                found |= {at, at + 1}
    return found


class _Builder:
    """Puts paragraphs together, column after column."""

    def __init__(self, body: float) -> None:
        self._body = body
        self._parts: list[_Part] = []
        self._notes: list[_Part] = []
        self._part: _Part | None = None

    def take(self, column: _Column) -> None:
        """The lines of a column; the paragraph before may go on in it."""
        above: list[Line] | None = None
        table = _table_rows(column.lines)
        for at, row in enumerate(column.lines):
            if at in table:
                self._end()
                text = " | ".join(cell.text.strip() for cell in row)
                self._parts.append(_Part([text], row[0].size, bold=False, kind=Kind.TABLE_ROW))
            elif self._part is None or self._begins(column, above, row[0]):
                self._end()
                self._part = _Part([_text_of(row)], row[0].size, row[0].bold)
            else:
                self._part.lines.append(_text_of(row))
                self._part.bold = self._part.bold and row[0].bold
            if self._part is not None:
                self._part.full = row[-1].right > column.right - 0.1 * (column.right - column.left)
            above = row

    def note(self, rows: list[list[Line]]) -> None:
        """The footnotes of a page."""
        for row in rows:
            text = _text_of(row)
            if (found := _NOTE.match(text)) or not self._notes:
                text = f"[{found[1]}] {text[found.end() :]}" if found else text
                self._notes.append(_Part([text], self._body, bold=False))
            else:
                self._notes[-1].lines.append(text)

    def _begins(self, column: _Column, above: list[Line] | None, line: Line) -> bool:
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
        if above[0].base - line.base > 1.3 * column.leading:
            return True
        if above[0].left > line.left + 2 * line.size and not part.full:
            return True  # what stood in the middle or on the right is over
        if _ITEM.match(line.text) and (ended or _ITEM.match(part.lines[0]) is not None):
            return True
        if _ITEM.match(part.lines[0]):
            out = line.left < above[0].left - 0.6 * line.size
            return out or (ended and not part.full)
        indented = line.left > max(column.left, above[0].left) + 0.6 * line.size
        return indented or (ended and not part.full)

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
            text = " ".join(joiner.join(part.lines).split(" "))
            text = re.sub(r" {2,}", " ", text).strip()
            kind, level = self._kind(part, text, levels)
            if kind is Kind.LIST_ITEM:
                text = _BULLET.sub("", text, count=1)
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
        if _ITEM.match(text) and (_BULLET.match(text) or text[0].isdigit()) and part.size:
            return Kind.LIST_ITEM, 1
        return Kind.TEXT, 0


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
