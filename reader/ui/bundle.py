"""What the composition root hands a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from reader.model import Entry
from reader.services.backups import BackupKeeper
from reader.services.importing import Importing
from reader.services.jobs import Jobs
from reader.services.models import Models
from reader.services.notebook import Notebook
from reader.services.session import Session
from reader.services.shelf import Shelf
from reader.services.words import WordLookUp

if TYPE_CHECKING:
    from reader.ui.window import Window


class Program(Protocol):
    """What a window asks for that concerns the other windows too.

    A text that another window shows already is not opened twice: that window comes forward.
    """

    def open_path(self, path: Path, window: Window) -> None:
        """Read a file in the background and show it in that window."""
        ...

    def open_paths(self, paths: Sequence[Path], window: Window) -> None:
        """Open the first in that window and each other in one of its own."""
        ...

    def open_entries(self, entries: Sequence[Entry], window: Window) -> None:
        """Open texts of the library, in the same way."""
        ...

    def open_document(
        self, document: str, window: Window | None, then: Callable[[Window], object]
    ) -> None:
        """Show the document of that id, and then do something in the window that does.

        It opens in `window`, or in one of its own, unless it is open. Raises KnownError.
        """
        ...

    def open_copied(self, html: str, plain: str, window: Window) -> None:
        """Take in a text that was copied elsewhere, and show it in that window."""
        ...

    def new_window(self) -> None:
        """Open a window without a text."""
        ...

    def window_closed(self, window: Window) -> None:
        """To be told by each window that closes."""
        ...

    def quit(self) -> None:
        """Close all windows, to come back at the next start."""
        ...

    def save_typed(self) -> bool:
        """Save what is being typed in all windows; false where that cannot be."""
        ...

    def start_again(self) -> None:
        """Close all windows and open them anew, for notes that are other ones now."""
        ...


@dataclass(frozen=True)
class Services:
    """All that runs beside a window; `config` is the folder of the settings."""

    session: Session
    jobs: Jobs
    models: Models
    notebook: Notebook
    backups: BackupKeeper
    look_up: WordLookUp
    program: Program
    shelf: Shelf
    importing: Importing
    config: Path
