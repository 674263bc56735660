"""The paragraphs of a book in little memory, each made when it is asked for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, cast, overload

from reader.model import Kind, Paragraph, Run

Fields: TypeAlias = tuple[Kind, str, int, tuple[Run, ...]]
"""Kind, text, level and runs of a paragraph."""

_KINDS = tuple(Kind)
_CODES = {kind: code for code, kind in enumerate(_KINDS)}
_HEADING = re.compile(b"[%c%c]" % (_CODES[Kind.TITLE], _CODES[Kind.HEADING]))
_AT_HAND = 256  # paragraphs; a page asks for the same few again and again


class Packed(Sequence[Paragraph]):
    """A sequence that holds texts as UTF-8: an object a paragraph takes four times as much."""

    def __init__(self, paragraphs: Iterable[Fields] = ()) -> None:
        text = bytearray()
        ends = array("I", [0])
        kinds = bytearray()
        self._more: dict[int, tuple[int, tuple[Run, ...]]] = {}
        for number, (kind, words, level, runs) in enumerate(paragraphs):
            text += words.encode("utf-8", "surrogatepass")
            ends.append(len(text))
            kinds.append(_CODES[kind])
            if level or runs:
                self._more[number] = level, runs
        # As long as they are: what grows has room to grow further.
        self._text, self._ends, self._kinds = bytes(text), ends[:], bytes(kinds)
        self._at_hand: dict[int, Paragraph] = {}

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> Packed:
        """These paragraphs packed; those that are stay as they are."""
        if isinstance(paragraphs, Packed):
            return paragraphs
        return cls((p.kind, p.text, p.level, p.runs) for p in paragraphs)

    def __len__(self) -> int:
        return len(self._kinds)

    @overload
    def __getitem__(self, number: int) -> Paragraph: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Paragraph]: ...
    def __getitem__(self, number: int | slice) -> Paragraph | Sequence[Paragraph]:
        if isinstance(number, slice):
            return tuple(map(self._made, range(len(self))[number]))
        found = self._at_hand.get(number)
        if found is None:
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
            found = self._at_hand[number] = self._made(range(len(self))[number])
        return found

    def __iter__(self) -> Iterator[Paragraph]:
        return map(self._made, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether `other` is a sequence of the same paragraphs, of whatever kind."""
        return isinstance(other, Sequence) and list(self) == list(cast("Sequence[object]", other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def headings(self) -> list[int]:
        """The numbers of the title and of all headings."""
        return [found.start() for found in _HEADING.finditer(self._kinds)]

    def _made(self, number: int) -> Paragraph:
        text = self._text[self._ends[number] : self._ends[number + 1]]
        level, runs = self._more.get(number, (0, ()))
        kind = _KINDS[self._kinds[number]]
        return Paragraph(kind, text.decode("utf-8", "surrogatepass"), level, runs)


def headings(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The numbers of the title and of all headings."""
    return Packed.of(paragraphs).headings()
