"""Formats: how a file becomes a document, one module each.

A format is a public module of this package that fulfils `Format`; it is found by
being here. It never touches the file system, and it imports its library inside
`read`, so that a format nobody opens costs no start-up time. What all formats
share (encodings, cleaning, paragraphs, language) stands in the modules whose
names begin with an underscore.
"""

from __future__ import annotations

import codecs
import hashlib
import importlib
import stat
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from reader.errors import KnownError
from reader.formats import _kinds, _language, _runs, _title
from reader.formats._clean import clean, is_clean
from reader.model import Document, Kind, Paragraph
from reader.packed import Columns, Packed
from reader.phrases import Phrase

IMPORT_VERSION = 4
"""Grows when documents are read better, so that older ones are worth reading again.

2: emphasis and links, dates. 3: footnotes, columns, consent boxes. 4: PDFs of TeX, narrow
gutters, running heads and contents, pages of manuals.
"""

LIMIT = 200_000_000
"""The most bytes a document may have: some 60 times the German Bible."""

_MOST_TEXT = 50_000_000
"""Bytes of a plain text, and characters of any document."""

_LARGE = 500_000
"""Bytes; what has more is read in a child process, whatever format it is of."""

_AT_ONCE = 100
"""Paragraphs that are looked at together: mostly there is nothing to clean."""

_CLIPBOARD = Phrase("The clipboard")
_INPUT = Phrase("Standard input")
_FRAGMENT = f"{__name__}._fragment"


class _Reader(Protocol):
    """What reads bytes of one kind: a module."""

    __name__: str
    NAME: str
    """What people call it, as in "Plain text"."""

    def read(self, data: bytes, name: str) -> Document:
        """The document in `data`; `name` is a path or what stands for one.

        Raises KnownError when the bytes are not of this format. Checksum, source, format
        and the check of the language are added by `read_document`.
        """
        ...


class Format(_Reader, Protocol):
    """What a module of this package has to offer."""

    SUFFIXES: tuple[str, ...]
    """The file names it is known by, in lower case with the dot, the usual one first."""

    ISOLATED: bool
    """Whether its bytes are read in a child process: a library of C reads them, or one that
    takes more time and memory for some bytes than their number lets expect."""

    def recognises(self, data: bytes) -> bool:
        """Whether the bytes alone show that they are of this format."""
        ...


@cache
def formats() -> tuple[Format, ...]:
    """All formats there are, by name."""
    import pkgutil  # which takes a while to load

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


def language_warnings(language: str) -> tuple[str, ...]:
    """What `Document.warnings` says of a text for the language it seems to be in."""
    return _language.warnings(language)


def checksum(path: Path) -> str:
    """Names the bytes of the file at `path`, as `Document.checksum` does. Raises KnownError."""
    return _checksum(_bytes_of(path))


def read_apart(data: bytes, name: str) -> Document:
    """As `read_document`, in a child process where the format is one that may go wrong."""
    found = _format(data, name)
    if len(data) > _LARGE or found.ISOLATED:
        from reader.formats import _child

        return _child.read(data, name, found.__name__)
    document = read_document(data, name)
    return replace(document, paragraphs=Packed.of(document.paragraphs))


def from_clipboard(html: str, plain: str) -> Document:
    """What was copied in another program, all of it: no article is looked for.

    `html` is the rich form and `plain` the plain one, "" where there is none; the rich
    one is read, in a child process, unless it has no text. What has no headline is titled by
    its first words. Raises KnownError where neither has a text.
    """
    if html.strip():
        try:
            return _pasted(_fragment_of(_encoded(html)))
        except KnownError:
            if not plain.strip():
                raise
    data = _encoded(plain)
    try:
        return _pasted(read_apart(data, _CLIPBOARD))  # it may be Markdown, or a page's source
    except KnownError:
        return _pasted(with_language(_finish(_plain(), data, _CLIPBOARD)))


def from_input(data: bytes) -> Document:
    """What came through standard input, which has no name; titled as what was copied."""
    document = read_apart(data, _INPUT)
    return replace(_pasted(document), format=document.format)


def _fragment_of(data: bytes) -> Document:
    from reader.formats import _child

    if len(data) > LIMIT:
        raise _too_large(_CLIPBOARD, LIMIT)
    return _child.read(data, _CLIPBOARD, _FRAGMENT)


def _pasted(document: Document) -> Document:
    from reader.formats import _fragment

    first = document.paragraphs[0]
    title = first.text if first.kind in (Kind.TITLE, Kind.HEADING) else _title.beginning(first.text)
    return replace(document, title=" ".join(title.split()), format=_fragment.NAME)


def read_document(data: bytes, name: str) -> Document:
    """Read `data`, which came from the file or other source called `name`, in this process.

    The paragraphs of the document are never empty and hold no control characters
    but tab and newline.
    """
    return with_language(parse(data, name))


def parse(data: bytes, name: str, reader: str = "") -> Document:
    """As `read_document`, but nothing is said of the language.

    `reader` names the module that reads it, where that is known; the others, which take a
    while to load, are not needed then.
    """
    if reader:
        return _finish(cast("_Reader", importlib.import_module(reader)), data, name)
    return _finish(_format(data, name), data, name)


