"""What the composition root hands the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.model import Document, Entry
from reader.services.jobs import Jobs
from reader.services.models import Models
from reader.services.session import Session
from reader.services.words import WordLookUp

# What comes of reading a file; the entry is missing where the library cannot be written.
Reading = tuple[Document, Entry | None]


@dataclass(frozen=True)
class Services:
    """All that runs beside the window.

    `read` reads a file and takes it into the library, on another thread; `config` is the
    folder of the settings.
    """

    session: Session
    jobs: Jobs
    models: Models
    look_up: WordLookUp
    read: Callable[[Path], Reading]
    config: Path
