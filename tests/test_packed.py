"""Packed paragraphs are what was packed."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Kind, Paragraph, Run, Span, Style
from reader.packed import Columns, Packed, headings

SPANS = st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda ab: Span(ab[0], sum(ab)))
RUNS = st.builds(Run, SPANS, st.sampled_from(Style), st.text(max_size=5))
PARAGRAPHS = st.lists(
    st.builds(
        Paragraph,
        st.sampled_from(Kind),
        st.text(st.characters(), max_size=20),  # lone surrogates too
        st.integers(-3, 10**6),
        st.lists(RUNS, max_size=2).map(tuple),
    ),
    max_size=12,
)


@given(PARAGRAPHS, st.slices(12))
def test_it_is_the_sequence_that_was_packed(paragraphs: list[Paragraph], part: slice) -> None:
    packed = Packed.of(paragraphs)
    assert len(packed) == len(paragraphs)
    assert list(packed) == paragraphs
    assert [packed[n] for n in range(-len(packed), len(packed))] == paragraphs * 2
    assert list(packed[part]) == paragraphs[part]
    assert packed == tuple(paragraphs)
    assert tuple(paragraphs) == packed
    assert hash(packed) == hash(tuple(paragraphs))
    assert Packed.of(packed) is packed


@given(PARAGRAPHS)
def test_what_was_taken_apart_is_joined_again(paragraphs: list[Paragraph]) -> None:
    """Of texts as they are kept: there are some, and none has a NUL or half a character."""
    unkept = dict.fromkeys((0, *range(0xD800, 0xE000)))
    kept = [p._replace(text=p.text.translate(unkept)) for p in paragraphs]
    kept = kept or [Paragraph(Kind.TEXT, "")]
    assert list(Packed.joined(*Packed.of(kept).parts())) == kept


def test_what_cannot_be_joined_is_refused() -> None:
    heading = (Kind.HEADING, 1, ())
    with pytest.raises(ValueError, match="utf-8"):
        Packed.joined(b"ein\xff", {})
    with pytest.raises(IndexError):
        Packed.joined(b"ein\0zwei", {2: heading})


@given(PARAGRAPHS)
def test_one_is_put_before_all_others(paragraphs: list[Paragraph]) -> None:
    title = Paragraph(Kind.TITLE, "Der Titel")
    columns = Columns.of(paragraphs)
    columns.put_first(title)
    assert list(columns) == [title, *paragraphs]


@given(PARAGRAPHS)
def test_headings_are_found_packed_or_not(paragraphs: list[Paragraph]) -> None:
    found = [n for n, p in enumerate(paragraphs) if p.kind in (Kind.TITLE, Kind.HEADING)]
    assert headings(paragraphs) == headings(Packed.of(paragraphs)) == found


@pytest.mark.parametrize("number", [3, -4])
def test_there_is_nothing_beyond_the_ends(number: int) -> None:
    packed = Packed.of([Paragraph(Kind.TEXT, text) for text in "abc"])
    with pytest.raises(IndexError):
        _ = packed[number]


def test_what_differs_is_not_equal() -> None:
    packed = Packed.of([Paragraph(Kind.TEXT, "eins"), Paragraph(Kind.TEXT, "zwei")])
    others: list[Sequence[Paragraph]] = [
        Packed.of([Paragraph(Kind.TEXT, "einsz"), Paragraph(Kind.TEXT, "wei")]),
        Packed.of([Paragraph(Kind.TEXT, "eins"), Paragraph(Kind.QUOTE, "zwei")]),
        Packed.of([Paragraph(Kind.TEXT, "eins", 1), Paragraph(Kind.TEXT, "zwei")]),
        Packed.of([Paragraph(Kind.TEXT, "eins")]),
        (Paragraph(Kind.TEXT, "eins"),),
    ]
    assert packed not in others


def test_a_paragraph_asked_for_again_and_again_is_one() -> None:
    """Its hash is worked out once."""
    packed = Packed.of([Paragraph(Kind.TEXT, "eins")])
    assert packed[0] is packed[0]


def test_a_book_takes_little_more_than_its_text_however_often_it_is_read() -> None:
    texts = [f"Das ist der Absatz Nummer {number} eines langen Buches." for number in range(5000)]
    packed = Packed.of(Paragraph(Kind.TEXT, text) for text in texts)
    for number in range(len(packed)):
        _ = packed[number].hash
    parts = (vars(packed)[name] for name in vars(packed))
    size = sum(map(sys.getsizeof, parts))
    assert size < 1.3 * len("".join(texts))
