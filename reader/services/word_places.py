"""Where else in a text a word stands, whatever its form: Haus, Häuser; geht, ging, gegangen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.model import Paragraph, Span
from reader.segment import sentences

if TYPE_CHECKING:
    from reader.words.lemma import Word

_AT_ONCE = 500  # paragraphs without the word that are passed over in one go, in a few milliseconds


@dataclass(frozen=True)
class Place:
    """A sentence of the open text: paragraph, and where in it."""

    row: int
    sentence: Span
    text: str


def search(word: Word, paragraphs: Sequence[Paragraph]) -> Iterator[Place | None]:
    """The sentences that have the word's lemma, in order; None between them, after some work.

    Only sentences with a word that looks like one of its forms are analysed.
    """
    from reader.words.stems import pattern

    wanted = pattern(word)
    for row, paragraph in enumerate(paragraphs):
        if row % _AT_ONCE == 0:
            yield None
        if wanted.search(paragraph.text) is None:
            continue
        for span in sentences(paragraph.text):
            sentence = span.of(paragraph.text)
            if wanted.search(sentence) is not None:
                has_it = word.lemma in _lemmas(sentence)
                yield Place(row, span, sentence.strip()) if has_it else None


@lru_cache(maxsize=256)  # a few kilobytes each
def _lemmas(sentence: str) -> frozenset[str]:
    from reader.words.lemma import words

    return frozenset(word.lemma for word in words(sentence))
