"""Notes as a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from reader.exporters.csv_notes import render
from reader.model import Colour, Side, Snapshot
from tests.exporters.parsing import readable
from tests.exporters.snapshots import STRINGS, anchor, mark, snapshot, snapshots


def rows(table: str) -> list[dict[str, str]]:
    """As a program reads it that knows of the byte order mark."""
    assert table.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(table[1:], newline=""), strict=True))


def test_a_mark_a_row() -> None:
    fort = 'Wohin?\n"Fort", 5 km'
    made = (
        mark(anchor("Die Fähre legte ab."), number=2, note=fort, tags=("zu prüfen", "Fluss")),
        mark(anchor("The fog", Side.TARGET), number=1, colour=None),
    )
    named = replace(snapshot(*made), colour_names={Colour.YELLOW: "Verkehr"})
    first, second = rows(render(named))
    assert first["german"] == "Der Nebel hob sich."
    assert (first["side"], first["colour"], first["english"]) == ("target", "", "The fog")
    assert second == {
        "id": "0000000002",
        "german": "Die Fähre legte ab.",
        "english": "The ferry cast off.",
        "colour": Colour.YELLOW,
        "colour_name": "Verkehr",
        "note": fort,
        "tags": "zu prüfen, Fluss",
        "side": "source",
        "paragraph": "2",
        "fit": "exact",
        "created": "2024-05-17T10:00:00+00:00",
        "changed": "2024-05-17T10:00:00+00:00",
        "document": "Am Fluss",
        "link": "lesepult://open?document=0123456789&mark=0000000002",
    }


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", '=cmd|"/C calc"!A0', "\n=1"],
)
def test_no_cell_is_a_formula(formula: str) -> None:
    (row,) = rows(render(snapshot(mark(anchor("Brot"), note=formula), title=formula)))
    assert row["note"] == row["document"] == "'" + readable(formula)


@given(snapshots())
def test_any_snapshot_is_a_table(any_snapshot: Snapshot) -> None:
    found = rows(render(any_snapshot))
    assert len(found) == len(any_snapshot.marks)
    assert not [row for row in found if None in row or None in row.values()]


@given(STRINGS)
def test_any_note_is_kept(note: str) -> None:
    (row,) = rows(render(snapshot(mark(anchor("Brot"), note=note))))
    assert row["note"] in {readable(note), f"'{readable(note)}"}


def test_a_note_on_the_document_has_no_paragraph() -> None:
    (row,) = rows(render(snapshot(mark(colour=None, note="Zum Ganzen."))))
    assert (row["paragraph"], row["german"], row["note"]) == ("", "", "Zum Ganzen.")
