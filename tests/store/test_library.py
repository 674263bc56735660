"""Documents that were opened, moved, and changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader.model import Document, Edit, Entry, Fit, Kind, Paragraph, Place
from reader.paths import Paths
from reader.store import Store, open_store
from tests.store.making import mark


def changed(document: Document, **texts: str) -> Document:
    """The document with other texts in some paragraphs, as p0="…"."""
    paragraphs = [
        replace(paragraph, text=texts.get(f"p{number}", paragraph.text))
        for number, paragraph in enumerate(document.paragraphs)
    ]
    return replace(document, paragraphs=tuple(paragraphs), checksum="another")


def test_a_document_comes_back_as_it_was(store: Store, entry: Entry, document: Document) -> None:
    assert store.library.document(entry.id) == document
    assert entry.paragraphs == len(document.paragraphs)


def test_a_document_is_known_by_its_path_and_by_its_bytes(
    store: Store, entry: Entry, document: Document
) -> None:
    assert store.library.add(document).id == entry.id
    moved = store.library.add(replace(document, source="/elsewhere/article.txt"))
    assert moved.id == entry.id
    assert moved.source == "/elsewhere/article.txt"
    other = store.library.add(Document("x", (Paragraph(Kind.TEXT, "x"),), checksum="x"))
    assert other.id != entry.id


def test_a_document_is_found_by_id_and_by_file(store: Store, entry: Entry, article: Path) -> None:
    found = store.library.find(entry.id)
    assert found is not None
    assert store.library.find(str(article)) == found
    assert store.library.find("nothing of the kind") is None


def test_the_place_and_the_order_of_reading_are_kept(
    store: Store, profile: Paths, entry: Entry
) -> None:
    store.library.set_place(entry.id, Place(3, 0.25))
    later = store.library.add(Document("x", (Paragraph(Kind.TEXT, "x"),), checksum="x"))
    with open_store(profile) as other:
        assert [found.id for found in other.library.recent(5)] == [later.id, entry.id]
        assert other.library.entry(entry.id).place == Place(3, 0.25)


def test_marks_move_with_their_words(store: Store, entry: Entry, document: Document) -> None:
    words = {0: "Schützenpanzer", 2: "verbreitet sich derzeit rasant", 6: "dauerhaften Frieden"}
    made = {row: mark(document, entry.id, row, text) for row, text in words.items()}
    store.notes.commit(entry.id, "Mark", [Edit(None, one) for one in made.values()])
    store.library.set_place(entry.id, Place(6, 0.5))
    new = Paragraph(Kind.TEXT, "Ein ganz neuer Absatz steht jetzt am Anfang der Meldung.")
    text = document.paragraphs[2].text.replace("Das Video", "Das kurze Video")
    later = changed(document, p2=text)
    later = replace(later, paragraphs=(new, *later.paragraphs))
    assert store.library.add(later).id == entry.id
    found = {one.id: one for one in store.notes.marks(entry.id)}
    for row, words_there in words.items():
        moved = found[made[row].id]
        anchor = moved.anchors[0]
        assert anchor.paragraph == row + 1
        assert anchor.span.of(later.paragraphs[row + 1].text) == words_there
        assert moved.fit is not Fit.ORPHAN
    assert store.library.entry(entry.id).place == Place(7, 0.5)
    assert store.notes.undo(entry.id) is not None
    assert store.notes.marks(entry.id) == ()
    assert store.notes.redo(entry.id) is not None
    assert {one.id: one for one in store.notes.marks(entry.id)} == found


def test_a_mark_whose_words_are_gone_is_kept_as_an_orphan(
    store: Store, entry: Entry, document: Document
) -> None:
    made = mark(document, entry.id, 0, "Schützenpanzer", "meine Notiz")
    store.notes.commit(entry.id, "Mark", [Edit(None, made)])
    store.library.add(changed(document, p0="Hier steht nun etwas anderes, kurz und knapp."))
    (orphan,) = store.notes.marks(entry.id)
    assert orphan == replace(made, fit=Fit.ORPHAN)


def test_a_book_is_taken_in_by_one_write(store: Store) -> None:
    book = Document(
        "book",
        tuple(Paragraph(Kind.TEXT, f"Absatz {number}") for number in range(20_000)),
        checksum="book",
    )
    entry = store.library.add(book)
    assert store.library.document(entry.id) == book
