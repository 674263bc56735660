"""Exporters: what leaves the program, one module each.

An exporter is a public module of this package that fulfils `Exporter`; it is found
by being here. It is a pure function from a snapshot to text, or to bytes: whoever calls
it writes the file. What several exporters share stands in the modules whose names begin
with an underscore.

Notes as Markdown can do more than the others: `notes_template` gives their `render` the
reader's own template, and `merge` puts what it rendered into a file that is there.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, Protocol, cast

from reader.exporters._front import document_of
from reader.exporters._markdown import literal
from reader.exporters._merge import Conflict, Merged, merge
from reader.exporters._template import notes_template
from reader.model import Snapshot

__all__ = [
    "Conflict",
    "Exporter",
    "Merged",
    "document_of",
    "exporters",
    "literal",
    "merge",
    "notes_template",
]


class Exporter(Protocol):
    """What a module of this package has to offer."""

    NAME: str
    """The word for it on the command line."""

    LABEL: str
    """What people call it, as in "Markdown, both languages"."""

    SUFFIX: str
    """What its files' names end in, with the dot."""

    SUBJECT: Literal["document", "notes", "words"]
    """What it exports: the text with its translation, the marks, or the words to learn."""

    def render(self, snapshot: Snapshot) -> str | bytes:
        """The whole output, text with a line break at its end; never fails for a valid snapshot."""
        ...


@cache
def exporters() -> Mapping[str, Exporter]:
    """All exporters there are, by name; Markdown, which most people want, comes first."""
    modules = [
        cast("Exporter", importlib.import_module(f"{__name__}.{found.name}"))
        for found in pkgutil.iter_modules(__path__)
        if not found.name.startswith("_")
    ]
    return MappingProxyType({module.NAME: module for module in sorted(modules, key=_order)})


def _order(exporter: Exporter) -> tuple[bool, str]:
    return exporter.SUFFIX != ".md", exporter.NAME
