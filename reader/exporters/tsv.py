"""Tab-separated values: a sentence pair a line, for spreadsheets and other programs."""

from __future__ import annotations

from typing import Literal

from reader.exporters._pairs import sentence_pairs
from reader.model import Snapshot
from reader.phrases import Phrase

NAME = "tsv"
LABEL = Phrase("Table of sentence pairs")
SUFFIX = ".tsv"
SUBJECT: Literal["document"] = "document"


def render(snapshot: Snapshot) -> str:
    """A line of headings, then the pairs; tabs and line breaks in a sentence become spaces."""
    pairs = (
        pair
        for number, paragraph in enumerate(snapshot.document.paragraphs)
        for pair in sentence_pairs(paragraph, snapshot.renderings.get(number))
    )
    lines = (f"{_cell(pair.source)}\t{_cell(pair.target)}\n" for pair in pairs)
    return "source\ttarget\n" + "".join(lines)


def _cell(text: str) -> str:
    return " ".join(text.split())
