"""Offsets in code points, as everywhere else, and in UTF-16 units, as Qt counts."""

from __future__ import annotations

ASTRAL = "\U00010000"


def to_utf16(text: str, offset: int) -> int:
    """How many UTF-16 units the first `offset` code points of `text` take."""
    return offset + sum(character >= ASTRAL for character in text[:offset])


def from_utf16(text: str, units: int) -> int:
    """How many code points begin within the first `units` UTF-16 units of `text`."""
    if text.isascii():
        return min(units, len(text))
    seen = 0
    for offset, character in enumerate(text):
        if seen >= units:
            return offset
        seen += 2 if character >= ASTRAL else 1
    return len(text)
