"""How long the store takes with a book, with many marks, and with a book that has changed.

python -m tests.benchmarks.store [MARKS]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from reader.model import Document, Edit, Kind, Paragraph
from reader.paths import paths
from reader.store import open_store
from reader.store.database import Database
from tests.anchors import edits
from tests.store.making import mark


@contextmanager
def timed(what: str) -> Generator[None]:
    start = time.perf_counter()
    yield
    print(f"{what}: {(time.perf_counter() - start) * 1000:.0f} ms")


def book(paragraphs: int) -> Document:
    rng = random.Random(1)
    texts = (f"Absatz {n}: {edits.paragraph(rng, edits.OLD)}" for n in range(paragraphs))
    return Document("book", tuple(Paragraph(Kind.TEXT, text) for text in texts), checksum="book")


def main(marks: int = 100_000) -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = paths(Path(folder))
        with timed("a new profile"):
            store = open_store(places)
        large, small = book(20_000), replace(book(2000), checksum="small")
        with timed("20,000 paragraphs taken in"):
            store.library.add(large)
        with timed("the same, known"):
            entry = store.library.add(large)
        with timed("one mark"):
            store.notes.commit(entry.id, "Mark", [Edit(None, mark(large, entry.id, 0, "Absatz"))])
        entry = store.library.add(small)
        for start in range(0, marks, 1000):
            made = (mark(small, entry.id, n % 2000, "Absatz") for n in range(start, start + 1000))
            store.notes.commit(entry.id, "Mark", [Edit(None, one) for one in made])
        with timed(f"{marks} marks of one document read"):
            store.notes.marks(entry.id)
        with timed("one mark more"):
            store.notes.commit(entry.id, "Mark", [Edit(None, mark(small, entry.id, 0, "Absatz"))])
        store.close()
        print(f"the notes file: {places.notes.stat().st_size / 2**20:.0f} MiB")
        with timed("opened again"):
            store = open_store(places)
        with timed("checked page by page"), closing(Database.at(places.notes, "")) as database:
            database.rows("PRAGMA quick_check(1)")
        store.close()

    with tempfile.TemporaryDirectory() as folder, open_store(paths(Path(folder))) as store:
        entry = store.library.add(small)
        made = (mark(small, entry.id, n, "Absatz") for n in range(0, 2000, 2))
        store.notes.commit(entry.id, "Mark", [Edit(None, one) for one in made])
        typos = (replace(p, text=p.text.replace("der", "dre")) for p in small.paragraphs)
        first = Paragraph(Kind.TEXT, "Ein neuer Absatz.")
        with timed("1,000 marks in 2,000 paragraphs, one new and most with typos"):
            store.library.add(replace(small, paragraphs=(first, *typos)))
        fits = [found.fit for found in store.notes.marks(entry.id)]
        print({fit: fits.count(fit) for fit in set(fits)})


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
