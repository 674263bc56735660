"""How long the store takes with a book, many marks, a changed book, a large library; searching.

python -m tests.benchmarks.store [MARKS]
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from reader.exporters import exporters
from reader.model import Document, Edit, Kind, Paragraph, Rendering, Snapshot
from reader.paths import Paths, paths
from reader.store import Store, open_store, schema
from reader.store.database import Database
from tests.anchors import edits
from tests.store.making import mark

QUERIES = ("d", "de", "der", "haus", "absatz", "absatz der", '"in der" st', "ubermorgen", "zzz")


@contextmanager
def timed(what: str) -> Generator[None]:
    """Prints the time of the clock and that of the processor, which others do not lengthen."""
    start, work = time.perf_counter(), time.process_time()
    yield
    took, worked = time.perf_counter() - start, time.process_time() - work
    print(f"{what}: {took * 1000:.0f} ms (processor {worked * 1000:.0f} ms)", flush=True)


def book(paragraphs: int, seed: int = 1) -> Document:
    rng = random.Random(seed)
    texts = (f"Absatz {n}: {edits.paragraph(rng, edits.OLD)}" for n in range(paragraphs))
    return Document(
        f"book {seed}", tuple(Paragraph(Kind.TEXT, text) for text in texts), checksum=f"{seed}"
    )


def books() -> None:
    with tempfile.TemporaryDirectory() as folder:
        with timed("a new profile"):
            store = open_store(paths(Path(folder)))
        large = book(20_000)
        with timed("20,000 paragraphs taken in"):
            store.library.add(large)
        with timed("the same, known"):
            entry = store.library.add(large)
        with timed("one mark"):
            store.notes.commit(entry.id, "Mark", [Edit(None, mark(large, entry.id, 0, "Absatz"))])
        store.close()


def many_marks(count: int) -> None:
    rng = random.Random(2)
    small = book(2000)
    vocabulary = sorted({word for p in small.paragraphs for word in p.text.split()})
    with tempfile.TemporaryDirectory() as folder:
        places = paths(Path(folder))
        store = open_store(places)
        entry = store.library.add(small)
        made = [
            mark(small, entry.id, n % 2000, "Absatz", " ".join(rng.choices(vocabulary, k=12)))
            for n in range(count)
        ]
        with timed(f"{count} marks, a thousand a step"):
            for start in range(0, count, 1000):
                step = [Edit(None, one) for one in made[start : start + 1000]]
                store.notes.commit(entry.id, "Mark", step)
        with timed("one mark more"):
            store.notes.commit(entry.id, "Mark", [Edit(None, mark(small, entry.id, 0, "Absatz"))])
        store.close()
        print(f"the notes file: {places.notes.stat().st_size / 2**20:.0f} MiB")
        with timed("opened again"):
            store = open_store(places)
        with timed("all marks of the document"):
            marks = store.notes.marks(entry.id)
        snapshot = Snapshot(small, entry.id, {}, marks, "", "2026-01-01")
        with timed("exported as Markdown"):
            exporters()["notes-md"].render(snapshot)
        with timed("listed"):
            store.library.listings()
        search(places)
        with timed("10,000 deleted as one step"):
            store.notes.commit(entry.id, "Delete", [Edit(one, None) for one in marks[:10_000]])
        with timed("undone"):
            store.notes.undo(entry.id)
        with timed("checked"):
            store.check()
        store.close()
        with timed("checked page by page"), closing(Database.at(places.notes, "")) as database:
            database.rows("PRAGMA quick_check(1)")


def search(places: Paths) -> None:
    """`find` beside the statements it runs, by themselves; medians in turns."""
    print("| query | hits | find | the same SQL | ratio |\n|---|---|---|---|---|")
    notes = schema.open_notes(places.notes, places.backups)
    cache = schema.open_cache(places.translations)
    with (
        Store(notes, cache) as store,
        closing(sqlite3.connect(places.notes, isolation_level=None)) as bare_notes,
        closing(sqlite3.connect(places.translations, isolation_level=None)) as bare_cache,
    ):
        for query in QUERIES:
            hits = store.search.find(query)
            with heard(notes) as of_notes, heard(cache) as of_cache:
                store.search.find(query)

            def find(query: str = query) -> None:
                store.search.find(query)

            def bare(first: list[str] = of_notes, then: list[str] = of_cache) -> None:
                for sql in first:
                    bare_notes.execute(sql).fetchall()
                for sql in then:
                    bare_cache.execute(sql).fetchall()

            ours, theirs = side_by_side(find, bare)
            print(
                f"| `{query}` | {len(hits)} | {ours:.1f} ms | {theirs:.1f} ms "
                f"| {ours / theirs:.2f} |"
            )


@contextmanager
def heard(database: Database) -> Generator[list[str]]:
    """What is run, without what an index runs by itself for each of ours."""
    statements: list[str] = []

    def listen(sql: str) -> None:
        if sql.startswith("SELECT") and "_config" not in sql:
            statements.append(sql)

    database.sqlite_utils.conn.set_trace_callback(listen)
    yield statements
    database.sqlite_utils.conn.set_trace_callback(None)


def side_by_side(*contenders: Callable[[], object]) -> list[float]:
    """The median milliseconds that each has the processor, 21 times in turn."""
    times: list[list[float]] = [[] for _ in contenders]
    for _ in range(21):
        for contender, taken in zip(contenders, times, strict=True):
            start = time.process_time()
            contender()
            taken.append((time.process_time() - start) * 1000)
    return [statistics.median(taken) for taken in times]


def library() -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(paths(Path(folder))) as store:
        for number in range(2000):
            document = book(100, number)
            store.library.add(document)
            if number % 2:
                renderings = {p.hash: Rendering(p.text, (), "e") for p in document.paragraphs}
                store.translations.put_many(renderings)
        with timed("2,000 documents of 100 paragraphs listed, half of them translated"):
            store.library.listings()
        for query in QUERIES:
            with timed(f"`{query}` in texts and translations"):
                store.search.find(query)


def revision() -> None:
    small = book(2000)
    with tempfile.TemporaryDirectory() as folder, open_store(paths(Path(folder))) as store:
        entry = store.library.add(small)
        made = (mark(small, entry.id, n, "Absatz") for n in range(0, 2000, 2))
        store.notes.commit(entry.id, "Mark", [Edit(None, one) for one in made])
        typos = (p._replace(text=p.text.replace("der", "dre")) for p in small.paragraphs)
        first = Paragraph(Kind.TEXT, "Ein neuer Absatz.")
        with timed("1,000 marks in 2,000 paragraphs, one new and most with typos"):
            store.library.add(replace(small, paragraphs=(first, *typos)))
        fits = [found.fit for found in store.notes.marks(entry.id)]
        print({fit: fits.count(fit) for fit in set(fits)})


def main(marks: int = 100_000) -> None:
    books()
    many_marks(marks)
    revision()
    library()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
