"""Whether a translated sentence can be trusted, told from the pair of texts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

import regex

from reader.model import Flag

REASONS: Mapping[Flag, str] = MappingProxyType(
    {
        Flag.EMPTY: "No translation came back",
        Flag.COPIED: "The German was copied, not translated",
        Flag.CLIPPED: "The translation was cut off",
        Flag.LOOPING: "The translation repeats itself",
        Flag.LENGTH: "The translation is too short or too long",
        Flag.NUMBERS: "Numbers differ from the German",
        Flag.NAMES: "Names of the German are missing",
        Flag.UNKNOWN: "The model did not know a character",
    }
)

_WORD = regex.compile(r"\w+")
_UNKNOWN = regex.compile(r"⁇|<unk>")


def check(source: str, candidate_text: str, *, clipped: bool, unknown: bool) -> tuple[Flag, ...]:
    """What is wrong with a translation of one sentence; () if nothing is."""
    source_words = [word.casefold() for word in _WORD.findall(source)]
    words = [word.casefold() for word in _WORD.findall(candidate_text)]
    if not candidate_text.strip():
        return (Flag.EMPTY,) if source.strip() else ()
    found: list[Flag] = []
    if len(source_words) > 3 and source_words == words:
        found.append(Flag.COPIED)
    if clipped:
        found.append(Flag.CLIPPED)
    if _loops(words) > max(3, _loops(source_words) + 1):
        found.append(Flag.LOOPING)
    if len(source) > 20 and not 0.3 < len(candidate_text) / len(source) < 3:
        found.append(Flag.LENGTH)
    if unknown or _UNKNOWN.search(candidate_text):
        found.append(Flag.UNKNOWN)
    return tuple(found)


def _loops(words: list[str]) -> int:
    """How often the most frequent run of three words comes."""
    return max(Counter(zip(words, words[1:], words[2:], strict=False)).values(), default=0)
