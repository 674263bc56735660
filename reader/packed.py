"""The paragraphs of a book in little memory, each made when it is asked for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias, cast, overload

from reader.model import Kind, Paragraph, Run

Others: TypeAlias = Mapping[int, tuple[Kind, int, tuple[Run, ...]]]
"""By its number, kind, level and runs of each paragraph that is more than a text of level 0."""

_KINDS = tuple(Kind)
_CODES = {kind: code for code, kind in enumerate(_KINDS)}
_TEXT = _CODES[Kind.TEXT]
_OTHER_THAN_TEXT = re.compile(b"[^%c]" % _TEXT)
_HEADING = re.compile(b"[%c%c]" % (_CODES[Kind.TITLE], _CODES[Kind.HEADING]))
_AT_HAND = 256  # paragraphs; a page asks for the same few again and again


class Packed(Sequence[Paragraph]):
    """A sequence that holds texts as UTF-8: an object a paragraph takes four times as much."""

    def __init__(self, text: bytes, lengths: Iterable[int], others: Others) -> None:
        """`text` has a byte between the texts, which are of those lengths in bytes."""
        self._text = text
        self._starts = array("I", accumulate((length + 1 for length in lengths), initial=0))
        kinds = bytearray([_TEXT]) * (len(self._starts) - 1)
        self._more: dict[int, tuple[int, tuple[Run, ...]]] = {}
        for number, (kind, level, runs) in others.items():
            kinds[number] = _CODES[kind]
            if level or runs:
                self._more[number] = level, runs
        self._kinds = bytes(kinds)
        self._at_hand: dict[int, Paragraph] = {}

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> Packed:
        """These paragraphs packed; those that are stay as they are."""
        if isinstance(paragraphs, Packed):
            return paragraphs
        texts: list[bytes] = []
        others: dict[int, tuple[Kind, int, tuple[Run, ...]]] = {}
        for number, (kind, text, level, runs) in enumerate(paragraphs):
            texts.append(text.encode("utf-8", "surrogatepass"))
            if level or runs or kind is not Kind.TEXT:
                others[number] = kind, level, runs
        return cls(b"\0".join(texts), map(len, texts), others)

    @classmethod
    def joined(cls, text: bytes, others: Others) -> Packed:
        r"""Of texts with a `\0` between them.

        Raises ValueError where they are no UTF-8, and IndexError for others than there are.
        """
        text.decode()
        return cls(text, map(len, text.split(b"\0")), others)

    def parts(self) -> tuple[bytes, Others]:
        """What `joined` takes, where no text has a NUL in it."""
        numbers = {found.start() for found in _OTHER_THAN_TEXT.finditer(self._kinds)}
        plain = 0, tuple[Run, ...]()
        others = {
            number: (_KINDS[self._kinds[number]], *self._more.get(number, plain))
            for number in sorted(numbers.union(self._more))
        }
        return self._text, others

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
        text = self._text[self._starts[number] : self._starts[number + 1] - 1]
        level, runs = self._more.get(number, (0, ()))
        kind = _KINDS[self._kinds[number]]
        return Paragraph(kind, text.decode("utf-8", "surrogatepass"), level, runs)


def headings(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The numbers of the title and of all headings."""
    return Packed.of(paragraphs).headings()
