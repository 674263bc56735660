"""Words and marks of a sentence, as spans."""

from __future__ import annotations

import regex

from reader.model import Span

# A word may hold hyphens, apostrophes and, in numbers, points and commas; not at its ends.
_WORD = r"[\p{L}\p{M}\p{N}]+(?:[-‐‑'’.,:/](?=\p{N})[\p{L}\p{M}\p{N}]+|[-‐‑'’&][\p{L}\p{M}\p{N}]+)*"
_WORDS = regex.compile(_WORD)
_TOKENS = regex.compile(rf"(?P<word>{_WORD})|\.{{2,}}|[^\s\p{{L}}\p{{M}}\p{{N}}]")


def words(text: str) -> tuple[Span, ...]:
    """The words of a text, in any language written with spaces, without its marks."""
    return tuple(Span(*match.span()) for match in _WORDS.finditer(text))


def tokens(text: str) -> tuple[tuple[Span, bool], ...]:
    """The words and the marks of a text, in order; True is a word."""
    return tuple(
        (Span(*match.span()), match["word"] is not None) for match in _TOKENS.finditer(text)
    )
