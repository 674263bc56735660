"""Nothing is lost between the German and the English."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.engines import Candidate, Decoding, Engine, load
from reader.engines.echo import EchoEngine
from reader.model import Flag, Rendering
from reader.translation.pipeline import render
from tests.translation.scripted import ScriptedEngine

ECHO = EchoEngine("echo:test:1:0")
LINE_ENDS = re.compile(r"[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")

german = st.text(
    st.sampled_from("aäbcß ,.;:!?„“»«–-\n\t1234XYZ()…'🙂\u0301\u00a0\u2028"), max_size=300
)
words = st.lists(
    st.sampled_from(
        ["Der", "Hund", "läuft.", "z. B.", "am 3.", "Mai,", "„Ja!“", "USA", "\n", "3,5", "und"]
    ),
    max_size=60,
).map(" ".join)


@pytest.fixture(scope="session")
def engine(package_folder: Path) -> Engine:
    return load(package_folder, "argos:translate-de_en:0.1:00df099b")


def _whole(text: str, rendering: Rendering) -> None:
    """The pairs cover both sides, in order, without a gap."""
    for side, covered in (("source", text), ("target", rendering.text)):
        spans = [getattr(pair, side) for pair in rendering.pairs]
        assert "".join(span.of(covered) for span in spans) == covered
        assert all(first.end == second.start for first, second in pairwise(spans))


@given(st.one_of(st.text(max_size=200), german, words))
def test_every_text_is_covered_on_both_sides(text: str) -> None:
    (rendering,) = render([text], ECHO)
    _whole(text, rendering)
    assert rendering.engine == ECHO.id


@given(st.one_of(st.text(max_size=200), german, words))
def test_line_ends_survive(text: str) -> None:
    (rendering,) = render([text], ECHO)
    assert LINE_ENDS.findall(rendering.text) == LINE_ENDS.findall(text)


@pytest.mark.parametrize(
    "row", ["Land | Hauptstadt | Wort", "Der Hund | 3,5 | bellt laut.", "| Haus |", "1. | Schweden"]
)
def test_no_cell_of_a_row_is_lost(row: str, engine: Engine) -> None:
    """As one text the model leaves cells out."""
    (rendering,) = render([row], engine)
    cells = [bool(cell.strip()) for cell in re.split(r"(?:^|\s)\|(?:\s|$)", rendering.text)]
    assert cells == [bool(cell.strip()) for cell in re.split(r"(?:^|\s)\|(?:\s|$)", row)]
    _whole(row, rendering)


@given(st.lists(st.one_of(german, words), max_size=6))
def test_together_as_alone(texts: list[str]) -> None:
    assert render(texts, ECHO) == [render([text], ECHO)[0] for text in texts]


@given(words)
def test_no_word_is_left_out_however_small_the_limit(text: str) -> None:
    engine = ScriptedEngine(lambda sentence, _: sentence, limit=3)
    (rendering,) = render([text], engine)
    _whole(text, rendering)
    assert re.findall(r"\w+", rendering.text) == re.findall(r"\w+", text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\n\n", "***", "1945", "— 3,5 % —", "A", "🙂a" * 50, "aGVsbG8" * 20),
        *("https://example.org/Straße", "a@b.de"),
    ],
)
def test_what_has_no_words_stays_and_costs_nothing(text: str) -> None:
    engine = ScriptedEngine(lambda *_: "false")
    assert render([text], engine)[0].text == text
    assert not engine.calls


def test_one_call_for_all_sentences_of_all_texts() -> None:
    english = {
        "Das ist alt.": "That is old.",
        "Das ist neu.": "That is new.",
        "Wer ist da?": "Who is there?",
        "Niemand.": "Nobody.",
    }
    engine = ScriptedEngine(lambda sentence, _: english[sentence])
    render(["Das ist alt. Das ist neu.", "Wer ist da? Niemand.", "Das ist alt."], engine)
    ((call, _),) = engine.calls
    assert sorted(call) == sorted(english)


def test_the_space_between_sentences_belongs_to_the_first() -> None:
    (rendering,) = render(["Das ist alt.  Das ist neu."], ECHO)
    first, second = rendering.pairs
    assert first.target.of(rendering.text).endswith("alt.  ")
    assert second.target.of(rendering.text) == "[en] Das ist neu."


def test_a_failed_sentence_is_tried_in_other_ways_until_one_passes() -> None:
    def answer(sentence: str, decoding: Decoding) -> str:
        if "bellt" not in sentence:
            return "Fine here."
        return "The dog barks." if decoding.no_repeat_ngram else "The the the the the the the"

    engine = ScriptedEngine(answer)
    (rendering,) = render(["Der Hund bellt. Alles gut hier."], engine)
    assert rendering.text == "The dog barks. Fine here."
    assert [pair.flags for pair in rendering.pairs] == [(), ()]
    assert all(sentences == ["Der Hund bellt."] for sentences, _ in engine.calls[1:])
    assert engine.calls[-1][1].no_repeat_ngram


def test_a_sentence_that_never_passes_keeps_the_best_attempt_and_its_flag() -> None:
    def answer(_: str, decoding: Decoding) -> Candidate:
        return Candidate("" if decoding.beam < 5 else "The dog", clipped=True)

    (rendering,) = render(["Der Hund bellt laut."], ScriptedEngine(answer))
    assert rendering.text == "The dog"
    assert rendering.pairs[0].flags == (Flag.CLIPPED,)


def test_where_nothing_comes_back_the_german_stands_flagged() -> None:
    text = "Der Hund bellt. "
    (rendering,) = render([text], ScriptedEngine(lambda *_: ""))
    assert rendering.text == text
    assert rendering.pairs[0].flags == (Flag.EMPTY,)


def test_capitals_are_tried_as_ordinary_words() -> None:
    def answer(sentence: str, _: Decoding) -> str:
        return sentence if sentence.isupper() else "The house is on fire today."

    (rendering,) = render(["DAS HAUS BRENNT HEUTE LICHTERLOH."], ScriptedEngine(answer))
    assert rendering.text == "The house is on fire today."


def test_a_long_sentence_comes_in_even_parts_with_its_marks() -> None:
    clause = "der alte Hund mit dem weißen Fell bellt laut"
    engine = ScriptedEngine(lambda sentence, _: f"<{len(sentence.split())}>.", limit=20)
    (rendering,) = render([", ".join([clause] * 3) + "."], engine)
    assert rendering.text == "<9>, <9>, <9>."


def test_a_second_engine_translates_what_the_first_made_sentence_by_sentence() -> None:
    french = {"The dog barks.": "Le chien aboie.", "12 men sing.": ""}
    first = ScriptedEngine(
        lambda sentence, _: "The dog barks." if "Hund" in sentence else "12 men sing."
    )
    second = ScriptedEngine(lambda sentence, _: french[sentence])
    second.id, second.source, second.target = "second", "en", "fr"
    text = "Der Hund bellt.  Zwölf Männer singen."
    (rendering,) = render([text], first, second)
    assert rendering.text == "Le chien aboie.  12 men sing."
    assert rendering.engine == f"{first.id}+second"
    _whole(text, rendering)
    assert [pair.flags for pair in rendering.pairs] == [(), (Flag.EMPTY,)]


def test_numbers_and_names_are_checked_from_german_to_english_only() -> None:
    engine = ScriptedEngine(lambda *_: "Le chien aboie et dort dans la maison.")
    text = "Der Hund Hasso bellt 17 Stunden."
    assert Flag.NUMBERS in render([text], engine)[0].pairs[0].flags
    engine.target = "fr"
    assert render([text], engine)[0].pairs[0].flags == ()


def test_the_article(engine: Engine, article: Path) -> None:
    texts = article.read_text("utf-8").splitlines()
    renderings = render(texts, engine)
    for text, rendering in zip(texts, renderings, strict=True):
        _whole(text, rendering)
        assert rendering.engine == engine.id
    english = " ".join(rendering.text for rendering in renderings)
    assert all(name in english for name in ("Alaska", "Trump", "Washington", "Moscow", "2022"))
    assert " und " not in english


def test_a_thousand_words_without_a_stop(engine: Engine) -> None:
    text = " ".join(f"und der Hund {number} läuft" for number in range(100, 300))
    (rendering,) = render([text], engine)
    _whole(text, rendering)
    missing = set(re.findall(r"\d+", text)) - set(re.findall(r"\d+", rendering.text))
    assert not missing or rendering.pairs[0].flags


@pytest.mark.parametrize("text", ["ab🙂" * 70, "ẞ́ß " * 90, "\ud800 Hund", "x_y " * 99])
def test_what_no_model_was_trained_on(engine: Engine, text: str) -> None:
    (rendering,) = render([text], engine)
    _whole(text, rendering)
