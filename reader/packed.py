"""The paragraphs of a book without an object for each: they are made when they are asked for."""

from __future__ import annotations

import re
from abc import abstractmethod
from array import array
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias, cast, overload

from reader.model import Kind, Paragraph, Run

Other: TypeAlias = tuple[Kind, int, tuple[Run, ...]]
"""Kind, level and runs of a paragraph that is more than a text of level 0 without runs."""

_PLAIN: Other = (Kind.TEXT, 0, ())
_KINDS = tuple(Kind)
_CODES = {kind: code for code, kind in enumerate(_KINDS)}
_TEXT = _CODES[Kind.TEXT]
_OTHER_THAN_TEXT = re.compile(b"[^%c]" % _TEXT)
_HEADING = re.compile(b"[%c%c]" % (_CODES[Kind.TITLE], _CODES[Kind.HEADING]))
_PIECE = 2**16  # bytes that are looked at together: decoded as one, a text takes twice the memory
_AT_HAND = 256  # paragraphs; a page asks for the same few again and again


class _Paragraphs(Sequence[Paragraph]):
    """A sequence of what `_made` makes."""

    @abstractmethod
    def _made(self, number: int) -> Paragraph: ...

    @overload
    def __getitem__(self, number: int) -> Paragraph: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Paragraph]: ...
    def __getitem__(self, number: int | slice) -> Paragraph | Sequence[Paragraph]:
        if isinstance(number, slice):
            return tuple(map(self._made, range(len(self))[number]))
        return self._made(range(len(self))[number])

    def __iter__(self) -> Iterator[Paragraph]:
        return map(self._made, range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether `other` is a sequence of the same paragraphs, of whatever kind."""
        return isinstance(other, Sequence) and list(self) == list(cast("Sequence[object]", other))

    def __hash__(self) -> int:
        return hash(tuple(self))


class Columns(_Paragraphs):
    """Paragraphs as they are found one after the other, and still may be changed.

    `texts` has the text of each, `others` by its number what there is to one beside. So many
    as `clean` says, the first ones, are known to be as the view may have them.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.others: dict[int, Other] = {}
        self.clean = 0

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> Columns:
        """These paragraphs by columns; those that are stay as they are."""
        if isinstance(paragraphs, Columns):
            return paragraphs
        columns = cls()
        for paragraph in paragraphs:
            columns.add(*paragraph)
        return columns

    def add(self, kind: Kind, text: str, level: int = 0, runs: tuple[Run, ...] = ()) -> None:
        """One more, at the end."""
        if level or runs or kind is not Kind.TEXT:
            self.others[len(self.texts)] = kind, level, runs
        self.texts.append(text)

    def put_first(self, paragraph: Paragraph) -> None:
        """One before all others, which needs no cleaning."""
        self.texts.insert(0, paragraph.text)
        self.others = {number + 1: other for number, other in self.others.items()}
        self[0] = paragraph
        self.clean += 1

    def __setitem__(self, number: int, paragraph: Paragraph) -> None:
        self.texts[number] = paragraph.text
        self.others[number] = paragraph.kind, paragraph.level, paragraph.runs

    def __len__(self) -> int:
        return len(self.texts)

    def _made(self, number: int) -> Paragraph:
        kind, level, runs = self.others.get(number, _PLAIN)
        return Paragraph(kind, self.texts[number], level, runs)


class Packed(_Paragraphs):
    """Paragraphs that stay as they are, their texts as UTF-8.

    An object a paragraph takes four times as much memory.
    """

    def __init__(self, text: bytes, lengths: Iterable[int], others: Mapping[int, Other]) -> None:
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
        columns = Columns.of(paragraphs)
        texts = [text.encode("utf-8", "surrogatepass") for text in columns.texts]
        return cls(b"\0".join(texts), map(len, texts), columns.others)

    @classmethod
    def joined(cls, text: bytes, others: Mapping[int, Other]) -> Packed:
        r"""Of texts with a `\0` between them.

        Raises ValueError where they are no UTF-8, and IndexError for others than there are.
        """
        decoder = getincrementaldecoder("utf-8")()
        for start in range(0, len(text) + 1, _PIECE):
            decoder.decode(text[start : start + _PIECE], final=start + _PIECE > len(text))
        return cls(text, map(len, text.split(b"\0")), others)

    def parts(self) -> tuple[bytes, Mapping[int, Other]]:
        """What `joined` takes, where no text has a NUL in it."""
        numbers = {found.start() for found in _OTHER_THAN_TEXT.finditer(self._kinds)}
        others = {
            number: (_KINDS[self._kinds[number]], *self._more.get(number, _PLAIN[1:]))
            for number in sorted(numbers.union(self._more))
        }
        return self._text, others

    def texts(self) -> Iterator[str]:
        """The text of each, which takes half as long as all that there is of it."""
        return map(self._text_of, range(len(self)))

    def headings(self) -> list[int]:
        """The numbers of the title and of all headings."""
        return [found.start() for found in _HEADING.finditer(self._kinds)]

    def __len__(self) -> int:
        return len(self._kinds)

    def _made(self, number: int) -> Paragraph:
        found = self._at_hand.get(number)
        if found is None:
            if len(self._at_hand) >= _AT_HAND:
                self._at_hand.clear()
            found = self._at_hand[number] = self._unpacked(number)
        return found

    def _text_of(self, number: int) -> str:
        text = self._text[self._starts[number] : self._starts[number + 1] - 1]
        return text.decode("utf-8", "surrogatepass")

    def _unpacked(self, number: int) -> Paragraph:
        level, runs = self._more.get(number, _PLAIN[1:])
        kind = _KINDS[self._kinds[number]]
        return Paragraph(kind, self._text_of(number), level, runs)


def headings(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The numbers of the title and of all headings."""
    return Packed.of(paragraphs).headings()
