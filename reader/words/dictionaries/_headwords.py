"""A sorted list of headwords on disk, searched by halving without being read as a whole."""

from __future__ import annotations

import mmap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from reader.files import write_whole


@dataclass(frozen=True, slots=True)
class Place:
    """A headword, and the stretch of bytes that holds its text."""

    headword: str
    start: int
    length: int


@lru_cache(maxsize=1024)
def fold(word: str) -> str:
    """A word without what spelling may vary in: capitals, ß, hyphens, accents' encoding."""
    plain = unicodedata.normalize("NFC", word).casefold()
    return " ".join("".join(c if c.isalnum() else " " for c in plain if c not in "-‐‑'’").split())


class Headwords:
    """One line a headword: folded, as it is spelt, start, length; between tabs, in order."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            size = opened.seek(0, 2)
            self._lines = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) if size else b""

    @staticmethod
    def write(file: Path, places: Iterator[Place]) -> None:
        """Sort them and write them into a folder there is. Raises KnownError."""
        lines = [
            f"{key}\t{' '.join(place.headword.split())}\t{place.start}\t{place.length}"
            for place in places
            if (key := fold(place.headword))
        ]
        lines.sort(key=lambda line: line.partition("\t")[0].encode("utf-8", "replace"))
        write_whole(file, "".join(f"{line}\n" for line in lines))

    def find(self, word: str, most: int) -> list[Place]:
        """The places of a word, however it is spelt; at most that many."""
        key = fold(word).encode("utf-8", "replace")
        low, high = 0, len(self._lines)
        while low < high:
            middle = self._start_of_line((low + high) // 2)
            if self._key(middle) < key:
                low = self._end_of_line(middle)
            else:
                high = middle
        same = takewhile(lambda at: self._key(at) == key, self._starts(low))
        return [self._place(at) for at, _ in zip(same, range(most), strict=False)]

    def _starts(self, at: int) -> Iterator[int]:
        while at < len(self._lines):
            yield at
            at = self._end_of_line(at)

    def _start_of_line(self, at: int) -> int:
        return self._lines.rfind(b"\n", 0, at) + 1

    def _end_of_line(self, at: int) -> int:
        return self._lines.find(b"\n", at) + 1 or len(self._lines)

    def _key(self, at: int) -> bytes:
        return self._lines[at : self._lines.find(b"\t", at)]

    def _place(self, at: int) -> Place:
        line = self._lines[at : self._end_of_line(at)].decode("utf-8")
        _, headword, start, length = line.rstrip("\n").split("\t")
        return Place(headword, int(start), int(length))
