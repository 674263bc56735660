from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.utf16 import from_utf16, to_utf16

TEXTS = st.text(st.sampled_from("aß„😀𝔊 é\n"), max_size=30)


@given(TEXTS, st.data())
def test_an_offset_survives_the_way_to_qt_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert from_utf16(text, to_utf16(text, offset)) == offset


@given(TEXTS)
def test_units_are_those_of_utf16(text: str) -> None:
    assert to_utf16(text, len(text)) == len(text.encode("utf-16-le")) // 2


def test_the_middle_of_a_pair_belongs_to_the_character_behind_it() -> None:
    assert from_utf16("😀a", 1) == 1
