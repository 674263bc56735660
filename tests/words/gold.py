"""Reads the gold words and links; how they are written stands at the head of each file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_ALIGNED = _HERE.parent / "data"
_LINK = re.compile(r"(\d+)([-?])(\d+)")


@dataclass(frozen=True)
class Item:
    """A word as it should be understood. `parts` None: not judged; (): to stay whole."""

    sentence: str
    form: str
    offset: int
    lemma: str
    parts: tuple[tuple[str, str], ...] | None
    particle: str | None


@dataclass(frozen=True)
class Aligned:
    """A hand-aligned pair; `possible` holds the sure links too. Words count from 0."""

    source: str
    target: str
    sure: frozenset[tuple[int, int]]
    possible: frozenset[tuple[int, int]]


def lemmas(name: str) -> list[Item]:
    """All words of lemmas-<name>.txt."""
    return [
        _item(sentence, entry)
        for sentence, entries in _blocks(_HERE / f"lemmas-{name}.txt")
        for entry in entries.split("; ")
    ]


def aligned(name: str) -> list[Aligned]:
    """All pairs of aligned-<name>.txt."""
    return [
        _aligned(source, target, links)
        for source, target, links in _blocks(_ALIGNED / f"aligned-{name}.txt")
    ]


def _blocks(file: Path) -> list[list[str]]:
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [block.split("\n") for block in "\n".join(lines).strip().split("\n\n")]


def _item(sentence: str, entry: str) -> Item:
    entry, _, particle = entry.partition(" > ")
    entry, colon, spelled = entry.partition(" : ")
    form, lemma = entry.split(" = ")
    found = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", sentence)
    assert found is not None, (form, sentence)
    parts: tuple[tuple[str, str], ...] | None = None
    if colon:
        pieces = [] if spelled == "-" else [part.split("=") for part in spelled.split(" + ")]
        parts = tuple((text, base) for text, base in pieces)
    return Item(sentence, form, found.start(), lemma, parts, particle or None)


def _aligned(source: str, target: str, links: str) -> Aligned:
    read = [(int(a), kind, int(b)) for a, kind, b in _LINK.findall(links)]
    return Aligned(
        source,
        target,
        frozenset((a, b) for a, kind, b in read if kind == "-"),
        frozenset((a, b) for a, _, b in read),
    )
