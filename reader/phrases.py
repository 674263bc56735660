"""Sentences that the program says, kept so that they can be said in another language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

_FIELD = re.compile(r"\{(\w+)\}")


class Phrase(str):
    """An English sentence that remembers its pattern and what was filled in for its {names}.

    It is a string like any other; whoever shows it may translate `pattern` and fill in
    `values` anew. `packaging/translations.py` collects the patterns, so they are written
    out where a phrase is made.
    """

    __slots__ = ("pattern", "values")

    pattern: str
    values: Mapping[str, object]

    def __new__(cls, pattern: str, **values: object) -> Phrase:
        made = super().__new__(cls, fill(pattern, values))
        made.pattern = pattern
        made.values = values
        return made


class Language(str):
    """The code of a language, as a value of a phrase: whoever shows it may say its name."""

    __slots__ = ()


def fill(pattern: str, values: Mapping[str, object]) -> str:
    """The pattern with the values in the places of their {names}.

    Unlike `str.format` it looks into no value: patterns come from other processes too.
    """
    return _FIELD.sub(lambda found: str(values.get(found[1], found[0])), pattern)


def to_json(text: str) -> object:
    """A text for JSON, a phrase with all it remembers."""
    if not isinstance(text, Phrase):
        return text
    values = {
        name: to_json(value) if isinstance(value, str) else str(value)
        for name, value in text.values.items()
    }
    return [text.pattern, values]


def from_json(written: object) -> str:
    """What `to_json` was given. Raises ValueError for what it cannot have written."""
    match written:
        case str(text):
            return text
        case [str(pattern), dict()]:
            values = cast("dict[str, object]", cast("list[object]", written)[1])
            return Phrase(pattern, **{name: from_json(value) for name, value in values.items()})
        case _:
            raise ValueError(f"no text: {written!r:.80}")
