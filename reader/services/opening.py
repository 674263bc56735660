"""From a file, the clipboard or the library to an open text; runs beside the windows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from reader import formats
from reader.errors import KnownError
from reader.model import Document, Entry, Paragraph
from reader.paths import Paths
from reader.phrases import Phrase
from reader.services.marks import Marks
from reader.store import Origin, Store, open_beside

GERMAN = "de"
_Version: TypeAlias = tuple[str, Origin]  # of the text of a document
_AT_HAND = 3  # texts; who goes to and fro between books waits for none of them again


@dataclass(frozen=True)
class Reading:
    """What comes of reading a text; only that where the library cannot be written."""

    document: Document
    entry: Entry | None = None
    marks: Marks | None = None


class Opening:
    """Reads a text and takes it into the library, each time with a store of its own.

    With `keeps` false nothing is taken in. Every method raises KnownError.
    """

    def __init__(self, paths: Paths, *, keeps: bool = True) -> None:
        self._paths = paths
        self._keeps = keeps
        self._at_hand: OrderedDict[_Version, Sequence[Paragraph]] = OrderedDict()

    def file(self, path: Path) -> Reading:
        """The text of a file; one whose bytes are known is not read again but remembered."""
        if not self._keeps:
            return Reading(formats.open_document(path))
        with open_beside(self._paths) as store:
            known = _unchanged(store, path)
            if known is not None:
                return _marked(store, self._text(store, known), store.library.reopen(known.id))
            document, entry = _added(store, formats.open_document(path))
            self._keep_at_hand(_version(store, entry), document)
            return _marked(store, document, entry)

    def clipboard(self, html: str, plain: str) -> Reading:
        """A text that was copied elsewhere, kept without a file."""
        return self._keep(lambda: formats.from_clipboard(html, plain))

    def input(self, data: bytes) -> Reading:
        """A text that came through standard input, kept without a file."""
        return self._keep(lambda: formats.from_input(data))

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
        with open_beside(self._paths) as store:
            document = self._text(store, entry)
            if warning:
                document = replace(document, warnings=(*document.warnings, warning))
            return _marked(store, document, store.library.reopen(entry.id))

    def _text(self, store: Store, entry: Entry) -> Document:
        """As the library has it; what is at hand of it is not read again."""
        version = _version(store, entry)
        document = store.library.document(entry.id, self._at_hand.get(version))
        self._keep_at_hand(version, document)
        return document

    def _keep_at_hand(self, version: _Version, document: Document) -> None:
        self._at_hand[version] = document.paragraphs
        self._at_hand.move_to_end(version)
        while len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)

    def _keep(self, read: Callable[[], Document]) -> Reading:
        document = read()
        if not self._keeps:
            return Reading(document)
        with open_beside(self._paths) as store:
            return _marked(store, *_added(store, document))


def _version(store: Store, entry: Entry) -> _Version:
    return entry.id, store.library.origin(entry.id)


def _marked(store: Store, document: Document, entry: Entry) -> Reading:
    return Reading(document, entry, Marks(store.notes.marks(entry.id)))


def shelve(store: Store, path: Path) -> Entry:
    """Take a file into the library to be read some time. Raises KnownError."""
    if (known := _unchanged(store, path)) is not None:
        return known
    return _added(store, formats.open_document(path), opened=False)[1]


def _added(store: Store, document: Document, *, opened: bool = True) -> tuple[Document, Entry]:
    """The document in the library; it is in the language that its reader once said it is in."""
    found = store.library.find(document.source) if document.source else None
    found = found or store.library.holding(document.checksum, ())
    if found is not None and (document.language, found.language) != (GERMAN, GERMAN):
        known = store.library.document(found.id)
        if _is_decided(known):
            about = formats.language_warnings(document.language)
            others = tuple(warning for warning in document.warnings if warning not in about)
            document = replace(document, language=known.language, warnings=others)
    return document, store.library.add(document, formats.IMPORT_VERSION, opened=opened)


def _is_decided(known: Document) -> bool:
    """Whether the reader has said which language a text is in: it is not as we would say it."""
    ours = formats.with_language(replace(known, warnings=()))
    return ours.language != known.language or not set(ours.warnings) <= set(known.warnings)


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
