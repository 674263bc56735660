"""Words in their sentences. How many of the gold words are right stands in the benchmarks."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.words.grammar import PartOfSpeech
from reader.words.lemma import LONGEST, Word, analyse, words
from tests.words import gold


def at(sentence: str, form: str) -> Word:
    word = analyse(sentence, sentence.index(form))
    assert word is not None
    return word


@pytest.mark.parametrize("part", ["tuned", "heldout"])
def test_gold_words_are_understood(part: str) -> None:
    """Fewer than these and a rule has broken; the exact figures are in the benchmarks."""
    items = gold.lemmas(part)
    found = [(item, analyse(item.sentence, item.offset)) for item in items]
    lemmas = [word is not None and word.lemma == item.lemma for item, word in found]
    judged = [
        word is not None and word.parts == item.parts
        for item, word in found
        if item.parts is not None
    ]
    assert len(items) > 150
    assert sum(lemmas) >= 0.97 * len(lemmas)
    assert sum(judged) >= 0.88 * len(judged)


def test_a_separated_verb_is_one_word_at_both_of_its_places() -> None:
    sentence = "Er stand um sechs Uhr auf und ging."
    verb = at(sentence, "stand")
    assert verb == Word(Span(3, 8), "stand", "aufstehen", PartOfSpeech.VERB, particle=Span(22, 25))
    assert at(sentence, "auf") == verb
    assert at(sentence, "ging").lemma == "gehen"


@pytest.mark.parametrize(
    ("sentence", "form", "lemma", "particle"),
    [
        ("Die Stadt nimmt, wie berichtet, an dem Programm teil.", "nimmt", "teilnehmen", "teil"),
        ("Sie legte auf und rief dann ihre Mutter an.", "rief", "anrufen", "an"),
        ("Sie legte auf und rief dann ihre Mutter an.", "legte", "auflegen", "auf"),
        ("Er gibt, weil er müde ist, heute auf.", "gibt", "aufgeben", "auf"),
        ("Hinzu kommt ein zweiter Grund.", "kommt", "hinzukommen", "Hinzu"),
        ("Was hat er morgen vor?", "hat", "vorhaben", "vor"),
    ],
)
def test_the_particle_is_looked_for_in_the_clause(
    sentence: str, form: str, lemma: str, particle: str
) -> None:
    word = at(sentence, form)
    assert word.particle is not None
    assert (word.lemma, word.particle.of(sentence)) == (lemma, particle)


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("Er legte das Buch auf den Tisch.", "legte"),
        ("Der Dreck war weg.", "war"),
        ("Er ging, und sie machte die Tür zu.", "ging"),
    ],
)
def test_no_particle_where_there_is_none(sentence: str, form: str) -> None:
    assert at(sentence, form).particle is None


def test_a_contraction_has_its_two_words_as_parts() -> None:
    word = at("Zum Glück kam er.", "Zum")
    assert (word.lemma, word.parts) == ("zu", (("Zu", "zu"), ("m", "dem")))


@pytest.mark.parametrize(
    ("sentence", "form", "kind"),
    [
        ("Das alte Haus brannte.", "Haus", PartOfSpeech.NOUN),
        ("Das alte Haus brannte.", "alte", PartOfSpeech.ADJECTIVE),
        ("Das alte Haus brannte.", "brannte", PartOfSpeech.VERB),
        ("Das alte Haus brannte.", "Das", PartOfSpeech.ARTICLE),
        ("Sie kam gestern aus Berlin.", "Sie", PartOfSpeech.PRONOUN),
        ("Sie kam gestern aus Berlin.", "gestern", PartOfSpeech.ADVERB),
        ("Sie kam gestern aus Berlin.", "aus", PartOfSpeech.PREPOSITION),
        ("Sie kam gestern aus Berlin.", "Berlin", PartOfSpeech.NAME),
        ("Die USA und die NATO schweigen.", "USA", PartOfSpeech.NAME),
        ("Die USA und die NATO schweigen.", "und", PartOfSpeech.CONJUNCTION),
    ],
)
def test_kinds(sentence: str, form: str, kind: PartOfSpeech) -> None:
    assert at(sentence, form).kind is kind


@pytest.mark.parametrize(
    ("form", "lemma"), [("Schluss", "Schluss"), ("Schluß", "Schluß"), ("grosse", "groß")]
)
def test_lemmas_are_spelt_as_the_form_is_but_for_long_vowels(form: str, lemma: str) -> None:
    assert at(f"Das ist der {form}.", form).lemma == lemma


def test_the_word_just_before_the_caret_counts_and_none_between_words() -> None:
    sentence = "Sie kam – spät."
    kam = analyse(sentence, 7)
    assert kam is not None
    assert kam.text == "kam"
    assert analyse(sentence, 9) is None
    assert analyse("", 0) is None
    assert analyse("…", 0) is None


def test_the_tagger_is_loaded_when_it_is_asked() -> None:
    """The program starts without it."""
    code = "import sys, reader.words.lemma, reader.words.dictionaries; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"HanTa", "numpy"}.isdisjoint(run.stdout.split())


def test_an_endless_word_is_left_alone() -> None:
    endless = "Donau" * LONGEST
    word = analyse(f"Die {endless} fließt.", 4)
    assert word is not None
    assert (word.lemma, word.kind, word.parts) == (endless, PartOfSpeech.UNKNOWN, ())


@given(
    st.text(max_size=40)
    | st.lists(st.sampled_from("Er steht um auf , „ “ . Schützenpanzer-Werk's im an".split())).map(
        " ".join
    )
)
def test_words_are_stretches_of_any_text_and_parts_join_to_them(sentence: str) -> None:
    last = 0
    for word in words(sentence):
        assert word.span.start >= last
        assert word.span.of(sentence) == word.text
        assert word.lemma
        assert not word.parts or "".join(text for text, _ in word.parts) == word.text
        last = word.span.end
