"""The notes of all documents: searched, put back from the bin, taken in from files."""

from __future__ import annotations

from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.paths import Paths
from reader.services.jobs import Err, Jobs, Ok
from reader.store import Deleted, Filters, Hit, HitKind, Removed, Store, open_store

if TYPE_CHECKING:
    from reader.services.notes_import import Imported


MOST_LISTED = 1_000
"""Deleted marks and words that are listed: to list 100,000 takes seconds, and nobody reads them."""


@dataclass(frozen=True)
class Found:
    """What a search gave: the hits from `offset` on, and how many there are of each kind."""

    hits: tuple[Hit, ...]
    offset: int
    counts: dict[HitKind, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class Notebook(QObject):
    """One for all windows; `changed` tells whose notes are not as their windows know them.

    Searching has a thread and a connection of its own, and only the newest search counts.
    Where nothing is kept (`keeps`), nothing is found.
    """

    changed = Signal(frozenset)

    def __init__(
        self, store: Store, paths: Paths, *, keeps: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._paths = paths
        self._keeps = keeps
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="notebook")
        self._jobs = Jobs(self._executor, self)
        self._own: Store | None = None
        self._newest = 0

    def close(self) -> None:
        """End the search, once what is being taken in is there."""
        self._newest += 1
        self._executor.submit(self._close_own).result()
        self._jobs.close()

    def tags(self) -> tuple[str, ...]:
        """All tags of marks and documents."""
        return self._store.notes.tags()

    # -- the bin ----------------------------------------------------------------

    def bin(self) -> list[Deleted | Removed]:
        """What was deleted in the last month, texts too, last first; of very much the last."""
        things = (*self._store.notes.bin(MOST_LISTED), *self._store.library.removed())
        return sorted(things, key=lambda one: one.when, reverse=True)

    def bin_count(self) -> int:
        """How much there is in the bin, listed or not."""
        return self._store.notes.bin_count() + len(self._store.library.removed())

    def put_back(self, deleted: Collection[Deleted | Removed]) -> None:
        """Put marks and words back where they were, as a step that can be undone, and texts."""
        items = [one.item.id for one in deleted if isinstance(one, Deleted)]
        texts = [one.entry.id for one in deleted if isinstance(one, Removed)]
        if items:
            self._store.notes.put_back(items)
        if texts:
            self._store.library.restore(texts)
        if deleted:
            self.changed.emit(frozenset(one.entry.id for one in deleted))

    def empty_bin(self) -> None:
        """Forget all that is in the bin."""
        library = self._store.library
        library.forget([one.entry.id for one in library.removed()])
        self._store.notes.empty_bin()

    # -- files --------------------------------------------------------------------

    def import_file(self, file: Path, then: Callable[[Ok[Imported] | Err], None]) -> None:
        """Merge the notes of a file in the background; `then` gets what came of it."""

        def work() -> Imported:
            from reader.services.notes_import import import_notes  # with it come the exporters
            from reader.store.backups import Backups

            Backups(self._paths).make()  # what is merged cannot be told apart afterwards
            with open_store(self._paths) as store:
                return import_notes(file, store, self._paths)

        def done(outcome: Ok[Imported] | Err) -> None:
            if isinstance(outcome, Ok) and (outcome.value.added or outcome.value.changed):
                self.changed.emit(frozenset({outcome.value.entry.id}))
            then(outcome)

        self._jobs.run(work, done)

    # -- search ---------------------------------------------------------------------

    def search(
        self,
        words: str,
        filters: Filters,
        then: Callable[[Found], None],
        *,
        limit: int,
        offset: int = 0,
    ) -> None:
        """Search in the background; `then` is called unless another search has begun since."""
        self._newest = number = self._newest + 1

        def work() -> Found | None:
            if number != self._newest or not self._keeps:
                return None
            store = self._own = self._own or open_store(self._paths)
            hits = store.search.find(words, filters, limit=limit, offset=offset)
            if number != self._newest:
                return None
            return Found(tuple(hits), offset, store.search.count(words, filters))

        def done(outcome: Ok[Found | None] | Err) -> None:
            found = outcome.value if isinstance(outcome, Ok) else None
            if number == self._newest:
                then(found or Found((), offset, {}))

        self._jobs.run(work, done)

    def _close_own(self) -> None:
        """In the thread that opened it."""
        if self._own is not None:
            self._own.close()
            self._own = None
