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
        the same document, and keeps its path as long as there is a file. Where its text
        has changed, the marks move to where their words are now; those whose words are
        gone become orphans.
        """
        with self._database.write():
            known = self._known(document)
            if known is None:
                return self._insert(document)
            self._revise(known["id"], document)
            is_copy = known["source"] and Path(known["source"]).exists()
            self._database.execute(
                "UPDATE documents SET title = ?, author = ?, source = ?, checksum = ?,"
                " language = ?, warnings = ?, opened = ?, length = ? WHERE id = ?",
                [
                    document.title,
                    document.author,
                    known["source"] if is_copy else document.source or known["source"],
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
        with self._database.sound_values():
            return Document(
                title=row["title"],
                author=row["author"],
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
            "author": document.author,
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
        for mark in self._notes.marks(name):
            if (revised := revision.mark(mark)) != mark:
                self._notes.replace(revised)
        for row in self._database.rows("SELECT id, edits FROM changes WHERE document = ?", [name]):
            with self._database.sound_values():
                edits = edits_of(row["edits"])
            revised_edits = [
                Edit(_revised(revision, edit.before), _revised(revision, edit.after))
                for edit in edits
            ]
            self._database.execute(
                "UPDATE changes SET edits = ? WHERE id = ?", [edits_text(revised_edits), row["id"]]
            )
        here = self.entry(name).place.paragraph
        there = revision.paragraph(here)
        if there is None:
            there = max(0, min(here, len(document.paragraphs) - 1))
        self._database.execute(
            "UPDATE documents SET place_paragraph = ? WHERE id = ?", [there, name]
        )


def _revised(revision: Revision, mark: Mark | None) -> Mark | None:
    return None if mark is None else revision.mark(mark)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
