"""Taking many files into the library at once, beside the windows."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader import formats
from reader.errors import KnownError
from reader.paths import Paths
from reader.services.jobs import Err, Jobs, Ok
from reader.services.opening import shelve
from reader.store import open_beside


@dataclass(frozen=True, slots=True)
class Step:
    """How many files of how many are done, and which one is read now."""

    done: int
    total: int
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import: numbers of files, and those that failed with the reason."""

    new: int
    known: int
    failed: tuple[tuple[Path, KnownError], ...]
    cancelled: bool


class Importing(QObject):
    """Takes files and whole folders into the library, one import at a time.

    It has a thread of its own, so that texts can be opened meanwhile. `ended` brings a
    Report, or the KnownError for which it could not begin.
    """

    progressed = Signal(object)  # Step
    ended = Signal(object)

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._jobs = Jobs(parent=self)
        self._cancel: threading.Event | None = None

    @property
    def busy(self) -> bool:
        return self._cancel is not None

    def begin(self, sources: Sequence[Path]) -> None:
        """Take in these files, and what can be read in these folders."""
        cancel = self._cancel = threading.Event()
        self._jobs.run(lambda: self._run(sources, cancel), self._done)

    def cancel(self) -> None:
        """Stop looking for files, or after the one that is read now. What is taken in stays."""
        if self._cancel is not None:
            self._cancel.set()

    def close(self) -> None:
        self.cancel()
        self._jobs.close()

    def _run(self, sources: Sequence[Path], cancel: threading.Event) -> Report:
        files = [file for source in sources for file in readable(source, cancel.is_set)]
        stopped = cancel.is_set()
        failed: list[tuple[Path, KnownError]] = []
        with open_beside(self._paths) as store:
            ids = {listing.entry.id for listing in store.library.listings()}
            before = len(ids)
            done = 0
            for done, file in enumerate(files):
                self.progressed.emit(Step(done, len(files), file.name))
                if cancel.is_set():
                    break
                try:
                    ids.add(shelve(store, file).id)
                except KnownError as error:
                    failed.append((file, error))
            else:
                done = len(files)
        new = len(ids) - before
        return Report(new, done - new - len(failed), tuple(failed), stopped or done < len(files))

    def _done(self, outcome: Ok[Report] | Err) -> None:
        self._cancel = None
        self.ended.emit(outcome.value if isinstance(outcome, Ok) else outcome.error)


def readable(source: Path, cancelled: Callable[[], bool]) -> Iterator[Path]:
    """A file itself; of a folder what is known by its suffix, and not hidden, in order.

    Folders that are only linked into it are not looked into: they may lead anywhere.
    """
    if not source.is_dir():
        yield source
        return
    suffixes = formats.suffixes()
    for folder, folders, names in os.walk(source):
        if cancelled():
            return
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(suffixes):
                yield Path(folder, name)
