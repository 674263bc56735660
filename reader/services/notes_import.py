"""Notes that were exported as Web Annotations, taken in again, on this machine or another.

They are merged: a mark that is there already stays as it is, unless the one in the file
was changed later. The text that they are on must be in the library; it is known by its id,
its bytes, or its paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reader import anchors
from reader.anchors import Finder
from reader.errors import KnownError
from reader.exporters.w3c import Annotations, read_annotations
from reader.model import Anchor, Document, Edit, Entry, Fit, Mark, Side, text_hash
from reader.paths import Paths
from reader.phrases import Phrase
from reader.services.pairing import partner_of
from reader.store import Store
from reader.store.backups import Backups

LABEL = Phrase("Import")


@dataclass(frozen=True)
class Imported:
    """What came of it: marks that are new, that were changed, and that were there as they are."""

    entry: Entry
    added: int
    changed: int
    same: int
    warnings: tuple[str, ...] = ()


def import_notes(file: Path, store: Store, paths: Paths) -> Imported:
    """Merge the notes of a file into the document they are on, as one step that can be undone.

    A backup is made before. Raises KnownError where the file holds no notes of ours, where
    their document is not in the library, or where nothing can be written.
    """
    found = read_annotations(_read(file), file.name)
    entry = _document_of(found, store)
    if entry is None:
        raise KnownError(
            Phrase("The text “{title}”, which these notes are on, is not here.", title=found.title),
            Phrase("Open the text, then import its notes."),
        )
    edits, same = _edits(found.marks, entry, store)
    if edits:
        Backups(paths).make()
        store.notes.commit(entry.id, LABEL, edits)
    added = sum(edit.before is None for edit in edits)
    return Imported(entry, added, len(edits) - added, same, found.warnings)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise KnownError(Phrase("{file} is not a text in UTF-8.", file=file)) from fault
    except OSError as fault:
        raise KnownError(
            Phrase("{file} cannot be read: {strerror}.", file=file, strerror=fault.strerror)
        ) from fault


def _document_of(found: Annotations, store: Store) -> Entry | None:
    ids = {mark.document for mark in found.marks}
    for document in ids:
        entry = store.library.find(document)
        if entry is not None and entry.id == document:
            return entry
    on_german = (a for mark in found.marks for a in mark.anchors if a.side is Side.SOURCE)
    return store.library.holding(found.checksum, {anchor.hash for anchor in on_german})


def _edits(marks: Sequence[Mark], entry: Entry, store: Store) -> tuple[list[Edit], int]:
    """What has to be done to have these marks, and how many are there."""
    document = store.library.document(entry.id)
    places = _Places(document)
    there = store.notes.items(mark.id for mark in marks)
    edits: list[Edit] = []
    for mark in marks:
        known = there.get(mark.id)
        own = places.put(replace(mark, document=entry.id))
        if known is None:
            edits.append(Edit(None, own))
        elif isinstance(known, Mark) and known.document == entry.id and _is_newer(own, known):
            if known.quote == own.quote:
                own = replace(own, anchors=known.anchors, fit=known.fit)
            edits.append(Edit(known, own))
    return edits, len(marks) - len(edits)


def _is_newer(mark: Mark, known: Mark) -> bool:
    return datetime.fromisoformat(mark.changed) > datetime.fromisoformat(known.changed)


class _Places:
    """Where marks from elsewhere are in a document."""

    def __init__(self, document: Document) -> None:
        self._texts = [paragraph.text for paragraph in document.paragraphs]
        self._finder = Finder(self._texts)

    def put(self, mark: Mark) -> Mark:
        """The mark at its place here; where that is not to be found, as an orphan."""
        found = [self._place(anchor, mark) for anchor in mark.anchors]
        if not all(found):
            return replace(mark, fit=Fit.ORPHAN)
        placed = [place for place in found if place is not None]
        fits = {fit for _, fit in placed} | ({mark.fit} - {Fit.ORPHAN})
        fit = Fit.NEAR if Fit.NEAR in fits else Fit.EXACT
        return replace(mark, anchors=tuple(anchor for anchor, _ in placed), fit=fit)

    def _place(self, anchor: Anchor, mark: Mark) -> tuple[Anchor, Fit] | None:
        if anchor.side is Side.TARGET:
            return self._place_on_target(anchor, mark)
        found = self._finder.locate(anchor)
        if len(found) != 1:
            return None
        (place,) = found
        text = self._texts[place.paragraph]
        if place.paragraph == anchor.paragraph and text_hash(text) == anchor.hash:
            return anchor, Fit.EXACT
        return anchors.make(text, place.span, Side.SOURCE, place.paragraph), place.fit

    def _place_on_target(self, anchor: Anchor, mark: Mark) -> tuple[Anchor, Fit] | None:
        """The paragraph whose German is the partner of the mark; its English may not be there."""
        number, german = anchor.paragraph, partner_of(mark, anchor)
        if number < len(self._texts) and german in self._texts[number]:
            return anchor, Fit.EXACT
        rows = [row for row, text in enumerate(self._texts) if german and german in text]
        return (replace(anchor, paragraph=rows[0]), Fit.EXACT) if len(rows) == 1 else None
