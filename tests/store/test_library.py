"""Documents that were opened, moved, and changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.model import (
    Document,
    Edit,
    Entry,
    Fit,
    Kind,
    Paragraph,
    Place,
    Rendering,
    Run,
    SentencePair,
    Span,
    Style,
)
from reader.paths import Paths
from reader.phrases import Phrase
from reader.store import Listing, Origin, Store, open_store
from reader.store.database import DamagedFileError
from tests.store.making import mark, sql, word


def newest(store: Store) -> Entry:
    return store.library.recent(1)[0]


def changed(document: Document, **texts: str) -> Document:
    """The document with other texts in some paragraphs, as p0="…"."""
    paragraphs = [
        paragraph._replace(text=texts.get(f"p{number}", paragraph.text))
        for number, paragraph in enumerate(document.paragraphs)
    ]
    return replace(document, paragraphs=tuple(paragraphs), checksum="another")


def test_a_document_comes_back_as_it_was(store: Store, document: Document) -> None:
    runs = (Run(Span(0, 3), Style.STRONG), Run(Span(0, 8), Style.LINK, "https://example.org/ä"))
    first = document.paragraphs[0]._replace(runs=runs)
    written = replace(
        document,
        paragraphs=(first, *document.paragraphs[1:]),
        author="A. N. Autorin",
        warnings=("Eins.", "Zwei."),
        language="de",
        date="2026-05",
        format="Plain text",
    )
    entry = store.library.add(written, import_version=3)
    assert store.library.document(entry.id) == written
    assert store.library.origin(entry.id) == Origin(document.checksum, 3)
    assert entry.paragraphs == len(document.paragraphs)
    assert entry.words == sum(len(paragraph.text.split()) for paragraph in document.paragraphs)
    assert (entry.author, entry.date, entry.format) == ("A. N. Autorin", "2026-05", "Plain text")


def test_a_document_is_known_by_its_path_and_by_its_bytes(
    store: Store, entry: Entry, document: Document
) -> None:
    assert store.library.add(document) == replace(entry, opened=newest(store).opened)
    pasted = store.library.add(replace(document, source=""))
    assert (pasted.id, pasted.source) == (entry.id, entry.source)
    other = store.library.add(Document("x", (Paragraph(Kind.TEXT, "x"),), checksum="x"))
    assert other.id != entry.id
    nameless = Document("y", (Paragraph(Kind.TEXT, "y"),))
    assert store.library.add(nameless).id != store.library.add(nameless).id


def test_a_moved_file_takes_its_document_along_a_copy_does_not(
    store: Store, document: Document, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.touch()
    entry = store.library.add(replace(document, source=str(old)))
    copied = store.library.add(replace(document, source=str(new)))
    assert (copied.id, copied.source) == (entry.id, str(old))
    # A copy that is edited is another document, and the old one keeps its marks.
    edited = replace(changed(document, p0="Neu."), source=str(new))
    assert store.library.add(edited).id != entry.id
    old.unlink()
    moved = store.library.add(replace(document, source=str(tmp_path / "moved.txt")))
    assert (moved.id, moved.source) == (entry.id, str(tmp_path / "moved.txt"))


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


def test_the_same_bytes_read_in_another_way_are_another_text(
    store: Store, entry: Entry, document: Document
) -> None:
    made = mark(document, entry.id, 2, "rasant")
    store.notes.commit(entry.id, "Mark", [Edit(None, made)])
    first = Paragraph(Kind.TITLE, "Ein Titel, den eine neue Version des Programms findet")
    later = replace(document, paragraphs=(first, *document.paragraphs))
    assert store.library.add(later).paragraphs == len(document.paragraphs) + 1
    assert store.library.document(entry.id) == later
    (moved,) = store.notes.marks(entry.id)
    assert moved.anchors == (replace(made.anchors[0], paragraph=3),)
    assert moved.fit is Fit.EXACT


def test_a_place_in_a_text_that_is_gone_is_within_the_new_one(
    store: Store, entry: Entry, document: Document
) -> None:
    store.library.set_place(entry.id, Place(9, 0.5))
    store.library.add(replace(document, paragraphs=(Paragraph(Kind.TEXT, "Neu."),)))
    assert store.library.entry(entry.id).place.paragraph == 0


@pytest.mark.parametrize(
    "torn",
    [
        "UPDATE paragraphs SET kind = 'tixt' WHERE pos = 1",
        "UPDATE paragraphs SET runs = '[' WHERE pos = 1",
        "UPDATE paragraphs SET level = x'ff', runs = x'ff' WHERE pos = 1",
        "UPDATE paragraphs SET text = x'ff' WHERE pos = 1",
        "UPDATE paragraphs SET text = 'x' || char(0) || 'y' WHERE pos = 1",
        "UPDATE paragraphs SET pos = 'x' WHERE pos = 0",
        "UPDATE paragraphs SET pos = -1 WHERE pos = 0",
        "DELETE FROM paragraphs WHERE pos = 1",
    ],
)
def test_a_value_that_makes_no_sense_is_a_damaged_file(
    store: Store, profile: Paths, torn: str
) -> None:
    text = tuple(Paragraph(Kind.TEXT, letter) for letter in "abc")
    entry = store.library.add(Document("x", text, checksum="x"))
    sql(profile.notes, torn)
    with pytest.raises(DamagedFileError, match=r"notes\.db"):
        store.library.document(entry.id)


def test_a_book_is_taken_in_by_one_write(store: Store) -> None:
    book = Document(
        "book",
        tuple(Paragraph(Kind.TEXT, f"Absatz {number}") for number in range(20_000)),
        checksum="book",
    )
    entry = store.library.add(book)
    assert store.library.document(entry.id) == book


def test_a_document_is_opened_again_without_its_text(
    store: Store, entry: Entry, document: Document
) -> None:
    store.library.add(Document("x", (Paragraph(Kind.TEXT, "x"),), checksum="x"))
    store.library.remove([entry.id])
    again = store.library.reopen(entry.id)
    assert again == replace(entry, opened=again.opened)
    assert newest(store) == again
    assert store.library.document(entry.id) == document


def test_tags_and_the_mode_are_kept(store: Store, profile: Paths, entry: Entry) -> None:
    store.library.set_tags(entry.id, ["Politik", "größer, als man denkt"])
    store.library.set_mode(entry.id, "sentences")
    with open_store(profile) as other:
        (found,) = other.library.recent(5)
    assert found.tags == ("Politik", "größer, als man denkt")
    assert found.mode == "sentences"


def test_a_listing_tells_what_was_done(store: Store, entry: Entry, document: Document) -> None:
    assert store.library.listings() == [Listing(entry, 0, 0, 0.0, 0.0)]
    items = mark(document, entry.id, 0, "Region"), word(document, entry.id, 0, "Region")
    store.notes.commit(entry.id, "Make", [Edit(None, item) for item in items])
    for engine in ("one", "two"):
        pair = SentencePair(Span(0, 1), Span(0, 1))
        store.translations.put(document.paragraphs[1].hash, Rendering("x", (pair,), engine))
    store.library.set_read(entry.id, 2)
    store.library.set_read(entry.id, 1)
    share = 1 / entry.paragraphs
    (listing,) = store.library.listings()
    assert (listing.notes, listing.words) == (1, 1)
    assert (listing.translated, listing.read) == (share, 2 * share)
    store.library.set_read(entry.id, entry.paragraphs)
    assert store.library.listings()[0].read == 1


def test_a_removed_document_is_hidden_and_comes_back_as_it_was(
    store: Store, profile: Paths, entry: Entry, document: Document, article: Path
) -> None:
    made = mark(document, entry.id, 0, "Region")
    store.notes.commit(entry.id, "Mark", [Edit(None, made)])
    before = store.library.listings()
    store.library.remove([entry.id])
    with open_store(profile) as other:
        assert other.library.listings() == other.library.recent(5) == []
        assert other.library.find(str(article)) is other.library.find(entry.id) is None
        assert other.notes.documents_with_marks() == []
        assert [removed.entry for removed in other.library.removed()] == [entry]
        other.library.restore([entry.id])
        assert other.library.listings() == before
    store.library.remove([entry.id])
    assert store.library.add(document).id == entry.id
    assert store.notes.marks(entry.id) == (made,)
    assert store.library.removed() == []


def test_only_removed_documents_are_forgotten(
    store: Store, profile: Paths, entry: Entry, document: Document
) -> None:
    other = store.library.add(Document("x", (Paragraph(Kind.TEXT, "x"),), checksum="x"))
    items = mark(document, entry.id, 0, "Region"), word(document, entry.id, 0, "Region")
    gone = mark(document, entry.id, 0, "Schützenpanzer")
    store.notes.commit(entry.id, "Make", [Edit(None, item) for item in (*items, gone)])
    store.notes.commit(entry.id, "Delete", [Edit(gone, None)])
    store.library.remove([entry.id])
    store.library.forget([entry.id, other.id])
    assert [found.id for found in store.library.recent(5)] == [other.id]
    assert store.library.removed() == []
    store.check()
    for table in ("marks", "anchors", "words", "bin", "changes"):
        assert sql(profile.notes, f"SELECT count(*) FROM {table}") == [(0,)]
    assert sql(profile.notes, "SELECT count(*) FROM paragraphs") == [(1,)]
    found = "SELECT count(*) FROM paragraphs_index WHERE text MATCH 'region'"
    assert sql(profile.notes, found) == [(0,)]


def test_what_is_taken_in_for_later_is_not_the_newest(store: Store, document: Document) -> None:
    other = changed(replace(document, source=""), p0="Ein anderer Text.")
    read = store.library.add(document)
    later = store.library.add(other, opened=False)
    assert later.opened == ""
    assert [entry.id for entry in store.library.recent(2)] == [read.id, later.id]
    assert store.library.add(document, opened=False).opened == read.opened
    assert store.library.reopen(later.id).opened > read.opened


def test_warnings_can_still_be_translated(store: Store, document: Document) -> None:
    warning = Phrase("The file is damaged, and parts of it may be missing ({fault}).", fault="x")
    entry = store.library.add(replace(document, warnings=(warning, "Of an older version.")))
    kept = store.library.document(entry.id).warnings
    assert kept == (warning, "Of an older version.")
    assert isinstance(kept[0], Phrase)
    assert kept[0].pattern == warning.pattern


def test_a_document_that_is_gone_is_said_to_be(store: Store) -> None:
    for ask in (store.library.entry, store.library.document, store.library.origin):
        with pytest.raises(KnownError, match="not in the library any more"):
            ask("0000000000")
