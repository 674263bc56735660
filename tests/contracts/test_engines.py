"""Every engine found is put through the same tests; each has a sample to load here."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.engines import Decoding, Engine, Use, engines, load
from reader.errors import KnownError

DECODINGS = (Decoding(), Decoding(beam=5), Decoding(4, 1.2, 3), Decoding(beam=1))


@pytest.fixture(scope="session", params=engines())
def engine(request: pytest.FixtureRequest, package_folder: Path) -> Engine:
    return load(package_folder, f"{request.param}:translate-de_en:0.1:00df099b")


def test_the_engines_that_come_with_the_program_are_found() -> None:
    assert {"argos", "echo"} <= set(engines())


def test_an_engine_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="babel"):
        load(tmp_path, "babel:x:1:0")


def test_it_says_what_it_is(engine: Engine) -> None:
    assert engine.id.endswith(":translate-de_en:0.1:00df099b")
    assert (engine.source, engine.target) == ("de", "en")
    assert engine.limit > 20


@pytest.mark.parametrize("decoding", DECODINGS)
def test_one_candidate_a_sentence_in_order(engine: Engine, decoding: Decoding) -> None:
    sentences = ["Guten Morgen.", "Das Haus ist alt.", "Guten Morgen.", "Wo ist Anna?"]
    candidates = engine.translate(sentences, decoding)
    assert len(candidates) == len(sentences)
    assert candidates[0] == candidates[2]
    assert "Anna" in candidates[3].text
    assert all(c.text == c.text.strip() and not c.clipped for c in candidates)


def test_the_same_again_whatever_stands_beside_it(engine: Engine) -> None:
    sentences = [f"Am {day}. Mai schien die Sonne." for day in range(1, 20)]
    together = engine.translate(sentences, Decoding())
    assert together == engine.translate(sentences, Decoding())
    assert "7" in together[6].text


def test_nothing_gives_nothing(engine: Engine) -> None:
    assert engine.translate([], Decoding()) == []


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "\ud800", "🙂" * 9, "ﷺ", "\u202e", "a" * 50, "\n", "▁", "<unk></s>"]
)
def test_odd_texts_are_taken(engine: Engine, text: str) -> None:
    assert len(engine.translate([text], Decoding())) == 1
    assert engine.size(text) >= 0


def test_a_sentence_over_the_limit_is_refused_and_not_cut(engine: Engine) -> None:
    long = "Der Hund bellt, " * engine.limit
    with pytest.raises(ValueError, match="limit"):
        engine.translate(["Guten Morgen.", long], Decoding())


def test_size_grows_with_the_text(engine: Engine) -> None:
    assert 0 < engine.size("Der Hund") < engine.size("Der Hund läuft durch den Wald und bellt.")


def test_a_book_comes_out_as_a_click_does(engine: Engine, package_folder: Path) -> None:
    book = load(package_folder, engine.id, Use.BOOK)
    sentences = ["Die Sonne scheint.", "Der Zug fährt um 8 Uhr ab.", "Niemand war zu Hause."]
    assert book.translate(sentences, Decoding()) == engine.translate(sentences, Decoding())


def test_a_word_is_likelier_where_its_partner_stands(engine: Engine) -> None:
    pieces, (whole, without) = engine.likelihoods(["Wo ist Anna?", "Wo ist?"], "Where is Anna?")
    assert "".join(pieces).replace("▁", "") == "WhereisAnna?"
    assert sum(without) < sum(whole) <= 0


def test_a_row_a_source_a_number_a_piece(engine: Engine) -> None:
    sources = ["Guten Morgen.", "", "Der Hund bellt. " * engine.limit]
    pieces, rows = engine.likelihoods(sources, "Good morning.")
    assert [len(row) for row in rows] == [len(pieces)] * len(sources)
    assert engine.likelihoods(sources, "") == ([], [[], [], []])
    assert engine.likelihoods([], "Good morning.")[1] == []


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "🙂" * 9, "\u202e", "▁", "<unk></s>"])
def test_odd_texts_are_judged(engine: Engine, text: str) -> None:
    pieces, rows = engine.likelihoods(["Haus", text], text)
    assert [len(row) for row in rows] == [len(pieces)] * 2
