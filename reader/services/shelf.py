"""The library as a list: what is in it, and what can be done with many texts at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.model import Entry
from reader.paths import Paths
from reader.services.jobs import Err, Jobs, Ok
from reader.store import Listing, Store, open_beside


class Shelf(QObject):
    """One for all windows. `listed` brings the texts that there are; what is wrong, `trouble`."""

    listed = Signal(object)  # list[Listing], last opened first
    trouble = Signal(object)  # KnownError

    def __init__(
        self,
        store: Store,
        paths: Paths,
        jobs: Jobs,
        *,
        keeps: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = store.library
        self._paths = paths
        self._jobs = jobs
        self._keeps = keeps

    def list(self) -> None:
        """Look what there is, beside the window."""
        if self._keeps:
            self._jobs.run(self._list, self._done)

    def remove(self, documents: Sequence[str]) -> None:
        """Hide texts with all that belongs to them; no file is touched. Raises KnownError."""
        self._library.remove(documents)
        self.list()

    def restore(self, documents: Sequence[str]) -> None:
        """Bring removed texts back. Raises KnownError."""
        self._library.restore(documents)
        self.list()

    def change_tags(self, entries: Sequence[Entry], tags: Sequence[str]) -> None:
        """Turn what these texts have of tags, taken together, into `tags`. Raises KnownError.

        A text gets those that none of them had; of the others it keeps its own.
        """
        known = {tag for entry in entries for tag in entry.tags}
        for entry in entries:
            kept = [tag for tag in tags if tag in entry.tags or tag not in known]
            self._library.set_tags(entry.id, kept)
        self.list()

    def _list(self) -> list[Listing]:
        with open_beside(self._paths) as store:
            return store.library.listings()

    def _done(self, outcome: Ok[list[Listing]] | Err) -> None:
        if isinstance(outcome, Err):
            self.trouble.emit(outcome.error)
        else:
            self.listed.emit(outcome.value)
