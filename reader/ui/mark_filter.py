"""Which marks a reader wants to see in a list, and in what order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias

from reader.model import Colour, Mark, Side
from reader.services.marks import reading_order

ANY_COLOUR: frozenset[Colour | None] = frozenset()

# What a list is sorted by; it ends in the mark's id.
Key: TypeAlias = tuple[Any, ...]


class Order(StrEnum):
    """What a list of marks is sorted by."""

    PLACE = "place"
    TIME = "time"  # the newest first


class Texts:
    """All that is written in each mark, folded; made once, as folding takes its time."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[Mark, str]] = {}

    def of(self, marks: Sequence[Mark]) -> list[str]:
        """The texts of these marks."""
        known = self._texts
        texts: list[str] = []
        for mark in marks:
            found = known.get(mark.id)
            if found is None or found[0] is not mark:
                parts = (mark.quote, mark.partner, mark.note, *mark.tags)
                found = known[mark.id] = (mark, folded("\n".join(parts)))
            texts.append(found[1])
        return texts

    def clear(self) -> None:
        """Forget the marks of a document that is no longer open."""
        self._texts.clear()


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

    def of(self, marks: Sequence[Mark], texts: Texts) -> Sequence[Mark]:
        """Those of the marks that are wanted, in their order."""
        if self.colours:
            marks = [mark for mark in marks if mark.colour in self.colours]
        if self.tags:
            marks = [mark for mark in marks if not self.tags.isdisjoint(mark.tags)]
        if self.side is not None:
            marks = [mark for mark in marks if any(a.side is self.side for a in mark.anchors)]
        if self.noted is not None:
            marks = [mark for mark in marks if bool(mark.note) is self.noted]
        for word in folded(self.text).split():
            found = zip(marks, texts.of(marks), strict=True)
            marks = [mark for mark, text in found if word in text]
        return marks


def key_for(order: Order) -> Callable[[Mark], Key]:
    """What to sort marks by."""
    return reading_order if order is Order.PLACE else _newest_first


def folded(text: str) -> str:
    """A text without what search does not tell apart: case, accents, ß and ss."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


_ACCENTS = re.compile("[\u0300-\u036f]+")


def _newest_first(mark: Mark) -> Key:
    # A time in UTC, with each digit as what it lacks to nine, sorts the other way round.
    return mark.created.translate(_COMPLEMENT), mark.id


_COMPLEMENT = str.maketrans("0123456789", "9876543210")
