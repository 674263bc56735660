"""The documents that were opened: their texts, where their reader is, and what changed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from reader.model import Document, Edit, Entry, Mark, Place, new_id
from reader.store.database import Database, Row
from reader.store.notes import Notes
from reader.store.records import (
    edits_of,
    edits_text,
    entry_of,
    paragraph_of,
    paragraph_row,
)
from reader.store.revision import Revision


class Library:
    """Every text is kept, so that marks keep their meaning when its file is gone."""

    def __init__(self, database: Database, notes: Notes) -> None:
        self._database = database
        self._notes = notes

    def add(self, document: Document) -> Entry:
        """Take in a document that was opened, or know it again.

        It is known by its path, or else by its bytes: a file that was moved or copied is
        the same document. Where its text has changed, the marks move to where their words
        are now; those whose words are gone become orphans.
        """
        with self._database.write():
            known = self._known(document)
            if known is None:
                return self._insert(document)
            if known["checksum"] != document.checksum:
                self._revise(known["id"], document)
            self._database.execute(
                "UPDATE documents SET title = ?, source = ?, checksum = ?, language = ?,"
                " warnings = ?, opened = ?, length = ? WHERE id = ?",
                [
                    document.title,
                    document.source,
                    document.checksum,
                    document.language,
                    json.dumps(document.warnings),
                    _now(),
                    len(document.paragraphs),
                    known["id"],
                ],
            )
            return self.entry(known["id"])

    def entry(self, document: str) -> Entry:
        """The entry of that id, which must be there."""
        return entry_of(self._database.rows("SELECT * FROM documents WHERE id = ?", [document])[0])

    def find(self, path_or_id: str) -> Entry | None:
        """The document of that id, or from that file."""
        rows = self._database.rows(
            "SELECT * FROM documents WHERE id = ? OR source = ? ORDER BY id = ? DESC",
            [path_or_id, str(Path(path_or_id).absolute()), path_or_id],
        )
        return entry_of(rows[0]) if rows else None

    def document(self, document: str) -> Document:
        """The text of a document as it was when it was last opened."""
        row = self._database.rows("SELECT * FROM documents WHERE id = ?", [document])[0]
        paragraphs = self._database.rows(
            "SELECT * FROM paragraphs WHERE document = ? ORDER BY pos", [document]
        )
        return Document(
            title=row["title"],
            paragraphs=tuple(map(paragraph_of, paragraphs)),
            source=row["source"],
            checksum=row["checksum"],
            language=row["language"],
            warnings=tuple(json.loads(row["warnings"])),
        )

    def recent(self, limit: int) -> list[Entry]:
        """The documents that were opened last, newest first."""
        rows = self._database.rows("SELECT * FROM documents ORDER BY opened DESC LIMIT ?", [limit])
        return [entry_of(row) for row in rows]

    def set_place(self, document: str, place: Place) -> None:
        """Remember where the reader is."""
        with self._database.write():
            self._database.execute(
                "UPDATE documents SET place_paragraph = ?, place_depth = ? WHERE id = ?",
                [place.paragraph, place.depth, document],
            )

    def _known(self, document: Document) -> Row | None:
        rows = self._database.rows(
            "SELECT * FROM documents WHERE (source = ? AND source != '')"
            " OR (checksum = ? AND checksum != '')"
            " ORDER BY source = ? DESC, opened DESC LIMIT 1",
            [document.source, document.checksum, document.source],
        )
        return rows[0] if rows else None

    def _insert(self, document: Document) -> Entry:
        row = {
            "id": new_id(),
            "title": document.title,
            "source": document.source,
            "checksum": document.checksum,
            "language": document.language,
            "warnings": json.dumps(document.warnings),
            "opened": _now(),
            "place_paragraph": 0,
            "place_depth": 0.0,
            "length": len(document.paragraphs),
        }
        self._database.insert("documents", [row])
        self._insert_paragraphs(str(row["id"]), document)
        return entry_of(row)

    def _insert_paragraphs(self, name: str, document: Document) -> None:
        rows = (paragraph_row(name, pos, p) for pos, p in enumerate(document.paragraphs))
        self._database.insert("paragraphs", rows)

    def _revise(self, name: str, document: Document) -> None:
        """Put a new text in place of the old one, and everything that points into it."""
        old = [paragraph.text for paragraph in self.document(name).paragraphs]
        new = [paragraph.text for paragraph in document.paragraphs]
        self._database.execute("DELETE FROM paragraphs WHERE document = ?", [name])
        self._insert_paragraphs(name, document)
        if old == new:
            return
        revision = Revision(old, new)
        for mark in self._notes.marks(name):
            self._notes.replace(revision.mark(mark))
        for row in self._database.rows("SELECT id, edits FROM changes WHERE document = ?", [name]):
            edits = [
                Edit(_revised(revision, edit.before), _revised(revision, edit.after))
                for edit in edits_of(row["edits"])
            ]
            self._database.execute(
                "UPDATE changes SET edits = ? WHERE id = ?", [edits_text(edits), row["id"]]
            )
        place = self.entry(name).place
        paragraph = revision.paragraph(place.paragraph)
        if paragraph is not None:
            self._database.execute(
                "UPDATE documents SET place_paragraph = ? WHERE id = ?", [paragraph, name]
            )


def _revised(revision: Revision, mark: Mark | None) -> Mark | None:
    return None if mark is None else revision.mark(mark)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
