"""The rows of a SQLite file whose trees are torn, read page by page.

After https://sqlite.org/fileformat2.html. Every page that holds rows of a table tells
them by itself; the trees only say of which table it is.
"""

from __future__ import annotations

import struct
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from reader.store.database import Value

_LEAF, _INTERIOR = 0x0D, 0x05
_WAL_HEADER, _FRAME_HEADER = 32, 24
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_MOST_PAGES = 2**22  # sixteen gigabytes; a number beyond is none
_FAULTS = (IndexError, ValueError, struct.error, RecursionError)


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its table, None where no tree leads to its page, its number, and its values.

    Columns that were added to the table later may be missing at the end.
    """

    table: str | None
    number: int
    values: tuple[Value | bytes, ...]


def form_of(data: bytes) -> int:
    """The number a file's header names its form by; 0 or nonsense where it is torn."""
    return int.from_bytes(data[60:64], "big")


def records(data: bytes, journal: bytes = b"") -> Iterator[Record]:
    """All rows that can be read of a file with its journal (`-wal`), in no order."""
    pages = _Pages(data, journal)
    owners = dict(pages.owners())
    free = pages.free()
    for number in range(1, len(pages) + 1):
        if number in owners or number not in free:
            for row, values in pages.rows(number):
                yield Record(owners.get(number), row, values)


class _Pages:
    """The pages of a file, by their numbers from 1, as its journal has them now."""

    def __init__(self, data: bytes, journal: bytes) -> None:
        self._size = _page_size(data)
        self._pages = [data[at : at + self._size] for at in range(0, len(data), self._size)]
        for number, page in _frames(journal, self._size):
            self._pages += [b""] * (number - len(self._pages))
            self._pages[number - 1] = page

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, number: int) -> bytes:
        if not 1 <= number <= len(self._pages):
            raise IndexError(number)
        return self._pages[number - 1]

    def owners(self) -> Iterator[tuple[int, str]]:
        """The pages with rows, each with its table, as far as the trees lead to them."""
        for leaf in self._leaves(1):
            yield leaf, "sqlite_master"
            for _, values in self.rows(leaf):
                match values:
                    case ("table", str(name), _, int(root), *_) if root > 1:
                        yield from ((page, name) for page in self._leaves(root))
                    case _:
                        pass

    def _leaves(self, root: int) -> list[int]:
        found: list[int] = []
        seen: set[int] = set()
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if number in seen or not 1 <= number <= len(self._pages):
                continue
            seen.add(number)
            page, head = self._head(number)
            kind = page[head : head + 1]
            if kind == bytes([_LEAF]):
                found.append(number)
            elif kind == bytes([_INTERIOR]):
                waiting.append(int.from_bytes(page[head + 8 : head + 12], "big"))
                waiting += [
                    int.from_bytes(page[at : at + 4], "big")
                    for at in self._cells(page, head, head + 12)
                ]
        return found

    def free(self) -> set[int]:
        """The pages that hold nothing, or what was deleted."""
        found: set[int] = set()
        trunk = int.from_bytes(self._pages[0][32:36], "big") if self._pages else 0
        while 1 < trunk <= len(self._pages) and trunk not in found:
            found.add(trunk)
            page = self.page(trunk)
            count = min(int.from_bytes(page[4:8], "big"), self._size // 4 - 2)
            leaves = struct.iter_unpack(">I", page[8 : 8 + 4 * count])
            found |= {leaf for (leaf,) in leaves}
            trunk = int.from_bytes(page[:4], "big")
        return found

    def rows(self, number: int) -> Generator[tuple[int, tuple[Value | bytes, ...]]]:
        """The rows of a page, without those that make no sense; none of another page."""
        page, head = self._head(number)
        if page[head : head + 1] != bytes([_LEAF]):
            return
        for at in self._cells(page, head, head + 8):
            try:
                length, start = _varint(page, at)
                row, start = _varint(page, start)
                values = _values(self._payload(page, start, length))
            except _FAULTS:
                continue
            yield row, values

    def _head(self, number: int) -> tuple[bytes, int]:
        return self.page(number), 100 if number == 1 else 0

    def _cells(self, page: bytes, head: int, start: int) -> list[int]:
        count = int.from_bytes(page[head + 3 : head + 5], "big")
        end = min(start + 2 * count, len(page) // 2 * 2)
        cells = (int.from_bytes(page[at : at + 2], "big") for at in range(start, end, 2))
        return [cell for cell in cells if start < cell < len(page)]

    def _payload(self, page: bytes, start: int, length: int) -> bytes:
        """The bytes of a row, those included that lie on pages of their own."""
        usable = self._size
        if length > usable * len(self._pages):
            raise ValueError(length)
        if length <= usable - 35:
            here = length
        else:
            least = (usable - 12) * 32 // 255 - 23
            here = least + (length - least) % (usable - 4)
            if here > usable - 35:
                here = least
        parts = [page[start : start + here]]
        left = length - here
        following = int.from_bytes(page[start + here : start + here + 4], "big")
        while left > 0:
            further = self.page(following)
            parts.append(further[4 : 4 + min(left, usable - 4)])
            left -= usable - 4
            following = int.from_bytes(further[:4], "big")
        whole = b"".join(parts)
        if len(whole) != length:
            raise ValueError(length)
        return whole


def _page_size(data: bytes) -> int:
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else 4096


def _frames(journal: bytes, size: int) -> list[tuple[int, bytes]]:
    """The pages of a journal that belong to whole transactions, oldest first."""
    if len(journal) < _WAL_HEADER or int.from_bytes(journal[:4], "big") not in _WAL_MAGIC:
        return []
    if int.from_bytes(journal[8:12], "big") != size:
        return []
    salts = journal[16:24]
    frames: list[tuple[int, bytes]] = []
    whole = 0
    for at in range(_WAL_HEADER, len(journal) - size - _FRAME_HEADER + 1, size + _FRAME_HEADER):
        number, after = struct.unpack(">II", journal[at : at + 8])
        if journal[at + 8 : at + 16] != salts or not 0 < number <= _MOST_PAGES:
            break
        frames.append((number, journal[at + _FRAME_HEADER : at + _FRAME_HEADER + size]))
        if after:
            whole = len(frames)
    return frames[:whole]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's and where it ends."""
    value = 0
    for count in range(8):
        byte = data[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    value = value << 8 | data[at + 8]
    return value - 2**64 if value >= 2**63 else value, at + 9


def _values(payload: bytes) -> tuple[Value | bytes, ...]:
    end, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value | bytes] = []
    at = end
    for kind in kinds:
        value, size = _value(payload, at, kind)
        values.append(value)
        at += size
    if at != len(payload):
        raise ValueError(at)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value | bytes, int]:
    """A value and how many bytes it takes."""
    if kind == 0:
        return None, 0
    if kind in {8, 9}:
        return kind - 8, 0
    if kind < 7:
        size = (0, 1, 2, 3, 4, 6, 8)[kind]
        return int.from_bytes(payload[at : at + size], "big", signed=True), size
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], 8
    if kind < 12:
        raise ValueError(kind)
    size = (kind - 12) // 2
    content = payload[at : at + size]
    if len(content) != size:
        raise ValueError(kind)
    return content.decode("utf-8") if kind % 2 else content, size
