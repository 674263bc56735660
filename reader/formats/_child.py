"""Reading in a child process, so that no file can crash, stall or fill up the program.

The parent gives the child the bytes; the child (`_host`) has no network, writes no file
and has a limit of memory and time. What it sends back is checked like any other input.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from reader.errors import KnownError
from reader.formats._limits import PATIENCE, ran_out, seconds
from reader.model import Document, Kind, Run, Span, Style
from reader.packed import Fields, Packed
from reader.phrases import Phrase, from_json, to_json

_log = logging.getLogger(__name__)


def command() -> list[str]:
    """How the child is started. It finds the modules that this process has (PYTHONPATH)."""
    return [sys.executable, "-P", "-m", "reader.formats._host"]


def read(data: bytes, name: str, *, is_fragment: bool = False) -> Document:
    """What `read_document` gives for `data`, read in a child.

    With `is_fragment`, `data` is part of a web page and all of it is taken. Raises
    KnownError too where the child crashes, takes too long or too much memory.
    """
    head = json.dumps({"name": name, "fragment": is_fragment}).encode() + b"\n"
    try:
        done = subprocess.run(
            command(),
            input=head + data,
            capture_output=True,
            timeout=PATIENCE * seconds(len(data)),
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(name, len(data)) from None
    except OSError as fault:
        raise KnownError(
            Phrase("{name} cannot be read: no process could be started for it.", name=name)
        ) from fault
    if done.returncode == 0:
        return _document(done.stdout)
    if ran_out(done.returncode):
        raise _too_slow(name, len(data))
    if done.returncode > 0:
        _log.error("reading failed: %s", done.stderr.decode("utf-8", "replace")[-4000:])
    raise KnownError(
        Phrase("{name} cannot be read: what reads such files broke down over it.", name=name),
        Phrase("The file may be damaged. Save it in another format and open that."),
    )


def encode(document: Document) -> bytes:
    """The document for the parent: a line of JSON, then its texts with a NUL between them.

    No clean text has one. A book is sent in a fifth of the time that JSON alone would take.
    """
    paragraphs = document.paragraphs
    head = {
        "title": document.title,
        "author": document.author,
        "checksum": document.checksum,
        "language": document.language,
        "warnings": [to_json(warning) for warning in document.warnings],
        "date": document.date,
        "format": document.format,
        "kinds": [p.kind for p in paragraphs],
        "more": {
            number: (p.level, [_encode_run(run) for run in p.runs])
            for number, p in enumerate(paragraphs)
            if p.level or p.runs
        },
    }
    texts = "\0".join([p.text for p in paragraphs])
    return json.dumps(head).encode() + b"\n" + texts.encode()


def encode_fault(message: str, advice: str) -> bytes:
    """What is said in the place of a document."""
    return json.dumps({"message": to_json(message), "advice": to_json(advice)}).encode()


def _document(reply: bytes) -> Document:
    head, _, texts = reply.partition(b"\n")
    message = cast("Mapping[str, Any]", json.loads(head))
    if "message" in message:
        raise KnownError(from_json(message["message"]), from_json(message["advice"]))
    return Document(
        title=message["title"],
        paragraphs=Packed(_fields(message, texts.decode().split("\0"))),
        checksum=message["checksum"],
        language=message["language"],
        warnings=tuple(map(from_json, message["warnings"])),
        author=message["author"],
        date=message["date"],
        format=message["format"],
    )


def _fields(message: Mapping[str, Any], texts: Sequence[str]) -> Iterator[Fields]:
    kinds = {kind.value: kind for kind in Kind}
    more = {
        int(number): (int(level), tuple(_run(*run) for run in runs))
        for number, (level, runs) in message["more"].items()
    }
    for number, (kind, text) in enumerate(zip(message["kinds"], texts, strict=True)):
        level, runs = more.get(number, (0, ()))
        yield kinds[kind], text, level, runs


def _encode_run(run: Run) -> tuple[int, int, str, str]:
    return run.span.start, run.span.end, run.style, run.target


def _run(start: int, end: int, style: str, target: str) -> Run:
    return Run(Span(start, end), Style(style), target)


def _too_slow(name: str, size: int) -> KnownError:
    return KnownError(
        Phrase(
            "{name} cannot be read: that takes longer than {seconds} seconds.",
            name=name,
            seconds=round(seconds(size)),
        ),
        Phrase("Save it in another format, or split it."),
    )
