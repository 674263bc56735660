"""The translation models on this machine, as a window shows and changes them.

What downloads is imported when it is used: it costs a tenth of every start otherwise.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader import packages
from reader.errors import KnownError
from reader.packages import Package
from reader.packages.catalogue import INDEX, Offer, read_index
from reader.paths import Paths
from reader.services.jobs import Err, Jobs, Ok


class Models(QObject):
    """Installs, downloads, removes and chooses packages, one thing at a time.

    It has a thread of its own: a download takes minutes, and opening a text must not
    wait for it. `changed` comes when another package is there or chosen, `settled` when
    it is the one in use, `ended` when what was begun is over, with the error if it failed.
    """

    changed = Signal()
    settled = Signal()
    progressed = Signal(object)  # Progress
    offered = Signal(object)  # list[Offer]
    ended = Signal(object)  # KnownError | None

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._jobs = Jobs(parent=self)
        self._cancel: threading.Event | None = None
        self.in_use: tuple[Package, ...] = ()

    @property
    def busy(self) -> bool:
        return self._cancel is not None

    def installed(self) -> list[Package]:
        return packages.installed(self._paths)

    def sources(self) -> list[str]:
        """The codes of the languages that can be translated from."""
        return sorted({package.source for package in self.installed()} | {"de"})

    def targets(self, source: str) -> list[str]:
        """The codes of the languages that can be translated into, directly or over English."""
        found = {p.target for p in self.installed() if p.source in (source, "en")} | {"en"}
        return sorted(found - {source})

    def settle(self, route: tuple[Package, ...]) -> None:
        """Take note of the packages that translate now."""
        self.in_use = route
        self.settled.emit()

    def install(self, source: Path) -> None:
        """Install a package from a file or folder, and use it."""

        def work(_: threading.Event) -> Package:
            from reader.services.obtain import install

            return install(source, self._paths)

        self._run(work)

    def download(self, offer: Offer) -> None:
        """Download a package, install it, and use it."""

        def work(cancel: threading.Event) -> Package:
            from reader.services.obtain import obtain

            return obtain(offer, self._paths, self.progressed.emit, cancel)

        self._run(work)

    def ask_for_offers(self) -> None:
        """Load the list of what can be had; `offered` brings it."""

        def work() -> list[Offer]:
            from reader.services.download import fetch_index

            return read_index(fetch_index(INDEX))

        self._jobs.run(work, self._listed)

    def cancel(self) -> None:
        """Break off what runs; what was downloaded is kept for another time."""
        if self._cancel is not None:
            self._cancel.set()

    def use(self, package: Package) -> None:
        """Translate with that package from now on. Raises KnownError."""
        packages.use(self._paths, package)
        self.changed.emit()

    def remove(self, package: Package) -> None:
        """Delete an installed package. Raises KnownError."""
        packages.remove(self._paths, package)
        self.changed.emit()

    def close(self) -> None:
        self.cancel()
        self._jobs.close()

    def _run(self, work: Callable[[threading.Event], Package]) -> None:
        cancel = self._cancel = threading.Event()

        def cancellable() -> Package | None:
            from reader.services.download import CancelledError

            try:
                return work(cancel)
            except CancelledError:
                return None

        self._jobs.run(cancellable, self._done)

    def _done(self, outcome: Ok[Package | None] | Err) -> None:
        self._cancel = None
        if isinstance(outcome, Err):
            self.ended.emit(outcome.error)
        elif outcome.value is None:
            self.ended.emit(None)
        else:
            try:
                self.use(outcome.value)
            except KnownError as error:
                self.ended.emit(error)
            else:
                self.ended.emit(None)

    def _listed(self, outcome: Ok[list[Offer]] | Err) -> None:
        if isinstance(outcome, Err):
            self.ended.emit(outcome.error)
        else:
            self.offered.emit(outcome.value)
