"""Words are broken where a reader of the language expects it, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.hyphens import breaks


def shown(text: str, language: str) -> str:
    for place in reversed(breaks(text, language)):
        text = f"{text[:place]}-{text[place:]}"
    return text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "Schüt-zen-pan-zer"),
        ("de", "Sicher-heits-ga-ran-tien"),
        ("de", "Ver-hand-lun-gen"),
        ("en", "nego-ti-a-tions"),
    ],
)
def test_long_words_are_broken(language: str, expected: str) -> None:
    assert shown(expected.replace("-", ""), language) == expected


@pytest.mark.parametrize(
    "word", ["Fortschritten", "Militäranalysten", "Hausschlüssel", "Zuckerbäcker"]
)
def test_no_syllable_is_without_a_vowel(word: str) -> None:
    parts = shown(word, "de").split("-")
    assert all(any(letter in "aeiouyäöü" for letter in part.lower()) for part in parts)


def test_short_words_and_unknown_languages_stay_whole() -> None:
    assert breaks("Das ist ein Haus am See", "de") == []
    assert breaks("Schützenpanzer", "tlh") == []


@given(st.text(max_size=60))
def test_breaks_lie_within_words(text: str) -> None:
    for place in breaks(text, "de"):
        assert text[place - 3 : place].isalpha()
        assert text[place : place + 3].isalpha()
