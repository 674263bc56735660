from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import KnownError
from reader.find import Hit, Wanted, find, spellings
from reader.model import Side, Span

TEXTS = [
    (0, Side.SOURCE, "Der Krieg und die Kriege."),
    (0, Side.TARGET, "The war and the wars."),
    (1, Side.SOURCE, "KRIEG (a.b)"),
]


def spans(wanted: Wanted) -> list[tuple[int, Side, Span]]:
    return [(hit.row, hit.side, hit.span) for hit in find(wanted, TEXTS)]


def test_every_place_is_found_in_any_case() -> None:
    assert spans(Wanted("krieg")) == [
        (0, Side.SOURCE, Span(4, 9)),
        (0, Side.SOURCE, Span(18, 23)),
        (1, Side.SOURCE, Span(0, 5)),
    ]


def test_case_and_whole_words_narrow_it() -> None:
    assert spans(Wanted("Krieg", case=True, whole=True)) == [(0, Side.SOURCE, Span(4, 9))]


def test_words_are_no_pattern_unless_asked() -> None:
    assert spans(Wanted("a.b")) == [(1, Side.SOURCE, Span(7, 10))]
    assert len(spans(Wanted("wars?", regex=True))) == 2


def test_a_broken_expression_is_named() -> None:
    with pytest.raises(KnownError, match="no regular expression"):
        list(find(Wanted("(", regex=True), TEXTS))


def test_nothing_is_found_for_nothing() -> None:
    assert spans(Wanted("")) == []
    assert spans(Wanted("x*", regex=True)) == []


@given(st.text(max_size=40), st.text(min_size=1, max_size=3))
def test_what_is_found_is_what_was_looked_for(text: str, words: str) -> None:
    hits = list(find(Wanted(words, case=True), [(0, Side.SOURCE, text)]))
    assert len(hits) == text.count(words)
    assert all(isinstance(hit, Hit) and hit.span.of(text) == words for hit in hits)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Schuetz", "Schütz"),
        ("AERGER", "ÄRGER"),
        ("Schluesselloecher", "Schlüssellöcher"),
        ("neue", ""),
        ("Quelle", ""),
        ("Feuer", ""),
        ("Frauen", ""),
        ("Schütz", ""),
        ("Ue", ""),
    ],
)
def test_digraphs_may_be_umlauts(word: str, other: str) -> None:
    assert spellings(word) == ((word, other) if other else (word,))
