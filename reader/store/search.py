"""Searching all that is kept: texts, their translations, notes and words.

The indexes are full-text tables of SQLite (https://sqlite.org/fts5.html), kept true by
triggers, see forms.py. Accents, capitals and ß make no difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from reader.model import Colour, Entry, Rendering, Side, Span
from reader.segment import sentences
from reader.store.database import Database, Row, Value
from reader.store.indexes import mended
from reader.store.query import highlight, lights, lit_word, match, order, some
from reader.store.records import entry_of, tags_of
from reader.store.translations import Translations

MOST_COUNTED = 1000
"""How far `Search.count` counts: it is asked for at every key."""


class HitKind(StrEnum):
    """Where a hit was found; the kinds come in this order."""

    NOTE = "note"
    WORD = "word"
    TEXT = "text"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Filters:
    """What is searched: all, if nothing is said.

    `tag` is one of a mark or of its document; with a colour, only notes are searched.
    """

    kinds: frozenset[HitKind] = frozenset(HitKind)
    document: str = ""
    colour: Colour | None = None
    tag: str = ""


class _Fields(NamedTuple):
    kind: HitKind
    entry: Entry
    paragraph: int | None
    side: Side
    text: str
    lit: str
    partner: str
    note: str = ""
    note_lit: str = ""
    item: str = ""
    rendering: Rendering | None = None
    tags: tuple[str, ...] = ()


class Hit(_Fields):
    """A place where what was looked for stands.

    `text` is the paragraph or its translation, whichever side it is; of a note the marked
    words, of a word the sentence it was met in. `note` is the reader's own text: the note, or
    the word's meaning. `lit` and `note_lit` are the same with the lights, as query.py has
    them. `partner` is the other language: the whole other paragraph, "" where it is not
    translated; or what the mark or word keeps. `paragraph` is None for a note on a whole text.
    `item` is the id of the mark or word, else "". `tags` are those of the mark: it may have
    been found by one.
    """

    # A tuple, for fifty are made at every key: a frozen dataclass takes three times as long.

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """What to light in `text`."""
        return lights(self.lit, self.text)

    @cached_property
    def note_spans(self) -> tuple[Span, ...]:
        """What to light in `note`."""
        return lights(self.note_lit, self.note)

    @cached_property
    def pair(self) -> tuple[Span, Span]:
        """The sentence that the first light is in: its spans in `text` and in `partner`."""
        here = self.spans[0] if self.spans else Span(0, 0)
        both = Span(0, len(self.text)), Span(0, len(self.partner))
        if self.kind in {HitKind.NOTE, HitKind.WORD}:
            return both
        if self.rendering is None:
            found = (span for span in sentences(self.text) if span.end > here.start)
            return next(found, both[0]), both[1]
        for pair in self.rendering.pairs:
            if self.side is Side.SOURCE and pair.source.end > here.start:
                return pair.source, pair.target
            if self.side is Side.TARGET and pair.target.end > here.start:
                return pair.target, pair.source
        return both


class Search:
    """Takes any text as a query.

    Its words must all be there, in any order; the last one may be the beginning of a word, so
    that there are hits while it is typed, and so may any that ends in *. What stands between
    quotation marks must be there as it is.
    """

    def __init__(self, notes: Database, translations: Translations) -> None:
        self._notes = notes
        self._translations = translations

    def find(
        self, query: str, filters: Filters | None = None, *, limit: int = 50, offset: int = 0
    ) -> list[Hit]:
        """The hits from `offset` on, by kind and the best first."""
        wanted = match(query)
        if not wanted:
            return []
        filters = filters or Filters()
        return mended(self._notes, lambda: self._find(wanted, filters, limit, offset))

    def count(self, query: str, filters: Filters | None = None) -> dict[HitKind, int]:
        """How many hits of each kind there are; of more than 1,000 it says 1,000."""
        wanted, filters = match(query), filters or Filters()
        kinds = _kinds(filters) if wanted else []
        return mended(
            self._notes,
            lambda: {kind: self._count(kind, wanted, filters, MOST_COUNTED) for kind in kinds},
        )

    # -- each kind ------------------------------------------------------------

    def _find(self, wanted: str, filters: Filters, limit: int, offset: int) -> list[Hit]:
        hits: list[Hit] = []
        for kind in _kinds(filters):
            room = limit - len(hits)
            if not room:
                break
            found = self._hits(kind, wanted, filters, room, offset)
            hits += found
            if found:
                offset = 0
            elif offset:
                offset -= self._count(kind, wanted, filters)
        return hits

    def _hits(
        self, kind: HitKind, wanted: str, filters: Filters, limit: int, offset: int
    ) -> list[Hit]:
        if kind is HitKind.TRANSLATION:
            return self._translated(wanted, filters, limit, offset)
        hits = self._notes.value(some(_SQL[kind].table), [wanted])
        if not hits:
            return []
        sql, values = _SQL[kind].select(wanted, filters)
        limited = f"{sql} ORDER BY {order(hits)} LIMIT ? OFFSET ?"
        rows = list(self._notes.values(limited, [*values, limit, offset]))
        with self._notes.sound_values():
            return self._shown(kind, rows)

    def _shown(self, kind: HitKind, rows: Sequence[tuple[Any, ...]]) -> list[Hit]:
        entries = self._entries(document for document, *_ in rows)
        if kind is HitKind.TEXT:
            newest = self._translations.newest(text_hash for _, text_hash, *_ in rows)
            return [
                _text_hit(entries[document], row, newest.get(text_hash))
                for document, text_hash, *row in rows
            ]
        shown = _note_hit if kind is HitKind.NOTE else _word_hit
        return [shown(entries[document], row) for document, *row in rows]

    def _entries(self, documents: Iterable[str]) -> dict[str, Entry]:
        """The documents of hits, each made once."""
        found = self._notes.rows(
            "SELECT * FROM documents WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(list(set(documents)))],
        )
        with self._notes.sound_values():
            return {row["id"]: entry_of(row) for row in found}

    def _translated(self, wanted: str, filters: Filters, limit: int, offset: int) -> list[Hit]:
        """Translations belong to a text wherever it stands; those of no document are passed by."""
        hits: list[Hit] = []
        within = self._hashes(filters)
        start, step = 0, limit + offset
        while len(hits) < limit + offset:
            found = self._translations.search(wanted, within, step, start)
            if not found:
                break
            rows = self._places([text_hash for text_hash, _, _ in found], filters)
            entries = self._entries(row["document"] for row in rows)
            places: dict[str, list[Row]] = {}
            for row in rows:
                places.setdefault(row["hash"], []).append(row)
            for text_hash, lit, rendering in found:
                hits += (
                    _translation_hit(row, entries[row["document"]], lit, rendering)
                    for row in places.get(text_hash, [])
                )
            start += step
        return hits[offset : offset + limit]

    def _hashes(self, filters: Filters) -> list[str] | None:
        """Of the texts that are searched at all, None for any."""
        if not filters.document and not filters.tag:
            return None
        condition, values = _documents(filters)
        rows = self._notes.rows(
            "SELECT DISTINCT hash FROM documents AS d JOIN paragraphs AS p ON p.document = d.id"
            f" WHERE {condition}",
            values,
        )
        return [row["hash"] for row in rows]

    def _places(self, hashes: list[str], filters: Filters) -> list[Row]:
        condition, values = _documents(filters)
        return self._notes.rows(
            "SELECT p.pos, p.text, p.hash, p.document FROM paragraphs AS p"
            " JOIN documents AS d ON d.id = p.document"
            f" WHERE p.hash IN (SELECT value FROM json_each(?)) AND {condition}"
            " ORDER BY d.opened DESC, p.pos",
            [json.dumps(hashes), *values],
        )

    def _count(self, kind: HitKind, wanted: str, filters: Filters, most: int = -1) -> int:
        """How many hits there are, or `most` of them; -1 counts all, as in SQLite's LIMIT."""
        if kind is HitKind.TRANSLATION:
            hashes = self._translations.matching(wanted, self._hashes(filters), most)
            condition, values = _documents(filters)
            sql = (
                "SELECT 1 FROM paragraphs AS p JOIN documents AS d ON d.id = p.document"
                f" WHERE p.hash IN (SELECT value FROM json_each(?)) AND {condition}"
            )
            values.insert(0, json.dumps(hashes))
        else:
            sql, values = _SQL[kind].select(wanted, filters, "1")
        counted = f"SELECT count(*) FROM ({sql} LIMIT ?)"
        return int(self._notes.value(counted, [*values, most]))


