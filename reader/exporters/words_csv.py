"""Words to learn as comma-separated values: a word a row, for spreadsheets."""

from __future__ import annotations

from typing import Literal

from reader.exporters._table import table
from reader.exporters._words import in_reading_order, link_of, title_of
from reader.model import Snapshot, Word
from reader.phrases import Phrase

NAME = "words-csv"
LABEL = Phrase("Table of words")
SUFFIX = ".csv"
SUBJECT: Literal["words"] = "words"

_HEADINGS = (
    "id word part meaning form sentence translation paragraph created changed document link"
).split()


def render(snapshot: Snapshot) -> str:
    """A row of headings, then the words, document by document; paragraphs count from 1."""
    return table(_HEADINGS, (_row(word, snapshot) for word in in_reading_order(snapshot)))


def _row(word: Word, snapshot: Snapshot) -> tuple[str, ...]:
    return (
        word.id,
        word.lemma,
        word.part,
        word.meaning,
        word.anchor.quote,
        word.sentence,
        word.partner,
        str(word.anchor.paragraph + 1),
        word.created,
        word.changed,
        title_of(word, snapshot),
        link_of(word),
    )
