"""A package from where it is offered to where it is used: load, check, try, install."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from reader import packages
from reader.packages import Package
from reader.packages.catalogue import Offer
from reader.paths import Paths
from reader.services.download import Progress, download
from reader.translation.trial import try_out


def obtain(
    offer: Offer,
    paths: Paths,
    progress: Callable[[Progress], None] = lambda _: None,
    cancel: threading.Event | None = None,
) -> Package:
    """Download and install what is offered.

    What came before a break is kept for another time. Raises KnownError, and
    CancelledError when `cancel` is set.
    """
    file = paths.scratch / f"{offer.name}-{offer.version}.argosmodel"
    file.parent.mkdir(parents=True, exist_ok=True)
    download(
        offer.address,
        file,
        size=offer.size,
        checksum=offer.checksum,
        progress=progress,
        cancel=cancel,
    )
    package = packages.install(file, paths, try_out, origin=offer.address)
    file.unlink()
    return package


def install(source: Path, paths: Paths) -> Package:
    """Install a package from a file or folder of the reader's."""
    return packages.install(source, paths, try_out)
