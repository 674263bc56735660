"""StarDict: name.ifo beside .idx or .idx.gz, .dict or .dict.dz, and perhaps .syn.

By StarDict's “Format for StarDict dictionary files”, versions 2.4.2 and 3.0.0.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from reader.errors import KnownError
from reader.phrases import Phrase
from reader.words.dictionaries._data import contains, decoded, open_data
from reader.words.dictionaries._headwords import Place

NAME = "StarDict"
MAIN = ".ifo"
SYSTEM = ("stardict/dic/**/*deu-eng*.ifo",)

_MAGIC = "StarDict's dict ifo file"
_LARGEST_INDEX = 300_000_000  # bytes
_LARGEST_IFO = 100_000
_MARKED_UP = "hgxk"  # HTML, Pango, XDXF, KingSoft's XML
_PLAIN = "mtylwn"
_NUMBER = 4  # bytes of a number, but for offsets of 64 bits


def parts(main: Path) -> tuple[Path, ...]:
    """The files of a dictionary. Raises KnownError where one is missing."""
    stem = main.name.removesuffix(MAIN)

    def one_of(*endings: str) -> Path:
        for ending in endings:
            if (file := main.with_name(stem + ending)).is_file():
                return file
        raise KnownError(
            Phrase(
                "{name} has no {stem}{value} beside it.",
                name=main.name,
                stem=stem,
                value=endings[0],
            ),
            Phrase("Put all its files into one folder."),
        )

    synonyms = main.with_name(stem + ".syn")
    needed = (main, one_of(".idx", ".idx.gz"), one_of(".dict.dz", ".dict"))
    return (*needed, synonyms) if synonyms.is_file() else needed


class Dictionary:
    """A dictionary of StarDict."""

    def __init__(self, main: Path) -> None:
        _, self._index, texts, *self._synonyms = parts(main)
        about = _about(main)
        self.title = about.get("bookname") or main.name.removesuffix(MAIN)
        self._types = about.get("sametypesequence", "")
        self._offset = 8 if about.get("idxoffsetbits") == "64" else _NUMBER
        self._texts = open_data(texts)

    def headwords(self) -> Iterator[Place]:
        places = list(self._places())
        yield from (place for place in places if contains(self._texts, place.start, place.length))
        for file in self._synonyms:
            for word, (number,) in _records(_read(file), _NUMBER):
                if number < len(places):
                    place = places[number]
                    if contains(self._texts, place.start, place.length):
                        yield Place(word, place.start, place.length)

    def text(self, start: int, length: int) -> str:
        fields = _fields(self._texts.read(start, length), self._types)
        texts = (_as_text(kind, decoded(field)) for kind, field in fields)
        return "\n".join(text for text in texts if text)

    def _places(self) -> Iterator[Place]:
        for word, (start, length) in _records(_read(self._index), self._offset, _NUMBER):
            yield Place(word, start, length)


def _about(main: Path) -> dict[str, str]:
    text = _read(main)[:_LARGEST_IFO].decode("utf-8-sig", "replace")
    if not text.startswith(_MAGIC):
        raise KnownError(Phrase("{name} is no dictionary of StarDict.", name=main.name))
    pairs = (line.partition("=") for line in text.splitlines())
    return {key.strip(): value.strip() for key, _, value in pairs}


def _read(file: Path) -> bytes:
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as opened:
            read = opened.read(_LARGEST_INDEX + 1)
    except gzip.BadGzipFile as fault:
        raise KnownError(
            Phrase("{name} is damaged.", name=file.name), Phrase("Get it again.")
        ) from fault
    except OSError as fault:
        raise KnownError(
            Phrase("{file} cannot be read: {strerror}.", file=file, strerror=fault.strerror)
        ) from fault
    except (EOFError, zlib.error) as fault:
        raise KnownError(
            Phrase("{name} is damaged.", name=file.name), Phrase("Get it again.")
        ) from fault
    if len(read) > _LARGEST_INDEX:
        raise KnownError(Phrase("{name} is too large for a list of words.", name=file.name))
    return read


def _records(data: bytes, *sizes: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Words that end in NUL, each with its numbers, the highest byte first; whole ones only."""
    at = 0
    while (end := data.find(b"\0", at)) >= 0:
        numbers: list[int] = []
        word, at = decoded(data[at:end]), end + 1
        for size in sizes:
            numbers.append(int.from_bytes(data[at : at + size]))
            at += size
        if at > len(data):
            return
        yield word, tuple(numbers)


def _fields(data: bytes, types: str) -> Iterator[tuple[str, bytes]]:
    """The fields of an entry with their types: lower case ends in NUL, capitals begin with a size.

    With a common sequence of types the fields have none of their own, and the last has
    neither NUL nor size.
    """
    at = 0
    kinds = iter(types)
    while at < len(data):
        if types:
            kind = next(kinds, "")
            is_last = kind == types[-1:]
        else:
            kind, is_last = chr(data[at]), False
            at += 1
        if not kind:
            return
        if is_last:
            end = len(data)
        elif kind.isupper():
            end = at + _NUMBER + int.from_bytes(data[at : at + _NUMBER])
            at += _NUMBER
        else:
            end = data.find(b"\0", at)
            end = len(data) if end < 0 else end
        yield kind, data[at:end]
        at = end + (0 if kind.isupper() else 1)


def _as_text(kind: str, field: str) -> str:
    if kind in _PLAIN:
        return field.strip()
    if kind in _MARKED_UP:
        stripper = _Stripper()
        stripper.feed(field)
        stripper.close()
        lines = (" ".join(line.split()) for line in "".join(stripper.kept).splitlines())
        return "\n".join(line for line in lines if line)
    return ""  # sounds, pictures, resources


class _Stripper(HTMLParser):
    """Keeps the text of marked-up text."""

    BREAKING = frozenset(("br", "p", "div", "li", "tr", "blockquote", "def", "ol", "ul"))

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.BREAKING:
            self.kept.append("\n")

    def handle_data(self, data: str) -> None:
        self.kept.append(data)


def load(main: Path) -> Dictionary:
    """The dictionary of that .ifo file. Raises KnownError."""
    return Dictionary(main)
