"""Large first letters, which hang beside several lines or stand up from their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.formats._page import Line

_CAPITAL = re.compile(r"\s*[„»“\"]?[A-ZÄÖÜ]\s*")
_LARGER = 1.5
"""Times the size of the words it begins, at least."""

_HEIGHT = 0.9
"""In its size: how far a capital reaches above its base line."""

_MOST = 50
"""Of a page; what has more is a drawing made of letters."""


def with_capitals(lines: Sequence[Line]) -> list[Line]:
    """The lines, each large first letter put before its words.

    The lines beside it begin where it does, as they would without it.
    """
    capitals = [line for line in lines if _CAPITAL.fullmatch(line.text)][:_MOST]
    found = list(lines)
    for capital in capitals:
        beside = [at for at, line in enumerate(found) if _is_beside(line, capital)]
        if not beside:
            continue
        first = max(beside, key=lambda at: found[at].base)
        for at in beside:
            found[at] = replace(found[at], left=capital.left)
        found[first] = replace(found[first], text=capital.text.strip() + found[first].text)
        found.remove(capital)
    return found


def _is_beside(line: Line, capital: Line) -> bool:
    return (
        line.size * _LARGER < capital.size
        and -0.2 < (line.left - capital.right) / capital.size < 0.4
        and -0.3 * line.size < line.base - capital.base < _HEIGHT * capital.size
    )
