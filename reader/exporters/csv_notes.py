"""Notes as comma-separated values: a mark a row, for spreadsheets and other programs."""

from __future__ import annotations

from typing import Literal

from reader.exporters._links import mark_link
from reader.exporters._marks import (
    both_languages,
    colour_name,
    in_reading_order,
    on_target,
    place,
)
from reader.exporters._table import table
from reader.model import Mark, Side, Snapshot
from reader.phrases import Phrase

NAME = "csv"
LABEL = Phrase("Table of notes")
SUFFIX = ".csv"
SUBJECT: Literal["notes"] = "notes"

_HEADINGS = (
    "id german english colour colour_name note tags side paragraph fit created changed document"
    " link"
).split()


def render(snapshot: Snapshot) -> str:
    """A row of headings, then the marks in reading order.

    Paragraphs count from 1; a note on the document has none.
    """
    return table(_HEADINGS, (_row(mark, snapshot) for mark in in_reading_order(snapshot)))


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
