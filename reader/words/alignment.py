"""Which words of a sentence belong to which words of its translation.

Every word of the source is left out once, and the model is asked how likely the translation
is then: what becomes unlikely belongs to the word that is gone (Li et al., On the Word
Alignment from Neural Machine Translation, ACL 2019, “prediction difference”). It holds for any
model, and for any translation, whoever made it. What it is worth, against the model's
attention, stands in tests/benchmarks/README.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.model import Span
from reader.words.tokens import words

# Below this weight nothing is linked, by measurement (benchmarks/words.py).
THRESHOLD = 0.16

# More would take seconds: the work grows with the square of the words.
MOST_WORDS = 80

# Nats. Losses of this size are noise: the model's indifference to a word.
_NOISE = 0.1


@dataclass(frozen=True, slots=True)
class Link:
    """A word of the source, a word of the target, and how surely they belong together, 0 to 1."""

    source: Span
    target: Span
    weight: float


class Judge(Protocol):
    """A model that says how likely a given translation is."""

    def likelihoods(
        self, sources: Sequence[str], target: str
    ) -> tuple[Sequence[str], Sequence[Sequence[float]]]:
        """How likely `target` is as the translation of each source, piece by piece.

        First the model's own pieces of the target, in order; then a row for each source with
        the natural log probabilities of these pieces.
        """
        ...


def links(source: str, target: str, judge: Judge, threshold: float = THRESHOLD) -> tuple[Link, ...]:
    """The links between the words of a sentence and of its translation, by their places."""
    of_source, of_target = words(source), words(target)
    if not of_source or not of_target or max(len(of_source), len(of_target)) > MOST_WORDS:
        return ()
    shares = weights(source, target, judge)
    return tuple(
        Link(left, right, round(shares[i][j], 3))
        for i, left in enumerate(of_source)
        for j, right in enumerate(of_target)
        if shares[i][j] >= threshold
    )


def weights(source: str, target: str, judge: Judge) -> list[list[float]]:
    """A row a source word: how surely it belongs to each target word, 0 to 1.

    The loss that a word's absence brings to a target word, as its share of all that this
    target word loses by any absence, times its share of all that this absence costs.
    """
    of_source, of_target = words(source), words(target)
    variants = [source, *(_without(source, word) for word in of_source)]
    pieces, (whole, *partial) = judge.likelihoods(variants, target)
    owners = _owners(pieces, target, of_target)
    losses = [[0.0] * len(of_target) for _ in of_source]
    for row, without in zip(losses, partial, strict=True):
        for owner, before, after in zip(owners, whole, without, strict=True):
            if owner is not None:
                row[owner] += max(0.0, before - after)
    by_source = [sum(row) + _NOISE for row in losses]
    by_target = [sum(column) + _NOISE for column in zip(*losses, strict=True)]
    return [
        [loss * loss / (by_source[i] * by_target[j]) for j, loss in enumerate(row)]
        for i, row in enumerate(losses)
    ]


def _without(text: str, word: Span) -> str:
    rest = text[: word.start] + text[word.end :].removeprefix(" ")
    return rest if rest.strip() else "."  # no model takes nothing


def _owners(pieces: Sequence[str], text: str, of_text: Sequence[Span]) -> list[int | None]:
    """By piece, the number of the word it is part of; None for marks and what is not found."""
    owners: list[int | None] = []
    at = 0
    for piece in pieces:
        plain = piece.replace("▁", " ").removesuffix("@@").strip()
        start = text.find(plain, at) if plain else -1
        if start < 0:
            owners.append(None)
            continue
        at = start + len(plain)
        place = Span(start, at)
        owners.append(next((i for i, word in enumerate(of_text) if word.overlaps(place)), None))
    return owners
