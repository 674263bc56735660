"""What is typed to search with, in the words of SQLite's full-text index, and its lights back.

The index has ss for ß (see forms.py), so a query has it too, and lights are moved to where
they belong in the text as it is. It has no accents, so ü is u there; who types ue finds ü too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.find import spellings
from reader.model import Span

# Noncharacters, which no text has (https://www.unicode.org/faq/private_use.html#nonchar1).
_ON, _OFF = "\ufdd0", "\ufdd1"

# Of more hits than these none stands out.
_MOST_RANKED = 3000

# Nobody types more, and the index's parser takes a few hundred.
_MOST_WORDS = 32


def match(query: str) -> str:
    """A query in the words of FTS5, "" if there is nothing in it to look for."""
    clean = query.encode("utf-8", "ignore").decode().replace("\0", " ")
    clean = re.sub("[„“”«»]", '"', clean.replace("ß", "ss").replace("ẞ", "ss"))
    # Every second part stands between quotation marks; the last may still be open.
    parts = clean.split('"')
    terms: list[tuple[tuple[str, ...], bool]] = []
    for number, part in enumerate(parts):
        is_last = number == len(parts) - 1
        if number % 2:
            terms.append(((part,), is_last))
            continue
        words = part.split()
        terms += ((spellings(word), word.endswith("*")) for word in words)
        if is_last and words:
            terms[-1] = (terms[-1][0], True)
    wanted = [(term, is_open) for term, is_open in terms if any(map(str.isalnum, term[0]))]
    return " AND ".join(_term(term, is_open) for term, is_open in wanted[:_MOST_WORDS])


def _term(spelt: Sequence[str], is_open: bool) -> str:
    """One of these spellings."""
    end = "*" if is_open else ""
    terms = " OR ".join(f'"{term}"{end}' for term in spelt)
    return f"({terms})" if len(spelt) > 1 else terms


def some(table: str) -> str:
    """SQL that counts the hits in an index, as far as `order` needs to know them."""
    index = f"{table}_index"
    found = f"SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT {_MOST_RANKED + 1}"
    return f"SELECT count(*) AS hits FROM ({found})"


def order(hits: int) -> str:
    """SQL for the order of so many hits of an index `i`: of many the newest first, in no time."""
    return "i.rowid DESC" if hits > _MOST_RANKED else "rank"


def highlight(table: str, column: int) -> str:
    """SQL for a column of an index with its lights in it, for `lights` to read."""
    return f"highlight({table}_index, {column}, '{_ON}', '{_OFF}')"


def lights(lit: str, text: str) -> tuple[Span, ...]:
    """Where the lights of `lit` are in `text`, which `lit` has with ss for ß."""
    start = lit.find(_ON)
    if start < 0:
        return ()
    spans: list[Span] = []
    while start >= 0:
        end = lit.index(_OFF, start)
        before = 2 * len(spans)  # signs that are not in the text
        spans.append(Span(start - before, end - before - 1))
        start = lit.find(_ON, end)
    if not ("ß" in text or "ẞ" in text):
        return tuple(spans)
    places = [place for place, letter in enumerate(text) for _ in ("ss" if letter in "ßẞ" else "s")]
    places.append(len(text))
    return tuple(Span(places[span.start], places[span.end]) for span in spans)


def lit_word(word: str, text: str) -> str:
    """`text` with lights, for `lights` to read, where a word stands in it by itself."""
    if not word:
        return ""
    pattern = rf"(?<!\w){re.escape(word)}(?!\w)"
    lit = re.sub(pattern, lambda found: f"{_ON}{found[0]}{_OFF}", text)
    return lit.replace("ß", "ss").replace("ẞ", "ss")