@dataclass(frozen=True, slots=True)
class _Kind:
    """How hits of a kind are selected: `t` is the table, `i` its index, `d` the documents."""

    table: str
    columns: str
    more: str = ""
    tags: tuple[str, ...] = ("d.tags",)

    def select(self, wanted: str, filters: Filters, what: str = "") -> tuple[str, list[Value]]:
        condition, values = _documents(filters, self.tags)
        if filters.colour is not None:
            condition += " AND t.colour = ?"
            values.append(filters.colour.value)
        sql = (
            # CROSS JOIN has SQLite go through the index first, in its order.
            f"SELECT {what or 't.document, ' + self.columns} FROM {self.table}_index AS i"
            f" CROSS JOIN {self.table} AS t ON t.number = i.rowid"
            f" CROSS JOIN documents AS d ON d.id = t.document{'' if what else self.more}"
            f" WHERE {self.table}_index MATCH ? AND {condition}"
        )
        return sql, [wanted, *values]


_SQL = {
    HitKind.NOTE: _Kind(
        "marks",
        f"t.id, t.quote, {highlight('marks', 1)}, t.note, {highlight('marks', 0)}, t.partner,"
        " a.paragraph, a.side, t.tags",
        " LEFT JOIN anchors AS a ON a.mark = t.id AND a.ord = 0",
        ("t.tags", "d.tags"),
    ),
    HitKind.WORD: _Kind(
        "words",
        f"t.id, t.quote, t.sentence, t.partner, t.meaning, {highlight('words', 2)},"
        " t.paragraph, t.side",
    ),
    HitKind.TEXT: _Kind("paragraphs", f"t.hash, t.pos, t.text, {highlight('paragraphs', 0)}"),
}


