"""Damage that a sound file may hold: what is wrong with its rows, and how it is put right."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TypeAlias, TypeVar, cast

from reader.model import Colour, Fit, Kind, Side, text_hash
from reader.phrases import Phrase
from reader.store.damage import Damage, Finding
from reader.store.database import DamagedFileError, Database, Row, Value
from reader.store.indexes import rebuild, wrong
from reader.store.records import edits_of, item_of, runs_of, tags_of, warnings_of

T = TypeVar("T")
Fix: TypeAlias = tuple[str, Sequence[Value]]


def find(database: Database) -> list[Finding]:
    """The damage in an open file of the present form; nothing is changed.

    Where pages or indexes are torn, only this is told: what else there is, they hide.
    """
    pages, indexes = _torn(database)
    if pages:
        return [Finding(Damage.PAGES, pages)]
    if indexes:  # what is looked up in them cannot be told
        return [Finding(Damage.INDEXES, indexes)]
    with database.sound_values():
        counts = {damage: len(list(rule(database))) for damage, rule in _RULES.items()}
    counts[Damage.SEARCH] = len(wrong(database))
    return [Finding(damage, count) for damage, count in counts.items() if count]


def mend(database: Database) -> list[Finding]:
    """Puts right what `find` finds but torn pages, each in a transaction. Gives what was."""
    pages, indexes = _torn(database)
    if pages:
        raise DamagedFileError(database.name, Phrase("pages of it are torn"))
    done = {Damage.INDEXES: indexes}
    if indexes:
        database.execute("REINDEX")
    # What is mended below changes them, which only sound ones allow.
    unfit = wrong(database)
    rebuild(database, unfit)
    done[Damage.SEARCH] = len(unfit)
    for damage, rule in _RULES.items():
        with database.sound_values(), database.write():
            fixes = list(rule(database))
            for sql, values in fixes:
                database.execute(sql, values)
        done[damage] = len(fixes)
    return [Finding(damage, done[damage]) for damage in Damage if done.get(damage)]


# -- the file ---------------------------------------------------------------

# What integrity_check says of an index whose table is sound.
_INDEX_WORDS = ("missing from index", "of entries in index", "entry in index", "from index")
_SEARCH_WORDS = ("inverted index", "fts5")


def _torn(database: Database) -> tuple[int, int]:
    """How many faults there are in pages, and how many in indexes."""
    pages = indexes = 0
    try:
        found = [next(iter(row.values())) for row in database.rows("PRAGMA integrity_check")]
    except DamagedFileError:
        return 1, 0
    for message in found:
        text = str(message).lower()
        if text == "ok" or any(word in text for word in _SEARCH_WORDS):
            continue
        if any(word in text for word in _INDEX_WORDS):
            indexes += 1
        else:
            pages += 1
    return pages, indexes


# -- rows that others need ----------------------------------------------------


_NEW_DOCUMENT = (
    "INSERT INTO documents (id, title, author, source, checksum, language, warnings, opened,"
    " place_paragraph, place_depth, length) VALUES (?, ?, '', '', '', 'de', '[]', '', 0, 0.0, 0)"
)
_NEW_PARAGRAPH = (
    "INSERT INTO paragraphs (document, pos, kind, level, text, hash, runs)"
    " VALUES (?, ?, 'text', 0, '', ?, '[]')"
)

_NEW_MARK = (
    "INSERT INTO marks (id, document, colour, note, tags, quote, partner, created, changed, fit)"
    " VALUES (?, ?, 'yellow', '', '[]', ?, '', ?, ?, 'exact')"
)
_MOVED_PARAGRAPH = "UPDATE paragraphs SET pos = ? WHERE document = ? AND pos = ?"


def _documents(database: Database) -> Iterator[Fix]:
    """Documents for what has lost its own, with the first words of the text as title."""
    for row in database.rows(
        "SELECT document, max(text) AS words FROM ("
        " SELECT document, substr(text, 1, 60) AS text FROM paragraphs WHERE pos = 0"
        " UNION ALL SELECT document, '' FROM paragraphs"
        " UNION ALL SELECT document, '' FROM marks UNION ALL SELECT document, '' FROM words"
        ") WHERE document NOT IN (SELECT id FROM documents) GROUP BY document"
    ):
        yield _NEW_DOCUMENT, [row["document"], row["words"] or "…"]


def _paragraphs(database: Database) -> Iterator[Fix]:
    """Empty paragraphs for those that are gone, so that the others keep their numbers."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for row in database.rows("SELECT document, pos FROM paragraphs ORDER BY pos"):
        positions[row["document"]].append(row["pos"])
    for row in database.rows("SELECT id, length FROM documents"):
        name, there = row["id"], positions[row["id"]]
        # A number far off is a torn one, not that of a long text of which little is left.
        near = {pos for pos in there if 0 <= pos < 2 * len(there) + 1000}
        count = max(near, default=-1) + 1
        gaps = iter([*sorted(set(range(count)) - near), *range(count, count + len(there))])
        for pos in there:
            if pos not in near:
                count = max(count, (free := next(gaps)) + 1)
                yield _MOVED_PARAGRAPH, [free, name, pos]
                near.add(free)
        for pos in sorted(set(range(count)) - near):
            yield _NEW_PARAGRAPH, [name, pos, text_hash("")]
        if row["length"] != count:
            yield "UPDATE documents SET length = ? WHERE id = ?", [count, name]


