"""Offsets of a text and positions in what Qt lays out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.layouts import StillDocument

TEXTS = st.text(st.sampled_from("aß„😀𝔊 é\n"), max_size=30)


@given(TEXTS, st.data())
def test_an_offset_survives_the_way_to_qt_and_back(text: str, data: st.DataObject) -> None:
    breaks = data.draw(st.lists(st.integers(0, len(text)), unique=True).map(sorted))
    offset = data.draw(st.integers(0, len(text)))
    document = StillDocument(text, breaks)
    assert document.offset(document.position(offset)) == offset


@given(TEXTS)
def test_positions_are_units_of_utf16(text: str) -> None:
    assert StillDocument(text).position(len(text)) == len(text.encode("utf-16-le")) // 2


def test_the_middle_of_a_pair_belongs_to_the_character_behind_it() -> None:
    assert StillDocument("😀a").offset(1) == 1


def test_both_sides_of_a_soft_hyphen_are_one_place() -> None:
    document = StillDocument("abcdef", [3])
    assert [document.position(offset) for offset in (2, 3, 4)] == [2, 4, 5]
    assert document.offset(3) == document.offset(4) == 3
