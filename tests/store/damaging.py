"""Damage, done to notes files on purpose."""

from __future__ import annotations

from pathlib import Path

from reader.model import Document, Edit
from reader.paths import Paths
from reader.store import open_store
from tests.store.making import mark, sql

PAGE = 4096


def fill(profile: Paths, document: Document, count: int) -> str:
    """Takes the document in with that many marks; gives its id."""
    with open_store(profile) as store:
        name = store.library.add(document).id
        edits = [
            Edit(
                None, mark(document, name, 0, "Region", f"note {number} ä ß " + "x" * (number % 90))
            )
            for number in range(count)
        ]
        store.notes.commit(name, "Mark", edits)
    return name


def notes_of(profile: Paths) -> set[str]:
    return {str(note) for (note,) in sql(profile.notes, "SELECT note FROM marks")}


def pages_of(path: Path, *tables: str) -> list[int]:
    """The numbers of the pages of tables and indexes."""
    names = ", ".join(f"'{table}'" for table in tables)
    rows = sql(path, f"SELECT pageno FROM dbstat WHERE name IN ({names}) ORDER BY 1")
    return [number for (number,) in rows if isinstance(number, int)]


def overwrite(path: Path, page: int, content: bytes = bytes(PAGE)) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(content)
