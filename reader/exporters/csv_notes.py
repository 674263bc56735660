"""Notes as comma-separated values: a mark a row, for spreadsheets and other programs."""

from __future__ import annotations

import csv
import io
from typing import Literal

from reader.exporters._links import mark_link
from reader.exporters._markdown import readable
from reader.exporters._marks import (
    both_languages,
    colour_name,
    in_reading_order,
    on_target,
    place,
)
from reader.model import Mark, Side, Snapshot

NAME = "csv"
LABEL = "Table of notes"
SUFFIX = ".csv"
SUBJECT: Literal["notes"] = "notes"

_HEADINGS = (
    "id german english colour colour_name note tags side paragraph fit created changed document"
    " link"
).split()
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a cell a formula for some spreadsheet (OWASP, "CSV Injection")."""


def render(snapshot: Snapshot) -> str:
    r"""A row of headings, then the marks in reading order; rows end in \r\n (RFC 4180).

    It begins with a byte order mark, without which Excel takes UTF-8 for another
    encoding. A cell that a spreadsheet would calculate begins with an apostrophe.
    Paragraphs count from 1; a note on the document has none.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(_HEADINGS)
    for mark in in_reading_order(snapshot):
        writer.writerow(map(_cell, _row(mark, snapshot)))
    return "\ufeff" + table.getvalue()


def _row(mark: Mark, snapshot: Snapshot) -> tuple[str, ...]:
    german, english = both_languages(mark, snapshot)
    return (
        mark.id,
        german,
        english,
        mark.colour or "",
        colour_name(mark, snapshot),
        mark.note,
        ", ".join(mark.tags),
        Side.TARGET if on_target(mark) else Side.SOURCE,
        str(place(mark, snapshot)[0] + 1) if mark.anchors else "",
        mark.fit,
        mark.created,
        mark.changed,
        snapshot.document.title,
        mark_link(snapshot.document_id, mark.id),
    )


def _cell(text: str) -> str:
    text = readable(text)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
