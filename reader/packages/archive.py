"""Reads a package, from a file or a folder, that nobody vouches for.

Only files on an allow-list are ever read, each up to a size; everything else in the
package is left where it is. A package that tries to write elsewhere, or to fill the
disk, is refused as a whole.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from abc import abstractmethod
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from reader.errors import KnownError
from reader.phrases import Phrase

_MB = 1024 * 1024

# What a package needs to run, with the largest size of each (the largest model of
# Argos's index has 300 MB). Sentence splitters that ride along are not used.
_ALLOWED: Mapping[str, int] = {
    r"metadata\.json": _MB,
    r"README\.md": _MB,
    r"sentencepiece\.model": 64 * _MB,
    r"bpe\.model": 64 * _MB,
    r"model/model\.bin": 2048 * _MB,
    r"model/config\.json": _MB,
    r"model/(shared_|source_|target_)?vocabulary\.(json|txt)": 64 * _MB,
}

# Deflate's best on real models is 1:10; a bomb has 1:1000.
_RATIO = 50
_ENTRIES = 10_000
_CHUNK = _MB


class Source(Protocol):
    """The files of a package, by their path inside it."""

    @property
    @abstractmethod
    def sizes(self) -> Mapping[str, int]: ...

    @abstractmethod
    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a file; its length is what `sizes` says, or a KnownError."""


def _allowed(name: str) -> int | None:
    """The largest size of a file of that path; None if it is not of use."""
    for pattern, size in _ALLOWED.items():
        if re.fullmatch(pattern, name):
            return size
    return None


class _Refusal:
    """Words a refusal: which file, and why."""

    def __init__(self, path: Path) -> None:
        self._name = path.name

    def __call__(self, reason: str) -> KnownError:
        return KnownError(
            Phrase(
                "{name} is no package that can be installed: {reason}.",
                name=self._name,
                reason=reason,
            )
        )


def _checked(sizes: Mapping[str, int], refuse: _Refusal) -> dict[str, int]:
    """Only the allowed files; refused if one is too large."""
    kept: dict[str, int] = {}
    for name, size in sizes.items():
        largest = _allowed(name)
        if largest is None:
            continue
        if size > largest:
            raise refuse(
                Phrase(
                    "“{name}” has {size} bytes, more than such a file can have",
                    name=name,
                    size=f"{size:,}",
                )
            )
        kept[name] = size
    return kept


class _Zip:
    def __init__(self, archive: zipfile.ZipFile, refuse: _Refusal) -> None:
        self._archive = archive
        self._refuse = refuse
        self._entries = self._by_name()
        self.sizes = _checked(
            {name: entry.file_size for name, entry in self._entries.items()}, refuse
        )

    def _by_name(self) -> dict[str, zipfile.ZipInfo]:
        """The entries by their path below the one folder at the top."""
        entries = self._archive.infolist()
        if len(entries) > _ENTRIES:
            raise self._refuse(Phrase("it has {entries} entries", entries=f"{len(entries):,}"))
        end = 0
        names: dict[str, zipfile.ZipInfo] = {}
        tops: set[str] = set()
        for entry in sorted(entries, key=lambda entry: entry.header_offset):
            if entry.header_offset < end:
                raise self._refuse(
                    Phrase("the entry “{filename}” overlaps another", filename=entry.filename)
                )
            end = entry.header_offset + 30 + entry.compress_size
            self._refuse_unsafe(entry)
            path = PurePosixPath(entry.filename)
            tops.add(path.parts[0])
            if entry.is_dir():
                continue
            name = "/".join(path.parts[1:])
            if name in names:
                raise self._refuse(
                    Phrase("it has two entries named “{filename}”", filename=entry.filename)
                )
            names[name] = entry
        if len(tops) != 1:
            raise self._refuse(Phrase("it does not hold one folder and nothing beside it"))
        return names

    def _refuse_unsafe(self, entry: zipfile.ZipInfo) -> None:
        name = entry.filename
        # ZipInfo cuts names at a zero byte; `orig_filename` is what the file says.
        if (
            not PurePosixPath(name).parts
            or name.startswith("/")
            or ".." in PurePosixPath(name).parts
            or any(mark in entry.orig_filename for mark in ("\\", ":", "\0"))
        ):
            raise self._refuse(Phrase("the entry “{name}” points outside the package", name=name))
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise self._refuse(Phrase("the entry “{name}” is a link or a device", name=name))
        if entry.flag_bits & 0x1:
            raise self._refuse(Phrase("it is encrypted"))
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._refuse(Phrase("the entry “{name}” is packed in an unusual way", name=name))
        if entry.file_size > _MB and entry.file_size > _RATIO * entry.compress_size:
            raise self._refuse(
                Phrase(
                    "the entry “{name}” would grow to {file_size} bytes from {compress_size}",
                    name=name,
                    file_size=f"{entry.file_size:,}",
                    compress_size=f"{entry.compress_size:,}",
                )
            )

    def chunks(self, name: str) -> Iterator[bytes]:
        try:
            with self._archive.open(self._entries[name]) as file:
                yield from _read(file, name, self.sizes[name], self._refuse)
        except _DAMAGE as error:
            raise self._refuse(
                Phrase("the entry “{name}” is damaged ({error})", name=name, error=error)
            ) from error


class _Folder:
    def __init__(self, root: Path, refuse: _Refusal) -> None:
        self._root = root
        self._refuse = refuse
        self.sizes = _checked(dict(self._walk()), refuse)

    def _walk(self) -> Iterator[tuple[str, int]]:
        for folder in (self._root, self._root / "model"):
            if not folder.is_dir():
                continue
            for path in folder.iterdir():
                name = path.relative_to(self._root).as_posix()
                if _allowed(name) is None:
                    continue
                status = path.lstat()
                if not stat.S_ISREG(status.st_mode):
                    raise self._refuse(Phrase("“{name}” is not an ordinary file", name=name))
                yield name, status.st_size

    def chunks(self, name: str) -> Iterator[bytes]:
        with (self._root / name).open("rb") as file:
            yield from _read(file, name, self.sizes[name], self._refuse)


_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a feature of zip files that Python does not read
    RuntimeError,  # an encrypted entry
    ValueError,
)


def _read(file: IO[bytes], name: str, size: int, refuse: _Refusal) -> Iterator[bytes]:
    left = size
    while chunk := file.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            break
        yield chunk
    if left:
        raise refuse(
            Phrase(
                "“{name}” does not have the {size} bytes it should have",
                name=name,
                size=f"{size:,}",
            )
        )


@contextmanager
def open_source(path: Path) -> Generator[Source]:
    """The package at `path`, an `.argosmodel` file or an unpacked folder.

    Raises KnownError where it is hostile, damaged or no package at all.
    """
    refuse = _Refusal(path)
    if path.is_dir():
        yield _Folder(path, refuse)
        return
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise KnownError(Phrase("There is no file {path}.", path=path)) from error
    except (*_DAMAGE, OSError) as error:
        raise refuse(Phrase("it cannot be read as a zip archive ({error})", error=error)) from error
    with archive:
        yield _Zip(archive, refuse)