def _marks(database: Database) -> Iterator[Fix]:
    """Plain marks where anchors have lost their own, in the text that the anchors know."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    for row in database.rows(
        "SELECT mark, document, group_concat(quote, char(10)) AS quote FROM ("
        " SELECT anchors.*, min(paragraphs.document) AS document FROM anchors"
        " JOIN paragraphs ON paragraphs.hash = anchors.hash"
        " WHERE mark NOT IN (SELECT id FROM marks) AND mark NOT IN (SELECT id FROM bin)"
        " GROUP BY mark, ord ORDER BY mark, ord"
        ") GROUP BY mark HAVING count(DISTINCT document) = 1"
    ):
        yield _NEW_MARK, [row["mark"], row["document"], row["quote"], now, now]


def _leftovers(database: Database) -> Iterator[Fix]:
    for table, column, of, key in (
        ("anchors", "mark", "marks", "id"),
        ("bin", "document", "documents", "id"),
        ("changes", "document", "documents", "id"),
    ):
        for row in database.rows(
            f"SELECT rowid AS number FROM {table} WHERE {column} NOT IN (SELECT {key} FROM {of})"
        ):
            yield f"DELETE FROM {table} WHERE rowid = ?", [row["number"]]
    for table in ("marks", "words"):
        for row in database.rows(f"SELECT id FROM bin WHERE id IN (SELECT id FROM {table})"):
            yield "DELETE FROM bin WHERE id = ?", [row["id"]]


# -- values -------------------------------------------------------------------


def _one_of(kinds: Iterable[str]) -> Callable[[Value], bool]:
    known = frozenset(kinds)
    return lambda value: value in known


def _is_strings(value: Value) -> bool:
    found: object = _parsed(lambda: json.loads(str(value)))
    return isinstance(found, list) and all(
        isinstance(one, str) for one in cast("list[object]", found)
    )


def _are_warnings(value: Value) -> bool:
    return _parsed(lambda: warnings_of(str(value))) is not None


def _is_runs(value: Value) -> bool:
    return _parsed(lambda: runs_of(str(value))) is not None


def _is_tags(value: Value) -> bool:
    return _is_strings(value) and _parsed(lambda: tags_of(str(value))) is not None


# What a column must hold, and what it gets where it does not.
_COLUMNS: Mapping[str, Mapping[str, tuple[Callable[[Value], bool], Value]]] = {
    "documents": {"warnings": (_are_warnings, "[]"), "tags": (_is_tags, "[]")},
    "paragraphs": {"kind": (_one_of(Kind), Kind.TEXT.value), "runs": (_is_runs, "[]")},
    "marks": {
        "colour": (_one_of([*Colour]), Colour.YELLOW.value),
        "fit": (_one_of(Fit), Fit.NEAR.value),
        "tags": (_is_tags, "[]"),
    },
    "anchors": {"side": (_one_of(Side), Side.SOURCE.value)},
    "words": {"fit": (_one_of(Fit), Fit.NEAR.value), "side": (_one_of(Side), Side.SOURCE.value)},
}


def _values(database: Database) -> Iterator[Fix]:
    for table, columns in _COLUMNS.items():
        for column, (is_good, instead) in columns.items():
            good = cache(is_good)
            for row in database.rows(f'SELECT DISTINCT "{column}" AS value FROM {table}'):
                value = row["value"]
                if value is not None and not good(value):
                    yield (
                        f'UPDATE {table} SET "{column}" = ? WHERE "{column}" = ?',
                        [
                            instead,
                            value,
                        ],
                    )
    for row in database.rows("SELECT id, item FROM bin"):
        if _parsed(lambda text=row["item"]: item_of(text)) is None:
            yield "DELETE FROM bin WHERE id = ?", [row["id"]]
    yield from _copies(database)


def _copies(database: Database) -> Iterator[Fix]:
    """What follows from other values: the hash of a text, the quote of a mark's anchors."""
    for row in database.rows("SELECT number, text, hash FROM paragraphs"):
        if (name := text_hash(row["text"])) != row["hash"]:
            yield "UPDATE paragraphs SET hash = ? WHERE number = ?", [name, row["number"]]
    quotes: defaultdict[str, list[str]] = defaultdict(list)
    for row in database.rows("SELECT mark, quote FROM anchors ORDER BY mark, ord"):
        quotes[row["mark"]].append(row["quote"])
    for row in database.rows("SELECT number, id, quote FROM marks"):
        if row["quote"] != (quote := "\n".join(quotes[row["id"]])):
            yield "UPDATE marks SET quote = ? WHERE number = ?", [quote, row["number"]]


