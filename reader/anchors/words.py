"""The words of a text in the plain form in which they are compared.

Without accents, soft hyphens and other signs that do not print, in lower case, with
one form for all quotation marks, all dashes and ß/ss.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

import regex
from rapidfuzz.distance import OSA

from reader.model import Span

# They stand between the words for the end of a paragraph and for the ends of the text.
BREAK, BEGIN, END = "\n", "\x02" * 6, "\x03" * 6

SENTENCE_ENDS = frozenset(".!?…:")

_QUOTES = frozenset("\"'`´„“”‟‚‘’‛«»‹›′″")
_SILENT = frozenset({"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"})  # categories of what does not print
_WORD = regex.compile(r"[\w\p{Cf}\p{M}]+|[^\w\s]")


def split(text: str) -> Iterator[tuple[Span, str]]:
    """The words of a text and their plain forms."""
    for match in _WORD.finditer(text):
        if word := plain(match[0]):
            yield Span(*match.span()), word


def sums(words: Sequence[str]) -> list[int]:
    """The number of letters before each word, and in all."""
    return list(accumulate(map(len, words), initial=0))


def alike(one: str, other: str, *, between: bool) -> bool:
    """Whether two words are one but for typos; `between` if their neighbours are the same."""
    return OSA.distance(one, other) <= len(one) // (2 if between else 3)


def cut_off(prefix: str, quote: str, word: str) -> int:
    """How many characters of its first `word` a quote leaves out, as it did before."""
    head = _WORD.findall(prefix + quote[:1])[-1][:-1] if prefix and quote[:1].isalnum() else ""
    return len(head) if word.startswith(head) and len(word) > len(head) else 0


def plain(text: str) -> str:
    """The plain form of a word: see the head of this module."""
    return "".join(map(_form, text))


@cache
def _form(character: str) -> str:
    if character in _QUOTES:
        return '"'
    if unicodedata.category(character) == "Pd":
        return "-"
    letters = unicodedata.normalize("NFKD", character).casefold()
    return "".join(c for c in letters if unicodedata.category(c) not in _SILENT)
