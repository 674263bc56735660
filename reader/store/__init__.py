"""What is kept: documents, marks and their history in one file, translations in another."""

from __future__ import annotations

from contextlib import suppress
from types import TracebackType

from reader.errors import KnownError
from reader.paths import Paths
from reader.phrases import Phrase
from reader.store import indexes, schema
from reader.store.bin import Deleted
from reader.store.database import DamagedFileError, Database
from reader.store.days import Days
from reader.store.library import Library, Listing, Origin, Removed
from reader.store.notes import Notes, Step
from reader.store.search import Filters, Hit, HitKind, Search
from reader.store.translations import Translations

__all__ = [
    "Deleted",
    "Filters",
    "Hit",
    "HitKind",
    "Listing",
    "Origin",
    "Removed",
    "Step",
    "Store",
    "Translations",
    "open_beside",
    "open_store",
    "stand_in",
]


class Store:
    """An open profile, for one thread; other threads and processes open their own."""

    def __init__(self, notes: Database, cache: Database, problem: KnownError | None = None) -> None:
        self._files = (notes, cache)
        self.notes = Notes(notes, problem)
        self.translations = Translations(cache)
        self.library = Library(notes, self.notes, self.translations)
        self.search = Search(notes, self.translations)

    def check(self) -> None:
        """Read the whole notes file. Raises KnownError where it is not sound."""
        schema.check(self._files[0])
        if indexes.wrong(self._files[0]):
            raise DamagedFileError(self._files[0].name, Phrase("the index of its words is damaged"))

    def tidy(self) -> None:
        """Count today as a day of use, and forget what was deleted long ago."""
        with self._files[0].write():
            Days(self._files[0]).begin()
            self.notes.forget_old()
            self.library.forget_old()

    def close(self) -> None:
        for file in self._files:
            file.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_store(paths: Paths) -> Store:
    """Open a profile's files, making those that are not there.

    Raises KnownError where the notes file cannot be used; it is then left as it is.
    """
    notes = schema.open_notes(paths.notes, paths.backups)
    store = Store(notes, schema.open_cache(paths.translations))
    with suppress(KnownError):  # a disk that is full is no reason not to read
        store.tidy()
    return store


def open_beside(paths: Paths) -> Store:
    """As `open_store`, for another thread of a process that has the profile open already.

    What was done then, checking and tidying, is not done again.
    """
    notes = schema.open_notes(paths.notes, paths.backups, checked=0)
    return Store(notes, schema.open_cache(paths.translations))


def stand_in(problem: KnownError) -> Store:
    """A store that keeps nothing, with which reading can go on.

    Marks are refused with that problem: nobody shall write what would be lost.
    """
    return Store(schema.notes_in_memory(), schema.cache_in_memory(), problem)
