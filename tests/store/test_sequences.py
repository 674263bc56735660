"""Whatever a reader does, in whatever order: nothing is lost, and all of it is found.

LESEPULT_FULL=1 tries 10,000 sequences.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Colour, Document, Edit, Fit, Kind, Mark, Paragraph, Rendering, Word
from reader.paths import Paths, paths
from reader.store import Filters, HitKind, open_store
from tests.store.making import mark, sql, word

SEQUENCES = 10_000 if os.environ.get("LESEPULT_FULL") else 40
FULL_TIME = 7200  # seconds

VOCABULARY = ("Straße", "STRASSE", "Größe", "grosse", "Haus", "Hausboot", "Übung", "naïve", "a-b")
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=3).map(" ".join)
DOCUMENTS = (
    Document(
        "one",
        (Paragraph(Kind.TEXT, "Straße Haus, Größe."), Paragraph(Kind.TEXT, "Ein Hausboot!")),
        checksum="1",
    ),
    Document("two", (Paragraph(Kind.TEXT, "Übung: Haus"),), checksum="2"),
)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            "make meet change change recolour delete delete put-back undo undo redo"
            " restart translate revise remove".split()
        ),
        st.integers(0, 1),
        st.integers(0, 3),
        TEXTS,
    ),
    min_size=6,
    max_size=30,
)


class Reader:
    """Somebody who does things in a profile, and now and then starts the program again."""

    def __init__(self, places: Paths) -> None:
        self._places = places
        self.store = open_store(places)
        self.documents = list(DOCUMENTS)
        self.names = [self.store.library.add(document).id for document in DOCUMENTS]
        self.made = 0

    def items(self, name: str) -> list[Mark | Word]:
        found = [*self.store.notes.marks(name), *self.store.notes.words(name)]
        return sorted(found, key=lambda item: item.id)

    def do(self, act: str, which: int, number: int, text: str) -> None:
        """One act on one of the documents, where it can be done."""
        name = self.names[which]
        notes, items = self.store.notes, self.items(name)
        if act in {"restart", "translate", "revise", "remove"}:
            self.do_with_document(act, which, number, text)
        elif act == "undo":
            notes.undo(name)
        elif act == "redo":
            notes.redo(name)
        elif act in {"make", "meet"}:
            self.made += 1
            notes.commit(name, act, [Edit(None, self.new(act, which, text))])
        elif act == "put-back":
            deleted = notes.bin()
            notes.put_back([one.item.id for one in deleted[number : number + 2]])
        elif items and act == "delete":
            notes.commit(name, act, [Edit(gone, None) for gone in items[number:] or items])
        elif items:
            item = items[number % len(items)]
            notes.commit(name, act, [Edit(item, changed(item, act, number, text))], merge=text)

    def do_with_document(self, act: str, which: int, number: int, text: str) -> None:
        library = self.store.library
        if act == "restart":
            self.store.close()
            self.store = open_store(self._places)
        elif act == "translate":
            text_hash = self.documents[which].paragraphs[0].hash
            self.store.translations.put(text_hash, Rendering(text, (), f"engine {number}"))
        elif act == "revise":
            first, old = Paragraph(Kind.TEXT, f"{text}."), DOCUMENTS[which]
            self.documents[which] = replace(old, paragraphs=(first, *old.paragraphs))
            library.add(self.documents[which])
        else:
            library.remove([self.names[which]])
            if number:
                library.restore([self.names[which]])

    def new(self, act: str, which: int, text: str) -> Mark | Word:
        document, name = DOCUMENTS[which], self.names[which]
        rows = self.documents[which].paragraphs
        row = rows.index(document.paragraphs[0])
        item_id = f"item {self.made:04}"
        if act == "meet":
            return word(self.documents[which], name, row, "Haus", text, word_id=item_id)
        return mark(self.documents[which], name, row, "Haus", text, mark_id=item_id)

    def dump(self) -> dict[str, object]:
        """All that is kept, but for the numbers of rows and the times of deletions."""
        file = self._places.notes
        tables = {
            "marks": "id, document, colour, note, tags, quote, partner, created, changed, fit",
            "anchors": "*",
            "changes": "*",
            "bin": "id, document, item",
            "words": "id, document, lemma, meaning, sentence, fit, paragraph, start, quote",
        }
        return {name: sorted(sql(file, f"SELECT {of} FROM {name}")) for name, of in tables.items()}


def changed(item: Mark | Word, act: str, number: int, text: str) -> Mark | Word:
    if isinstance(item, Word):
        return replace(item, meaning=text)
    if act == "recolour":
        return replace(item, colour=list(Colour)[number])
    return replace(item, note=text, tags=tuple(text.split()))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile that has just been made."""
    folder = tmp_path_factory.mktemp("fresh") / "profile"
    open_store(paths(folder)).close()
    return folder


