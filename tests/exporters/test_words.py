"""Words to learn: as a table, as cards, and among the notes."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given

from reader.exporters import merge, notes_markdown, words_anki, words_csv
from reader.exporters._words import hidden_spans
from reader.model import Fit, Snapshot, Span, Word
from tests.exporters.parsing import anki_notes, parse
from tests.exporters.snapshots import anchor, mark, snapshot, snapshots, word

HIDDEN = '<span class="hidden">[…]</span>'
FERRY = word(
    anchor("Fähre"),
    "Fähre",
    number=2,
    meaning="ferry",
    sentence="Die Fähre legte ab.",
    partner="The ferry cast off.",
)
CAST_OFF = word(
    anchor("legte"),
    "ablegen",
    number=3,
    part="verb",
    meaning="cast off",
    sentence="Die Fähre legte ab.",
    partner="The ferry cast off.",
)


def with_words(*words: Word) -> Snapshot:
    return replace(snapshot(), words=words)


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table[1:], newline=""), strict=True))


def test_a_word_a_row_in_reading_order() -> None:
    first, second = rows(words_csv.render(with_words(CAST_OFF, FERRY)))
    assert second["word"] == "ablegen"
    assert first == {
        "id": "0000000002",
        "word": "Fähre",
        "part": "noun",
        "meaning": "ferry",
        "form": "Fähre",
        "sentence": "Die Fähre legte ab.",
        "translation": "The ferry cast off.",
        "paragraph": "2",
        "created": "2024-05-17T10:00:00+00:00",
        "changed": "2024-05-17T10:00:00+00:00",
        "document": "Am Fluss",
        "link": "lesepult://open?document=0123456789&mark=0000000002",
    }


def test_words_of_several_documents_have_their_titles() -> None:
    other = replace(FERRY, id="00000000ff", document="abcdef0123")
    lost = replace(CAST_OFF, fit=Fit.ORPHAN)
    several = replace(with_words(other, lost, FERRY), titles={"abcdef0123": "Anderes"})
    found = [(row["document"], row["word"]) for row in rows(words_csv.render(several))]
    assert found == [("Anderes", "Fähre"), ("Am Fluss", "Fähre"), ("Am Fluss", "ablegen")]


def test_a_word_is_hidden_in_its_sentence() -> None:
    ((guid, number, question, answer, lemma, part, meaning, other, source),) = anki_notes(
        words_anki.render(with_words(FERRY))
    )
    assert (guid, number) == ("lesepult-word-0000000002", "0000000002")
    assert question == f"Die {HIDDEN} legte ab."
    assert answer == "Die <b>Fähre</b> legte ab."
    assert (lemma, part, meaning, other) == ("Fähre", "noun", "ferry", "The ferry cast off.")
    assert "Am Fluss" in source


def test_a_separated_verb_is_hidden_as_a_whole() -> None:
    ((_, _, question, answer, *_),) = anki_notes(words_anki.render(with_words(CAST_OFF)))
    assert question == f"Die Fähre {HIDDEN} {HIDDEN}."
    assert answer == "Die Fähre <b>legte</b> <b>ab</b>."


def test_where_the_sentence_lacks_the_word_the_card_asks_for_its_meaning() -> None:
    lost = replace(FERRY, sentence="")
    ((_, _, question, answer, *_),) = anki_notes(words_anki.render(with_words(lost)))
    assert (question, answer) == (HIDDEN, "<b>Fähre</b>")


@pytest.mark.parametrize(
    ("sentence", "prefix", "quote", "lemma", "part", "hidden"),
    [
        ("Die Fähre und die Fähre.", "Fähre und die ", "Fähre", "Fähre", "noun", [(18, 23)]),
        ("Er steht um acht auf.", "Er ", "steht", "aufstehen", "verb", [(3, 8), (17, 20)]),
        ("Er steht auf dem Dach auf.", "Er ", "steht", "aufstehen", "verb", [(3, 8), (22, 25)]),
        ("Er übersetzt über Nacht.", "Er ", "übersetzt", "übersetzen", "verb", [(3, 12)]),
        ("Er kam an.", "", "kam", "kommen", "verb", [(3, 6)]),
        ("Er kam.", "", "ging", "gehen", "verb", []),
    ],
)
def test_what_a_card_hides(
    sentence: str, prefix: str, quote: str, lemma: str, part: str, hidden: list[tuple[int, int]]
) -> None:
    found = replace(FERRY.anchor, quote=quote, prefix=prefix, span=Span(0, len(quote)))
    made = replace(FERRY, anchor=found, lemma=lemma, part=part, sentence=sentence)
    assert hidden_spans(made) == hidden


@given(snapshots())
def test_hidden_words_lie_in_the_sentence_in_order(any_snapshot: Snapshot) -> None:
    for made in any_snapshot.words:
        spans = hidden_spans(made)
        places = [place for span in spans for place in span]
        assert places == sorted(places)
        assert all(0 <= place <= len(made.sentence) for place in places)
        for start, end in spans[:1]:
            assert made.sentence[start:end] == made.anchor.quote


def test_words_follow_the_marks_among_the_notes() -> None:
    both = replace(snapshot(mark(anchor("Brot"))), words=(FERRY,))
    markdown = notes_markdown.render(both)
    _, nodes = parse(markdown)
    assert markdown.index("Brot") < markdown.index("**Fähre** (noun): ferry")
    assert [node.text for node in nodes if node.text.startswith("^")] == [
        "^0000000001",
        "^0000000002",
    ]
    assert "> > Die Fähre legte ab." in markdown


def test_words_of_other_documents_are_not_among_the_notes() -> None:
    other = replace(FERRY, document="abcdef0123")
    assert "ferry" not in notes_markdown.render(replace(snapshot(), words=(other,), renderings={}))


def test_a_word_gets_into_a_file_that_is_there() -> None:
    marked = snapshot(mark(anchor("Brot")))
    before = notes_markdown.render(marked) + "\nMein Satz.\n"
    merged = merge(before, notes_markdown.render(replace(marked, words=(FERRY,))))
    assert merged.conflicts == ()
    assert "Mein Satz." in merged.text
    assert merged.text.count("**Fähre** (noun): ferry") == 1
    changed = replace(FERRY, meaning="boat")
    again = merge(merged.text, notes_markdown.render(replace(marked, words=(changed,))))
    assert "**Fähre** (noun): boat" in again.text
    assert "**Fähre** (noun): ferry" not in again.text
