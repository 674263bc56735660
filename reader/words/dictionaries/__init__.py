"""Dictionary files on disk: one file a format, found by its being here.

A format's module has NAME, MAIN (how the file that names a dictionary ends), SYSTEM (where
packages of the operating system put such files, below /usr/share), `parts(main)` and
`load(main)`. Dictionaries are read where they lie; a sorted list of their headwords is made
once, so that a look-up reads some hundred bytes of however large a file.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

import regex

from reader.errors import KnownError
from reader.model import new_id, text_hash
from reader.paths import Paths
from reader.phrases import Phrase
from reader.words.dictionaries._headwords import Headwords, Place, fold

# How files end that only go with the one that names a dictionary.
_PARTS = (".dict.dz", ".dict", ".idx.gz", ".idx", ".syn")

# What stands before a meaning, and what ends it.
_LABELS = regex.compile(r"^\s*(?:\[[^\]]*\]\s*|\d+[.)]\s*)*")
_END_OF_MEANING = regex.compile(r"[,;<{\[(/]")

MOST_ENTRIES = 50  # shown for one word; headwords of a phrase book can be many more


class Source(Protocol):
    """A dictionary's files, open."""

    @property
    def title(self) -> str: ...
    def headwords(self) -> Iterator[Place]:
        """Every headword with where its text lies; those whose text is missing are left out."""
        ...

    def text(self, start: int, length: int) -> str: ...


class Format(Protocol):
    """What a module of a format has."""

    NAME: str
    MAIN: str
    SYSTEM: tuple[str, ...]

    parts: Callable[[Path], tuple[Path, ...]]
    load: Callable[[Path], Source]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a dictionary says of a headword, as plain text."""

    headword: str
    text: str


class Stopped(Exception):  # noqa: N818 - no error: somebody asked for it
    """The list of headwords was given up."""


@dataclass(frozen=True)
class Dictionary:
    """A dictionary on disk. Nothing is read before it is asked; for one thread at a time."""

    main: Path
    format: Format
    cache: Path

    @property
    def name(self) -> str:
        """Tells it from the others in a list, before it is opened."""
        return self.main.name.removesuffix(self.format.MAIN)

    @property
    def title(self) -> str:
        """What it calls itself. Raises KnownError."""
        return self._source.title

    def prepare(self, stop: Callable[[], bool] = lambda: False) -> None:
        """Make the list of headwords if there is none yet (seconds for 500,000).

        `look_up` does so too; this is for whoever wants it done beforehand, or may want to
        end it: it raises Stopped soon after `stop` says so, and leaves no list. Raises
        KnownError where the files cannot be read. A list of changed files is made anew.
        """
        try:
            file = self._list
            if not file.exists():
                self.cache.mkdir(parents=True, exist_ok=True)
                for old in self.cache.glob(f"{self._cache_name}-*"):
                    with suppress(OSError):  # still open elsewhere, on Windows
                        old.unlink()
                Headwords.write(file, _until(stop, self._source.headwords()))
        except OSError as fault:
            raise self._unlisted(fault) from fault

    def look_up(self, *words: str) -> list[Entry]:
        """The entries for these words, in their order: give the lemma, then the form.

        Capitals, ß or ss, hyphens and other marks make no difference, but headwords spelt
        like the word come first, and of these the ones whose entry begins with it. Raises
        KnownError where the files cannot be read.
        """
        found: dict[Entry, None] = {}
        for word in words:
            if not fold(word):
                continue
            entries = [self._entry(place) for place in self._headwords.find(word, MOST_ENTRIES)]
            entries.sort(key=lambda entry, word=word: _remoteness(entry, word))
            found.update(dict.fromkeys(entries))
        return list(found)[:MOST_ENTRIES]

    def _entry(self, place: Place) -> Entry:
        text = self._source.text(place.start, place.length).strip("\n")
        return Entry(_as_spelt(place.headword, text), text)

    @cached_property
    def _source(self) -> Source:
        return self.format.load(self.main)

    @cached_property
    def _headwords(self) -> Headwords:
        self.prepare()
        try:
            return Headwords(self._list)
        except OSError as fault:
            raise self._unlisted(fault) from fault

    @property
    def _cache_name(self) -> str:
        return text_hash(str(self.main.absolute()))

    @property
    def _list(self) -> Path:
        """Another one for other files, or for files that have changed."""
        files = [file.stat() for file in self.format.parts(self.main)]
        state = " ".join(f"{file.st_size} {file.st_mtime_ns}" for file in files)
        return self.cache / f"{self._cache_name}-{text_hash(state)}.headwords"

    def _unlisted(self, fault: OSError) -> KnownError:
        return KnownError(
            Phrase(
                "The headwords of {name} cannot be listed: {strerror}.",
                name=self.name,
                strerror=fault.strerror,
            )
        )


def _until(stop: Callable[[], bool], places: Iterator[Place]) -> Iterator[Place]:
    for place in places:
        if stop():
            raise Stopped
        yield place


def gist(entry: Entry) -> str:
    """The first meaning that an entry gives, as far as it can be told; "" where it cannot."""
    lines = [line for line in entry.text.split("\n") if line.strip()]
    _, colon, english = (lines or [""])[0].partition(": ")
    meaning = english if colon else "".join(lines[1:2])
    meaning = _LABELS.sub("", meaning)
    return _END_OF_MEANING.split(meaning, maxsplit=1)[0].strip().removeprefix("to ")


def likeliest(entries: Sequence[tuple[str, Entry]]) -> str:
    """The meaning that all dictionaries together put first; "" where none can be told.

    `entries` are as they were found, each with the title of its dictionary. Each dictionary
    has a whole vote for its first meaning, half a one for its second, and so on: one alone
    may begin with a rare meaning.
    """
    meanings: dict[str, dict[str, None]] = {}
    for title, entry in entries:
        if meaning := gist(entry):
            meanings.setdefault(title, {})[meaning] = None
    votes: defaultdict[str, float] = defaultdict(float)
    for own in meanings.values():
        for rank, meaning in enumerate(own, start=1):
            votes[meaning] += 1 / rank
    return max(votes, key=lambda meaning: votes[meaning], default="")


def _remoteness(entry: Entry, word: str) -> tuple[bool, int]:
    """Sorts the entries that are about the word before those that mention it."""
    at = entry.text.find(word)
    return entry.headword != word, at if at >= 0 else len(entry.text)


def _as_spelt(headword: str, text: str) -> str:
    """A headword kept without its capitals, as the text itself begins with it."""
    first = text.lstrip().partition("\n")[0]
    for end in (" /", " <", " [", " ("):
        first = first.partition(end)[0]
    return first if fold(first) == fold(headword) else headword


def formats() -> tuple[Format, ...]:
    """All formats there are."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(
        cast("Format", import_module(f"{__name__}.{name}"))
        for name in names
        if not name.startswith("_")
    )


