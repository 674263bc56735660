"""Notes that are Markdown."""

from __future__ import annotations

import pytest

from reader.exporters._markdown import literal
from reader.exporters._own_markdown import as_meant

MEANT = (
    "*fett* und [[Verweis]]",
    "- Brot\n- Käse\n    - alt",
    "1. Köln\n2. Bonn",
    "> Zitat\n\n# Titel\n\n---",
    "```python\nx = 1\n```",
    "siehe [hier](https://example.org) und <https://example.org>",
    "~~weg~~, ==hell==, `x`, #wort",
    "| a | b |\n|---|---|\n| 1 | 2 |",
)
TYPED = (
    "",
    "zwei\nZeilen",
    "```\nohne Ende",
    "<b>fett</b>",
    "<!-- ohne Ende",
    "*a*\n\n[x]: https://example.org",
    "*a*[^1]\n\n[^1]: Fußnote",
    "*a* ^abc",
    "*5*$ und 6$",
    "*a* %% ohne Ende",
    "*a*\n\n\tvier",
    "*a*\n: Erklärung",
    "\\begin{x}",
    "[" * 500,
    "> " * 500 + "tief",
)


@pytest.mark.parametrize("note", MEANT)
def test_markdown_stays_markdown(note: str) -> None:
    assert as_meant(note) == note


@pytest.mark.parametrize("note", TYPED)
def test_what_is_none_or_reaches_beyond_itself_is_shown_as_it_is_typed(note: str) -> None:
    assert as_meant(note) == literal(note)


def test_line_breaks_of_other_systems_are_of_this_one() -> None:
    assert as_meant("\r\n- a\r\n- b\r\n") == "- a\n- b"
