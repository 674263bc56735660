from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.model import Side, Span
from reader.ui.pointer import word_around
from reader.ui.selection import Selection, Spot, trim

SPOTS = st.builds(Spot, st.integers(0, 3), st.integers(0, 9))
LENGTHS = st.lists(st.integers(1, 9), min_size=4, max_size=4)


@given(SPOTS, SPOTS, LENGTHS)
def test_a_selection_is_the_same_from_either_end(
    one: Spot, other: Spot, lengths: list[int]
) -> None:
    forth, back = Selection(Side.SOURCE, one, other), Selection(Side.SOURCE, other, one)
    for row, length in enumerate(lengths):
        assert forth.span(row, length) == back.span(row, length)


@given(SPOTS, SPOTS, LENGTHS)
def test_what_is_selected_lies_within_the_text(one: Spot, other: Spot, lengths: list[int]) -> None:
    selection = Selection(Side.TARGET, one, other)
    for row, length in enumerate(lengths):
        span = selection.span(row, length)
        if span is not None:
            assert 0 <= span.start < span.end <= length
            assert selection.first.row <= row <= selection.last.row


def test_rows_between_the_ends_are_selected_whole() -> None:
    selection = Selection(Side.SOURCE, Spot(0, 4), Spot(2, 3))
    assert [selection.span(row, 10) for row in range(4)] == [
        Span(4, 10),
        Span(0, 10),
        Span(0, 3),
        None,
    ]


def test_a_caret_selects_nothing() -> None:
    assert Selection.at(Side.SOURCE, Spot(1, 2)).span(1, 10) is None


def test_blanks_at_the_ends_are_left_out() -> None:
    assert trim("ein Haus am See", Span(3, 9)) == Span(4, 8)
    assert trim("a   b", Span(1, 4)) is None


def test_a_word_is_found_from_its_middle_and_its_end() -> None:
    text = "Die Schwarz-Weiß-Sicht, sagt er."
    word = Span(4, 22)
    assert word.of(text) == "Schwarz-Weiß-Sicht"
    assert {word_around(text, offset) for offset in (4, 10, 11, 21, 22)} == {word}
    assert word_around(text, 23) is None
    assert word_around("", 0) is None
