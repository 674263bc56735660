"""`lesepult notes`: what was marked and noted, listed and exported."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli._arguments import add_words
from reader.cli._exports import add_output_arguments, exporter_for
from reader.cli._streams import check_output, complain, put_out
from reader.errors import KnownError
from reader.exporters import notes_markdown, notes_template
from reader.model import Entry, Snapshot
from reader.paths import Paths
from reader.services.notes_file import export_notes
from reader.services.notes_import import Imported, import_notes
from reader.settings import colour_names, load

if TYPE_CHECKING:
    from reader.store import Store

HELP = "list and export marks and notes"

_USUAL = "notes-md"


def add_arguments(parser: ArgumentParser) -> None:
    """The two things that can be done with notes."""
    words = {
        "export": "write the notes, or the words to learn, of a document",
        "import": "take in notes that were exported as Web Annotations; none comes twice",
        "list": "list the documents with notes: id, number of marks, title, file",
    }
    parsers = add_words(parser, "action", words)
    parsers["export"].add_argument(
        "document", metavar="FILE_OR_ID", help="the document's file, or its id in `notes list`"
    )
    add_output_arguments(parsers["export"], _USUAL, "notes", "words")
    parsers["import"].add_argument("file", metavar="FILE", type=Path, help="the exported notes")


def run(arguments: Namespace, paths: Paths) -> int:
    """Lists, or exports what is in the profile; the document's file need not be there."""
    from reader.store import open_store

    if arguments.action == "list":
        with open_store(paths) as store:
            _list(store.notes.documents_with_marks())
        return 0
    if arguments.action == "import":
        with open_store(paths) as store:
            _tell(import_notes(arguments.file, store, paths))
        return 0
    exporter = exporter_for(arguments, "notes", _USUAL)
    if arguments.output is not None:
        check_output(arguments.output, arguments.document)
    with open_store(paths) as store:
        snapshot = _snapshot(store, _find(store, arguments.document))
    snapshot = replace(snapshot, colour_names=colour_names(load(paths)))
    if exporter is notes_markdown:
        _put_out_markdown(snapshot, paths.config, arguments.output)
    else:
        put_out(exporter.render(snapshot), arguments.output)
    return 0


def _put_out_markdown(snapshot: Snapshot, config: Path, file: Path | None) -> None:
    """Into a file that is there, beside what the reader wrote in it."""
    if file is None or (file.exists() and not file.is_file()):
        put_out(notes_markdown.render(snapshot, notes_template(config)), file)
        return
    for conflict in export_notes(snapshot, file, config):
        now = (
            "Delete it here to have it written anew."
            if conflict.new
            else "In Lesepult it was deleted."
        )
        complain(
            f"{file}, line {conflict.line}: the note ^{conflict.mark} was changed here "
            f"and stays as it is. {now}"
        )


def _tell(done: Imported) -> None:
    for warning in done.warnings:
        complain(warning)
    put_out(
        f"{done.entry.title}: {done.added} new, {done.changed} changed, "
        f"{done.same} there already.\n"
    )


def _list(found: list[tuple[Entry, int]]) -> None:
    if not found:
        complain("There are no notes yet.")
    widest = max((len(entry.title) for entry, _ in found), default=0)
    lines = (
        f"{entry.id}  {number:4}  {entry.title:{widest}}  {entry.source}".rstrip()
        for entry, number in found
    )
    put_out("".join(f"{line}\n" for line in lines))


def _find(store: Store, name: str) -> Entry:
    real = str(Path(name).expanduser().resolve())
    entry = store.library.find(name) or store.library.find(real)
    if entry is None:
        raise KnownError(
            f"{name} was not opened in this profile, so it has no notes.",
            "The documents that have some: lesepult notes list.",
        )
    return entry


def _snapshot(store: Store, entry: Entry) -> Snapshot:
    """The document with its marks, and the newest translations of what is marked."""
    document = store.library.document(entry.id)
    marks = store.notes.marks(entry.id)
    marked = {anchor.paragraph for mark in marks for anchor in mark.anchors}
    there = sorted(marked & set(range(len(document.paragraphs))))
    hashes = {number: document.paragraphs[number].hash for number in there}
    newest = store.translations.newest(hashes.values())
    renderings = {number: newest[name] for number, name in hashes.items() if name in newest}
    engines = dict.fromkeys(rendering.engine for rendering in renderings.values())
    return Snapshot(
        document=document,
        document_id=entry.id,
        renderings=renderings,
        marks=marks,
        engine=", ".join(engines),
        date=date.today().isoformat(),
        words=store.notes.words(entry.id),
    )
