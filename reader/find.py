"""Finding words in an open text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.errors import KnownError
from reader.model import Side, Span
from reader.phrases import Phrase


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A place where what is looked for stands."""

    row: int
    side: Side
    span: Span


@dataclass(frozen=True)
class Wanted:
    """What is looked for, and how exactly."""

    words: str
    case: bool = False
    whole: bool = False
    regex: bool = False

    def pattern(self) -> re.Pattern[str]:
        """The pattern to look with. Raises KnownError for a regular expression that is none."""
        words = self.words if self.regex else re.escape(self.words)
        if self.whole:
            words = rf"(?<!\w)(?:{words})(?!\w)"
        try:
            return re.compile(words, 0 if self.case else re.IGNORECASE)
        except re.error as error:
            raise KnownError(
                Phrase(
                    "“{words}” is no regular expression: {error}.", words=self.words, error=error
                )
            ) from error


def spellings(word: str) -> tuple[str, ...]:
    """A word as it is typed and, where its ae, oe and ue may stand for them, with umlauts.

    They do not after another vowel or q, as in neue or Quelle. In Poet they do not either,
    which no rule can tell; so it is for places where finding too much does no harm, and for
    words of more than three letters.
    """
    if len(word) <= _SHORT:
        return (word,)
    other = _DIGRAPH.sub(lambda found: _UMLAUTS[found[1]], word)
    return (word,) if other == word else (word, other)


_SHORT = 3
_UMLAUTS = dict(zip("aouAOU", "äöüÄÖÜ", strict=True))
_DIGRAPH = re.compile("(?<![aeiouyäöüq])([aou])e", re.IGNORECASE)


def find(wanted: Wanted, texts: Iterable[tuple[int, Side, str]]) -> Iterator[Hit]:
    """All places in texts given by row and side; matches without a character are left out."""
    if not wanted.words:
        return
    pattern = wanted.pattern()
    for row, side, text in texts:
        for match in pattern.finditer(text):
            if match.end() > match.start():
                yield Hit(row, side, Span(match.start(), match.end()))
