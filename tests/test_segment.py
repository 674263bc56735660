"""Sentences and clauses: every character kept, in order, and cut where a reader would."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from pathlib import Path
from time import process_time

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.segment import clauses, sentences
from tests.data import gold

# Whatever may bring a splitter to grief, and any code point at all, lone surrogates too.
MARKS = st.sampled_from(" .!?…„“‚‘»«\"'()¹,:–-\n\r\t\u00a0\u2028\x85\x1c\x00\u0301\ud800😀")
PIECES = st.sampled_from(
    """
    z. B.|Dr. |usw. |3. |II. |19.30 Uhr|1. |a) |[1]|www.x.de/?a=b|:-) |Und |und |Das Haus|gut.Der
    |... |. |! |\n\n|👨‍👩‍👧|日本。
    """.replace("\n    ", "").split("|")
)
ANY_TEXT = st.lists(MARKS | PIECES | st.text(st.characters(), max_size=5), max_size=40).map("".join)
LANGUAGES = st.sampled_from(["de", "de", "en", "fr", "ja", "xx", ""])


def is_partition(text: str, spans: tuple[Span, ...]) -> bool:
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    return ends == starts and all(span.start < span.end for span in spans)


def split(text: str, language: str = "de") -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


@given(ANY_TEXT, LANGUAGES)
def test_sentences_are_a_partition(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert is_partition(text, spans)
    assert all(span.of(text).strip() for span in spans) or len(spans) <= 1


@given(ANY_TEXT)
def test_white_space_belongs_to_the_sentence_before(text: str) -> None:
    assert not any(sentence[0].isspace() for sentence in split(text)[1:])


@given(ANY_TEXT, st.integers(1, 60))
def test_clauses_are_a_partition_into_pieces_short_enough(text: str, longest: int) -> None:
    pieces = [span.of(text) for span in clauses(text, longest)]
    assert "".join(pieces) == text
    assert all(pieces)
    for piece in pieces:
        core = piece.strip()
        assert len(core) <= longest or regex.fullmatch(r"\X", core)


@pytest.mark.parametrize("name", ["tuned", "heldout"])
def test_gold_sentences(name: str) -> None:
    """Of a hundred boundaries at most one is wrong or missed; tests/benchmarks tells more."""
    paragraphs = gold.read(f"sentences-{name}.txt")
    expected = [boundaries(paragraph) for paragraph in paragraphs]
    found = [boundaries(split("".join(paragraph))) for paragraph in paragraphs]
    both = [*zip(expected, found, strict=True)]
    faults = sum(len(right ^ ours) for right, ours in both)
    assert 2 * faults <= 0.02 * (sum(map(len, expected)) + sum(map(len, found)))


def boundaries(pieces: list[str]) -> set[int]:
    return set(accumulate(map(len, pieces)))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            ["Dr. Smith said: “I am tired. ", "I must sleep.” ", "“Go!” he cried. ", "We went."],
        ),
        ("fr", ["Elle vient. ", "« Je pars. » ", "Il est parti."]),
        ("xx", ["Una frase. ", "(Otra.) ", "Fin"]),
    ],
)
def test_other_languages(language: str, expected: list[str]) -> None:
    assert split("".join(expected), language) == expected


def test_article(article: Path) -> None:
    counts = [len(sentences(line)) for line in article.read_text("utf-8").splitlines()]
    assert counts == [1, 1, 2, 2, 3, 1, 3, 1, 2, 1]


def test_a_sentence_of_five_thousand_words_is_one() -> None:
    assert len(sentences("Wort " * 5000)) == 1
    assert max(span.end - span.start for span in clauses("Wort " * 5000)) <= 240


@pytest.mark.parametrize(
    "unit",
    [
        "Ein Satz. ",
        "„Ja ",
        "(a!) b ",
        "1. ",
        ". ",
        "!",
        "a\n",
        "😀",
        "\u200d",
        " ",
        "a.B",
        "z. B. ",
    ],
)
@pytest.mark.parametrize("cut", [sentences, clauses])
def test_time_is_linear(cut: Callable[[str], object], unit: str) -> None:
    """Four times the text takes about four times as long; a quadratic step takes sixteen."""

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = process_time()
        cut(text)
        return process_time() - started

    assert seconds(200_000) < 10 * max(seconds(50_000), 0.01)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Das Auto, das er sich im letzten Jahr kaufte, war nach einer Woche kaputt.",
            ["Das Auto, das er sich im letzten Jahr kaufte, ", "war nach einer Woche kaputt."],
        ),
        ("Er kam, sah und siegte.", ["Er kam, sah und siegte."]),
        (
            "Sie wartete am Bahnhof auf ihn und er kam nicht mehr.",
            ["Sie wartete am Bahnhof auf ihn ", "und er kam nicht mehr."],
        ),
        ("Preise von 1,50 bis 2,75 Euro je Stück", ["Preise von 1,50 bis 2,75 Euro je Stück"]),
    ],
)
def test_clauses(sentence: str, expected: list[str]) -> None:
    assert [span.of(sentence) for span in clauses(sentence, 50)] == expected
