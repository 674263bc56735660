"""The marks of one document, in reading order and by their places."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from reader.model import Fit, Mark, Side, Span

# Notes on the document come first, marks without a place last: then paragraph, start, end, id.
Order: TypeAlias = tuple[int, int, int, int, str]


class Marks:
    """Knows what is marked where; a change costs what changed, however many marks there are."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._order = sorted(map(reading_order, self._marks.values()))
        self._ordered: tuple[Mark, ...] | None = None
        self._cells: dict[tuple[int, Side], list[tuple[Span, Mark]]] = {}
        self._tags = Counter(tag for mark in self._marks.values() for tag in mark.tags)
        for mark in sorted(self._marks.values(), key=_age):
            for anchor, cell in zip(mark.anchors, _cells(mark), strict=False):
                self._cells.setdefault(cell, []).append((anchor.span, mark))

    def __len__(self) -> int:
        return len(self._marks)

    def get(self, mark_id: str) -> Mark | None:
        return self._marks.get(mark_id)

    def all(self) -> tuple[Mark, ...]:
        """All of them in reading order."""
        if self._ordered is None:
            self._ordered = tuple(self._marks[key[-1]] for key in self._order)
        return self._ordered

    def at(self, row: int, side: Side) -> list[tuple[Span, Mark]]:
        """What was marked on that side of a paragraph, older marks first."""
        return self._cells.get((row, side), [])

    @property
    def rows(self) -> set[int]:
        """The paragraphs that have marks."""
        return {row for row, _ in self._cells}

    @property
    def tags(self) -> Mapping[str, int]:
        """The tags in use, and how many marks have them."""
        return self._tags

    def put(self, before: Mark | None, after: Mark | None) -> None:
        """Put a mark in the place of its older form; None where there is none."""
        if before is not None:
            self._remove(before.id)
        if after is not None:
            self._remove(after.id)
            self._marks[after.id] = after
            insort(self._order, reading_order(after))
            self._put_in_cells(after)
            self._tags.update(after.tags)
        self._ordered = None

    def _remove(self, mark_id: str) -> None:
        mark = self._marks.pop(mark_id, None)
        if mark is None:
            return
        del self._order[bisect_left(self._order, reading_order(mark))]
        for tag in mark.tags:
            self._tags[tag] -= 1
            if not self._tags[tag]:
                del self._tags[tag]
        for cell in _cells(mark):
            left = [(span, other) for span, other in self._cells[cell] if other.id != mark_id]
            if left:
                self._cells[cell] = left
            else:
                del self._cells[cell]

    def _put_in_cells(self, mark: Mark) -> None:
        for anchor, cell in zip(mark.anchors, _cells(mark), strict=False):
            marks = self._cells.setdefault(cell, [])
            insort(marks, (anchor.span, mark), key=lambda at: _age(at[1]))


def reading_order(mark: Mark) -> Order:
    """What marks are sorted by where they are listed by their places."""
    if not mark.anchors:
        return 0, 0, 0, 0, mark.id
    first = mark.anchors[0]
    start, end = first.span.start, first.span.end  # tuples of numbers are compared fast
    return 1 + (mark.fit is Fit.ORPHAN), first.paragraph, start, end, mark.id


def _cells(mark: Mark) -> list[tuple[int, Side]]:
    """Where the mark stands, an item for each of its anchors; none for one that is lost."""
    if mark.fit is Fit.ORPHAN:
        return []
    return [(anchor.paragraph, anchor.side) for anchor in mark.anchors]


def _age(mark: Mark) -> tuple[str, str]:
    return mark.created, mark.id
