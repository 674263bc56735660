"""The signs of footnotes on a page: raised and mostly small, they belong to a line beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.formats._page import Line

_SIGN = re.compile(r"\s*(\d{1,3}|[*†‡]{1,3})\s*")
_GRID = 8.0  # points; words that touch are in the same part of it or in the next


def with_signs(lines: Sequence[Line]) -> list[Line]:
    """The lines, each sign put to the words at its left, or before those at its right.

    In a text it reads `Wort[1]`; a note begins with its number and a space.
    """
    signs = [line for line in lines if _SIGN.fullmatch(line.text)]
    if not signs:
        return list(lines)
    words = [line for line in lines if not _SIGN.fullmatch(line.text)]
    ends, starts = _Edges(), _Edges()
    for at, line in enumerate(words):
        ends.add(line.right, at)
        starts.add(line.left, at)
    alone: list[Line] = []
    for sign in sorted(signs, key=lambda sign: sign.left):
        text = sign.text.strip()
        before = [at for at in ends.near(sign.left) if _is_raised(sign, words[at], words[at].right)]
        after = [at for at in starts.near(sign.right) if _is_raised(sign, words[at], sign.right)]
        if before:
            line = words[before[0]]
            words[before[0]] = replace(line, text=f"{line.text}[{text}]", right=sign.right)
            ends.add(sign.right, before[0])
        elif after:
            line = words[after[0]]
            words[after[0]] = replace(line, text=f"{text} {line.text}", left=sign.left)
        else:
            alone.append(sign)
    return [*words, *alone]


def _is_raised(sign: Line, line: Line, end: float) -> bool:
    """Whether the sign touches the line where either of them ends, and stands higher."""
    start = sign.left if end == line.right else line.left
    height = (sign.base - line.base) / line.size
    high = 0.25 if sign.size > 0.8 * line.size else 0.1
    return -0.3 < (start - end) / line.size < 0.4 and high < height < 0.7


class _Edges:
    """Where lines begin, or end, by place."""

    def __init__(self) -> None:
        self._places: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, place: float, line: int) -> None:
        self._places[int(place // _GRID)].append(line)

    def near(self, place: float) -> Iterator[int]:
        at = int(place // _GRID)
        for part in (at, at - 1, at + 1):
            yield from self._places.get(part, ())
