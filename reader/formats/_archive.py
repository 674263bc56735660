"""ZIP archives in memory, for the formats that are one. Nothing is unpacked to a disk.

The names of entries are keys and nothing else, so that `..`, an absolute path or a
link in them has no meaning.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from itertools import pairwise

from reader.errors import KnownError
from reader.phrases import Phrase

_MOST_BYTES = 200_000_000
"""Of all that is unpacked of one archive, as large as a plain text may be."""

_MOST_ENTRIES = 50_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what EPUB, OOXML and ODF allow
_LOCAL_HEADER = 30
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Archive:
    """The entries of the archive in `data`, which the messages call `name`."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = _MOST_BYTES
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
        except _DAMAGED as fault:
            raise self._damaged(Phrase("it is no ZIP archive, or only part of one")) from fault
        entries = self._file.infolist()
        if len(entries) > _MOST_ENTRIES:
            raise KnownError(
                Phrase(
                    "{name} is refused: it has more than {most_entries} parts.",
                    name=name,
                    most_entries=_MOST_ENTRIES,
                )
            )
        places = sorted(
            (entry.header_offset, entry.header_offset + _LOCAL_HEADER + entry.compress_size)
            for entry in entries
        )
        if any(end > start for (_, end), (start, _) in pairwise(places)):
            raise KnownError(
                Phrase(
                    "{name} is refused: its parts overlap, as in archives made to do harm.",
                    name=name,
                )
            )
        # Of two entries with one name the last holds, as everywhere.
        self._entries = {entry.filename: entry for entry in entries}

    def __contains__(self, entry: str) -> bool:
        return entry in self._entries

    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def read(self, entry: str) -> bytes:
        """The bytes of an entry. Raises KnownError where they cannot be had."""
        info = self._entries.get(entry)
        if info is None:
            raise KnownError(
                Phrase("{name} is damaged: it has no part “{entry}”.", name=self._name, entry=entry)
            )
        if info.flag_bits & 0x1:
            raise KnownError(
                Phrase("{name} is encrypted.", name=self._name),
                Phrase("Save it without a password and open that."),
            )
        if info.compress_type not in _METHODS:
            raise self._damaged(Phrase("“{entry}” is packed in an unusual way", entry=entry))
        if info.file_size > self._left:
            raise self._too_large()
        try:
            with self._file.open(info) as file:
                data = file.read(self._left + 1)
        except (*_DAMAGED, RuntimeError) as fault:
            raise self._damaged(Phrase("“{entry}” cannot be unpacked", entry=entry)) from fault
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        return data

    def _damaged(self, reason: str) -> KnownError:
        return KnownError(
            Phrase("{name} is damaged: {reason}.", name=self._name, reason=reason),
            Phrase("Get the file once more."),
        )

    def _too_large(self) -> KnownError:
        return KnownError(
            Phrase(
                "{name} is refused: unpacked, it is larger than {number} MB.",
                name=self._name,
                number=_MOST_BYTES // 1_000_000,
            )
        )
