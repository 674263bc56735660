"""What the forms of a word have in common, letter by letter: gehen → geh, ging, gang."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from reader.words.grammar import PARTICLES, PartOfSpeech
from reader.words.lemma import Word
from reader.words.tagger import german

LONGEST = 5  # letters; endings and suffixes change what comes after them
_ANYWHERE = 4  # letters; fewer stand at the beginning, or after the ge and zu of verbs
_SHORTEST = 3
_SPELLINGS = {"a": "[aä]", "o": "[oö]", "u": "[uü]"}


def pattern(word: Word) -> regex.Pattern[str]:
    """What finds the forms of that word; it finds other words that look like it too."""
    lemma, form = (text.lower().replace("ß", "ss") for text in (word.lemma, word.text))
    stems = {lemma, form, *_stems(lemma, word.kind)}
    parts = {_spelt(stem[:LONGEST]) for stem in stems}
    return regex.compile("|".join(sorted(parts)), regex.IGNORECASE)


def _stems(lemma: str, kind: PartOfSpeech) -> Iterator[str]:
    variants = german().variants
    if kind is not PartOfSpeech.VERB:
        yield from variants.get(lemma, ())
        if len(without := lemma.removesuffix("um")) >= _SHORTEST:  # Medium, Medien
            yield without
        return
    yield _stem(lemma)
    for particle in PARTICLES:
        if lemma.startswith(particle) and len(lemma) > len(particle) + _SHORTEST:
            yield _stem(lemma.removeprefix(particle))
    for verb, stems in variants.items():
        if lemma.endswith(verb):
            yield from (_stem(verb), *stems)
            yield from (lemma.removesuffix(verb) + stem for stem in stems)


def _stem(verb: str) -> str:
    return verb.removesuffix("n").removesuffix("e")


def _spelt(stem: str) -> str:
    """With or without umlauts, with ss or ß."""
    letters = "".join(_SPELLINGS.get(c, regex.escape(c)) for c in stem)
    spelt = regex.sub("ss?$|ss", lambda found: "(?:ss|ß)" if len(found[0]) > 1 else "[sß]", letters)
    return spelt if len(stem) >= _ANYWHERE else rf"(?:\b|ge|zu){spelt}"