def profiles(fresh: Path) -> Iterator[Paths]:
    """A copy of that profile, for as long as it is used."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(fresh, Path(folder) / "profile")
        yield paths(Path(folder) / "profile")


# -- what a search must find, by reading all of it ---------------------------------


def fold(text: str) -> list[str]:
    """The words of a text as they are compared."""
    letters = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", plain)


def has(texts: list[str], query: str) -> bool:
    """Whether texts, together, have all words of a query, the last one as a beginning."""
    *whole, last = query.split()
    return all(within(texts, term, False) for term in whole) and within(texts, last, True)


def within(texts: list[str], term: str, is_open: bool) -> bool:
    wanted = fold(term)
    for text in texts:
        found = fold(text)
        for start in range(len(found) - len(wanted) + 1):
            here = found[start : start + len(wanted)]
            if here == wanted or (
                is_open and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])
            ):
                return True
    return False


def expected(reader: Reader, query: str) -> set[tuple[str, str, str | int]]:
    found: set[tuple[str, str, str | int]] = set()
    for listing in reader.store.library.listings():
        name = listing.entry.id
        for item in reader.items(name):
            if isinstance(item, Mark):
                if has([item.quote, item.note, *item.tags], query):
                    found.add(("note", name, item.id))
            elif has([item.lemma, item.anchor.quote, item.meaning], query):
                found.add(("word", name, item.id))
        for row, paragraph in enumerate(reader.store.library.document(name).paragraphs):
            if has([paragraph.text], query):
                found.add(("text", name, row))
            newest = reader.store.translations.latest(paragraph.hash)
            if newest is not None and has([newest.text], query):
                found.add(("translation", name, row))
    return found


QUERIES = ("strasse", "STRAßE", "gro", "haus", "Haus hausb", "ubung", "naive", "a-b", "b haus")


def check_search(reader: Reader, queries: list[str]) -> None:
    for query in queries:
        hits = reader.store.search.find(query, Filters(), limit=1000)
        found = {(hit.kind, hit.entry.id, hit.item or hit.paragraph) for hit in hits}
        assert found == expected(reader, query), query
        assert len(found) == len(hits)
        for hit in hits:
            if hit.kind in {HitKind.TEXT, HitKind.TRANSLATION}:
                assert hit.spans
                words = [fold(span.of(hit.text)) for span in hit.spans]
                assert all(any(w[0].startswith(f) for f in fold(query)) for w in words)


def check_places(reader: Reader) -> None:
    """What is marked stands where it is said to stand, in the text as it is now."""
    for name in reader.names:
        texts = [paragraph.text for paragraph in reader.store.library.document(name).paragraphs]
        for item in reader.items(name):
            for anchor in item.anchors if isinstance(item, Mark) else (item.anchor,):
                assert item.fit is Fit.EXACT
                assert anchor.span.of(texts[anchor.paragraph]) == anchor.quote == "Haus"


@pytest.mark.timeout(FULL_TIME)
@settings(max_examples=SEQUENCES)
@given(acts=ACTS, queries=st.lists(st.sampled_from(QUERIES), min_size=2, max_size=2))
def test_all_is_kept_and_found(
    fresh: Path, acts: list[tuple[str, int, int, str]], queries: list[str]
) -> None:
    for places in profiles(fresh):
        reader = Reader(places)
        for act in acts:
            reader.do(*act)
        reader.store.check()
        check_search(reader, queries)
        reader.store.library.restore(reader.names)
        check_search(reader, queries)
        check_places(reader)
        for name in reader.names:
            while reader.store.notes.redo(name):
                pass
        end = reader.dump()
        kept = {item.id for name in reader.names for item in reader.items(name)}
        binned = {deleted.item.id for deleted in reader.store.notes.bin()}
        assert kept.isdisjoint(binned)
        assert len(kept | binned) == reader.made  # nothing is ever gone
        steps = dict.fromkeys(reader.names, 0)
        for name in reader.names:
            while reader.store.notes.undo(name):
                steps[name] += 1
        assert [reader.items(name) for name in reader.names] == [[], []]
        assert len(reader.store.notes.bin()) == reader.made
        check_search(reader, queries)
        reader.do("restart", 0, 0, "")
        for name in reader.names:
            for _ in range(steps[name]):
                assert reader.store.notes.redo(name) is not None
            assert reader.store.notes.redo(name) is None
        assert reader.dump() == end
        check_search(reader, queries)
        check_places(reader)
        reader.store.check()
        reader.store.close()
