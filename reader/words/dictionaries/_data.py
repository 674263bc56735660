"""The file of a dictionary's texts: plain, or packed by dictzip so that any part can be read.

dictzip is gzip whose extra field "RA" lists the sizes of chunks that can be unpacked by
themselves (dictzip(1); RFC 1952 for the rest of the header).
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Protocol

from reader.errors import KnownError
from reader.phrases import Phrase

# More than the longest article of any dictionary; a larger one is a fault of the file.
LONGEST_TEXT = 1_000_000

_GZIP = b"\x1f\x8b\x08"
_EXTRA, _NAME, _COMMENT, _CHECKSUM = 4, 8, 16, 2


class Data(Protocol):
    """Bytes of a known size, of which any stretch can be read."""

    @property
    def size(self) -> int: ...
    def read(self, start: int, length: int) -> bytes: ...


def open_data(path: Path) -> Data:
    """The texts in that file. Raises KnownError."""
    try:
        return _Zipped(path) if path.suffix == ".dz" else _Plain(path)
    except OSError as fault:
        raise KnownError(
            Phrase("{path} cannot be read: {strerror}.", path=path, strerror=fault.strerror)
        ) from fault
    except (struct.error, ValueError) as fault:
        raise KnownError(
            Phrase("{name} is not packed by dictzip, or damaged.", name=path.name),
            Phrase("Unpack it with gunzip, or get it again."),
        ) from fault


def decoded(data: bytes) -> str:
    """Text in UTF-8, or else in Windows-1252, as dictionaries of old are."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def contains(data: Data, start: int, length: int) -> bool:
    """Whether that stretch can be the text of an entry."""
    return start >= 0 and 0 < length <= LONGEST_TEXT and start + length <= data.size


class _Plain:
    def __init__(self, path: Path) -> None:
        self._path = path
        self.size = path.stat().st_size

    def read(self, start: int, length: int) -> bytes:
        try:
            with self._path.open("rb") as file:
                file.seek(start)
                return file.read(length)
        except OSError as fault:
            raise KnownError(
                Phrase(
                    "{path} cannot be read: {strerror}.", path=self._path, strerror=fault.strerror
                )
            ) from fault


class _Zipped:
    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            header = file.read(12)
            if len(header) < 12 or header[:3] != _GZIP or not header[3] & _EXTRA:
                raise ValueError("no dictzip")
            extra = file.read(struct.unpack("<H", header[10:12])[0])
            start = 12 + len(extra) + _length_of_names(file.read(65_536), header[3])
            file.seek(-4, 2)
            self.size: int = struct.unpack("<I", file.read(4))[0]
            end = file.tell()
        self._chunk, sizes = _chunks(extra)
        self._starts = list(accumulate(sizes, initial=start))
        if self._starts[-1] > end or self.size > self._chunk * len(sizes):
            raise ValueError("cut off")
        self._unpacked = lru_cache(maxsize=8)(self._unpack)

    def read(self, start: int, length: int) -> bytes:
        if not contains(self, start, length):
            return b""
        first, last = start // self._chunk, (start + length - 1) // self._chunk
        joined = b"".join(self._unpacked(number) for number in range(first, last + 1))
        return joined[start - first * self._chunk :][:length]

    def _unpack(self, number: int) -> bytes:
        try:
            with self._path.open("rb") as file:
                file.seek(self._starts[number])
                packed = file.read(self._starts[number + 1] - self._starts[number])
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, self._chunk)
        except OSError as fault:
            raise KnownError(
                Phrase(
                    "{path} cannot be read: {strerror}.", path=self._path, strerror=fault.strerror
                )
            ) from fault
        except zlib.error as fault:
            raise KnownError(
                Phrase("{name} is damaged.", name=self._path.name), Phrase("Get it again.")
            ) from fault


def _chunks(extra: bytes) -> tuple[int, tuple[int, ...]]:
    """The length of a chunk unpacked, and the sizes of all of them packed."""
    at = 0
    while at + 4 <= len(extra):
        name, length = extra[at : at + 2], struct.unpack_from("<H", extra, at + 2)[0]
        if name == b"RA":
            version, chunk, count = struct.unpack_from("<3H", extra, at + 4)
            if version != 1 or chunk == 0:
                break
            return chunk, struct.unpack_from(f"<{count}H", extra, at + 10)
        at += 4 + length
    raise ValueError("no list of chunks")


def _length_of_names(rest: bytes, flags: int) -> int:
    """How much of a gzip header follows the extra field."""
    at = 0
    for flag in (_NAME, _COMMENT):
        if flags & flag:
            at = rest.index(b"\0", at) + 1
    return at + (2 if flags & _CHECKSUM else 0)
