"""The list of words to learn: real stores, several documents, undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reader.model import Document, Fit, Kind, Paragraph, Span
from reader.paths import Paths
from reader.services.renderings import Renderings
from reader.services.session import Session
from reader.services.translator import Translator
from reader.services.word_list import Draft, WordList
from reader.store import Store, open_store

TEXT = "Der Hund steht auf."


def document(title: str, text: str = TEXT) -> Document:
    return Document(title, (Paragraph(Kind.TITLE, title), Paragraph(Kind.TEXT, text)), title)


def draft(lemma: str = "Hund", start: int = 4, end: int = 8) -> Draft:
    return Draft(1, Span(start, end), lemma, "noun", TEXT, "The dog gets up.")


@pytest.fixture
def store(profile: Paths) -> Iterator[Store]:
    opened = open_store(profile)
    yield opened
    opened.close()


@pytest.fixture
def session(app: QApplication, store: Store) -> Session:
    session = Session(store, Renderings(store.translations, Translator()))
    session.open(document("Erstes"))
    return session


@pytest.fixture
def words(session: Session) -> WordList:
    return session.words


def test_a_word_is_kept_with_its_place_and_sentence_pair(
    words: WordList, session: Session, store: Store
) -> None:
    kept = words.add(draft(), " dog ")
    assert words.here == (kept,) == store.notes.words()
    assert (kept.lemma, kept.part, kept.meaning) == ("Hund", "noun", "dog")
    assert (kept.sentence, kept.partner) == (TEXT, "The dog gets up.")
    assert kept.anchor.quote == "Hund"
    assert words.place_of(kept) == (1, Span(4, 8))
    assert session.snapshot().words == (kept,)


def test_a_word_is_in_the_list_once(words: WordList) -> None:
    first = words.add(draft(), "dog")
    assert words.add(draft(), "hound") == first
    assert words.kept("Hund", "noun") == first
    assert words.kept("Hund", "name") is None
    words.add(draft("aufstehen", 9, 14), "get up")
    assert [word.lemma for word in words.here] == ["Hund", "aufstehen"]


def test_steps_are_undone_with_those_of_marks(words: WordList, session: Session) -> None:
    told: list[int] = []
    words.changed.connect(lambda: told.append(len(words.here)))
    words.add(draft(), "dog")
    assert session.undo() == "Add Word"
    assert session.redo() == "Add Word"
    words.delete(words.here)
    assert told == [1, 0, 1, 0]
    assert session.undo() == "Delete Words"
    assert [word.meaning for word in words.here] == ["dog"]


def test_a_meaning_that_comes_after_the_word_is_undone_with_it(
    words: WordList, session: Session
) -> None:
    word = words.add(draft(), "dog")
    words.set_meaning(word, "hound", merge=word.id)
    session.undo()
    assert words.here == ()
    session.redo()
    assert words.here[0].meaning == "hound"


def test_a_meaning_that_is_typed_is_one_step(words: WordList, session: Session) -> None:
    word = words.add(draft(), "dog")
    words.add(draft("aufstehen", 9, 14), "get up")
    for meaning in ("dog, h", "dog, hound", "dog, hound"):
        words.set_meaning(words.here[0], meaning, merge=word.id)
    assert words.here[0].meaning == "dog, hound"
    assert session.undo() == "Meaning"
    assert words.here[0].meaning == "dog"


def test_words_of_other_documents(words: WordList, session: Session) -> None:
    words.add(draft(), "dog")
    session.open(document("Zweites", "Der Hund bellt."))
    assert words.here == ()
    words.add(draft("bellen", 9, 14), "bark")
    everywhere = words.everywhere()
    assert [word.lemma for word in everywhere] == ["Hund", "bellen"]
    assert {entry.title for entry in words.entries(everywhere).values()} == {"Erstes", "Zweites"}
    assert words.place_of(everywhere[0]) is None
    words.set_meaning(everywhere[0], "hound")
    words.delete([words.everywhere()[0], words.here[0]])
    assert words.everywhere() == ()
    session.undo()
    assert [word.lemma for word in words.everywhere()] == ["bellen"]
    session.open(document("Erstes"))
    assert session.undo() == "Delete Words"
    assert words.here[0].meaning == "hound"


def test_a_deletion_is_taken_back_as_a_whole(words: WordList, session: Session) -> None:
    words.add(draft(), "dog")
    session.open(document("Zweites"))
    words.add(draft(), "dog")
    deleted = words.everywhere()
    words.delete(deleted)
    session.undo()  # one of them is back by itself
    words.put_back(deleted)
    assert words.everywhere() == deleted


def test_a_word_whose_place_is_gone_has_none(words: WordList, session: Session) -> None:
    words.add(draft(), "dog")
    session.open(document("Erstes", "Ganz anderer Text ohne das Tier."))
    (word,) = words.here
    assert word.fit is Fit.ORPHAN
    assert words.place_of(word) is None
