"""Marks for tests."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from reader import anchors
from reader.model import Colour, Document, Mark, Side, Span, Word, new_id

NOW = "2026-01-01T00:00:00.000+00:00"


def sql(path: Path, *statements: str) -> list[tuple[object, ...]]:
    """Run statements on a file behind the store's back; the rows of the last one."""
    with closing(sqlite3.connect(path)) as connection, connection:
        return [connection.execute(statement).fetchall() for statement in statements][-1]


def mark(
    document: Document, name: str, row: int, words: str, note: str = "", *, mark_id: str = ""
) -> Mark:
    """A mark on words of a paragraph, in the document of that id."""
    text = document.paragraphs[row].text
    start = text.index(words)
    anchor = anchors.make(text, Span(start, start + len(words)), Side.SOURCE, row)
    return Mark(
        id=mark_id or new_id(),
        document=name,
        anchors=(anchor,),
        colour=Colour.GREEN,
        note=note,
        partner="the partner",
        created=NOW,
        changed=NOW,
    )


def word(
    document: Document, name: str, row: int, form: str, meaning: str = "", *, word_id: str = ""
) -> Word:
    """A word of a paragraph, to learn, in the document of that id."""
    text = document.paragraphs[row].text
    start = text.index(form)
    return Word(
        id=word_id or new_id(),
        document=name,
        anchor=anchors.make(text, Span(start, start + len(form)), Side.SOURCE, row),
        lemma=form,
        part="NOUN",
        meaning=meaning,
        sentence=text,
        partner="the partner",
        created=NOW,
        changed=NOW,
    )