def _positions(database: Database) -> Iterator[Fix]:
    """Marks and words that point beyond their text have lost their place."""
    texts: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for row in database.rows("SELECT document, pos, text FROM paragraphs"):
        texts[row["document"]][row["pos"]] = len(row["text"])

    def lies_outside(row: Row) -> bool:
        length = texts[row["document"]].get(row["paragraph"])
        if length is None or not 0 <= row["start"] <= row["end"]:
            return True
        # How long a translation is, this file does not know.
        return row["side"] == Side.SOURCE and row["end"] > length

    lost = f"fit != '{Fit.ORPHAN}'"
    marks = database.rows(
        'SELECT number, document, side, paragraph, start, "end" FROM anchors'
        f" JOIN marks ON marks.id = mark WHERE {lost}"
    )
    for number in {row["number"]: None for row in marks if lies_outside(row)}:
        yield f"UPDATE marks SET fit = '{Fit.ORPHAN}' WHERE number = ?", [number]
    for row in database.rows(f"SELECT * FROM words WHERE {lost}"):
        if lies_outside(row):
            yield f"UPDATE words SET fit = '{Fit.ORPHAN}' WHERE number = ?", [row["number"]]
    for row in database.rows(
        "SELECT id FROM documents WHERE place_paragraph NOT BETWEEN 0 AND max(0, length - 1)"
        " OR place_depth NOT BETWEEN 0 AND 1"
    ):
        yield (
            "UPDATE documents SET place_paragraph = 0, place_depth = 0.0 WHERE id = ?",
            [row["id"]],
        )
    for row in database.rows("SELECT id FROM documents WHERE typeof(read) != 'integer'"):
        yield "UPDATE documents SET read = 0 WHERE id = ?", [row["id"]]


def _history(database: Database) -> Iterator[Fix]:
    """One step that makes no sense takes those of its document along: each needs the others."""
    lost = {
        row["document"]: None
        for row in database.rows("SELECT document, edits FROM changes")
        if _parsed(lambda text=row["edits"]: edits_of(text)) is None
    }
    for document in lost:
        yield "DELETE FROM changes WHERE document = ?", [document]


def _parsed(parse: Callable[[], T]) -> T | None:
    try:
        return parse()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


_RULES: Mapping[Damage, Callable[[Database], Iterator[Fix]]] = {
    Damage.DOCUMENTS: _documents,
    Damage.PARAGRAPHS: _paragraphs,
    Damage.MARKS: _marks,
    Damage.LEFTOVERS: _leftovers,
    Damage.VALUES: _values,
    Damage.POSITIONS: _positions,
    Damage.HISTORY: _history,
}
