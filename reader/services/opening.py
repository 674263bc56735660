"""From a file, the clipboard or the library to an open text; runs beside the windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader import formats
from reader.errors import KnownError
from reader.model import Document, Entry
from reader.paths import Paths
from reader.phrases import Phrase
from reader.store import Store, open_store

# What comes of reading a text; the entry is missing where the library cannot be written.
Reading = tuple[Document, Entry | None]


class Opening:
    """Reads a text and takes it into the library, each time with a store of its own.

    With `keeps` false nothing is taken in. Every method raises KnownError.
    """

    def __init__(self, paths: Paths, *, keeps: bool = True) -> None:
        self._paths = paths
        self._keeps = keeps

    def file(self, path: Path) -> Reading:
        """The text of a file; one whose bytes are known is not read again but remembered."""
        if not self._keeps:
            return formats.open_document(path), None
        with open_store(self._paths) as store:
            return take_in(store, path)

    def clipboard(self, html: str, plain: str) -> Reading:
        """A text that was copied elsewhere, kept without a file."""
        return self._keep(lambda: formats.from_clipboard(html, plain))

    def entry(self, entry: Entry) -> Reading:
        """A text of the library, from its file, or as it is kept where that cannot be read."""
        warning = ""
        if entry.source:
            try:
                return self.file(Path(entry.source))
            except KnownError as error:
                warning = Phrase(
                    "{reason} This is the text as it was when it was read last.",
                    reason=error.message,
                )
        with open_store(self._paths) as store:
            document = store.library.document(entry.id)
            opened = store.library.reopen(entry.id)
        if warning:
            document = replace(document, warnings=(*document.warnings, warning))
        return document, opened

    def _keep(self, read: Callable[[], Document]) -> Reading:
        document = read()
        if not self._keeps:
            return document, None
        with open_store(self._paths) as store:
            return document, store.library.add(document, formats.IMPORT_VERSION)


def shelve(store: Store, path: Path) -> Entry:
    """Take a file into the library to be read some time. Raises KnownError."""
    if (known := _unchanged(store, path)) is not None:
        return known
    document = formats.open_document(path)
    return store.library.add(document, formats.IMPORT_VERSION, opened=False)


def take_in(store: Store, path: Path) -> tuple[Document, Entry]:
    """The text of a file, new to the library or known to it. Raises KnownError."""
    if (known := _unchanged(store, path)) is not None:
        return store.library.document(known.id), store.library.reopen(known.id)
    document = formats.open_document(path)
    return document, store.library.add(document, formats.IMPORT_VERSION)


def _unchanged(store: Store, path: Path) -> Entry | None:
    """The document of a file that has not changed, nor how such files are read."""
    known = store.library.find(str(path.expanduser().resolve()))
    if known is None:
        return None
    origin = store.library.origin(known.id)
    if origin.import_version != formats.IMPORT_VERSION:
        return None
    if origin.checksum != formats.checksum(path):
        return None
    return known
