"""The documents that were opened: their texts, where their reader is, and what changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from reader.errors import KnownError
from reader.model import Document, Edit, Entry, Paragraph, Place, new_id
from reader.phrases import Phrase
from reader.store.bin import Bin
from reader.store.database import Database, Row, Value
from reader.store.days import Days
from reader.store.indexes import mended
from reader.store.notes import Notes
from reader.store.records import (
    PARAGRAPHS,
    Item,
    document_of,
    document_row,
    entry_of,
    paragraph_row,
    paragraphs_of,
    tags_text,
    warnings_text,
)
from reader.store.revision import Revision
from reader.store.translations import Translations

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listing:
    """A document with what was done in it.

    `notes` counts marks, `words` those on the word list; `translated` and `read` are shares of
    its paragraphs, from 0 to 1.
    """

    entry: Entry
    notes: int
    words: int
    translated: float
    read: float


@dataclass(frozen=True, slots=True)
class Origin:
    """What a document's text was read from: the checksum of the bytes, and the reader's version."""

    checksum: str
    import_version: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A document that was removed, and when (ISO 8601 in UTC)."""

    entry: Entry
    when: str


class Library:
    """Every text is kept, so that marks keep their meaning when its file is gone.

    A removed document is hidden with all that belongs to it. After a month it is forgotten,
    see days.py; its file is never touched.
    """

    def __init__(self, database: Database, notes: Notes, translations: Translations) -> None:
        self._database = database
        self._notes = notes
        self._translations = translations
        self._days = Days(database)
        self._bin = Bin(database)

    def add(self, document: Document, import_version: int = 0, *, opened: bool = True) -> Entry:
        """Take in a document that was opened, or know it again; a removed one is back.

        With `opened` false it is taken in for later: it counts as opened never, or when it was.
        It is known by its path, or else by its bytes: a file that was moved or copied is
        the same document, and keeps its path as long as there is a file. Where its text
        has changed, the marks move to where their words are now; those whose words are
        gone become orphans.
        """
        return mended(self._database, lambda: self._add(document, import_version, opened))

    def reopen(self, document: str) -> Entry:
        """Know that a document was opened again, its text being the one that is kept."""
        self._set(document, {"opened": _now(), "removed": ""})
        return self.entry(document)

    def entry(self, document: str) -> Entry:
        """The entry of that id. Raises KnownError where it is gone."""
        return _only(self._entries("id = ?", [document]))

    def find(self, path_or_id: str) -> Entry | None:
        """The document of that id, or from that file, unless it is removed."""
        found = self._entries(
            "(id = ? OR source = ?) AND removed = '' ORDER BY id = ? DESC",
            [path_or_id, str(Path(path_or_id).absolute()), path_or_id],
        )
        return found[0] if found else None

    def holding(self, checksum: str, hashes: Collection[str]) -> Entry | None:
        """The document read from those bytes, or else the one with most of those paragraphs.

        None where no document has half of them.
        """
        found = self._entries(
            "checksum = ? AND checksum != '' AND removed = '' ORDER BY opened DESC LIMIT 1",
            [checksum],
        )
        if found or not hashes:
            return found[0] if found else None
        rows = self._database.rows(
            "SELECT document, count(DISTINCT hash) AS n FROM paragraphs AS p"
            " JOIN documents AS d ON d.id = p.document AND d.removed = ''"
            " WHERE hash IN (SELECT value FROM json_each(?))"
            " GROUP BY document ORDER BY n DESC, d.opened DESC LIMIT 1",
            [json.dumps(list(set(hashes)))],
        )
        if not rows or 2 * rows[0]["n"] < len(set(hashes)):
            return None
        return self.entry(rows[0]["document"])

    def document(self, document: str, paragraphs: Sequence[Paragraph] | None = None) -> Document:
        """The text of a document as it was when it was last opened. Raises KnownError as above.

        `paragraphs` are not read where they are known: as long as the origin is the same.
        """
        row = _only(self._database.rows("SELECT * FROM documents WHERE id = ?", [document]))
        with self._database.sound_values():
            if paragraphs is None:
                (found,) = self._database.values(PARAGRAPHS, [document])
                paragraphs = paragraphs_of(*found)
            return document_of(row, paragraphs)

    def origin(self, document: str) -> Origin:
        """What the text of a document was read from."""
        row = _only(
            self._database.rows(
                "SELECT checksum, import_version FROM documents WHERE id = ?", [document]
            )
        )
        return Origin(row["checksum"], row["import_version"])

    def recent(self, limit: int) -> list[Entry]:
        """The documents that were opened last, newest first."""
        return self._entries("removed = '' ORDER BY opened DESC LIMIT ?", [limit])

    def listings(self) -> list[Listing]:
        """All documents, last opened first, with what was done in them."""
        notes, words = (
            self._counts(f"SELECT document, count(*) AS n FROM {table} GROUP BY document")
            for table in ("marks", "words")
        )
        translated = self._counts(
            "SELECT document, count(*) AS n FROM paragraphs"
            " WHERE hash IN (SELECT value FROM json_each(?)) GROUP BY document",
            [self._translations.hashes()],
        )
        return [
            Listing(
                entry,
                notes.get(entry.id, 0),
                words.get(entry.id, 0),
                translated.get(entry.id, 0) / max(1, entry.paragraphs),
                min(1.0, entry.read / max(1, entry.paragraphs)),
            )
            for entry in self._entries("removed = '' ORDER BY opened DESC")
        ]

    def set_place(self, document: str, place: Place) -> None:
        """Remember where the reader is."""
        self._set(document, {"place_paragraph": place.paragraph, "place_depth": place.depth})

    def set_read(self, document: str, paragraphs: int) -> None:
        """Remember how many paragraphs were read; what was read once stays so."""
        with self._database.write():
            self._database.execute(
                "UPDATE documents SET read = max(read, ?) WHERE id = ?", [paragraphs, document]
            )

    def set_tags(self, document: str, tags: Sequence[str]) -> None:
        """Put tags in the place of those that the document had."""
        self._set(document, {"tags": tags_text(tags)})

    def set_mode(self, document: str, mode: str) -> None:
        """Remember how the reader has it on the page."""
        self._set(document, {"mode": mode})

    def set_language(self, document: str, language: str, warnings: Sequence[str]) -> None:
        """Take a text for one in that language; `warnings` still hold of it."""
        self._set(document, {"language": language, "warnings": warnings_text(warnings)})

    def remove(self, documents: Iterable[str]) -> None:
        """Hide documents, and all that belongs to them."""
        with self._database.write():
            row = {"removed": _now(), "removed_on": self._days.number()}
            for document in documents:
                self._update(document, row)

    def restore(self, documents: Iterable[str]) -> None:
        """Bring removed documents back as they were."""
        with self._database.write():
            for document in documents:
                self._update(document, {"removed": ""})

    def removed(self) -> list[Removed]:
        """The documents that can be restored, last removed first."""
        rows = self._database.rows(
            "SELECT * FROM documents WHERE removed != '' ORDER BY removed DESC"
        )
        with self._database.sound_values():
            return [Removed(entry_of(row), row["removed"]) for row in rows]

    def forget(self, documents: Iterable[str]) -> None:
        """Delete removed documents for good, with all that belongs to them."""
        with self._database.write():
            ids = {removed.entry.id for removed in self.removed()}
            self._forget(ids.intersection(documents))

    def forget_old(self) -> None:
        """Delete what was removed long ago, within a transaction."""
        rows = self._database.rows(
            "SELECT id FROM documents WHERE removed != '' AND removed < ? AND removed_on <= ?",
            self._days.limits(),
        )
        self._forget(row["id"] for row in rows)

    def _forget(self, documents: Iterable[str]) -> None:
        for document in documents:
            for sql in (
                "DELETE FROM marks WHERE document = ?",
                "DELETE FROM words WHERE document = ?",
                "DELETE FROM documents WHERE id = ?",
            ):
                self._database.execute(sql, [document])

    def _entries(self, condition: str, values: Sequence[Value] = ()) -> list[Entry]:
        rows = self._database.rows(f"SELECT * FROM documents WHERE {condition}", values)
        with self._database.sound_values():
            return list(map(entry_of, rows))

    def _counts(self, sql: str, values: Sequence[Value] = ()) -> dict[str, int]:
        return {row["document"]: row["n"] for row in self._database.rows(sql, values)}

    def _set(self, document: str, row: Mapping[str, Value]) -> None:
        with self._database.write():
            self._update(document, row)

    def _update(self, document: str, row: Mapping[str, Value]) -> None:
        columns = ", ".join(f"{column} = ?" for column in row)
        self._database.execute(
            f"UPDATE documents SET {columns} WHERE id = ?", [*row.values(), document]
        )

    def _add(self, document: Document, import_version: int, opened: bool) -> Entry:
        when = _now() if opened else ""
        with self._database.write():
            known = self._known(document)
            if known is None:
                return self._insert(document, import_version, when)
            self._revise(known["id"], document)
            is_copy = known["source"] and Path(known["source"]).exists()
            row = document_row(document)
            if is_copy or not document.source:
                row["source"] = known["source"]
            row |= {
                "opened": when or known["opened"],
                "import_version": import_version,
                "removed": "",
            }
            self._update(known["id"], row)
            return self.entry(known["id"])

    def _known(self, document: Document) -> Row | None:
        rows = self._database.rows(
            "SELECT * FROM documents WHERE (source = ? AND source != '')"
            " OR (checksum = ? AND checksum != '')"
            " ORDER BY source = ? DESC, opened DESC LIMIT 1",
            [document.source, document.checksum, document.source],
        )
        return rows[0] if rows else None

    def _insert(self, document: Document, import_version: int, opened: str) -> Entry:
        row = {
            "id": new_id(),
            **document_row(document),
            "opened": opened,
            "import_version": import_version,
            "place_paragraph": 0,
            "place_depth": 0.0,
        }
        self._database.insert("documents", [row])
        self._insert_paragraphs(str(row["id"]), document)
        return self.entry(str(row["id"]))

    def _insert_paragraphs(self, name: str, document: Document) -> None:
        rows = (paragraph_row(name, pos, p) for pos, p in enumerate(document.paragraphs))
        self._database.insert("paragraphs", rows)

    def _revise(self, name: str, document: Document) -> None:
        """Put a text in the place of the old one, and with it all that points into it.

        It is compared, whatever the bytes are: another version of the program may read
        the same file in another way.
        """
        old = self.document(name).paragraphs
        if old == document.paragraphs:
            return
        self._database.execute("DELETE FROM paragraphs WHERE document = ?", [name])
        self._insert_paragraphs(name, document)
        revision = Revision([p.text for p in old], [p.text for p in document.paragraphs])
        moved = {item: revision.item(item) for item in self._notes.all_of(name)}
        self._notes.replace([new for item, new in moved.items() if new != item])
        for item in self._bin.of(name):
            self._bin.revise(revision.item(item))
        for step, edits in self._notes.histories(name):
            self._notes.rewrite(step, [_revised(revision, edit) for edit in edits])
        here = self.entry(name).place.paragraph
        there = revision.paragraph(here)
        if there is None:
            there = max(0, min(here, len(document.paragraphs) - 1))
        self._update(name, {"place_paragraph": there})


def _revised(revision: Revision, edit: Edit) -> Edit:
    def item(item: Item | None) -> Item | None:
        return None if item is None else revision.item(item)

    return Edit(item(edit.before), item(edit.after))


def _only(found: Sequence[T]) -> T:
    """The one that was asked for; another program, or a torn index, may have lost it."""
    if not found:
        raise KnownError(Phrase("This document is not in the library any more."))
    return found[0]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
