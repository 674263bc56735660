"""Which marks a reader wants to see in a list, and in what order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
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

    def have(self, mark: Mark, words: Sequence[str]) -> bool:
        """Whether these words, folded, are all in the mark."""
        known = self._texts.get(mark.id)
        if known is None or known[0] is not mark:
            parts = (mark.quote, mark.partner, mark.note, *mark.tags)
            known = self._texts[mark.id] = (mark, folded("\n".join(parts)))
        text = known[1]
        return all(word in text for word in words)

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

    def test(self, texts: Texts) -> Callable[[Mark], bool]:
        """What tells whether a mark is wanted; good for many marks."""
        words = folded(self.text).split()

        def is_wanted(mark: Mark) -> bool:
            return (
                (not self.colours or mark.colour in self.colours)
                and (not self.tags or not self.tags.isdisjoint(mark.tags))
                and (self.side is None or any(a.side is self.side for a in mark.anchors))
                and (self.noted is None or bool(mark.note) is self.noted)
                and (not words or texts.have(mark, words))
            )

        return is_wanted


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
    try:
        time = datetime.fromisoformat(mark.created).timestamp()
    except ValueError:
        time = 0.0
    return -time, mark.id
