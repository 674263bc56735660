"""Paragraphs and sentences beside their translations, as every exporter needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model import Flag, Paragraph, Rendering, Snapshot


@dataclass(frozen=True)
class Pair:
    """A paragraph or a sentence and its translation, "" where there is none."""

    source: str
    target: str
    flags: tuple[Flag, ...] = ()


def pairs(snapshot: Snapshot) -> Iterator[Pair]:
    """The paragraphs of the document, in order."""
    for number, paragraph in enumerate(snapshot.document.paragraphs):
        rendering = snapshot.renderings.get(number)
        yield Pair(paragraph.text, rendering.text if rendering else "")


def sentence_pairs(paragraph: Paragraph, rendering: Rendering | None) -> list[Pair]:
    """The sentences of a paragraph; it is one sentence itself if it is not translated."""
    if rendering is None or not rendering.pairs:
        return [Pair(paragraph.text, rendering.text if rendering else "")]
    return [
        Pair(pair.source.of(paragraph.text), pair.target.of(rendering.text), pair.flags)
        for pair in rendering.pairs
    ]
