"""Where else in a text a word stands, whatever its form: Haus, Häuser; geht, ging, gegangen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.model import Span
from reader.segment import sentences

if TYPE_CHECKING:
    from reader.words.lemma import Word

# Characters. All of a text up to this length is analysed, a second or two beside the window.
# In longer ones only the paragraphs that look like the word are.
WHOLE = 60_000

STEM = 5  # letters a form must share with the word or its lemma, to look like it
SHORTEST_STEM = 3


@dataclass(frozen=True)
class Place:
    """A sentence of the open text: paragraph, and where in it."""

    row: int
    sentence: Span
    text: str


class WordPlaces:
    """The lemmas of a text; a paragraph is analysed when it is first asked about, and once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._short = sum(map(len, texts)) <= WHOLE
        self._plain: list[str] | None = None
        self._analysed: dict[int, list[tuple[Span, frozenset[str]]]] = {}

    def search(self, word: Word) -> Iterator[Place | None]:
        """The sentences that have the lemma, in order; None between them, after some work."""
        for row in self._candidates(word):
            if row not in self._analysed:
                self._analysed[row] = []
                for span in sentences(self._texts[row]):
                    self._analysed[row].append((span, _lemmas(span.of(self._texts[row]))))
                yield None
            for span, lemmas in self._analysed[row]:
                if word.lemma in lemmas:
                    yield Place(row, span, span.of(self._texts[row]).strip())

    def _candidates(self, word: Word) -> Iterator[int]:
        if self._short:
            yield from range(len(self._texts))
            return
        if self._plain is None:
            self._plain = [_plain(text) for text in self._texts]
        stems = {_plain(form)[:STEM] for form in (word.lemma, word.text)}
        if word.particle is not None:
            stems.add(_plain(word.text))
        if len(min(stems, key=len)) < SHORTEST_STEM:
            stems = {f" {stem}" for stem in stems}
        for row, text in enumerate(self._plain):
            if any(stem in f" {text}" for stem in stems):
                yield row


def _lemmas(sentence: str) -> frozenset[str]:
    from reader.words.lemma import words

    return frozenset(word.lemma for word in words(sentence))


def _plain(text: str) -> str:
    """In small letters, without the umlauts that a plural may bring."""
    return "".join(
        c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c)
    )
