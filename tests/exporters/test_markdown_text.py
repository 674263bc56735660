"""Text stays text in Markdown, whatever it looks like."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporters._markdown import literal, literal_line, quoted
from tests.exporters.naughty import NAUGHTY
from tests.exporters.parsing import Node, blocks, kept

PIECES = st.lists(
    st.one_of(
        st.sampled_from(list(" \t\n\n#*_`~<>[]()!|$^=%&;:+-.\\\"'{}@\u00a0\ufeff\u2028\r\x00a1ß")),
        st.sampled_from(NAUGHTY),
        st.text(max_size=5),
    ),
    max_size=30,
).map("".join)


def test_there_are_many_naughty_strings() -> None:
    assert len(set(NAUGHTY)) >= 300


def difference(text: str) -> object:
    """What a parser makes of `text` as literal Markdown, where that is not the text alone."""
    meant = [Node("paragraph", paragraph) for paragraph in kept(text)]
    inside = [Node("blockquote", children=tuple(meant))] if meant else []
    nested = [Node("blockquote", children=tuple(inside))] if meant else []
    before, after = Node("paragraph", "davor"), Node("paragraph", "danach")
    words = " ".join(" ".join(kept(text)).split())
    markdown = literal(text)
    pairs = (
        (blocks(markdown), meant),
        (blocks(quoted(markdown)), inside),
        (
            blocks(f"davor\n\n{quoted(quoted(markdown))}\n\ndanach"),
            [before, *nested, after],
        ),
        (blocks(f"# {literal_line(text)}\n\ndanach"), [Node("h1", words), after]),
    )
    return next((found for found, wanted in pairs if found != wanted), None)


def test_naughty_strings_are_text() -> None:
    assert {text: found for text in NAUGHTY if (found := difference(text))} == {}


@given(st.one_of(PIECES, st.text()))
def test_any_string_is_text(text: str) -> None:
    assert difference(text) is None


# What Obsidian makes something of, and no parser here knows.
OBSIDIAN = re.compile(r"(?<!\\)(?:\\\\)*(?:==|%%|\[\[|\[!|#\w|\^\w|\$)")


def test_nothing_is_left_for_obsidian() -> None:
    left = {text: literal(text) for text in NAUGHTY}
    assert {
        text: markdown
        for text, markdown in left.items()
        if OBSIDIAN.search(re.sub(r"&#\d+;", "", markdown))
    } == {}


@pytest.mark.parametrize(
    "text",
    [
        "„Das ist das höchste Maß an Unverschämtheit“, schrieb er.",
        "Er kam (spät) – und ging; doch: wohin? 50 % – 3,5 Mio. Euro!",
        "R&D kostet 5 € pro Stück, -5 Grad, A+B, 1.000.000 und 3.14",
    ],
)
def test_prose_stays_as_it_is(text: str) -> None:
    assert literal(text) == text
