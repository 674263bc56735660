"""`lesepult translate`: a text in both languages."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from reader.cli._exports import add_output_arguments, exporter_for
from reader.cli._progress import Progress
from reader.cli._streams import check_output, complain, put_out, take_in
from reader.errors import KnownError
from reader.formats import from_input, open_document
from reader.model import Document, Kind, Rendering, Snapshot
from reader.paths import Paths

HELP = "write a text in both languages"

_STDIN = "-"
_USUAL = "text"
_SLICE = 20_000
"""Characters that are translated, and then kept, at a time: some 40 paragraphs."""


def add_arguments(parser: ArgumentParser) -> None:
    """The text, and where its translation goes."""
    parser.add_argument("file", metavar="FILE", help="the German text; - for standard input")
    add_output_arguments(parser, _USUAL, "document")


def run(arguments: Namespace, paths: Paths) -> int:
    """Translates what was not translated before, and writes the whole."""
    exporter = exporter_for(arguments, "document", _USUAL)
    if arguments.output is not None:
        check_output(arguments.output, arguments.file)
    document = _read(arguments.file)
    for warning in document.warnings:
        complain(f"{arguments.file}: {warning}")
    put_out(exporter.render(translated(document, paths)), arguments.output)
    return 0


def translated(document: Document, paths: Paths) -> Snapshot:
    """The document with its translation; what the profile has not yet is made and kept there."""
    from reader.packages import ready
    from reader.store import open_store, stand_in

    package = ready(paths)
    texts = {p.hash: p.text for p in document.paragraphs if p.kind is not Kind.CODE}
    try:
        store = open_store(paths)
    except KnownError as problem:
        complain(f"Translations are not kept: {problem}")
        store = stand_in(problem)
    with store:
        known = dict(store.translations.many(list(texts), package.engine))
        missing = {name: text for name, text in texts.items() if name not in known}
        if missing:
            for made in _translate(missing, package.folder, package.engine):
                store.translations.put_many(made)
                known |= made
    return Snapshot(
        document=document,
        document_id="",
        renderings={
            number: known[paragraph.hash]
            for number, paragraph in enumerate(document.paragraphs)
            if paragraph.hash in known
        },
        marks=(),
        engine=package.engine,
        date=date.today().isoformat(),
    )


def _translate(
    texts: Mapping[str, str], folder: Path, engine_id: str
) -> Iterator[dict[str, Rendering]]:
    """The renderings of `texts` under their names, a slice at a time."""
    from reader.engines import Use, load
    from reader.translation.pipeline import render

    engine = load(folder, engine_id, Use.BOOK)
    progress = Progress("Translating: paragraph", len(texts))
    done = 0
    try:
        for names in _slices(texts):
            progress.at(done)
            yield dict(zip(names, render([texts[n] for n in names], engine), strict=True))
            done += len(names)
    finally:
        progress.end()


def _slices(texts: Mapping[str, str]) -> Iterator[list[str]]:
    names: list[str] = []
    size = 0
    for name, text in texts.items():
        if names and size + len(text) > _SLICE:
            yield names
            names, size = [], 0
        names.append(name)
        size += len(text)
    if names:
        yield names


def _read(file: str) -> Document:
    if file != _STDIN:
        return open_document(Path(file))
    return from_input(take_in())
