"""Translation engines: one file an engine, found by its being here.

An engine's module has `load(folder, engine_id, use) -> Engine`; its name is the first
part of the ids of its engines ("argos:translate-de_en:0.1:00df099b").
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from reader.errors import KnownError
from reader.phrases import Phrase


class Use(StrEnum):
    """What an engine is tuned for; the more urgent first."""

    CLICK = "click"  # a paragraph that is waited for
    PAGE = "page"  # the paragraphs that are looked at
    BOOK = "book"  # many paragraphs, as many a minute as can be


def workers(use: Use) -> int:
    """How many batches are translated at once: a page beside a click, a book on all cores.

    More than eight would wait for Python, which splits and checks what they make.
    """
    return min(os.cpu_count() or 1, 8) if use is Use.BOOK else 2


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the model searches for a translation; the terms are CTranslate2's."""

    beam: int = 2
    repetition_penalty: float = 1.0
    no_repeat_ngram: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """What an engine made of a sentence.

    `clipped`: the engine stopped at its output limit, the end is missing.
    `unknown`: the model put its mark for a word it does not know.
    """

    text: str
    clipped: bool = False
    unknown: bool = False


class Engine(Protocol):
    """A model, loaded."""

    @property
    def id(self) -> str:
        """Names the model and its version; translations are kept under it."""
        ...

    @property
    def source(self) -> str:
        """Code of the language translated from (ISO 639-1)."""
        ...

    @property
    def target(self) -> str:
        """Code of the language translated to (ISO 639-1)."""
        ...

    @property
    def limit(self) -> int:
        """The longest sentence that the model translates well, in the units of `size`."""
        ...

    def size(self, sentence: str) -> int:
        """The length of a sentence in the model's own units (tokens)."""
        ...

    def translate(self, sentences: Sequence[str], decoding: Decoding) -> list[Candidate]:
        """One candidate a sentence, in order. Nothing is cut without `clipped`.

        Raises ValueError for a sentence over `limit`.
        """
        ...

    def likelihoods(
        self, sources: Sequence[str], target: str
    ) -> tuple[Sequence[str], Sequence[Sequence[float]]]:
        """How likely `target` is as the translation of each source, piece by piece.

        First the model's own pieces of the target, in order; then a row for each source
        with the natural log probabilities of these pieces. There is no limit on lengths.
        """
        ...


class _Loader(Protocol):
    def __call__(self, folder: Path, engine_id: str, use: Use) -> Engine: ...


def engines() -> tuple[str, ...]:
    """The names of all engines there are."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def load(folder: Path, engine_id: str, use: Use = Use.CLICK) -> Engine:
    """The engine of that id, with its model loaded from `folder`.

    Raises KnownError where the model cannot be loaded.
    """
    name = engine_id.partition(":")[0]
    if name not in engines():
        raise KnownError(Phrase("There is no translation engine “{name}”.", name=name))
    module = import_module(f"{__name__}.{name}")
    return cast("_Loader", module.load)(folder, engine_id, use)