def with_language(document: Document) -> Document:
    """The document with its language, and with a warning if that is not German."""
    texts = [p.text for p in document.paragraphs[:500] if p.kind is not Kind.CODE]
    language = _language.detect(" ".join(texts))
    warnings = (*document.warnings, *_language.warnings(language))
    return replace(document, language=language, warnings=warnings)


def _finish(found: _Reader, data: bytes, name: str) -> Document:
    document = found.read(data, name)
    columns = Columns.of(document.paragraphs)
    if sum(map(len, columns.texts)) > _MOST_TEXT:
        raise _too_large(name, _MOST_TEXT)
    paragraphs = _cleaned(columns)
    if not paragraphs:
        raise KnownError(
            Phrase("{name} has no text in it.", name=name),
            Phrase("There is nothing in it to read."),
        )
    return replace(
        document,
        title=" ".join(clean(document.title).split()) or _title.beginning(paragraphs[0].text),
        author=" ".join(clean(document.author).split()),
        paragraphs=paragraphs,
        checksum=_checksum(data),
        format=found.NAME,
    )


def _cleaned(paragraphs: Columns) -> Columns:
    """Those that are not empty, as the view may have them."""
    for start in range(paragraphs.clean, len(paragraphs), _AT_ONCE):
        texts = paragraphs.texts[start : start + _AT_ONCE]
        if not is_clean("".join(texts)) or not all(texts) or texts != list(map(str.strip, texts)):
            for number in range(start, start + len(texts)):
                _clean_one(paragraphs, number)
    headings = Kind.TITLE, Kind.HEADING
    for number, (kind, _, runs) in paragraphs.others.items():
        if runs and kind in headings:
            paragraphs[number] = _runs.told(paragraphs[number])
    if all(paragraphs.texts):
        return paragraphs
    return Columns.of(paragraph for paragraph in paragraphs if paragraph.text)


def _clean_one(paragraphs: Columns, number: int) -> None:
    """As the view may have it, without a text where there is nothing to see."""
    paragraph = paragraphs[number]
    text = clean(paragraph.text).strip("\n" if paragraph.kind is Kind.CODE else "\n \xa0")
    if text.isspace():
        text = ""
    if text != paragraph.text:
        paragraphs[number] = _with_text(paragraph, text)


def _with_text(paragraph: Paragraph, text: str) -> Paragraph:
    runs = _runs.fitted(paragraph.text, paragraph.runs, text)
    return paragraph._replace(text=text, runs=runs)


def _encoded(text: str) -> bytes:
    """With the mark that leaves nothing to guess."""
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")


def _plain() -> Format:
    """The last resort: every text may be plain text, which also says well what is none."""
    return cast("Format", importlib.import_module(f"{__name__}.text"))


def _format(data: bytes, name: str) -> Format:
    """By the name, then by the content; binary data is believed before its name."""
    if len(data) > LIMIT:
        raise _too_large(name, LIMIT)
    if not data:
        raise KnownError(
            Phrase("{name} is empty.", name=name), Phrase("There is nothing in it to read.")
        )
    lower = name.lower()
    is_binary = _kinds.known(data) is not None
    plain = _plain()
    if lower.endswith(plain.SUFFIXES) and not is_binary:
        # Without the others, which take a while to load.
        return _not_too_long(plain, data, name)
    named = [found for found in formats() if lower.endswith(found.SUFFIXES)]
    recognised = [found for found in formats() if found.recognises(data)]
    ordered = recognised + named if is_binary else named + recognised
    found = ordered[0] if ordered else plain
    return _not_too_long(found, data, name)


def _not_too_long(found: Format, data: bytes, name: str) -> Format:
    if not found.ISOLATED and len(data) > _MOST_TEXT:
        raise _too_large(name, _MOST_TEXT)
    return found


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def _bytes_of(path: Path) -> bytes:
    path = path.expanduser()
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise KnownError(Phrase("{path} is a folder, not a file.", path=path), _advice())
        if not stat.S_ISREG(mode):
            raise KnownError(
                Phrase("{path} is a device or a pipe, not a file.", path=path), _advice()
            )
        with path.open("rb") as file:
            if path.stat().st_size > LIMIT:
                raise _too_large(str(path), LIMIT)
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise KnownError(
            Phrase("There is no file {path}.", path=path),
            Phrase("If it was moved or renamed, open it where it is now."),
        ) from None
    except PermissionError:
        raise KnownError(
            Phrase("{path} may not be read by you.", path=path),
            Phrase("Have its owner let you read it, or copy it."),
        ) from None
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the path
        reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
        raise KnownError(
            Phrase("{path} cannot be read: {reason}.", path=path, reason=reason)
        ) from fault
    if len(data) > LIMIT:
        raise _too_large(str(path), LIMIT)
    return data


def _too_large(name: str, most: int) -> KnownError:
    return KnownError(
        Phrase("{name} is larger than {size} MB.", name=name, size=most // 1_000_000),
        Phrase("Split it into smaller files."),
    )


def _advice() -> str:
    return Phrase("What can be opened: {suffixes}.", suffixes=" ".join(suffixes()))
