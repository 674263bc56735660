"""Backups beside the windows: by a timer, at the end, and on request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import KnownError
from reader.paths import Paths
from reader.services.jobs import Err, Jobs, Ok
from reader.store.backups import Backup, Backups, Contents, contents_of

if TYPE_CHECKING:  # loaded when they are wanted, after the first paint
    from reader.store.repair import Finding, Report
    from reader.store.rescue import Rescued
    from reader.store.restoring import Restored

T = TypeVar("T")

INTERVAL_MS = 30 * 60 * 1000


@dataclass(frozen=True)
class Overview:
    """All backups, newest first, and what the notes hold now."""

    backups: tuple[Backup, ...]
    now: Contents


class BackupKeeper(QObject):
    """One for all windows. Its work has a thread of its own, one piece after another.

    With a `problem`, as where the notes are damaged, none is made by itself. `failed` tells
    why none could be made, once, until one can be made again; `made` tells that one was.
    After `busy_changed`, `busy` is another.
    """

    failed = Signal(KnownError)
    made = Signal()
    busy_changed = Signal()

    def __init__(
        self,
        paths: Paths,
        problem: KnownError | None = None,
        jobs: Jobs | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._backups = Backups(paths)
        self.problem = problem
        self._jobs = jobs or Jobs(parent=self)
        self._busy = 0
        self._failing = False
        self._stamps: object = None
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._make_by_itself)
        if problem is None:
            self._timer.start()

    @property
    def busy(self) -> bool:
        return self._busy > 0

    def close(self) -> None:
        """Wait for what has begun, and make the last backup; the windows are closed."""
        self._timer.stop()
        self._jobs.close()
        if self.problem is None and self._now() != self._stamps:
            try:
                self._backups.make()
            except KnownError:
                return  # nobody is there to be told; the next start says it

    # -- what a window asks for; `then` is called in the window's thread --------------

    def look(self, then: Callable[[Ok[Overview] | Err], None]) -> None:
        """See what there is."""
        self._run(
            lambda: Overview(tuple(self._backups.list()), contents_of(self._paths.notes)), then
        )

    def make(self, then: Callable[[Ok[Path | None] | Err], None]) -> None:
        """Back up now."""

        def done(outcome: Ok[Path | None] | Err) -> None:
            self._heed(outcome)
            then(outcome)

        self._run(self._backups.make, done)

    def restore(self, backup: Path, then: Callable[[Ok[Restored] | Err], None]) -> None:
        """Make the notes what they were; see `reader.store.restoring`."""
        from reader.store.restoring import restore

        self._run(lambda: restore(backup, self._paths), then)

    def rescue(self, then: Callable[[Ok[Rescued] | Err], None]) -> None:
        """Save what can be read of a damaged file; see `reader.store.rescue`."""
        from reader.store.rescue import rescue

        self._run(lambda: rescue(self._paths), then)

    def check(self, then: Callable[[Ok[list[Finding]] | Err], None]) -> None:
        """Look for damage."""
        from reader.store.repair import check

        self._run(lambda: check(self._paths), then)

    def repair(self, then: Callable[[Ok[Report] | Err], None]) -> None:
        """Put right what is damaged."""
        from reader.store.repair import repair

        self._run(lambda: repair(self._paths), then)

    # -- the timer ----------------------------------------------------------------------

    def _make_by_itself(self) -> None:
        if self._now() == self._stamps or self._busy:
            return
        stamps = self._now()

        def done(outcome: Ok[Path | None] | Err) -> None:
            if isinstance(outcome, Ok):
                self._stamps = stamps
            self._heed(outcome)

        self._run(self._backups.make, done)

    def _now(self) -> object:
        """Size and time of the notes and of their journal, which every change changes."""
        stamps: list[tuple[int, int] | None] = []
        for path in (self._paths.notes, Path(f"{self._paths.notes}-wal")):
            try:
                stat = path.stat()
                stamps.append((stat.st_size, stat.st_mtime_ns))
            except OSError:
                stamps.append(None)
        return stamps

    def _heed(self, outcome: Ok[Path | None] | Err) -> None:
        if isinstance(outcome, Ok):
            self._failing = False
            self.made.emit()
        elif not self._failing:
            self._failing = True
            self.failed.emit(outcome.error)

    def _run(self, work: Callable[[], T], then: Callable[[Ok[T] | Err], None]) -> None:
        def done(outcome: Ok[T] | Err) -> None:
            self._busy -= 1
            self.busy_changed.emit()
            then(outcome)

        self._busy += 1
        self.busy_changed.emit()
        self._jobs.run(work, done)