def folder(paths: Paths) -> Path:
    """Where imported dictionaries are kept, one folder each."""
    return paths.data / "dictionaries"


def find(paths: Paths, system: Path = Path("/usr/share")) -> list[Dictionary]:
    """The imported dictionaries, then those of the operating system's packages."""
    cache = paths.cache / "headwords"
    imported = [
        Dictionary(main, form, cache)
        for form in formats()
        for main in sorted(folder(paths).glob("[!.]*/*"))
        if _is_main(main, form)
    ]
    of_system = [
        Dictionary(main, form, cache)
        for form in formats()
        for pattern in form.SYSTEM
        for main in sorted(system.glob(pattern))
        if _is_main(main, form)
    ]
    return imported + of_system


def import_file(path: Path, paths: Paths) -> Dictionary:
    """Copy a dictionary into the profile, with the files that belong to it, and check it.

    `path` is any of its files. One of the same name is replaced. Raises KnownError for what
    is no dictionary, or a broken one; then nothing is changed.
    """
    main, form = _main_of(path)
    target = folder(paths)
    draft = target / f".{new_id()}.part"
    final = target / (main.name.removesuffix(form.MAIN))
    try:
        draft.mkdir(parents=True)
        for file in form.parts(main):
            shutil.copyfile(file, draft / file.name)
        if next(form.load(draft / main.name).headwords(), None) is None:
            raise KnownError(
                Phrase("The dictionary {name} has no entry that can be read.", name=main.name)
            )
        _replace(final, draft)
    except OSError as fault:
        raise KnownError(
            Phrase(
                "The dictionary {name} cannot be copied: {strerror}.",
                name=main.name,
                strerror=fault.strerror,
            ),
            Phrase("Make room or choose another profile, and try again."),
        ) from fault
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Dictionary(final / main.name, form, paths.cache / "headwords")


def _replace(final: Path, draft: Path) -> None:
    """Put a new folder in the place of an old one; the old one stays where that fails."""
    old = final.with_name(f"{draft.name}.old")
    if final.exists():
        final.rename(old)
    try:
        draft.rename(final)
    except OSError:
        if old.exists():
            old.rename(final)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _main_of(path: Path) -> tuple[Path, Format]:
    """The file that names the dictionary `path` belongs to. Raises KnownError."""
    if not path.is_file():
        raise KnownError(Phrase("{path} is not there, or no file.", path=path))
    for form in formats():
        if form.MAIN and path.name.endswith(form.MAIN):
            form.parts(path)
            return path, form
    stem = next((path.name[: -len(end)] for end in _PARTS if path.name.endswith(end)), path.name)
    for form in formats():
        main = path.with_name(stem + form.MAIN) if form.MAIN else path
        if _is_main(main, form):
            return main, form
    known = ", ".join(form.NAME for form in formats())
    raise KnownError(
        Phrase("{name} is no dictionary that can be read.", name=path.name),
        Phrase("These can be imported: {known}.", known=known),
    )


def _is_main(path: Path, form: Format) -> bool:
    if not path.name.endswith(form.MAIN) or not path.is_file():
        return False
    try:
        form.parts(path)
    except KnownError:
        return False
    return True
