"""What can still be read of a damaged notes file, joined with its newest sound backup."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from reader.model import Colour, Fit, Kind, Side, text_hash
from reader.paths import Paths
from reader.store import schema
from reader.store.backups import Backup, Backups, Contents, contents_of
from reader.store.copies import verify
from reader.store.database import DamagedFileError, Database, Value
from reader.store.forms import NOTES
from reader.store.mending import mend
from reader.store.merging import merge
from reader.store.pages import Record, form_of, records
from reader.store.restoring import Restored, draft_folder, put_in_place

Fields: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved of a damaged file.

    `read` is what could be read of it, `contents` what the notes hold now, with what
    `backup` had beside. Where the damaged file is kept, `place` tells.
    """

    read: Contents
    contents: Contents
    backup: Backup | None
    place: Restored


def rescue(paths: Paths, now: datetime | None = None) -> Rescued:
    """Put what can be read of the notes file, and its newest backup, in its place.

    Where both have a note, the one of the file stays if it was changed since. A note that
    only the backup has is kept: it may have been deleted, but rather twice than never. The
    history of documents of which something was rescued begins anew.

    Raises:
        KnownError: where the file cannot be read at all or its place not be written;
            everything is then as it was.
    """
    backup = Backups(paths).newest()
    with draft_folder(paths) as folder:
        draft, found = folder / "notes.db", folder / "found.db"
        if backup is not None:
            shutil.copyfile(backup.path, draft)
        _collect(_images(paths.notes, folder), found)
        no_backups = folder / "backups"
        with (
            closing(schema.open_notes(draft, no_backups)) as into,
            closing(schema.open_notes(found, no_backups)) as out_of,
        ):
            into.execute("PRAGMA foreign_keys = OFF")
            with into.write():
                merge(into, out_of)
            mend(into)
        read, contents = contents_of(found), contents_of(draft)
        place = put_in_place(draft, paths, now)
    return Rescued(read, contents, backup, place)


def _images(notes: Path, folder: Path) -> list[tuple[bytes, bytes]]:
    """The bytes of the file and of its journal; what is to be believed more comes first.

    SQLite reads them, as long as it can: to open the file by other means would drop the
    locks that this process holds (https://sqlite.org/howtocorrupt.html).
    """
    whole = _image(notes, "ro", folder / "whole.db")
    if whole is None:
        journal = Path(f"{notes}-wal")
        return [(notes.read_bytes(), journal.read_bytes() if journal.is_file() else b"")]
    images = [(whole, b"")]
    # A file that is sound without its journal has got a journal that is not its own.
    alone = _image(notes, "immutable", folder / "alone.db")
    if alone is not None:
        try:
            verify(folder / "alone.db", "The file without its journal")
            images.insert(0, (alone, b""))
        except DamagedFileError:
            pass
    return images


def _image(notes: Path, mode: str, target: Path) -> bytes | None:
    """The file page by page as SQLite sees it, None where it sees none."""
    try:
        with (
            closing(Database.at(notes, f"The notes file {notes}", mode)) as source,
            closing(Database.at(target, f"The copy {target}")) as copy,
        ):
            copy.become(source)
    except DamagedFileError:
        return None
    return target.read_bytes()


def _collect(images: list[tuple[bytes, bytes]], target: Path) -> None:
    """Makes a notes file of the same form from the rows that can be read.

    What an earlier image shows goes before what a later one does.
    """
    with closing(Database.in_memory("No file")) as nothing:
        steps = [step.name for step in NOTES.pending(nothing.sqlite_utils)]
    form = form_of(images[0][0])
    if not 0 < form <= len(steps):
        form = len(steps)
    with closing(Database.at(target, "The rescued notes")) as database:
        with database.write():
            NOTES.apply(database.sqlite_utils, stop_before=steps[form:])
            database.execute(f"PRAGMA application_id = {schema.NOTES_ID}")
            database.execute(f"PRAGMA user_version = {form}")
        tables = {table: _columns(database, table) for table in _PLAUSIBLE}
        with database.write():
            for image in dict.fromkeys(images):
                for table, row in _rows(records(*image), tables):
                    names = ", ".join(f'"{name}"' for name in row)
                    values = ", ".join("?" * len(row))
                    database.execute(
                        f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({values})",
                        list(row.values()),
                    )


# -- rows ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: str
    default: Value
    optional: bool
    is_number: bool  # of the row


_EMPTY: Mapping[str, Value] = MappingProxyType({"TEXT": "", "INTEGER": 0, "REAL": 0.0})
_TYPES: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {"TEXT": (str,), "INTEGER": (int,), "REAL": (int, float)}
)


def _columns(database: Database, table: str) -> list[_Column]:
    return [
        _Column(
            name=row["name"],
            kind=row["type"],
            default=_EMPTY[row["type"]]
            if row["dflt_value"] is None
            else database.value(f"SELECT {row['dflt_value']}"),
            optional=not row["notnull"],
            is_number=row["type"] == "INTEGER" and row["pk"] == 1,
        )
        for row in database.rows(f"PRAGMA table_info({table})")
    ]


def _rows(
    found: Iterator[Record], tables: Mapping[str, list[_Column]]
) -> Iterator[tuple[str, Fields]]:
    """The rows of our tables; those of pages that no tree leads to come last."""
    strays: list[Record] = []
    for record in found:
        if record.table is None:
            strays.append(record)
        elif record.table in tables:
            row = _fields(record, tables[record.table])
            if row is not None:
                yield record.table, row
    for record in strays:
        for table, columns in tables.items():
            row = _fields(record, columns)
            if row is not None and _PLAUSIBLE[table](row):
                yield table, row
                break


def _fields(record: Record, columns: list[_Column]) -> Fields | None:
    """The record as a row of these columns, None if it is none."""
    if not 1 < len(record.values) <= len(columns):
        return None
    row: Fields = {}
    for number, column in enumerate(columns):
        value = record.values[number] if number < len(record.values) else column.default
        if value is None and column.is_number:
            value = record.number
        elif value is None:
            value = None if column.optional else column.default
        elif not isinstance(value, _TYPES[column.kind]):
            return None
        row[column.name] = value
    return row


_ID = re.compile(r"[0-9a-f]{10}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _is_document(row: Fields) -> bool:
    return bool(_ID.fullmatch(row["id"])) and _is_list(row["warnings"])


def _is_paragraph(row: Fields) -> bool:
    return row["kind"] in set(Kind) and text_hash(row["text"]) == row["hash"]


def _is_mark(row: Fields) -> bool:
    colours = {None, *Colour}
    return bool(_ID.fullmatch(row["id"])) and row["fit"] in set(Fit) and row["colour"] in colours


def _is_anchor(row: Fields) -> bool:
    return bool(_ID.fullmatch(row["mark"])) and row["side"] in set(Side)


def _is_word(row: Fields) -> bool:
    return row["fit"] in set(Fit) and row["side"] in set(Side)


def _is_in_bin(row: Fields) -> bool:
    return bool(_ID.fullmatch(row["id"])) and row["item"].startswith("{")


def _is_list(text: str) -> bool:
    try:
        return isinstance(json.loads(text), list)
    except ValueError:
        return False


# The tables that are rescued, and which rows without a tree are theirs.
_PLAUSIBLE: Mapping[str, Callable[[Fields], bool]] = MappingProxyType(
    {
        "documents": _is_document,
        "paragraphs": _is_paragraph,
        "marks": _is_mark,
        "anchors": _is_anchor,
        "words": _is_word,
        "bin": _is_in_bin,
        "days": lambda row: _DAY.fullmatch(row["day"]) is not None,
    }
)
