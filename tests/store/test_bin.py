"""What was deleted, and how long it can be put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from reader.errors import KnownError
from reader.model import Document, Edit, Entry, Fit, Kind, Mark, Paragraph, Word
from reader.paths import Paths
from reader.store import Store, days, open_store, stand_in
from tests.store.making import mark, word


@pytest.fixture
def kept(store: Store, document: Document, entry: Entry) -> tuple[Mark, Word]:
    """A mark and a word of the article."""
    items = mark(document, entry.id, 0, "Region", "a note"), word(document, entry.id, 2, "rasant")
    store.notes.commit(entry.id, "Make", [Edit(None, item) for item in items])
    return items


def in_bin(store: Store) -> list[Mark | Word]:
    return [deleted.item for deleted in store.notes.bin()]


def test_what_is_deleted_can_be_put_back(
    store: Store, entry: Entry, kept: tuple[Mark, Word]
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(item, None) for item in kept])
    assert in_bin(store) == list(kept)
    assert {deleted.entry.id for deleted in store.notes.bin()} == {entry.id}
    store.notes.put_back([item.id for item in kept])
    assert in_bin(store) == []
    assert (store.notes.marks(entry.id), store.notes.words(entry.id)) == (kept[:1], kept[1:])
    assert store.notes.undo_label(entry.id) == "Put back"
    store.notes.undo(entry.id)
    assert set(in_bin(store)) == set(kept)
    assert store.notes.marks(entry.id) == ()


def test_undo_of_a_deletion_takes_it_out_of_the_bin(
    store: Store, entry: Entry, kept: tuple[Mark, Word]
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(kept[0], None)])
    store.notes.undo(entry.id)
    assert in_bin(store) == []
    store.notes.redo(entry.id)
    assert in_bin(store) == [kept[0]]


def test_an_emptied_bin_is_empty_and_undo_still_reaches_back(
    store: Store, entry: Entry, kept: tuple[Mark, Word]
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(kept[0], None)])
    store.notes.empty_bin()
    assert in_bin(store) == []
    store.notes.put_back([kept[0].id])
    assert store.notes.undo_label(entry.id) == "Delete"
    store.notes.undo(entry.id)
    assert store.notes.marks(entry.id) == kept[:1]


def test_what_is_put_back_into_a_changed_text_stands_with_its_words(
    store: Store, document: Document, entry: Entry, kept: tuple[Mark, Word]
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(item, None) for item in kept])
    first = Paragraph(Kind.TEXT, "Ein neuer Absatz.")
    gone = Paragraph(Kind.TEXT, "Hier steht nun etwas anderes.")
    changed = (first, *document.paragraphs[:2], gone, *document.paragraphs[3:])
    store.library.add(replace(document, paragraphs=changed))
    store.notes.put_back([item.id for item in kept])
    (moved,), (lost,) = store.notes.marks(entry.id), store.notes.words(entry.id)
    assert moved.anchors[0].paragraph == 1
    assert lost == replace(kept[1], fit=Fit.ORPHAN)


def test_the_bin_of_a_removed_document_is_hidden(
    store: Store, entry: Entry, kept: tuple[Mark, Word]
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(kept[0], None)])
    store.library.remove([entry.id])
    assert in_bin(store) == []
    store.notes.empty_bin()
    store.library.restore([entry.id])
    assert in_bin(store) == [kept[0]]


def test_a_stand_in_refuses(document: Document) -> None:
    problem = KnownError("The notes file is read-only.")
    with stand_in(problem) as store:
        store.library.add(document)
        with pytest.raises(KnownError):
            store.notes.put_back(["a"])
        with pytest.raises(KnownError):
            store.notes.empty_bin()


@pytest.fixture
def use(profile: Paths, monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], Store]:
    """Opens the profile at a time, as a program does that starts then."""

    def use(now: datetime) -> Store:
        monkeypatch.setattr(days, "datetime", SimpleNamespace(now=lambda _zone: now))
        return open_store(profile)

    return use


DELETED = datetime.now(UTC)


def test_things_are_forgotten_after_a_month_of_days(
    store: Store,
    entry: Entry,
    kept: tuple[Mark, Word],
    use: Callable[[datetime], Store],
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(kept[0], None)])
    other = store.library.add(Document("x", (Paragraph(Kind.TEXT, "x"),), checksum="x"))
    store.library.remove([other.id])
    for day in range(1, 31):
        with use(DELETED + timedelta(days=day)) as later:
            assert in_bin(later) == [kept[0]]
            assert [removed.entry.id for removed in later.library.removed()] == [other.id]
    with use(DELETED + timedelta(days=31)) as later:
        assert in_bin(later) == []
        assert later.library.removed() == []
        assert later.library.listings() == later.library.listings()[:1]
        later.notes.undo(entry.id)
        assert later.notes.marks(entry.id) == kept[:1]


@pytest.mark.parametrize("year", [1970, 2100])
def test_a_clock_that_jumps_forgets_nothing(
    store: Store,
    entry: Entry,
    kept: tuple[Mark, Word],
    use: Callable[[datetime], Store],
    year: int,
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(kept[0], None)])
    store.library.remove([entry.id])
    for _ in range(40):
        with use(datetime(year, 1, 1, tzinfo=UTC)) as later:
            assert later.library.removed()
    with use(DELETED + timedelta(days=1)) as later:
        later.library.restore([entry.id])
        assert in_bin(later) == [kept[0]]


def test_what_was_deleted_in_the_future_stays(
    store: Store, entry: Entry, kept: tuple[Mark, Word], use: Callable[[datetime], Store]
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(kept[0], None)])
    for day in range(40):
        with use(DELETED - timedelta(days=365 + day)) as later:
            assert in_bin(later) == [kept[0]]


def test_who_reads_seldom_finds_things_longer(
    store: Store, entry: Entry, kept: tuple[Mark, Word], use: Callable[[datetime], Store]
) -> None:
    store.notes.commit(entry.id, "Delete", [Edit(kept[0], None)])
    for month in range(12):
        with use(DELETED + timedelta(days=31 * month)) as later:
            assert in_bin(later) == [kept[0]]


def test_a_removed_text_that_is_written_on_is_back(
    store: Store, entry: Entry, kept: tuple[Mark, Word]
) -> None:
    store.library.remove([entry.id])
    store.notes.commit(entry.id, "Delete", [Edit(kept[0], None)])
    assert store.library.removed() == []
    store.library.remove([entry.id])
    store.notes.undo(entry.id)
    assert store.library.find(entry.id) == entry
