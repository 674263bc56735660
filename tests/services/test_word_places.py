"""Other places of a word in a text, by lemma."""

from __future__ import annotations

import pytest

from reader.model import Kind, Paragraph
from reader.packed import Packed
from reader.services.word_places import Place, search
from reader.words.lemma import Word, analyse

TEXTS = [
    "Er ging schnell. Das Haus war alt.",
    "Die Häuser sind alt.",
    "Wir gehen. Sie ist gegangen.",
    "Der Hund steht um acht auf. Er will nicht aufstehen.",
]


def packed(*texts: str) -> Packed:
    return Packed.of(Paragraph(Kind.TEXT, text) for text in texts)


def looked_up(sentence: str, word: str) -> Word:
    found = analyse(sentence, sentence.index(word))
    assert found is not None
    return found


def found(paragraphs: Packed, sentence: str, word: str) -> list[str]:
    places = search(looked_up(sentence, word), paragraphs)
    return [place.text for place in places if place is not None]


@pytest.mark.parametrize(
    ("sentence", "word", "other"),
    [
        ("Das Haus war alt.", "Haus", "Die Häuser sind alt."),
        ("Wir gehen.", "gehen", "Er ging schnell."),
        ("Wir gehen.", "gehen", "Sie ist gegangen."),
        ("Er will nicht aufstehen.", "aufstehen", "Der Hund steht um acht auf."),
        ("Er will nicht aufstehen.", "aufstehen", "Sie stand um acht auf."),
        ("Er will nicht aufstehen.", "aufstehen", "Sie ist um acht aufgestanden."),
        ("Ich sage es dir.", "sage", "Sie hat es gesagt."),
        ("Ich sage es dir.", "sage", "Du sagtest es."),
        ("Sie essen Brot.", "essen", "Er aß das Brot."),
        ("Sie essen Brot.", "essen", "Er isst das Brot."),
        ("Er aß das Brot.", "aß", "Sie haben Brot gegessen."),
        ("Wir kommen um acht an.", "kommen", "Als er ankam, war es acht."),
        ("Er verband die Wunde.", "verband", "Die Wunde ist verbunden worden."),
        ("Er ließ den Hund los.", "ließ", "Du lässt den Hund los."),
        ("Das Medium ist neu.", "Medium", "Die Medien berichten darüber."),
        ("Der Fluss ist breit.", "Fluss", "Die Flüsse sind breit."),
        ("Das ist ein gutes Buch.", "gutes", "Das ist das beste Buch."),
    ],
)
def test_all_forms_are_found_in_a_book(sentence: str, word: str, other: str) -> None:
    rest = [f"Dieser Absatz Nummer {number} hat nichts davon." for number in range(2000)]
    assert found(packed(*rest, other), sentence, word) == [other]


def test_what_only_looks_like_the_word_is_none() -> None:
    text = packed("Der Gang ist lang.", "Das Gehege ist klein.", "Geh!", "Er vergeht.")
    assert found(text, "Wir gehen.", "gehen") == ["Geh!"]


def test_sentences_are_found_in_order() -> None:
    assert found(packed(*TEXTS), TEXTS[3], "steht") == [
        "Der Hund steht um acht auf.",
        "Er will nicht aufstehen.",
    ]


def test_a_search_can_pause_while_it_finds_nothing() -> None:
    """Between sentences that are analysed, and in long stretches without the word."""
    sentence = "Das Gehege ist klein."
    searched = search(looked_up("Wir gehen.", "gehen"), packed(*[sentence] * 3, *["Nein."] * 2000))
    assert list(searched).count(None) >= 3 + 4


def test_a_search_goes_on_after_another_one() -> None:
    text = packed(*TEXTS)
    first = search(looked_up("Das Haus war alt.", "Haus"), text)
    place = next(place for place in first if place is not None)
    assert isinstance(place, Place)
    assert (place.row, place.text) == (0, "Das Haus war alt.")
    assert found(text, "Die Häuser", "Häuser") == [TEXTS[0][17:], TEXTS[1]]
    assert [place.row for place in first if place is not None] == [1]
