"""What a page of a PDF has on it: lines of text at their places.

Coordinates are in points, from the lower left corner of the page, as PDF has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of text or part of one, on its base line, in type of a size.

    `bold` and `fixed` (all letters of one width, as code is set) hold for all of it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    fixed: bool = False


Row = list[Line]
"""A line by its cells from left to right, which mostly is one."""


@dataclass(frozen=True)
class Page:
    """A page of a width and height, with the pieces of text on it in any order."""

    width: float
    height: float
    lines: Sequence[Line]


def text_of(row: Row) -> str:
    """The text of the line."""
    return " ".join(cell.text.strip() for cell in row)
