from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.words.alignment import MOST_WORDS, links
from reader.words.tokens import words
from tests.words import gold
from tests.words.model import Model

PARTNERS = {"the": "das", "old": "alte", "house": "haus", "burned": "brannte"}


class Literal:
    """Finds a word likely where the source holds its partner; splits words into letters."""

    def likelihoods(
        self, sources: Sequence[str], target: str
    ) -> tuple[list[str], list[list[float]]]:
        pieces = [piece for word in target.split() for piece in ("▁" + word[0], *word[1:])]
        owners = [word.lower().strip(".") for word in target.split() for _ in word]
        return pieces, [
            [-0.1 if PARTNERS.get(owner, "") in source.lower() else -5.0 for owner in owners]
            for source in sources
        ]


@pytest.fixture(scope="module")
def model(package_folder: Path) -> Model:
    return Model(package_folder)


def pairs(source: str, target: str, judge: Literal | Model) -> set[tuple[str, str]]:
    return {
        (link.source.of(source), link.target.of(target)) for link in links(source, target, judge)
    }


def test_a_word_is_linked_to_what_is_unlikely_without_it() -> None:
    assert pairs("Das alte Haus brannte.", "The old house burned.", Literal()) == {
        ("Das", "The"),
        ("alte", "old"),
        ("Haus", "house"),
        ("brannte", "burned"),
    }


def test_links_are_places_in_both_texts_with_their_weight() -> None:
    (link,) = links("  Haus!", "– house", Literal())
    assert (link.source, link.target) == (Span(2, 6), Span(2, 7))
    assert 0.9 < link.weight <= 1


def test_a_high_threshold_links_nothing() -> None:
    assert links("Das Haus", "the house", Literal(), threshold=1.01) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [("", "house"), ("Haus", ""), ("…", "…"), ("Haus " * (MOST_WORDS + 1), "house")],
)
def test_nothing_is_linked_where_there_are_no_words_or_too_many(source: str, target: str) -> None:
    assert links(source, target, Literal()) == ()


def test_one_word_alone(model: Model) -> None:
    assert pairs("Haus", "house", model) == {("Haus", "house")}


@pytest.mark.parametrize("part", ["tuned", "heldout"])
def test_the_bundled_model_links_as_people_do(model: Model, part: str) -> None:
    """Fewer right than these and something has broken; the figures are in the benchmarks."""
    found = right = missed = 0
    for pair in gold.aligned(part):
        of_source, of_target = words(pair.source), words(pair.target)
        ours = {
            (of_source.index(link.source), of_target.index(link.target))
            for link in links(pair.source, pair.target, model)
        }
        found += len(ours)
        right += len(ours & pair.possible)
        missed += len(pair.sure - ours)
    sure = sum(len(pair.sure) for pair in gold.aligned(part))
    assert right / found >= 0.94
    assert 1 - missed / sure >= 0.84


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_can_be_asked_about(model: Model, source: str, target: str) -> None:
    for link in links(source, target, model):
        assert link.source in words(source)
        assert link.target in words(target)
        assert 0 < link.weight <= 1
