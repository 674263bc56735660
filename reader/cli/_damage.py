"""Damage in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reader.store.repair import Damage, Finding

_WORDS: Mapping[Damage, str] = MappingProxyType(
    {
        Damage.PAGES: "pages of the file are torn",
        Damage.INDEXES: "indexes do not fit their tables",
        Damage.DOCUMENTS: "documents are gone that have notes or paragraphs",
        Damage.PARAGRAPHS: "paragraphs are gone from their documents or misplaced",
        Damage.LEFTOVERS: "rows are left of notes and documents that are gone",
        Damage.VALUES: "values make no sense",
        Damage.POSITIONS: "places lie outside their texts",
        Damage.HISTORY: "histories cannot be undone",
        Damage.SEARCH: "search indexes do not fit their texts",
    }
)


def damage_text(finding: Finding) -> str:
    """What is damaged, and in how many places."""
    return f"{_WORDS[finding.damage]} ({finding.count})"
