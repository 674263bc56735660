"""Marks, and the history of what was done to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import KnownError
from reader.model import Colour, Document, Edit, Entry, Kind, Mark, Paragraph
from reader.paths import Paths
from reader.store import Store, open_store, stand_in
from reader.store.database import DamagedFileError
from reader.store.schema import cache_in_memory, notes_in_memory
from tests.store.making import mark, sql, word


@pytest.fixture
def tank(document: Document, entry: Entry) -> Mark:
    return mark(document, entry.id, 0, "Schützenpanzer", "ein Wort\nund noch eins")


def test_a_mark_comes_back_as_it_was(
    store: Store, profile: Paths, entry: Entry, tank: Mark
) -> None:
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    assert store.notes.marks(entry.id) == (tank,)
    with open_store(profile) as other:
        assert other.notes.marks(entry.id) == (tank,)
        assert other.notes.documents_with_marks() == [(other.library.entry(entry.id), 1)]


def test_a_note_on_the_whole_text_and_tags(store: Store, entry: Entry, tank: Mark) -> None:
    whole = replace(tank, id="whole", anchors=(), colour=None, tags=("Größe", 'a "quoted" one'))
    store.notes.commit(entry.id, "Mark", [Edit(None, tank), Edit(None, whole)])
    assert store.notes.marks(entry.id) == (whole, tank)
    assert store.notes.undo(entry.id) is not None
    assert store.notes.redo(entry.id) is not None
    assert store.notes.marks(entry.id) == (whole, tank)


def test_a_word_comes_back_as_it_was_and_shares_the_history(
    store: Store, document: Document, entry: Entry, tank: Mark
) -> None:
    met = word(document, entry.id, 0, "Region")
    known = replace(met, meaning="region")
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    store.notes.commit(entry.id, "Word", [Edit(None, met)])
    store.notes.commit(entry.id, "Meaning", [Edit(met, known)])
    assert store.notes.words(entry.id) == store.notes.words() == (known,)
    assert store.notes.marks(entry.id) == (tank,)
    store.notes.undo(entry.id)
    assert store.notes.words(entry.id) == (met,)
    store.notes.undo(entry.id)
    assert store.notes.words(entry.id) == ()
    store.notes.redo(entry.id)
    store.notes.redo(entry.id)
    assert store.notes.words() == (known,)


def test_the_words_of_removed_documents_are_hidden(
    store: Store, document: Document, entry: Entry
) -> None:
    met = word(document, entry.id, 0, "Region")
    store.notes.commit(entry.id, "Word", [Edit(None, met)])
    store.library.remove([entry.id])
    assert store.notes.words() == ()
    store.library.restore([entry.id])
    assert store.notes.words() == (met,)


def test_edits_of_one_step_follow_each_other(store: Store, entry: Entry, tank: Mark) -> None:
    blue = replace(tank, colour=Colour.BLUE)
    store.notes.commit(entry.id, "Both", [Edit(None, tank), Edit(tank, blue)])
    assert store.notes.marks(entry.id) == (blue,)
    store.notes.undo(entry.id)
    assert store.notes.marks(entry.id) == ()
    assert [deleted.item for deleted in store.notes.bin()] == [tank]


def test_marks_stand_in_reading_order(store: Store, document: Document, entry: Entry) -> None:
    rows = [(4, "Alaska"), (0, "US-Flagge"), (0, "Region"), (2, "rasant")]
    marks = [mark(document, entry.id, row, words) for row, words in rows]
    store.notes.commit(entry.id, "Mark", [Edit(None, made) for made in marks])
    quotes = [found.quote for found in store.notes.marks(entry.id)]
    assert quotes == ["Region", "US-Flagge", "rasant", "Alaska"]


def test_a_step_is_undone_and_redone_after_a_restart(
    store: Store, profile: Paths, entry: Entry, tank: Mark
) -> None:
    blue = replace(tank, colour=Colour.BLUE)
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    store.notes.commit(entry.id, "Colour", [Edit(tank, blue)])
    with open_store(profile) as other:
        assert other.notes.undo_label(entry.id) == "Colour"
        step = other.notes.undo(entry.id)
        assert step is not None
        assert step.edits == (Edit(blue, tank),)
        assert other.notes.marks(entry.id) == (tank,)
        assert other.notes.redo_label(entry.id) == "Colour"
        assert other.notes.redo(entry.id) is not None
        assert other.notes.marks(entry.id) == (blue,)
        assert other.notes.redo(entry.id) is None


def test_typing_is_one_step(store: Store, entry: Entry, tank: Mark) -> None:
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    now = tank
    for note in ("N", "No", "Not", "Note"):
        then = replace(now, note=note)
        store.notes.commit(entry.id, "Note", [Edit(now, then)], merge="typing")
        now = then
    store.notes.undo(entry.id)
    assert store.notes.marks(entry.id) == (tank,)
    store.notes.redo(entry.id)
    assert store.notes.marks(entry.id) == (now,)


def test_another_window_s_change_is_not_overwritten(
    store: Store, profile: Paths, entry: Entry, tank: Mark
) -> None:
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    theirs = replace(tank, note="from the other window")
    with open_store(profile) as other:
        other.notes.commit(entry.id, "Note", [Edit(tank, theirs)])
    with pytest.raises(KnownError, match="another window"):
        store.notes.commit(entry.id, "Colour", [Edit(tank, replace(tank, colour=Colour.PINK))])
    assert store.notes.marks(entry.id) == (theirs,)
    assert store.notes.undo_label(entry.id) == "Note"


def test_two_windows_undo_the_same_history(
    store: Store, profile: Paths, entry: Entry, tank: Mark
) -> None:
    blue = replace(tank, colour=Colour.BLUE)
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    with open_store(profile) as other:
        other.notes.commit(entry.id, "Colour", [Edit(tank, blue)])
        step = store.notes.undo(entry.id)
        assert step is not None
        assert step.label == "Colour"
        step = other.notes.undo(entry.id)
        assert step is not None
        assert step.label == "Mark"
    assert store.notes.marks(entry.id) == ()


def test_a_new_step_ends_what_could_be_redone(store: Store, entry: Entry, tank: Mark) -> None:
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    store.notes.undo(entry.id)
    store.notes.commit(entry.id, "Other", [Edit(None, replace(tank, id="other"))])
    assert store.notes.redo_label(entry.id) is None
    assert store.notes.redo(entry.id) is None


@pytest.mark.parametrize(
    "damage",
    ["UPDATE marks SET fit = 'exbct'", "UPDATE anchors SET side = ''"],
)
def test_a_mark_that_makes_no_sense_is_a_damaged_file(
    store: Store, profile: Paths, entry: Entry, tank: Mark, damage: str
) -> None:
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    sql(profile.notes, damage)
    with pytest.raises(DamagedFileError, match=r"notes\.db"):
        store.notes.marks(entry.id)


def test_a_history_that_makes_no_sense_is_a_damaged_file(
    store: Store, profile: Paths, entry: Entry, tank: Mark
) -> None:
    store.notes.commit(entry.id, "Mark", [Edit(None, tank)])
    sql(profile.notes, "UPDATE changes SET edits = '[[null'")
    with pytest.raises(DamagedFileError, match=r"notes\.db"):
        store.notes.undo(entry.id)
    assert store.notes.marks(entry.id) == (tank,)


def test_half_a_character_is_refused(store: Store, entry: Entry, tank: Mark) -> None:
    with pytest.raises(KnownError, match="half a character"):
        store.notes.commit(entry.id, "Mark", [Edit(None, replace(tank, note="\ud83d"))])
    assert store.notes.marks(entry.id) == ()
    assert store.notes.undo_label(entry.id) is None


def test_a_stand_in_refuses_marks(document: Document) -> None:
    problem = KnownError("The notes file is read-only.")
    with stand_in(problem) as store:
        entry = store.library.add(document)
        made = mark(document, entry.id, 0, "Region")
        with pytest.raises(KnownError) as refused:
            store.notes.commit(entry.id, "Mark", [Edit(None, made)])
        assert refused.value is problem
        assert store.notes.marks(entry.id) == ()


TEXT = Document("t", (Paragraph(Kind.TEXT, "eins zwei drei vier fünf"),), checksum="c")
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["make", "note", "colour", "delete", "undo", "redo"]),
        st.integers(0, 3),
        st.text(max_size=4).filter(lambda text: text.isprintable()),
    ),
    max_size=25,
)


def do(store: Store, name: str, act: str, number: int, text: str) -> None:
    """One of the acts on one of four marks, where it can be done."""
    mark_id = f"mark{number}"
    old = next((made for made in store.notes.marks(name) if made.id == mark_id), None)
    match act, old:
        case "undo", _:
            store.notes.undo(name)
        case "redo", _:
            store.notes.redo(name)
        case "make", None:
            made = mark(TEXT, name, 0, "zwei", text, mark_id=mark_id)
            store.notes.commit(name, act, [Edit(None, made)])
        case "delete", Mark():
            store.notes.commit(name, act, [Edit(old, None)])
        case "note", Mark():
            store.notes.commit(name, act, [Edit(old, replace(old, note=text))], merge=text)
        case "colour", Mark():
            edit = Edit(old, replace(old, colour=list(Colour)[number]))
            store.notes.commit(name, act, [edit])
        case _:
            pass


@given(ACTS)
def test_all_undone_and_all_redone_is_as_it_was(acts: list[tuple[str, int, str]]) -> None:
    store = Store(notes_in_memory(), cache_in_memory())
    entry = store.library.add(TEXT)
    for act, number, text in acts:
        do(store, entry.id, act, number, text)
    while store.notes.redo(entry.id):
        pass
    end = store.notes.marks(entry.id)
    steps = 0
    while store.notes.undo(entry.id):
        steps += 1
    assert store.notes.marks(entry.id) == ()
    for _ in range(steps):
        assert store.notes.redo(entry.id) is not None
    assert store.notes.marks(entry.id) == end
    assert store.notes.redo(entry.id) is None
    store.close()
