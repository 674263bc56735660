"""Formats: how a file becomes a document, one module each.

A format is a public module of this package that fulfils `Format`; it is found by
being here. It never touches the file system, and it imports its library inside
`read`, so that a format nobody opens costs no start-up time. What all formats
share (encodings, cleaning, paragraphs, language) stands in the modules whose
names begin with an underscore.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import stat
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from reader.errors import KnownError
from reader.formats import _kinds, _language
from reader.formats._clean import clean
from reader.model import Document, Kind

LIMIT = 200_000_000
"""The most bytes a document may have: some 60 times the German Bible."""


class Format(Protocol):
    """What a module of this package has to offer."""

    NAME: str
    """What people call it, as in "Plain text"."""

    SUFFIXES: tuple[str, ...]
    """The file names it is known by, in lower case with the dot, the usual one first."""

    ISOLATED: bool
    """Whether its bytes are read in a child process: a library of C reads them, or one that
    takes more time and memory for some bytes than their number lets expect."""

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes alone show that they are of this format."""
        ...

    def read(self, data: bytes, name: str) -> Document:
        """The document in `data`; `name` is a path or what stands for one.

        Raises KnownError when the bytes are not of this format. Checksum, source
        and the check of the language are added by `read_document`.
        """
        ...


@cache
def formats() -> tuple[Format, ...]:
    """All formats there are, by name."""
    modules = [
        cast("Format", importlib.import_module(f"{__name__}.{found.name}"))
        for found in pkgutil.iter_modules(__path__)
        if not found.name.startswith("_")
    ]
    return tuple(sorted(modules, key=lambda module: module.NAME))


def suffixes() -> tuple[str, ...]:
    """All suffixes of file names that can be opened, for a file dialog."""
    return tuple(suffix for found in formats() for suffix in found.SUFFIXES)


def open_document(path: Path) -> Document:
    """Read the file at `path`; every fault of the file is a KnownError that names it."""
    document = read_apart(_bytes_of(path), str(path))
    # Names that are no text in the system's encoding cannot be kept as they are.
    source = str(path.expanduser().resolve()).encode("utf-8", "replace").decode()
    return replace(document, source=source)


def read_apart(data: bytes, name: str) -> Document:
    """As `read_document`, in a child process where the format is one that may go wrong."""
    if _format(data, name).ISOLATED:
        from reader.formats import _child

        return _child.read(data, name)
    return read_document(data, name)


def read_document(data: bytes, name: str) -> Document:
    """Read `data`, which came from the file or other source called `name`, in this process.

    The paragraphs of the document are never empty and hold no control characters
    but tab and newline.
    """
    return with_language(parse(data, name))


def parse(data: bytes, name: str) -> Document:
    """As `read_document`, but nothing is said of the language."""
    document = _format(data, name).read(data, name)
    paragraphs = tuple(
        paragraph if text is paragraph.text else replace(paragraph, text=text)
        for paragraph in document.paragraphs
        if (text := clean(paragraph.text)) and not text.isspace()
    )
    if not paragraphs:
        raise KnownError(f"{name} has no text in it.", "There is nothing in it to read.")
    return replace(
        document,
        title=" ".join(clean(document.title).split()) or paragraphs[0].text[:80],
        paragraphs=paragraphs,
        checksum=hashlib.sha256(data).hexdigest()[:32],
    )


def with_language(document: Document) -> Document:
    """The document with its language, and with a warning if that is not German."""
    texts = [p.text for p in document.paragraphs[:500] if p.kind is not Kind.CODE]
    language = _language.detect(" ".join(texts))
    warnings = (*document.warnings, *_language.warnings(language))
    return replace(document, language=language, warnings=warnings)


def _format(data: bytes, name: str) -> Format:
    """By the name, then by the content; binary data is believed before its name."""
    if len(data) > LIMIT:
        raise _too_large(name)
    if not data:
        raise KnownError(f"{name} is empty.", "There is nothing in it to read.")
    suffix = Path(name).suffix.lower()
    is_binary = _kinds.known(data) is not None
    # The last resort: every text may be plain text, which also says well what is none.
    plain = cast("Format", importlib.import_module(f"{__name__}.text"))
    if suffix in plain.SUFFIXES and not is_binary:
        return plain  # without the others, which take a while to load
    named = [found for found in formats() if suffix in found.SUFFIXES]
    recognised = [found for found in formats() if found.recognises(data)]
    ordered = recognised + named if is_binary else named + recognised
    return ordered[0] if ordered else plain


def _bytes_of(path: Path) -> bytes:
    path = path.expanduser()
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise KnownError(f"{path} is a folder, not a file.", _advice())
        if not stat.S_ISREG(mode):
            raise KnownError(f"{path} is a device or a pipe, not a file.", _advice())
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise KnownError(f"There is no file {path}.") from None
    except PermissionError:
        raise KnownError(f"{path} may not be read by you.") from None
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the path
        reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
        raise KnownError(f"{path} cannot be read: {reason}.") from fault
    if len(data) > LIMIT:
        raise _too_large(str(path))
    return data


def _too_large(name: str) -> KnownError:
    return KnownError(
        f"{name} is larger than {LIMIT // 1_000_000} MB.", "Split it into smaller files."
    )


def _advice() -> str:
    names = ", ".join(f"{found.NAME} ({' '.join(found.SUFFIXES)})" for found in formats())
    return f"What can be opened: {names}."
