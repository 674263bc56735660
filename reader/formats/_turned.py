"""Pages on which the text lies on its side, as wide tables and some scans do."""

from __future__ import annotations

import math
from collections import Counter
from ctypes import c_double
from typing import Any, NamedTuple

_QUARTER = math.pi / 2
_UPRIGHT = 0.2  # radians
_SOME = 40
"""Characters of a page that are asked how they lie."""


class Box(NamedTuple):
    """What a character takes up, in points."""

    left: float
    bottom: float
    right: float
    top: float


class Turn(NamedTuple):
    """By how many quarters the text of a page lies with the clock, and the size of that page."""

    quarters: int
    width: float
    height: float

    def size(self) -> tuple[float, float]:
        """The width and height of the page as the text is read."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page lies as the text is read."""
        match self.quarters:
            case 1:
                return self.height - y, x
            case 2:
                return self.width - x, self.height - y
            case 3:
                return y, self.width - x
            case _:
                return x, y

    def box(self, box: Any) -> Any:
        """A box of PDFium as the text is read."""
        if not self.quarters:
            return box
        one, other = self.point(box.left, box.bottom), self.point(box.right, box.top)
        return Box(*map(min, one, other), *map(max, one, other))

    def origin(self, raw: Any, text: Any, at: int) -> tuple[float, float]:
        """Where a character begins on its base line, as the text is read."""
        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        return self.point(x.value, y.value)

    def is_upright(self, raw: Any, text: Any, at: int) -> bool:
        """Whether a character lies as most of them do."""
        angle = (raw.FPDFText_GetCharAngle(text, at) - self.quarters * _QUARTER) % math.tau
        return min(angle, math.tau - angle) < _UPRIGHT


def turn_of(raw: Any, text: Any, count: int, page: Any) -> Turn:
    """How most of the text of the page lies on it."""
    some = range(0, count, max(1, count // _SOME))
    angles = [
        raw.FPDFText_GetCharAngle(text, at)
        for at in some
        if raw.FPDFText_IsGenerated(text, at) != 1
    ]
    quarters = Counter(round(angle / _QUARTER) % 4 for angle in angles if math.isfinite(angle))
    most = quarters.most_common(1)
    width, height = page.get_size()  # as the page is shown
    if page.get_rotation() % 180:
        width, height = height, width
    return Turn(most[0][0] if most else 0, width, height)
