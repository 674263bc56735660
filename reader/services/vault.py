"""Notes as Markdown in a folder of the reader's, as Obsidian and others have it.

A document is a file, or each mark is one, in a folder called like the document. A file
that is there is written into, see notes_file.py; one that belongs to something else is
left alone, and ours is called otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import KnownError
from reader.exporters import Conflict, document_of, notes_markdown, notes_template
from reader.exporters.notes_markdown import mark_title, render_mark
from reader.files import safe_name
from reader.model import Snapshot
from reader.phrases import Phrase
from reader.services.notes_file import export_notes, read_text, write_merged

if TYPE_CHECKING:
    from jinja2 import Template

SUFFIX = notes_markdown.SUFFIX


@dataclass(frozen=True)
class Vault:
    """The folder, whether each mark has a file of its own, and is one of Obsidian's callouts."""

    folder: Path
    each: bool = False
    callouts: bool = False


@dataclass(frozen=True)
class Written:
    """Where the notes are now, and what needs a decision of the reader's, by file."""

    place: Path
    conflicts: tuple[tuple[Path, Conflict], ...] = ()


def export_to_vault(
    snapshot: Snapshot, vault: Vault, config: Path, only: Collection[str] | None = None
) -> Written:
    """Bring the vault up to date; of the marks that have files, only these if that is said.

    A mark in `only` that the snapshot has not was deleted: its file goes, unless somebody
    has written in it. Raises KnownError where the folder is not there or cannot be written.
    """
    if not vault.folder.is_dir():
        raise KnownError(
            Phrase("The folder for notes, {folder}, is not there.", folder=vault.folder),
            Phrase("Choose another one, or bring it back."),
        )
    name = safe_name(snapshot.document.title, snapshot.document_id)
    if vault.each:
        template = notes_template(config, callouts=vault.callouts)
        return _export_each(snapshot, _own_folder(vault.folder / name, snapshot), template, only)
    file = _own_file(vault.folder / f"{name}{SUFFIX}", snapshot)
    conflicts = export_notes(snapshot, file, config, callouts=vault.callouts)
    return Written(file, tuple((file, conflict) for conflict in conflicts))


def _export_each(
    snapshot: Snapshot, folder: Path, template: Template, only: Collection[str] | None
) -> Written:
    marks = {mark.id: mark for mark in snapshot.marks}
    files = _files_of_marks(folder)
    gone = files.keys() - marks.keys() if only is None else set(only) - marks.keys()
    conflicts: list[tuple[Path, Conflict]] = []
    for name in marks if only is None else [name for name in marks if name in only]:
        mark = marks[name]
        usual = safe_name(mark_title(mark, snapshot), "Note")
        file = files.get(name) or folder / f"{usual} {name}{SUFFIX}"
        text = render_mark(snapshot, mark, template)
        conflicts += ((file, conflict) for conflict in write_merged(file, text))
    nothing = notes_markdown.render(replace(snapshot, marks=(), words=()), template)
    for name in sorted(gone & files.keys()):
        conflicts += ((files[name], conflict) for conflict in _take_out(files[name], nothing))
    return Written(folder, tuple(conflicts))


def _take_out(file: Path, nothing: str) -> Iterable[Conflict]:
    """Take a deleted mark out of its file, and the file away if nothing else is in it."""
    if document_of(read_text(file)) != document_of(nothing):
        return ()
    conflicts = write_merged(file, nothing)
    if not conflicts and _is_bare(read_text(file)):
        with suppress(OSError):
            file.unlink()
    return conflicts


def _is_bare(text: str) -> bool:
    """Whether nothing but front matter and a title is there."""
    _, _, body = text.removeprefix("---").partition("\n---")
    lines = [line for line in body.splitlines() if line.strip()]
    return not lines or (len(lines) == 1 and lines[0].startswith("# "))


def _files_of_marks(folder: Path) -> dict[str, Path]:
    """The files in a folder whose names end in the id of a mark, by the id."""
    found = (file for file in folder.iterdir() if file.suffix == SUFFIX)
    return {file.stem[-10:]: file for file in sorted(found) if set(file.stem[-10:]) <= _HEXADECIMAL}


_HEXADECIMAL = set("0123456789abcdef")


def _own_folder(folder: Path, snapshot: Snapshot) -> Path:
    """The folder for the marks of a document, made if need be."""
    if folder.is_dir():
        others = (document_of(read_text(file)) for file in _files_of_marks(folder).values())
        if next((other for other in others if other), snapshot.document_id) != snapshot.document_id:
            folder = folder.with_name(f"{folder.name} {snapshot.document_id}")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise KnownError(
            Phrase("{folder} cannot be made: {strerror}.", folder=folder, strerror=fault.strerror)
        ) from fault
    return folder


def _own_file(file: Path, snapshot: Snapshot) -> Path:
    """The file for the notes of a document."""
    if file.exists() and document_of(read_text(file)) != snapshot.document_id:
        return file.with_name(f"{file.stem} {snapshot.document_id}{SUFFIX}")
    return file
