"""The Hanover Tagger (HanTa), the one place that knows its interface.

A trigram tagger over a probabilistic morphology: it gives every word of a sentence its
part of speech in the STTS tag set, its lemma and its morphemes.
Wartena, A Probabilistic Morphology Model for German Lemmatization, KONVENS 2019.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from typing import Any, Protocol, cast

MODEL = "morphmodel_ger.pgz"


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word as the tagger sees it; `tag` is STTS, with HanTa's "(FIN)", "(PP)" and so on."""

    form: str
    lemma: str
    tag: str


@dataclass(frozen=True, slots=True)
class Morpheme:
    """A piece of a word, in lower case; `kind` is HanTa's ("NN", "FUGE", "SUF_NN", …)."""

    text: str
    kind: str


class _HanTa(Protocol):
    tag2int: Mapping[str, int]
    LP_m_t: Mapping[int, Mapping[str, float]]
    stemdict: Mapping[int, Mapping[str, str]]
    cache: Mapping[str, Sequence[tuple[int, float]]]
    int2tag: Mapping[int, str]

    def tag_sent(self, sent: Sequence[str]) -> list[tuple[str, str, str]]: ...
    def analyze(
        self, word: str, pos: str = ..., taglevel: int = ...
    ) -> tuple[str, list[tuple[str, str]], str]: ...
    def makelemma(self, stem_morphemes: Sequence[str], pos: str) -> str: ...


class Tagger:
    """The tagger with its model; nothing in it changes after loading."""

    def __init__(self, hanta: Any) -> None:
        self._hanta = cast("_HanTa", hanta)

    def tag(self, forms: Sequence[str]) -> list[Tagged]:
        """Every word and mark of one sentence, tagged."""
        return [Tagged(*found) for found in self._hanta.tag_sent(forms)] if forms else []

    def morphemes(self, form: str, tag: str) -> list[Morpheme]:
        """The pieces of a word that has that tag; joined, they are the word in lower case."""
        _, pieces, _ = self._hanta.analyze(form, pos=tag, taglevel=3)
        return [Morpheme(text, kind) for text, kind in pieces]

    def weight(self, text: str, kind: str) -> float | None:
        """Log probability of a morpheme among those of its kind; None where it was never seen."""
        number = self._hanta.tag2int.get(kind)
        return None if number is None else self._hanta.LP_m_t.get(number, {}).get(text)

    def base(self, morpheme: Morpheme) -> str:
        """The lemma of a stem: „häus“ → „haus“, „schreib“ → „schreiben“; in lower case."""
        number = self._hanta.tag2int[morpheme.kind]
        stem = self._hanta.stemdict.get(number, {}).get(morpheme.text, morpheme.text)
        if morpheme.kind.startswith("VV"):
            stem = self._hanta.makelemma([stem], "VV(INF)")
        return stem.lower()

    @cached_property
    def variants(self) -> Mapping[str, frozenset[str]]:
        """Stems that are not that of the lemma, by lemma: „gehen“ → „ging“, „gang“.

        All are in lower case and with ss for ß.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        for number, bases in self._hanta.stemdict.items():
            for stem in bases:
                lemma = self.base(Morpheme(stem, self._hanta.int2tag[number]))
                variant = stem.lower().replace("ß", "ss")
                # What is shorter are slips of the training.
                if min(len(variant), len(lemma)) > 2 and variant.isalpha():
                    found[lemma.replace("ß", "ss")].add(variant)
        return {lemma: frozenset(stems) for lemma, stems in found.items()}

    def common_tag(self, form: str) -> str | None:
        """The usual tag of a word frequent enough to be listed; capitals make no difference."""
        tags = self._hanta.cache.get(form.lower())
        return self._hanta.int2tag[max(tags, key=lambda entry: entry[1])[0]] if tags else None


@cache
def german() -> Tagger:
    """The tagger for German; the first call takes half a second."""
    return Tagger(import_module("HanTa.HanoverTagger").HanoverTagger(MODEL))
