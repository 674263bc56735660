"""What the word panel sets in more than one face; the texts themselves are never markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from reader.model import Span
from reader.ui.theme import Theme

# What a dictionary says about words, not in them: {vt}, <neut, n, sg>, [math.], /zaɪn/.
_ASIDE = re.compile(r"\{[^}]*\}|<[^>]*>|\[[^\]]*\]|(?<!\S)/[^/]+/(?!\S)")
_SET_IN = 12  # pixels, where the dictionary sets a line in


def bold(text: str, spans: Sequence[Span]) -> str:
    """A text in which some words stand out."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans):
        parts += (escape(text[at : span.start]), "<b>", escape(span.of(text)), "</b>")
        at = span.end
    return "".join((*parts, escape(text[at:])))


def entry(headword: str, lines: Sequence[str], theme: Theme) -> str:
    """Lines of a dictionary: the headword stands out, and what is said about words stands back."""
    return "".join(
        f'<p style="margin: 0 0 0 {_SET_IN if line.startswith(" ") else 0}px">'
        f"{_line(line.strip(), headword, theme)}</p>"
        for line in lines
    )


def _line(line: str, headword: str, theme: Theme) -> str:
    head = headword if line.startswith(headword) else ""
    parts: list[str] = [f"<b>{escape(head)}</b>"]
    at = len(head)
    for aside in _ASIDE.finditer(line, at):
        parts.append(escape(line[at : aside.start()]))
        parts.append(f'<span style="color: {theme.faint}">{escape(aside.group())}</span>')
        at = aside.end()
    return "".join((*parts, escape(line[at:])))
