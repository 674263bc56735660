"""The lines of a page, and its columns one after the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from reader.formats._page import Line, Row

_WIDE = 1.05
"""In sizes of the type: a gap that parts cells. Hardly a line of words has one."""

_LABEL = re.compile(r"\s*(?:[•●▪◦‣∙·*–-]|\d{1,3}[.)]|[a-z]\))\s*")
_APART = 2.5
"""In sizes of the type, from line to line."""

_INDENT = 4.0
"""The same after the sign of an item."""

_WIDER = 1.3
"""The same after a few signs, which may be of a word."""

_NARROW = 0.7
"""The same where columns part; spaces between words are seldom as wide."""

_TEXT = 12
"""Characters that a line of text has at least, and most cells of a table have not."""

_MOST, _SOME = 0.5, 0.25
"""The shares of lines that fill the one column and the other, which may have a list in it."""

_FEW = 0.2
"""The share of the lines that may stand across columns."""


def gutters(pages: Sequence[Sequence[Line]]) -> list[tuple[float, ...]]:
    """The places where columns part, for each page; a page that shows none has those before it.

    They are looked for before the pieces of lines are put together, for they may be hardly
    wider than the spaces between words, and then again.
    """
    found: list[tuple[float, ...]] = []
    before: tuple[float, ...] = ()
    for lines in pages:
        inner = _inner(lines)
        cells = [cell for row in rows(inner, ()) for cell in row]
        own = tuple(_gutters(inner) or _gutters(cells))
        if own:
            before = own
        elif all(_is_clear(lines, gutter) for gutter in before):
            own = before
        found.append(own)
    return found


def _inner(lines: Sequence[Line]) -> list[Line]:
    """The lines without the first and the last one, which may be running heads."""
    bases = [line.base for line in lines]
    top, bottom = max(bases, default=0.0), min(bases, default=0.0)
    return [line for line in lines if bottom + 0.5 * line.size < line.base < top - 0.5 * line.size]


def _is_clear(lines: Sequence[Line], gutter: float) -> bool:
    """Whether few lines cross the gutter, and some begin where the column behind it does."""
    crossing = sum(line.left < gutter < line.right for line in lines)
    return crossing <= _FEW * len(lines) and any(
        0 < line.left - gutter < 2 * line.size for line in lines
    )


def rows(lines: Sequence[Line], gutters: Sequence[float]) -> list[Row]:
    """The lines from top to bottom, pieces of one line put together, but not over a gutter."""
    found: list[Row] = []
    for line in sorted(lines, key=lambda line: -line.base):
        for row in found[-3:]:
            if abs(row[0].base - line.base) < 0.45 * max(row[0].size, line.size):
                row.append(line)
                break
        else:
            found.append([line])
    places = sorted(gutters)
    return [_joined(sorted(row, key=lambda line: line.left), places) for row in found]


def _joined(row: Row, gutters: Sequence[float]) -> Row:
    cells = [row[0]]
    for line in row[1:]:
        last = cells[-1]
        gap = line.left - last.right
        sizes = last.size, line.size
        wide = _WIDER * max(sizes) if len(last.text.strip()) < 4 else _WIDE * min(sizes)
        if len(cells) == 1 and _LABEL.fullmatch(last.text):
            wide = _INDENT * max(sizes)
        if bisect_left(gutters, last.right) < bisect_right(gutters, line.left):
            wide = _NARROW * min(sizes)
        if gap > wide:
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
            fixed=last.fixed and line.fixed,
        )
    return cells


def columns(page: list[Row], gutters: Sequence[float]) -> Iterator[list[Row]]:
    """The columns in reading order; what spans several stands between them."""
    if not gutters:
        if page:
            yield page
        return
    gutter = gutters[0]
    apart = [row for row in page[:1] if len(row) > 1 and _stands_apart(page)]
    before = [other for other in gutters if other < gutter]
    after = [other for other in gutters if other > gutter]
    left: list[Row] = []
    right: list[Row] = []
    across: list[Row] = []
    for row in page:
        if row in apart or any(cell.left < gutter < cell.right for cell in row):
            yield from (*columns(left, before), *columns(right, after))
            left, right = [], []
            across.append(row)
            continue
        if across:
            yield across
            across = []
        if cells := [cell for cell in row if cell.right <= gutter]:
            left.append(cells)
        if cells := [cell for cell in row if cell.left >= gutter]:
            right.append(cells)
    if across:
        yield across
    yield from (*columns(left, before), *columns(right, after))


def _stands_apart(page: list[Row]) -> bool:
    """Whether the first line is far from the others, as a head that spans the columns is."""
    first = page[0][0]
    return len(page) > 1 and first.base - page[1][0].base > _APART * first.size


def _gutters(lines: Sequence[Line]) -> list[float]:
    """The places where columns part, the widest columns first.

    On both sides stand columns, or one: several lines that mostly fill it, which cells of a
    table do not.
    """
    gutter = _gap(lines)
    if gutter is None:
        return []
    sides = (
        [line for line in lines if line.right <= gutter],
        [line for line in lines if line.left >= gutter],
    )
    inner = [_gutters(side) for side in sides]
    filled = [1.0 if found else _filled(side) for found, side in zip(inner, sides, strict=True)]
    if min(filled) < _SOME or max(filled) < _MOST:
        return []
    return [gutter, *inner[0], *inner[1]]


def _gap(lines: Sequence[Line]) -> float | None:
    """The middle of the first empty strip down the page that nearly nothing crosses."""
    if len(lines) < 6:
        return None
    lefts = sorted(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    start, width = lefts[0], rights[-1] - lefts[0]
    best: tuple[int, float] | None = None
    for edge in sorted({round(left) for left in lefts}):
        x = edge - 1.0
        if not start + 0.15 * width < x < start + 0.85 * width:
            continue
        crossing = bisect_left(lefts, x) - bisect_right(rights, x)
        if best is None or crossing < best[0]:
            best = crossing, x
    if best is None or best[0] > _FEW * len(lines):
        return None
    x = best[1]
    before = [line.right for line in lines if line.right <= x]
    after = [line.left for line in lines if line.left >= x]
    if not before or not after:
        return None
    gap = min(after) - max(before)
    return x - gap / 2 if gap > _NARROW * median(line.size for line in lines) else None


def _filled(cells: Sequence[Line]) -> float:
    """The share of the lines of text that mostly fill their side; 0 where there are few."""
    lines = [cell for cell in cells if len(cell.text) >= _TEXT]
    if len(lines) < max(3, len(cells) // 3):
        return 0.0
    room = max(cell.right for cell in cells) - min(cell.left for cell in cells)
    return sum(line.right - line.left >= 0.6 * room for line in lines) / len(lines)


def table_rows(page: list[Row]) -> set[int]:
    """Which rows are of a table: they have cells that begin or end where those next to them do."""

    def edges(row: Row) -> set[int]:
        return {round(cell.left / 3) for cell in row[1:]} | {
            round(cell.right / 3) for cell in row[1:]
        }

    found: set[int] = set()
    for at, (above, below) in enumerate(pairwise(page)):
        if len(above) > 1 and len(below) > 1:
            wanted = edges(above)
            if any(edge + step in wanted for edge in edges(below) for step in (-1, 0, 1)):
                found |= {at, at + 1}
    return found
