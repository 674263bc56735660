"""Where words may be broken at the end of a line."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen

# Shorter words are not worth a break, and no break leaves less than three letters.
_WORD = re.compile(r"[^\W\d_]{7,}")
_LEFT, _RIGHT = 3, 3
_VOWEL = re.compile("[aeiouyäöüàâæéèêëîïôœùû]", re.IGNORECASE)
# Where a language has the patterns of several countries, those of most of its readers.
_COUNTRY = {"de": "de_DE", "en": "en_US"}


def load(language: str) -> None:
    """Read the patterns of a language, which takes some tenths of a second; once a process."""
    _patterns(language)


def breaks(text: str, language: str) -> list[int]:
    """The offsets in `text` before which a hyphen may end a line; none in an unknown language.

    The patterns are LibreOffice's, by way of pyphen, which does not know their levels for
    compounds. What that makes of a German compound is told by syllables without a vowel
    (“Fort-s-chritt”); both ends of such a syllable are no break here.
    """
    patterns = _patterns(language)
    if patterns is None:
        return []
    found: list[int] = []
    for match in _WORD.finditer(text):
        found += [match.start() + place for place in _word_breaks(patterns, match.group())]
    return found


def _word_breaks(patterns: pyphen.Pyphen, word: str) -> list[int]:
    places = patterns.positions(word)
    edges = [0, *places, len(word)]
    wrong = {end for a, b in pairwise(edges) if not _VOWEL.search(word, a, b) for end in (a, b)}
    return [place for place in places if place not in wrong]


@lru_cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    import pyphen  # not before a column is narrow

    known = pyphen.language_fallback(_COUNTRY.get(language, language))
    return pyphen.Pyphen(lang=known, left=_LEFT, right=_RIGHT) if known else None
