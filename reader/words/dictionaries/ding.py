"""Ding's word list, as Debian's trans-de-en has it: lines of “German :: English”.

Both sides are parted by “|” into pairs that belong together (the word, its plural, phrases),
and these by “;” into words that mean the same. Remarks stand in {}, [], (), <> and //.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import regex

from reader.errors import KnownError
from reader.phrases import Phrase
from reader.words.dictionaries._data import contains, decoded, open_data
from reader.words.dictionaries._headwords import Place

NAME = "Ding"
MAIN = ""
SYSTEM = ("trans/de-en", "trans/de-en.txt")

_BETWEEN = b" :: "
_LOOKED_AT = 20_000  # bytes in which a line of the format must stand
_LONGEST_LINE = 1_000_000
_VERSION = regex.compile(rb"^# *Version *:: *(\S[^\r\n]*)", regex.MULTILINE)
_REMARK = regex.compile(r"\{[^}]*\}|\[[^\]]*\]|\([^)]*\)|<[^>]*>|(?<!\w)/[^/]*/(?!\w)")
_STAND_IN = regex.compile(
    r"(?<!\w)(?:(?:etw|jdn|jdm|jds|jd|jmdn|jmdm|jmds|jmd)\.|sich|er/sie|ich/er/sie|wir/sie|/)(?!\w)"
)


def parts(main: Path) -> tuple[Path, ...]:
    """The one file. Raises KnownError for one that is no word list of Ding."""
    try:
        with main.open("rb") as file:
            start = file.read(_LOOKED_AT)
    except OSError as fault:
        raise KnownError(
            Phrase("{main} cannot be read: {strerror}.", main=main, strerror=fault.strerror)
        ) from fault
    lines = [line for line in start.split(b"\n")[:-1] if line and not line.startswith(b"#")]
    if not lines or any(_BETWEEN not in line for line in lines):
        raise KnownError(Phrase("{name} is no word list of Ding: lines lack “::”.", name=main.name))
    return (main,)


class WordList:
    """A word list of Ding."""

    def __init__(self, main: Path) -> None:
        (self._file,) = parts(main)
        self._texts = open_data(main)
        version = _VERSION.search(self._texts.read(0, _LOOKED_AT))
        self.title = f"Ding, {decoded(version[1])}" if version else "Ding"

    def headwords(self) -> Iterator[Place]:
        try:
            with self._file.open("rb") as file:
                start = 0
                while line := file.readline(_LONGEST_LINE):
                    if not line.startswith(b"#") and contains(self._texts, start, len(line)):
                        german = decoded(line.partition(_BETWEEN)[0])
                        for headword in dict.fromkeys(_headwords(german)):
                            yield Place(headword, start, len(line))
                    start += len(line)
        except OSError as fault:
            raise KnownError(
                Phrase(
                    "{file} cannot be read: {strerror}.", file=self._file, strerror=fault.strerror
                )
            ) from fault

    def text(self, start: int, length: int) -> str:
        line = decoded(self._texts.read(start, length))
        german, _, english = line.strip().partition(_BETWEEN.decode())
        pairs = zip_longest(german.split("|"), english.split("|"), fillvalue="")
        return "\n".join(f"{left.strip()}: {right.strip()}" for left, right in pairs)


def _headwords(german: str) -> Iterator[str]:
    for word in _REMARK.sub(" ", german).replace("|", ";").split(";"):
        plain = " ".join(_STAND_IN.sub(" ", word).split())
        if plain:
            yield plain


def load(main: Path) -> WordList:
    """The word list in that file. Raises KnownError."""
    return WordList(main)
