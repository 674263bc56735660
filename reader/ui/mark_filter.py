"""Which marks a reader wants to see in a list, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias

from reader.find import spellings
from reader.model import Colour, Mark, Side
from reader.services.marks import folded, newest_first, reading_order

ANY_COLOUR: frozenset[Colour | None] = frozenset()

# What a list is sorted by, no two marks by the same.
Key: TypeAlias = Callable[[Mark], Any]


class Order(StrEnum):
    """What a list of marks is sorted by."""

    PLACE = "place"
    TIME = "time"  # the newest first


@dataclass(frozen=True)
class Wanted:
    """What a mark must have to be listed.

    `text` is in its words, their translation, its note or its tags, whatever case and
    accents. Of `colours` and `tags` it has one, None being a note without a colour; none
    of them means any. `noted` says whether it has a note, None for either.
    """

    text: str = ""
    colours: frozenset[Colour | None] = ANY_COLOUR
    tags: frozenset[str] = frozenset()
    side: Side | None = None
    noted: bool | None = None

    @property
    def is_all(self) -> bool:
        """Whether every mark is wanted."""
        return self == Wanted()

    def narrows(self, other: Wanted) -> bool:
        """Whether what this lists is in what the other lists, as while one types on."""
        return self.text.startswith(other.text) and replace(self, text="") == replace(
            other, text=""
        )

    def of(self, marks: Sequence[Mark], texts: Mapping[str, str]) -> Sequence[Mark]:
        """Those of the marks that are wanted, in their order; `texts` are theirs, folded, by id."""
        if self.colours:
            marks = [mark for mark in marks if mark.colour in self.colours]
        if self.tags:
            marks = [mark for mark in marks if not self.tags.isdisjoint(mark.tags)]
        if self.side is not None:
            marks = [mark for mark in marks if any(a.side is self.side for a in mark.anchors)]
        if self.noted is not None:
            marks = [mark for mark in marks if bool(mark.note) is self.noted]
        for word in self.text.split():
            spelt = spellings(word)
            one, other = folded(spelt[0]), folded(spelt[-1])
            marks = [mark for mark in marks if one in texts[mark.id] or other in texts[mark.id]]
        return marks


def key_for(order: Order) -> Key:
    """What marks are sorted by."""
    return reading_order if order is Order.PLACE else newest_first
