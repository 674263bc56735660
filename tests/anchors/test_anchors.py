"""Anchors are made on whole graphemes, and found again or not at all."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from reader.anchors import Finder, Found, locate, make, snap
from reader.model import Anchor, Fit, Side, Span
from tests.anchors import harness

TEXTS = st.text(st.sampled_from("aäe ß\n.„“\u00ad\u0301👩🏽\u200d🚀🇩🇪\r"), max_size=60)


@pytest.fixture(scope="module")
def paragraphs(article: Path) -> list[str]:
    return [line for line in article.read_text("utf-8").splitlines() if line]


def anchor_of(paragraphs: list[str], quote: str) -> Anchor:
    ((number, text),) = [(n, text) for n, text in enumerate(paragraphs) if quote in text]
    start = text.index(quote)
    return make(text, Span(start, start + len(quote)), Side.SOURCE, number)


def quote_at(found: Found | None, paragraphs: list[str]) -> str:
    assert found
    return found.span.of(paragraphs[found.paragraph])


@given(TEXTS, st.integers(-5, 70), st.integers(-5, 70))
def test_no_span_splits_a_grapheme(text: str, start: int, end: int) -> None:
    span = snap(text, Span(start, end))
    edges = {0, *(match.end() for match in regex.finditer(r"\X", text))}
    if span.start < span.end:
        assert {span.start, span.end} <= edges
    assert snap(text, span) == span
    assert 0 <= span.start <= span.end <= len(text)
    if start < end:
        assert span.start <= max(start, 0) or span.start == len(text)
        assert span.end >= min(end, len(text))


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_an_anchor_holds_its_text(text: str, start: int, end: int) -> None:
    anchor = make(text, Span(min(start, end), max(start, end)), Side.TARGET, 7)
    around = anchor.prefix + anchor.quote + anchor.suffix
    assert anchor.quote == anchor.span.of(text)
    assert text[anchor.span.start - len(anchor.prefix) :].startswith(around)
    assert max(len(anchor.prefix), len(anchor.suffix)) <= 32
    assert locate(anchor, ["", *[text] * 9]) == Found(7, anchor.span, Fit.EXACT)


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4), st.data())
def test_any_text_is_searched(old: list[str], new: list[str], data: st.DataObject) -> None:
    for number, text in enumerate(old):
        span = Span(*sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))))
        for found in Finder(new).locate(make(text, span, Side.SOURCE, number)):
            assert snap(new[found.paragraph], found.span) == found.span


def test_a_paragraph_that_moved(paragraphs: list[str]) -> None:
    anchor = anchor_of(paragraphs, "„Das ist das höchste Maß an Unverschämtheit“")
    assert locate(anchor, paragraphs) == Found(anchor.paragraph, anchor.span, Fit.EXACT)
    moved = ["Neu.", *reversed(paragraphs)]
    found = locate(anchor, moved)
    assert found
    assert found.fit is Fit.EXACT
    assert quote_at(found, moved) == anchor.quote


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rasant", "rassant"),  # a typo within
        ("derzeit rasant", "rasant"),  # a word before is gone
        ("sozialen Medien", "sozialen und anderen Medien"),
        (
            "„Das ist das höchste Maß an Unverschämtheit“",
            '"Das ist das höchste Mass an Unverschämtheit"',
        ),
        ("Aufmerksamkeit erregt", "Auf\u00admerk\u00adsam\u00adkeit\nerregt"),
        ("große Aufmerksamkeit", "GROSSE AUFMERKSAMKEIT"),
        ("große Aufmerksamkeit", "große Aufmerksamkeit".replace("ß", "ss")),
    ],
)
def test_words_that_changed_are_near(paragraphs: list[str], old: str, new: str) -> None:
    changed = ["Vorab.", *(text.replace(old, new) for text in paragraphs)]
    for quote in (
        "verbreitet sich derzeit rasant in den sozialen Medien",
        "große Aufmerksamkeit erregt",
        "„Das ist das höchste Maß an Unverschämtheit“",
        "schrieb er.",
    ):
        found = locate(anchor_of(paragraphs, quote), changed)
        assert quote_at(found, changed) == quote.replace(old, new)
        if old in quote:
            assert found
            assert found.fit is Fit.NEAR


def test_a_paragraph_that_was_joined_or_split(paragraphs: list[str]) -> None:
    anchor = anchor_of(paragraphs, "reagierte empört")
    joined = [" ".join(paragraphs)]
    assert quote_at(locate(anchor, joined), joined) == anchor.quote
    split = [part for text in paragraphs for part in text.split(". ")]
    assert quote_at(locate(anchor, split), split) == anchor.quote


def test_a_quote_that_was_split_has_parts(paragraphs: list[str]) -> None:
    anchor = anchor_of(paragraphs, "Andrij Jermak, Leiter des Präsidialamtes und enger Vertrauter")
    split = [part for text in paragraphs for part in text.split(" und ")]
    parts = Finder(split).locate(anchor)
    assert [part.span.of(split[part.paragraph]) for part in parts] == [
        "Andrij Jermak, Leiter des Präsidialamtes",
        "enger Vertrauter",
    ]
    assert locate(anchor, split) is None


def test_what_is_gone_is_not_found(paragraphs: list[str]) -> None:
    anchor = anchor_of(paragraphs, "in den sozialen Medien")
    gone = [text.replace("in den sozialen Medien ", "") for text in paragraphs]
    assert locate(anchor, gone) is None
    assert locate(anchor, []) is None
    assert locate(anchor, paragraphs[3:]) is None


def test_of_two_alike_none_is_taken(paragraphs: list[str]) -> None:
    anchor = anchor_of(paragraphs, "rasant")
    twice = ["Neu.", *paragraphs, *paragraphs]
    assert locate(anchor, twice) is None


def test_a_word_cut_in_two_stays_cut(paragraphs: list[str]) -> None:
    anchor = anchor_of(paragraphs, "panzer gesichtet")
    changed = ["Neu.", paragraphs[0].replace("In der", "In jener"), *paragraphs[1:]]
    assert quote_at(locate(anchor, changed), changed) == "panzer gesichtet"


def test_an_anchor_of_white_space_is_searched_in_vain(paragraphs: list[str]) -> None:
    anchor = make(paragraphs[0], Span(2, 3), Side.SOURCE, 0)
    assert anchor.quote == " "
    assert locate(replace(anchor, hash=""), paragraphs) is None


@pytest.mark.timeout(3600)
def test_edits_at_random() -> None:
    """At least 99.5 % of the marks are right, none is in a wrong place."""
    number = 10_000 if os.environ.get("LESEPULT_FULL") else 600
    verdicts = Counter(case.verdict for case in harness.cases(number, seed=1))
    assert verdicts["wrong"] == 0
    assert verdicts["right"] >= 0.995 * number
    # The harness itself is awake: it has seen orphans and marks that had to move.
    moved = [case for case in harness.cases(50, seed=2) if case.placed != case.mark]
    assert {Fit.ORPHAN, Fit.NEAR, Fit.EXACT} == {case.placed.fit for case in moved}
