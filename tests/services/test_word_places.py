"""Other places of a word in a text, by lemma."""

from __future__ import annotations

import pytest

from reader.services import word_places
from reader.services.word_places import Place, WordPlaces
from reader.words.lemma import analyse

TEXTS = [
    "Er ging schnell. Das Haus war alt.",
    "Die Häuser sind alt.",
    "Wir gehen. Sie ist gegangen.",
    "Der Hund steht um acht auf. Er will nicht aufstehen.",
]


def found(places: WordPlaces, sentence: str, word: str) -> list[str]:
    analysed = analyse(sentence, sentence.index(word))
    assert analysed is not None
    return [place.text for place in places.search(analysed) if place is not None]


@pytest.mark.parametrize("whole", [60_000, 0], ids=["short text", "long text"])
def test_all_forms_that_look_like_the_word(whole: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_places, "WHOLE", whole)
    places = WordPlaces(TEXTS)
    assert found(places, "Das Haus war alt.", "Haus") == [
        "Das Haus war alt.",
        "Die Häuser sind alt.",
    ]
    assert found(places, TEXTS[3], "steht") == [
        "Der Hund steht um acht auf.",
        "Er will nicht aufstehen.",
    ]


def test_strong_verbs_in_a_text_that_is_analysed_as_a_whole() -> None:
    assert found(WordPlaces(TEXTS), "Wir gehen.", "gehen") == [
        "Er ging schnell.",
        "Wir gehen.",
        "Sie ist gegangen.",
    ]


def test_a_paragraph_is_analysed_once() -> None:
    """The second search finds the same and has nothing left to do between the places."""
    places = WordPlaces(TEXTS)
    word = analyse("Wir gehen.", 4)
    assert word is not None
    first = list(places.search(word))
    assert first.count(None) == len(TEXTS)
    assert list(places.search(word)) == [place for place in first if place is not None]


def test_a_search_can_pause_between_paragraphs() -> None:
    places = WordPlaces(TEXTS)
    word = analyse("Das Haus", 4)
    assert word is not None
    search = places.search(word)
    assert next(search) is None
    place = next(search)
    assert isinstance(place, Place)
    assert (place.row, place.text) == (0, "Das Haus war alt.")
    # Another search begins meanwhile, and both come to their end.
    assert found(places, "Die Häuser", "Häuser") == [TEXTS[0][17:], TEXTS[1]]
    assert [p.row for p in search if p is not None] == [1]
