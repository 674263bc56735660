"""Marks of a text that was replaced by a new one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anchors import make
from reader.model import Anchor, Fit, Mark, Side, Span, Word
from reader.store.revision import Revision, align

OLD = [
    "Am Anfang stand ein Haus, und das Haus war leer bis auf einen Stuhl.",
    "Ja.",
    "Dann kam der Winter, und mit ihm kam ein Mann, der nach dem Weg fragte.",
    "Ja.",
    "Niemand wusste, wohin er ging, aber alle hatten ihn gesehen.",
]
NEW_START = "Diese Fassung beginnt mit einem Satz, den es vorher nicht gab."


def source(number: int, words: str) -> Anchor:
    start = OLD[number].index(words)
    return make(OLD[number], Span(start, start + len(words)), Side.SOURCE, number)


def target(number: int) -> Anchor:
    return make("Somebody asked for the way.", Span(0, 8), Side.TARGET, number)


def marked(*anchors: Anchor, fit: Fit = Fit.EXACT) -> Mark:
    return Mark("m", "d", anchors, None, "a note", "a partner", "then", "later", fit)


def moved(mark: Mark, new: list[str]) -> Mark:
    return Revision(OLD, new).mark(mark)


def test_a_word_moves_like_a_mark_and_keeps_its_sentence() -> None:
    anchor = source(2, "Winter")
    word = Word("w", "d", anchor, "Winter", "NOUN", "winter", OLD[2], "English", "then", "later")
    revision = Revision(OLD, [NEW_START, *OLD])
    assert revision.item(word) == replace(word, anchor=replace(anchor, paragraph=3))
    gone = Revision(OLD, [NEW_START]).item(word)
    assert gone == replace(word, fit=Fit.ORPHAN)
    noted = marked()
    assert revision.item(noted) == noted


def test_a_paragraph_that_is_still_there_takes_its_marks_along() -> None:
    mark = marked(source(2, "kam der Winter"))
    there = replace(mark.anchors[0], paragraph=3)
    assert moved(mark, [NEW_START, *OLD]) == replace(mark, anchors=(there,))


def test_of_short_ones_that_are_alike_the_neighbours_tell_which_is_which() -> None:
    second = marked(source(3, "Ja"))
    assert moved(second, [*OLD[:1], *OLD[2:]]).anchors[0].paragraph == 2
    first = marked(source(1, "Ja"))
    assert moved(first, [*OLD[:1], *OLD[2:]]) == replace(first, fit=Fit.ORPHAN)


def test_a_changed_paragraph_leaves_a_sign() -> None:
    new = [*OLD[:2], OLD[2].replace("ein Mann", "ein alter Mann"), *OLD[3:]]
    mark = moved(marked(source(2, "mit ihm kam ein Mann")), new)
    assert mark.quote == "mit ihm kam ein alter Mann"
    assert mark.fit is Fit.NEAR
    assert (mark.note, mark.partner, mark.changed) == ("a note", "a partner", "later")
    # The sign stays until the reader has seen to it.
    assert Revision(new, [NEW_START, *new]).mark(mark).fit is Fit.NEAR


def test_words_that_are_gone_do_not_land_on_the_same_words_elsewhere() -> None:
    new = [OLD[0].replace("stand ein Haus, und das Haus", "war das Haus"), *OLD[1:]]
    first, second = source(0, "Haus"), source(0, "das Haus")
    second = replace(second, span=Span(second.span.start + 4, second.span.end), quote="Haus")
    assert moved(marked(first), new).fit is Fit.ORPHAN
    assert moved(marked(make(OLD[0], second.span, Side.SOURCE, 0)), new).quote == "Haus"


def test_an_orphan_comes_back_with_its_words() -> None:
    mark = marked(source(2, "nach dem Weg"))
    gone = [*OLD[:2], "Hier fehlt nun ein Absatz.", *OLD[3:]]
    orphan = moved(mark, gone)
    assert orphan == replace(mark, fit=Fit.ORPHAN)
    assert Revision(gone, [NEW_START, *gone]).mark(orphan) == orphan
    back = Revision(gone, [NEW_START, *OLD]).mark(orphan)
    assert back == replace(mark, anchors=(replace(mark.anchors[0], paragraph=3),))


def test_a_mark_over_paragraphs_that_are_joined_is_one_and_apart_again_two() -> None:
    start = make(OLD[0], Span(30, len(OLD[0])), Side.SOURCE, 0)
    end = make(OLD[1], Span(0, 2), Side.SOURCE, 1)
    joined = [f"{OLD[0]} {OLD[1]}", *OLD[2:]]
    one = moved(marked(start, end), joined)
    assert one.quote == f"{start.quote} Ja"
    assert one.fit is Fit.NEAR
    two = Revision(joined, OLD).mark(one)
    assert [anchor.quote for anchor in two.anchors] == [start.quote, "Ja"]


def test_a_mark_that_is_torn_apart_is_an_orphan() -> None:
    mark = marked(source(0, "einen Stuhl."), source(2, "Dann kam der Winter"))
    assert moved(mark, [OLD[2], OLD[1], OLD[0], *OLD[3:]]).fit is Fit.ORPHAN


def test_a_mark_on_a_translation_goes_with_its_paragraph() -> None:
    mark = marked(target(2))
    there = replace(mark, anchors=(replace(target(2), paragraph=3),))
    assert moved(mark, [NEW_START, *OLD]) == there
    typo = [NEW_START, *(text.replace("Winter", "Wintr") for text in OLD)]
    assert moved(mark, typo) == replace(there, fit=Fit.NEAR)
    orphan = moved(mark, [*OLD[:2], "Hier fehlt nun ein Absatz.", *OLD[3:]])
    assert orphan == replace(mark, fit=Fit.ORPHAN)
    assert Revision([NEW_START], OLD).mark(orphan) == orphan


@pytest.mark.parametrize("number", [-1, 5, 99])
def test_a_number_that_was_none(number: int) -> None:
    assert Revision(OLD, [NEW_START, *OLD]).paragraph(number) is None


def test_the_number_of_a_paragraph_that_changed() -> None:
    new = [NEW_START, *(text.replace("Niemand wusste", "Keiner hat gewusst") for text in OLD)]
    assert [Revision(OLD, new).paragraph(number) for number in range(5)] == [1, 2, 3, 4, 5]


ITEMS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(ITEMS, ITEMS)
def test_only_equal_items_are_aligned_and_none_twice(old: list[str], new: list[str]) -> None:
    pairs = align(old, new)
    assert len(set(pairs.values())) == len(pairs)
    assert all(old[here] == new[there] for here, there in pairs.items())


@given(ITEMS, st.integers(0, 12), ITEMS)
def test_all_items_around_a_new_one_are_aligned(
    items: list[str], position: int, put_in: list[str]
) -> None:
    position = min(position, len(items))
    new = [*items[:position], *put_in, *items[position:]]
    assert len(align(items, new)) == len(items)
