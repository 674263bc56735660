"""Side by side for a terminal: German left, English right."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from reader.exporters._pairs import pairs
from reader.model import Snapshot
from reader.phrases import Phrase

NAME = "columns"
LABEL = Phrase("Side by side, for a terminal")
SUFFIX = ".txt"
SUBJECT: Literal["document"] = "document"

_GAP = 4
_LEAST, _MOST = 24, 164


def render(snapshot: Snapshot) -> str:
    """In the width of the terminal (COLUMNS, where that is set), as wide as can be read well."""
    return side_by_side(snapshot, shutil.get_terminal_size((100, 24)).columns)


def side_by_side(snapshot: Snapshot, width: int) -> str:
    """Both columns in `width` cells of a terminal; wide characters take two."""
    from wcwidth import ljust  # its tables are large, and most runs need none of them

    column = (min(max(width, _LEAST), _MOST) - _GAP) // 2
    lines: list[str] = []
    for pair in pairs(snapshot):
        rows = zip_longest(_wrap(pair.source, column), _wrap(pair.target, column), fillvalue="")
        lines += [(ljust(left, column + _GAP) + right).rstrip() for left, right in rows]
        lines.append("")
    return "\n".join(lines) or "\n"


def _wrap(text: str, width: int) -> Iterator[str]:
    from wcwidth import wrap

    for line in text.split("\n"):
        yield from wrap(line, width)
