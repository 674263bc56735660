"""Notes of another machine, or of this one, taken in again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.anchors import make
from reader.errors import KnownError
from reader.exporters import w3c
from reader.model import (
    Colour,
    Document,
    Edit,
    Entry,
    Fit,
    Kind,
    Mark,
    Paragraph,
    Side,
    Snapshot,
    Span,
    Word,
)
from reader.paths import Paths, paths
from reader.services.notes_import import Imported, import_notes
from reader.store import open_store
from reader.store.backups import Backups

TEXTS = ("Der Nebel hob sich. Die Fähre legte ab.", "Niemand sprach.", "Die Straße war leer.")
ENGLISH = "The fog lifted. The ferry cast off."


def document(*texts: str, checksum: str = "c" * 32) -> Document:
    paragraphs = tuple(Paragraph(Kind.TEXT, text) for text in texts)
    return Document("Am Fluss", paragraphs, "", checksum)


def mark(words: str, number: int, side: Side = Side.SOURCE, texts: Sequence[str] = TEXTS) -> Mark:
    row = 0 if side is Side.TARGET else next(n for n, text in enumerate(texts) if words in text)
    text = ENGLISH if side is Side.TARGET else texts[row]
    span = Span(text.index(words), text.index(words) + len(words))
    time = "2024-05-17T10:00:00.000+00:00"
    partner = "Die Fähre legte ab." if side is Side.TARGET else ""
    made = make(text, span, side, row)
    return Mark(f"{number:010x}", "", (made,), Colour.BLUE, "", partner, time, time, tags=("a",))


class Machine:
    """A profile with one text."""

    def __init__(self, folder: Path, read: Document) -> None:
        self.paths: Paths = paths(folder)
        with open_store(self.paths) as store:
            self.entry: Entry = store.library.add(read)
        self._read = read

    def add(self, *marks: Mark) -> tuple[Mark, ...]:
        own = tuple(replace(mark, document=self.entry.id) for mark in marks)
        with open_store(self.paths) as store:
            store.notes.commit(self.entry.id, "Mark", [Edit(None, mark) for mark in own])
        return own

    def change(self, before: Mark, after: Mark) -> None:
        with open_store(self.paths) as store:
            store.notes.commit(self.entry.id, "Note", [Edit(before, after)])

    def marks(self) -> dict[str, Mark]:
        with open_store(self.paths) as store:
            return {mark.id: mark for mark in store.notes.marks(self.entry.id)}

    def words(self) -> tuple[Word, ...]:
        with open_store(self.paths) as store:
            return store.notes.words(self.entry.id)

    def learn(self, *words: Word) -> None:
        own = [replace(word, document=self.entry.id) for word in words]
        with open_store(self.paths) as store:
            store.notes.commit(self.entry.id, "Add Word", [Edit(None, word) for word in own])

    def export(self, file: Path) -> Path:
        marks, words = tuple(self.marks().values()), self.words()
        snapshot = Snapshot(self._read, self.entry.id, {}, marks, "", "2024-05-17", words)
        file.write_text(w3c.render(snapshot), "utf-8")
        return file

    def take_in(self, file: Path) -> Imported:
        with open_store(self.paths) as store:
            return import_notes(file, store, self.paths)


def counts(done: Imported) -> tuple[int, int, int]:
    return done.added, done.changed, done.same


@pytest.fixture
def here(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "here", document(*TEXTS))
    whole = replace(mark("Nebel", 4), anchors=(), colour=None, note="Zum Ganzen.")
    machine.add(mark("Fähre", 1), mark("Straße", 2), mark("ferry", 3, Side.TARGET), whole)
    return machine


def test_notes_come_to_another_machine_once(here: Machine, tmp_path: Path) -> None:
    there = Machine(tmp_path / "there", document(*TEXTS))
    file = here.export(tmp_path / "n.jsonld")
    assert counts(there.take_in(file)) == (4, 0, 0)
    own = {name: replace(mark, document=there.entry.id) for name, mark in here.marks().items()}
    assert there.marks() == own
    assert counts(there.take_in(file)) == (0, 0, 4)
    assert counts(here.take_in(file)) == (0, 0, 4)
    assert there.marks() == own


def test_an_import_is_one_step_that_can_be_undone(here: Machine, tmp_path: Path) -> None:
    there = Machine(tmp_path / "there", document(*TEXTS))
    there.take_in(here.export(tmp_path / "n.jsonld"))
    with open_store(there.paths) as store:
        assert store.notes.undo_label(there.entry.id) == "Import"
        store.notes.undo(there.entry.id)
    assert there.marks() == {}


def test_there_is_a_backup_of_what_was_before(here: Machine, tmp_path: Path) -> None:
    there = Machine(tmp_path / "there", document(*TEXTS))
    there.add(mark("Niemand", 9))
    there.take_in(here.export(tmp_path / "n.jsonld"))
    newest = Backups(there.paths).newest()
    assert newest is not None
    assert newest.contents.marks == 1


def test_what_was_changed_later_is_kept(here: Machine, tmp_path: Path) -> None:
    there = Machine(tmp_path / "there", document(*TEXTS))
    there.take_in(here.export(tmp_path / "n.jsonld"))
    first, second = here.marks()["0000000001"], there.marks()["0000000002"]
    here.change(first, replace(first, note="hier", changed="2024-05-18T00:00:00.000+00:00"))
    there.change(second, replace(second, note="dort", changed="2024-05-18T00:00:00.000+00:00"))
    assert counts(there.take_in(here.export(tmp_path / "n.jsonld"))) == (0, 1, 3)
    notes = {name[-1]: mark.note for name, mark in there.marks().items()}
    assert notes == {"1": "hier", "2": "dort", "3": "", "4": "Zum Ganzen."}


def test_the_text_is_known_by_its_paragraphs_and_marks_find_their_places(
    here: Machine, tmp_path: Path
) -> None:
    other = document("Vorwort.", TEXTS[0], TEXTS[2].replace("leer", "ganz leer"), checksum="d" * 32)
    there = Machine(tmp_path / "there", other)
    here.change(here.marks()["0000000002"], replace(here.marks()["0000000002"], note="x"))
    assert counts(there.take_in(here.export(tmp_path / "n.jsonld"))) == (4, 0, 0)
    marks = there.marks()
    assert marks["0000000001"].anchors[0].paragraph == 1
    assert (marks["0000000002"].anchors[0].paragraph, marks["0000000002"].fit) == (2, Fit.NEAR)
    assert marks["0000000003"].anchors[0].paragraph == 1
    assert marks["0000000004"].anchors == ()


def test_what_has_no_place_here_comes_as_lost(here: Machine, tmp_path: Path) -> None:
    there = Machine(tmp_path / "there", document(TEXTS[0], "Ganz anders.", checksum="d" * 32))
    there.take_in(here.export(tmp_path / "n.jsonld"))
    assert there.marks()["0000000002"].fit is Fit.ORPHAN
    assert there.marks()["0000000002"].quote == "Straße"


def test_without_the_text_nothing_is_taken_in(here: Machine, tmp_path: Path) -> None:
    there = Machine(tmp_path / "there", document("Ganz anders.", checksum="e" * 32))
    with pytest.raises(KnownError, match=r"Am Fluss.*Open the text"):
        there.take_in(here.export(tmp_path / "n.jsonld"))
    assert there.marks() == {}


def test_what_holds_no_notes_is_named(here: Machine, tmp_path: Path) -> None:
    file = tmp_path / "x.jsonld"
    for content in (b"{}", b"\xff\xfe\x00", b"[1]"):
        file.write_bytes(content)
        with pytest.raises(KnownError, match=r"x\.jsonld"):
            here.take_in(file)
    with pytest.raises(KnownError, match="fehlt"):
        here.take_in(tmp_path / "fehlt.jsonld")


def learnt(words: str, number: int, meaning: str = "") -> Word:
    anchor = mark(words, 1).anchors[0]
    time = "2024-05-17T10:00:00.000+00:00"
    return Word(f"{number:010x}", "", anchor, words, "noun", meaning, "Satz.", "", time, time)


def test_words_come_too_and_none_twice(here: Machine, tmp_path: Path) -> None:
    other = document("Vorwort.", *TEXTS[:2], checksum="d" * 32)
    there = Machine(tmp_path / "there", other)
    here.learn(learnt("Nebel", 11, "fog"), learnt("Fähre", 12), learnt("Straße", 13))
    there.learn(learnt("Fähre", 21, "ferry"))
    file = here.export(tmp_path / "n.jsonld")
    assert counts(there.take_in(file)) == (6, 0, 1)
    assert counts(there.take_in(file)) == (0, 0, 7)
    words = {word.lemma: word for word in there.words()}
    assert (words["Nebel"].anchor.paragraph, words["Nebel"].fit) == (1, Fit.EXACT)
    assert words["Fähre"].meaning == "ferry"
    assert words["Straße"].fit is Fit.ORPHAN
    before, later = words["Nebel"], "2024-05-18T00:00:00.000+00:00"
    with open_store(here.paths) as store:
        (own,) = (word for word in here.words() if word.lemma == "Nebel")
        edit = Edit(own, replace(own, meaning="mist", changed=later))
        store.notes.commit(here.entry.id, "Meaning", [edit])
    assert counts(there.take_in(here.export(file))) == (0, 1, 6)
    assert {w.id: w for w in there.words()}[before.id] == replace(
        before, meaning="mist", changed=later
    )
