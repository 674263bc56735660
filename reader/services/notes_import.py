"""Notes that were exported as Web Annotations, taken in again, on this machine or another.

They are merged: a mark or word that is there already stays as it is, unless the one in the
file was changed later. The text that they are on must be in the library; it is known by its id,
its bytes, or its paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from reader import anchors
from reader.anchors import Finder
from reader.errors import KnownError
from reader.exporters.w3c import Annotations, read_annotations
from reader.model import Anchor, Document, Edit, Entry, Fit, Mark, Side, Word, text_hash
from reader.paths import Paths
from reader.phrases import Phrase
from reader.services.pairing import partner_of
from reader.store import Store
from reader.store.backups import Backups

Item: TypeAlias = Mark | Word

LABEL = Phrase("Import")


@dataclass(frozen=True)
class Imported:
    """What came of it: marks and words that are new, changed, or were there as they are."""

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
    items = (*found.marks, *found.words)
    edits = _edits(items, entry, store)
    if edits:
        Backups(paths).make()
        store.notes.commit(entry.id, LABEL, edits)
    added = sum(edit.before is None for edit in edits)
    return Imported(entry, added, len(edits) - added, len(items) - len(edits), found.warnings)


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
    ids = {item.document for item in (*found.marks, *found.words)}
    for document in ids:
        entry = store.library.find(document)
        if entry is not None and entry.id == document:
            return entry
    places = [anchor for mark in found.marks for anchor in mark.anchors]
    places += (word.anchor for word in found.words)
    on_german = {anchor.hash for anchor in places if anchor.side is Side.SOURCE}
    return store.library.holding(found.checksum, on_german)


def _edits(items: Sequence[Item], entry: Entry, store: Store) -> list[Edit]:
    """What has to be done to have these marks and words."""
    places = _Places(store.library.document(entry.id))
    there = store.notes.items(item.id for item in items)
    listed = {_meant(word) for word in store.notes.words(entry.id)}
    edits: list[Edit] = []
    for item in items:
        known = there.get(item.id)
        own = places.put(replace(item, document=entry.id))
        if known is None:
            if not (isinstance(own, Word) and _meant(own) in listed):
                edits.append(Edit(None, own))
        elif type(known) is type(own) and known.document == entry.id and _is_newer(own, known):
            edits.append(Edit(known, _kept_in_place(own, known)))
    return edits


def _meant(word: Word) -> tuple[str, str]:
    """What a list of words has only once."""
    return word.lemma, word.part


def _kept_in_place(item: Item, known: Item) -> Item:
    """Where its words are the same, it stays where it is here."""
    if isinstance(item, Mark) and isinstance(known, Mark) and item.quote == known.quote:
        return replace(item, anchors=known.anchors, fit=known.fit)
    if isinstance(item, Word) and isinstance(known, Word):
        return replace(item, anchor=known.anchor, fit=known.fit)
    return item


def _is_newer(item: Item, known: Item) -> bool:
    return datetime.fromisoformat(item.changed) > datetime.fromisoformat(known.changed)


class _Places:
    """Where marks and words from elsewhere are in a document."""

    def __init__(self, document: Document) -> None:
        self._texts = [paragraph.text for paragraph in document.paragraphs]
        self._finder = Finder(self._texts)

    def put(self, item: Item) -> Item:
        """The mark or word at its place here; where that is not to be found, as an orphan."""
        return self._put_word(item) if isinstance(item, Word) else self._put_mark(item)

    def _put_word(self, word: Word) -> Word:
        place = self._place_on_source(word.anchor)
        if place is None:
            return replace(word, fit=Fit.ORPHAN)
        return replace(word, anchor=place[0], fit=place[1])

    def _put_mark(self, mark: Mark) -> Mark:
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
        return self._place_on_source(anchor)

    def _place_on_source(self, anchor: Anchor) -> tuple[Anchor, Fit] | None:
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
