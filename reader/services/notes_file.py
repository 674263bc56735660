"""Notes as Markdown, into a file that may be there already."""

from __future__ import annotations

from pathlib import Path

from reader.errors import KnownError
from reader.exporters import Conflict, merge, notes_markdown, notes_template
from reader.files import write_whole
from reader.model import Snapshot
from reader.phrases import Phrase


def export_notes(
    snapshot: Snapshot,
    file: Path,
    config: Path,
    *,
    partial: bool = False,
    callouts: bool = False,
) -> tuple[Conflict, ...]:
    """Write the notes; what the reader wrote into the file stays.

    `config` is the folder that may hold a template of the reader's own. With `partial`,
    notes in the file that the snapshot has not stay too; with `callouts` each note is one of
    Obsidian's. Gives the notes that were changed both here and there; the file keeps its own
    form of them. Raises KnownError where the file is no text or cannot be read or written.
    """
    notes = notes_markdown.render(snapshot, notes_template(config, callouts=callouts))
    return write_merged(file, notes, partial=partial)


def write_merged(file: Path, notes: str, *, partial: bool = False) -> tuple[Conflict, ...]:
    """The same for notes that are rendered."""
    if not file.is_file():
        write_whole(file, notes)
        return ()
    previous = read_text(file)
    merged = merge(previous, notes, partial=partial)
    if merged.text != previous:
        write_whole(file, merged.text)
    return merged.conflicts


def read_text(file: Path) -> str:
    """What is in a file of notes. Raises KnownError where that is no text."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as fault:
        raise KnownError(
            Phrase("{file} is not a text in UTF-8, so notes cannot be put into it.", file=file),
            Phrase("Name another file."),
        ) from fault
    except OSError as fault:
        raise KnownError(
            Phrase("{file} cannot be read: {strerror}.", file=file, strerror=fault.strerror)
        ) from fault
