"""Notes as Markdown, into a file that may be there already."""

from __future__ import annotations

from pathlib import Path

from reader.errors import KnownError
from reader.exporters import Conflict, merge, notes_markdown, notes_template
from reader.files import write_whole
from reader.model import Snapshot
from reader.phrases import Phrase


def export_notes(snapshot: Snapshot, file: Path, config: Path) -> tuple[Conflict, ...]:
    """Write the notes; what the reader wrote into the file stays.

    `config` is the folder that may hold a template of the reader's own. Gives the notes
    that were changed both here and there; the file keeps its own form of them. Raises
    KnownError where the file is no text or cannot be read or written.
    """
    notes = notes_markdown.render(snapshot, notes_template(config))
    if not file.is_file():
        write_whole(file, notes)
        return ()
    previous = _read(file)
    merged = merge(previous, notes)
    if merged.text != previous:
        write_whole(file, merged.text)
    return merged.conflicts


def _read(file: Path) -> str:
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