# A row is as `columns` has it, without the hash of a text.


def _note_hit(entry: Entry, row: Sequence[Any]) -> Hit:
    item, quote, quote_lit, note, note_lit, partner, paragraph, side, tags = row
    return Hit(
        HitKind.NOTE,
        entry,
        paragraph,
        _SIDES[side],
        quote,
        quote_lit,
        partner,
        note,
        note_lit,
        item,
        tags=tags_of(tags),
    )


_SIDES = {None: Side.SOURCE, **{side.value: side for side in Side}}


def _word_hit(entry: Entry, row: Sequence[Any]) -> Hit:
    item, quote, sentence, partner, meaning, meaning_lit, paragraph, side = row
    return Hit(
        HitKind.WORD,
        entry,
        paragraph,
        _SIDES[side],
        sentence,
        lit_word(quote, sentence),
        partner,
        meaning,
        meaning_lit,
        item,
    )


def _text_hit(entry: Entry, row: Sequence[Any], rendering: Rendering | None) -> Hit:
    pos, text, lit = row
    return Hit(
        HitKind.TEXT,
        entry,
        pos,
        Side.SOURCE,
        text,
        lit,
        rendering.text if rendering else "",
        rendering=rendering,
    )


def _translation_hit(row: Row, entry: Entry, lit: str, rendering: Rendering) -> Hit:
    return Hit(
        HitKind.TRANSLATION,
        entry,
        row["pos"],
        Side.TARGET,
        rendering.text,
        lit,
        row["text"],
        rendering=rendering,
    )


def _kinds(filters: Filters) -> list[HitKind]:
    return [
        kind
        for kind in HitKind
        if kind in filters.kinds and (filters.colour is None or kind is HitKind.NOTE)
    ]


def _documents(filters: Filters, tags: Sequence[str] = ("d.tags",)) -> tuple[str, list[Value]]:
    """The condition that a document, or what is in it, is searched."""
    condition, values = "d.removed = ''", list[Value]()
    if filters.document:
        condition += " AND d.id = ?"
        values.append(filters.document)
    if filters.tag:
        lists = " UNION ALL ".join(f"SELECT value FROM json_each({name})" for name in tags)
        condition += f" AND ? IN ({lists})"
        values.append(filters.tag)
    return condition, values
