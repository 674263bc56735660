"""Whether the file of an open text has changed since it was read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from reader import formats
from reader.services.changes import Changes
from reader.services.jobs import Err, Jobs, Ok
from reader.services.session import Session

SETTLES_MS = 300  # editors write a file in several steps, or put another one in its place


class Watching(QObject):
    """Tells once, by `changed`, of every change of the bytes.

    `restored` tells that they are again those that were read.
    The system says when something moves in the file's folder; on a network disk it may not,
    so `look` is there for whenever the reader comes back to the window.
    """

    changed = Signal()
    restored = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._known = ""
        self._stamp = (0, 0)
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, interval=SETTLES_MS, singleShot=True)
        self._timer.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._timer.start)
        self._watcher.directoryChanged.connect(self._timer.start)
        session.changed.connect(self._session_changed)

    def look(self) -> None:
        """Compare the file with what was read of it, if it is not as it was looked at last."""
        file, stamp = self._file, self._now()
        if file is None or stamp in ((0, 0), self._stamp):
            return
        self._stamp = stamp
        self._watch()  # a file put in the place of another one is not watched yet
        self._jobs.run(lambda: (file, formats.checksum(file)), self._compare)

    @property
    def _file(self) -> Path | None:
        source = self._session.document.source
        return Path(source) if source else None

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._known = self._session.document.checksum
            self._stamp = self._now()
            self._watch()

    def _watch(self) -> None:
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        if self._file is not None:
            there = [str(path) for path in (self._file, self._file.parent) if path.exists()]
            if there:
                self._watcher.addPaths(there)

    def _now(self) -> tuple[int, int]:
        if self._file is None:
            return 0, 0
        try:
            status = self._file.stat()
        except OSError:
            return 0, 0
        return status.st_mtime_ns, status.st_size

    def _compare(self, outcome: Ok[tuple[Path, str]] | Err) -> None:
        if isinstance(outcome, Err):
            return  # it cannot be read now, so there is nothing to offer
        file, checksum = outcome.value
        if file == self._file and checksum != self._known:
            self._known = checksum
            is_as_read = checksum == self._session.document.checksum
            (self.restored if is_as_read else self.changed).emit()
