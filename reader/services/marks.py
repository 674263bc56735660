"""The marks of one document, in reading order and by their places."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from reader.model import Edit, Fit, Mark, Side, Span, Word

# Notes on the document come first, marks without a place last: then paragraph, start, end, id.
Order: TypeAlias = tuple[int, int, int, int, str]


class Marks:
    """Knows what is marked where; a change costs what changed, however many marks there are.

    What is sorted and folded here once need not be for every list of them, as a window
    must not stand still for it; 100,000 marks are best put together beside it.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._by_place = sorted(self._marks.values(), key=reading_order)
        self._by_time = sorted(self._marks.values(), key=newest_first)
        self._cells: dict[tuple[int, Side], list[tuple[Span, Mark]]] = {}
        self._tags = Counter(tag for mark in self._marks.values() for tag in mark.tags)
        self._texts = {mark.id: _text(mark) for mark in self._marks.values()}
        for mark in sorted(self._marks.values(), key=_age):
            for anchor, cell in zip(mark.anchors, _cells(mark), strict=False):
                self._cells.setdefault(cell, []).append((anchor.span, mark))

    def __len__(self) -> int:
        return len(self._marks)

    def get(self, mark_id: str) -> Mark | None:
        return self._marks.get(mark_id)

    def all(self) -> tuple[Mark, ...]:
        """All of them in reading order."""
        return tuple(self._by_place)

    def by_time(self) -> tuple[Mark, ...]:
        """All of them, the newest first."""
        return tuple(self._by_time)

    def at(self, row: int, side: Side) -> list[tuple[Span, Mark]]:
        """What was marked on that side of a paragraph, older marks first."""
        return self._cells.get((row, side), [])

    @property
    def tags(self) -> Mapping[str, int]:
        """The tags in use, and how many marks have them."""
        return self._tags

    @property
    def texts(self) -> Mapping[str, str]:
        """All that is written in each mark, folded, by its id."""
        return self._texts

    def put(self, before: Mark | None, after: Mark | None) -> None:
        """Put a mark in the place of its older form; None where there is none."""
        if before is not None:
            self._remove(before.id)
        if after is not None:
            self._remove(after.id)
            self._marks[after.id] = after
            insort(self._by_place, after, key=reading_order)
            insort(self._by_time, after, key=newest_first)
            self._put_in_cells(after)
            self._tags.update(after.tags)
            self._texts[after.id] = _text(after)

    def apply(self, edits: Iterable[Edit]) -> None:
        """Do a step; edits of words are passed by."""
        for edit in edits:
            self.put(_mark(edit.before), _mark(edit.after))

    def after(self, edits: Iterable[Edit]) -> Marks:
        """The marks as they are after a step, which is quicker than many a `put`."""
        left = dict(self._marks)
        for edit in edits:
            if isinstance(edit.before, Mark):
                left.pop(edit.before.id, None)
            if isinstance(edit.after, Mark):
                left[edit.after.id] = edit.after
        return Marks(left.values())

    def differences(self, marks: Iterable[Mark]) -> list[Edit]:
        """The step that makes these marks of those that are known."""
        stored = {mark.id: mark for mark in marks}
        gone = (Edit(mark, None) for name, mark in self._marks.items() if name not in stored)
        put = (Edit(self._marks.get(name), mark) for name, mark in stored.items())
        return [*gone, *(edit for edit in put if edit.before != edit.after)]

    def _remove(self, mark_id: str) -> None:
        mark = self._marks.pop(mark_id, None)
        if mark is None:
            return
        del self._by_place[bisect_left(self._by_place, reading_order(mark), key=reading_order)]
        del self._by_time[bisect_left(self._by_time, newest_first(mark), key=newest_first)]
        del self._texts[mark_id]
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


def newest_first(mark: Mark) -> str:
    """What marks are sorted by where the newest comes first."""
    # A time in UTC, with each digit as what it lacks to nine, sorts the other way round.
    return mark.created.translate(_COMPLEMENT) + mark.id


_COMPLEMENT = str.maketrans("0123456789", "9876543210")


def folded(text: str) -> str:
    """A text without what search does not tell apart: case, accents, ß and ss."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


_ACCENTS = re.compile("[\u0300-\u036f]+")


def _text(mark: Mark) -> str:
    return folded("\n".join((mark.quote, mark.partner, mark.note, *mark.tags)))


def _mark(item: Mark | Word | None) -> Mark | None:
    return item if isinstance(item, Mark) else None


def _cells(mark: Mark) -> list[tuple[int, Side]]:
    """Where the mark stands, an item for each of its anchors; none for one that is lost."""
    if mark.fit is Fit.ORPHAN:
        return []
    return [(anchor.paragraph, anchor.side) for anchor in mark.anchors]


def _age(mark: Mark) -> str:
    return mark.created + mark.id  # one text, not a pair, as texts are compared fast
