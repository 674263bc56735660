"""Values of the model as rows and as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, cast

from reader.model import Anchor, Colour, Edit, Entry, Fit, Kind, Mark, Paragraph, Place, Side, Span
from reader.store.database import Row, Value


def entry_of(row: Row) -> Entry:
    """A row of `documents` as an entry."""
    return Entry(
        id=row["id"],
        title=row["title"],
        source=row["source"],
        language=row["language"],
        opened=row["opened"],
        place=Place(row["place_paragraph"], row["place_depth"]),
        paragraphs=row["length"],
    )


def paragraph_row(document: str, pos: int, paragraph: Paragraph) -> dict[str, Value]:
    """A paragraph as a row of `paragraphs`."""
    return {
        "document": document,
        "pos": pos,
        "kind": paragraph.kind.value,
        "level": paragraph.level,
        "text": paragraph.text,
        "hash": paragraph.hash,
    }


def paragraph_of(row: Row) -> Paragraph:
    """The other way round."""
    return Paragraph(Kind(row["kind"]), row["text"], row["level"])


def mark_row(mark: Mark) -> dict[str, Value]:
    """A mark, without its anchors, as a row of `marks`."""
    return {
        "id": mark.id,
        "document": mark.document,
        "colour": mark.colour.value if mark.colour else None,
        "note": mark.note,
        "partner": mark.partner,
        "created": mark.created,
        "changed": mark.changed,
        "fit": mark.fit.value,
    }


def anchor_row(anchor: Anchor) -> dict[str, Value]:
    """An anchor as a row of `anchors`, without the mark it belongs to."""
    return {
        "side": anchor.side.value,
        "paragraph": anchor.paragraph,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "hash": anchor.hash,
    }


def anchor_of(row: Row) -> Anchor:
    """The other way round."""
    return Anchor(
        side=Side(row["side"]),
        paragraph=row["paragraph"],
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        hash=row["hash"],
    )


def mark_of(row: Row, anchors: Sequence[Row]) -> Mark:
    """A row of `marks` and its rows of `anchors`, in order, as a mark."""
    return Mark(
        id=row["id"],
        document=row["document"],
        anchors=tuple(map(anchor_of, anchors)),
        colour=Colour(row["colour"]) if row["colour"] else None,
        note=row["note"],
        partner=row["partner"],
        created=row["created"],
        changed=row["changed"],
        fit=Fit(row["fit"]),
    )


def edits_text(edits: Sequence[Edit]) -> str:
    """Edits as a JSON list of pairs: the mark before and after, or null."""
    return json.dumps([[_fields(edit.before), _fields(edit.after)] for edit in edits])


def edits_of(text: str) -> list[Edit]:
    """The other way round."""
    pairs = cast("list[list[dict[str, Any] | None]]", json.loads(text))
    return [Edit(_mark(before), _mark(after)) for before, after in pairs]


def _fields(mark: Mark | None) -> dict[str, Any] | None:
    if mark is None:
        return None
    return {**mark_row(mark), "anchors": [anchor_row(anchor) for anchor in mark.anchors]}


def _mark(fields: dict[str, Any] | None) -> Mark | None:
    return None if fields is None else mark_of(fields, fields["anchors"])
