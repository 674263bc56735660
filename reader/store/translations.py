"""Translations that were made, and which of them the reader has asked to see."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import cast

from reader.errors import KnownError
from reader.model import Flag, Rendering, SentencePair, Span
from reader.store.database import DamagedFileError, Database, Row, Value
from reader.store.query import highlight, order, some

_MATCHING = """
    FROM renderings_index AS i CROSS JOIN renderings AS t ON t.number = i.rowid
    WHERE renderings_index MATCH ? AND NOT EXISTS (
        SELECT 1 FROM renderings AS other WHERE other.hash = t.hash
        AND (other.made, other.number) > (t.made, t.number)
    ) AND (? IS NULL OR hash IN (SELECT value FROM json_each(?)))
"""


class Translations:
    """Kept by the hash of the German text and the engine's id, for all documents.

    All of it can be made again: where the file cannot be written, nothing is kept, where
    it cannot be read, nothing is there, and nothing fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, text_hash: str, engine: str) -> Rendering | None:
        return self.many([text_hash], engine).get(text_hash)

    def latest(self, text_hash: str) -> Rendering | None:
        """The newest translation, whichever engine made it."""
        rows = self._rows(
            "SELECT * FROM renderings WHERE hash = ? ORDER BY made DESC, number DESC LIMIT 1",
            [text_hash],
        )
        return _rendering(rows[0]) if rows else None

    def newest(self, hashes: Iterable[str]) -> dict[str, Rendering]:
        """As `latest`, for those of these texts that have one, by hash."""
        rows = self._rows(
            "SELECT * FROM renderings WHERE hash IN (SELECT value FROM json_each(?))"
            " ORDER BY made, number",
            [json.dumps(list(hashes))],
        )
        found = {row["hash"]: _rendering(row) for row in rows}
        return {name: rendering for name, rendering in found.items() if rendering is not None}

    def many(self, hashes: Iterable[str], engine: str) -> dict[str, Rendering]:
        """Those that are there, by hash."""
        rows = self._rows(
            "SELECT * FROM renderings WHERE engine = ?"
            " AND hash IN (SELECT value FROM json_each(?))",
            [engine, json.dumps(list(hashes))],
        )
        found = {row["hash"]: _rendering(row) for row in rows}
        return {name: rendering for name, rendering in found.items() if rendering is not None}

    def put(self, text_hash: str, rendering: Rendering) -> None:
        self.put_many({text_hash: rendering})

    def put_many(self, renderings: Mapping[str, Rendering]) -> None:
        """Keep translations, in place of what the same engines made of the same texts."""
        made = datetime.now(UTC).isoformat(timespec="microseconds")
        with suppress(KnownError), self._database.write():
            for text_hash, rendering in renderings.items():
                values = (rendering.text, _pairs_text(rendering.pairs), made)
                self._database.execute(
                    "INSERT INTO renderings (hash, engine, text, pairs, made)"
                    " VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash, engine)"
                    " DO UPDATE SET text = excluded.text, pairs = excluded.pairs,"
                    " made = excluded.made",
                    [text_hash, rendering.engine, *values],
                )

    def hashes(self) -> str:
        """Those of all texts that have a translation, as a JSON list for SQLite to read."""
        rows = self._rows(
            "SELECT json_group_array(hash) AS hashes FROM (SELECT DISTINCT hash FROM renderings)",
            [],
        )
        return str(rows[0]["hashes"]) if rows else "[]"

    def known(self, hashes: Iterable[str], engine: str) -> set[str]:
        """Those of these texts that the engine has translated."""
        rows = self._rows(
            "SELECT hash FROM renderings WHERE engine = ?"
            " AND hash IN (SELECT value FROM json_each(?))",
            [engine, json.dumps(list(hashes))],
        )
        return {row["hash"] for row in rows}

    def search(
        self, wanted: str, within: Sequence[str] | None, limit: int, offset: int
    ) -> list[tuple[str, str, Rendering]]:
        """Hashes of texts whose newest translation matches, with it lit and as it is.

        `wanted`, the lights and the order are as in query.py; `within` are the only texts to
        look at.
        """
        known = self._rows(some("renderings"), [wanted])
        if not (known and known[0]["hits"]):
            return []
        rows = self._rows(
            f"SELECT t.*, {highlight('renderings', 0)} AS lit {_MATCHING}"
            f" ORDER BY {order(known[0]['hits'])} LIMIT ? OFFSET ?",
            [wanted, *_within(within), limit, offset],
        )
        found = ((row["hash"], row["lit"], _rendering(row)) for row in rows)
        return [(name, lit, rendering) for name, lit, rendering in found if rendering is not None]

    def matching(self, wanted: str, within: Sequence[str] | None, limit: int) -> list[str]:
        """Hashes of texts as in `search`, in no order."""
        rows = self._rows(f"SELECT t.hash {_MATCHING} LIMIT ?", [wanted, *_within(within), limit])
        return [row["hash"] for row in rows]

    def shown(self, hashes: Iterable[str]) -> set[str]:
        """Those of these texts whose translation the reader has asked to see."""
        rows = self._rows(
            "SELECT hash FROM shown WHERE hash IN (SELECT value FROM json_each(?))",
            [json.dumps(list(hashes))],
        )
        return {row["hash"] for row in rows}

    def show(self, hashes: Iterable[str]) -> None:
        with suppress(KnownError), self._database.write():
            self._database.execute(
                "INSERT OR IGNORE INTO shown SELECT DISTINCT value FROM json_each(?)",
                [json.dumps(list(hashes))],
            )

    def hide(self, hashes: Iterable[str]) -> None:
        with suppress(KnownError), self._database.write():
            self._database.execute(
                "DELETE FROM shown WHERE hash IN (SELECT value FROM json_each(?))",
                [json.dumps(list(hashes))],
            )

    def _rows(self, sql: str, parameters: Sequence[Value]) -> list[Row]:
        """The rows, none where the file cannot be read; if it is damaged, it is marked so."""
        try:
            return self._database.rows(sql, parameters)
        except DamagedFileError:
            # A file of no version is set aside for a new one when it is opened again.
            with suppress(KnownError):
                self._database.execute("PRAGMA user_version = 0")
        except KnownError:
            pass
        return []


def _within(hashes: Sequence[str] | None) -> list[Value]:
    return [None if hashes is None else json.dumps(hashes)] * 2


def _pairs_text(pairs: Iterable[SentencePair]) -> str:
    """Pairs as a JSON list of [source start, end, target start, end, flags]."""
    return json.dumps(
        [
            (p.source.start, p.source.end, p.target.start, p.target.end, list(p.flags))
            for p in pairs
        ],
        separators=(",", ":"),
    )


def _rendering(row: Row) -> Rendering | None:
    """The rendering of a row, None if the row makes no sense."""
    try:
        pairs = cast("list[tuple[int, int, int, int, list[str]]]", json.loads(row["pairs"]))
        return Rendering(
            text=row["text"],
            pairs=tuple(
                SentencePair(Span(a, b), Span(c, d), tuple(map(Flag, flags)))
                for a, b, c, d, flags in pairs
            ),
            engine=row["engine"],
        )
    except (ValueError, TypeError):
        return None
