"""What the word panel sets in more than one face; the texts themselves are never markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from reader import hyphens
from reader.model import Span
from reader.ui.theme import Theme

# What a dictionary says about words, not in them: {vt}, <neut, n, sg>, [math.], /zaɪn/.
_ASIDE = re.compile(r"\{[^}]*\}|<[^>]*>|\[[^\]]*\]|(?<!\S)/[^/]+/(?!\S)")
# Too long for a line of the panel, and no label breaks a word by itself.
_LONG_WORD = re.compile(r"[^\W\d_]{25,}")
_SOFT_HYPHEN = "\u00ad"
_SET_IN = 12  # pixels, where the dictionary sets a line in


def breakable(text: str) -> str:
    """With soft hyphens in the words of a text or its markup that are too long for a line."""
    return _LONG_WORD.sub(lambda match: _hyphened(match.group()), text)


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


def _hyphened(word: str) -> str:
    edges = [0, *hyphens.breaks(word, "de"), len(word)]
    return _SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(edges))
