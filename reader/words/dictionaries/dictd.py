"""dictd's databases: name.index beside name.dict or name.dict.dz (dictfmt(1), dictd(8)).

A line of the index is “headword TAB start TAB length”, the numbers in base 64. Headwords that
begin with “00database” tell of the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reader.errors import KnownError
from reader.phrases import Phrase
from reader.words.dictionaries._data import contains, decoded, open_data
from reader.words.dictionaries._headwords import Place

NAME = "dictd"
MAIN = ".index"
SYSTEM = ("dictd/*deu-eng.index",)

_DIGITS = {
    digit: value
    for value, digit in enumerate(
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    )
}
_LONGEST_LINE = 10_000
_ABOUT = "00database"
_TITLE = "00databaseshort"


def parts(main: Path) -> tuple[Path, ...]:
    """The index and its texts. Raises KnownError where these are missing."""
    stem = main.name.removesuffix(MAIN)
    for ending in (".dict.dz", ".dict"):
        texts = main.with_name(stem + ending)
        if texts.is_file():
            return main, texts
    raise KnownError(
        Phrase("{name} has no {stem}.dict.dz beside it.", name=main.name, stem=stem),
        Phrase("Put both into one folder."),
    )


class Database:
    """A database of dictd."""

    def __init__(self, main: Path) -> None:
        self._index, texts = parts(main)
        self._texts = open_data(texts)
        titles = (place for place in self._places() if _plain(place.headword) == _TITLE)
        title = next(titles, None)
        told = self.text(title.start, title.length).strip().split("\n")[-1] if title else ""
        self.title = told.strip() or main.name.removesuffix(MAIN)

    def headwords(self) -> Iterator[Place]:
        return (place for place in self._places() if not _plain(place.headword).startswith(_ABOUT))

    def text(self, start: int, length: int) -> str:
        return decoded(self._texts.read(start, length))

    def _places(self) -> Iterator[Place]:
        try:
            with self._index.open("rb") as lines:
                while line := lines.readline(_LONGEST_LINE):
                    place = _place(line)
                    if place is not None and contains(self._texts, place.start, place.length):
                        yield place
        except OSError as fault:
            raise KnownError(
                Phrase(
                    "{index} cannot be read: {strerror}.",
                    index=self._index,
                    strerror=fault.strerror,
                )
            ) from fault


def _plain(headword: str) -> str:
    return headword.replace("-", "")


def _place(line: bytes) -> Place | None:
    fields = line.rstrip(b"\r\n").split(b"\t")
    if len(fields) < 3:
        return None
    start, length = _number(fields[1]), _number(fields[2])
    if start is None or length is None:
        return None
    return Place(decoded(fields[0]), start, length)


def _number(digits: bytes) -> int | None:
    """A number in base 64; None for what is none or beyond any file."""
    if not 0 < len(digits) <= 8:
        return None
    number = 0
    for digit in digits:
        value = _DIGITS.get(digit)
        if value is None:
            return None
        number = number * 64 + value
    return number


def load(main: Path) -> Database:
    """The database of that index. Raises KnownError."""
    return Database(main)
