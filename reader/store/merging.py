"""Two states of the same notes joined: the newer of what both have, and what only one has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reader.model import text_hash
from reader.store.database import Database, Row


def merge(into: Database, out_of: Database) -> None:
    """Take what `out_of` has later or alone into `into`, both of the present form.

    `into` is sound, `out_of` what could be read of a damaged file of a later time. Of two
    rows, that of `into` stays where both say that they were changed at the same time: the
    other may be torn. (Which time is later proves nothing: clocks go wrong.) What `into`
    has alone stays too, unless `out_of` says that it was deleted. The history of documents
    with which something was done begins anew: its steps would not fit.

    For a transaction of `into` that does not mind foreign keys.
    """
    newer_texts = _merge_documents(into, out_of)
    touched = set(newer_texts)
    for table in ("marks", "words"):
        touched |= _merge_items(into, out_of, table, newer_texts)
    touched |= _merge_bin(into, out_of)
    _merge_days(into, out_of)
    for document in touched:
        into.execute("DELETE FROM changes WHERE document = ?", [document])


def _merge_documents(into: Database, out_of: Database) -> set[str]:
    """Gives the documents whose text is another one now, or was not there."""
    known = {row["id"]: row for row in into.rows("SELECT * FROM documents")}
    newer_texts: set[str] = set()
    for row in out_of.rows("SELECT * FROM documents"):
        name = row["id"]
        before = known.get(name)
        if before is None:
            into.insert("documents", [row])
        elif row["opened"] != before["opened"]:
            columns = ", ".join(f'"{column}" = ?' for column in row)
            into.execute(f"UPDATE documents SET {columns} WHERE id = ?", [*row.values(), name])
        else:
            continue
        if before is None or _text(before) != _text(row):
            newer_texts.add(name)
    orphans = "SELECT document FROM paragraphs WHERE document NOT IN (SELECT id FROM documents)"
    newer_texts |= {row["document"] for row in out_of.rows(orphans) if row["document"] not in known}
    _merge_paragraphs(into, out_of, newer_texts)
    return newer_texts


def _text(row: Row) -> tuple[str, int, int]:
    return row["checksum"], row["import_version"], row["length"]


def _merge_paragraphs(into: Database, out_of: Database, newer_texts: set[str]) -> None:
    places = {
        (row["document"], row["pos"]): row["number"]
        for row in into.rows("SELECT document, pos, number FROM paragraphs")
    }
    fresh: list[Row] = []
    for row in out_of.rows("SELECT * FROM paragraphs"):
        known = places.get((row["document"], row["pos"]))
        del row["number"]
        if known is None:
            fresh.append(row)
        elif row["document"] in newer_texts and text_hash(row["text"]) == row["hash"]:
            into.execute("DELETE FROM paragraphs WHERE number = ?", [known])
            fresh.append(row)
    into.insert("paragraphs", fresh)
    for name in newer_texts:
        # What is beyond the end of the newer text is of the older one.
        into.execute(
            "DELETE FROM paragraphs WHERE document = ? AND pos >="
            " (SELECT max(length, 1) FROM documents WHERE id = ?)",
            [name, name],
        )


def _merge_items(into: Database, out_of: Database, table: str, newer_texts: set[str]) -> set[str]:
    """Gives the documents that have got marks or words, or other ones."""
    known = {row["id"]: row for row in into.rows(f"SELECT * FROM {table}")}
    anchors = _by_mark(out_of.rows("SELECT * FROM anchors ORDER BY mark, ord"))
    taken: list[Row] = []
    for row in out_of.rows(f"SELECT * FROM {table}"):
        before = known.get(row["id"])
        del row["number"]
        is_newer = before is None or row["changed"] != before["changed"]
        if is_newer or row["document"] in newer_texts:
            taken.append(row)
    for row in taken:
        if row["id"] in known and table == "marks" and row["id"] not in anchors:
            # Its anchors could not be read: those of before stay, with what tells of them.
            into.execute(
                "UPDATE marks SET note = ?, colour = ?, tags = ?, changed = ? WHERE id = ?",
                [row["note"], row["colour"], row["tags"], row["changed"], row["id"]],
            )
            continue
        _delete(into, row["id"])
        into.insert(table, [row])
        if table == "marks":
            into.insert("anchors", anchors.get(row["id"], []))
    return {row["document"] for row in taken}


def _by_mark(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["mark"]].append(row)
    return dict(found)


def _merge_bin(into: Database, out_of: Database) -> set[str]:
    """Gives the documents of which something was deleted."""
    known = {row["id"] for row in into.rows("SELECT id FROM bin")}
    there = {
        row["id"] for table in ("marks", "words") for row in out_of.rows(f"SELECT id FROM {table}")
    }
    deleted = [row for row in out_of.rows("SELECT * FROM bin") if row["id"] not in known | there]
    for row in deleted:
        _delete(into, row["id"])
    into.insert("bin", deleted)
    for name in known & there:
        into.execute("DELETE FROM bin WHERE id = ?", [name])
    return {row["document"] for row in deleted}


def _merge_days(into: Database, out_of: Database) -> None:
    known = {row["day"] for row in into.rows("SELECT day FROM days")}
    days = [row["day"] for row in out_of.rows("SELECT day FROM days ORDER BY number")]
    into.insert("days", [{"day": day} for day in days if day not in known])


def _delete(into: Database, item: str) -> None:
    for table, column in (("marks", "id"), ("anchors", "mark"), ("words", "id")):
        into.execute(f"DELETE FROM {table} WHERE {column} = ?", [item])
