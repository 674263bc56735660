"""The kinds of damage that a notes file may have, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from reader.phrases import Phrase


class Damage(StrEnum):
    """A kind of damage, in the order in which they are told."""

    PAGES = "pages"  # torn: the file is to be rescued, see rescue.py
    INDEXES = "indexes"
    DOCUMENTS = "documents"  # gone, with marks, words or paragraphs left
    PARAGRAPHS = "paragraphs"  # gone from the midst of a document
    MARKS = "marks"  # gone, with their anchors left
    LEFTOVERS = "leftovers"  # of marks and documents that are gone
    VALUES = "values"  # that make no sense
    POSITIONS = "positions"  # that lie outside their text
    HISTORY = "history"  # steps that cannot be undone
    SEARCH = "search"  # the index of words


@dataclass(frozen=True, slots=True)
class Finding:
    """Some damage of a kind, and in how many places it is."""

    damage: Damage
    count: int

    @property
    def words(self) -> str:
        """What is damaged, as a part of a sentence."""
        return _WORDS[self.damage][0]

    @property
    def done(self) -> str:
        """What is done about it, as a sentence in the past."""
        return _WORDS[self.damage][1]


_WORDS: Mapping[Damage, tuple[str, str]] = MappingProxyType(
    {
        Damage.PAGES: (
            Phrase("pages of the file are torn"),
            Phrase("What could be read of the file was saved and joined with the newest backup."),
        ),
        Damage.INDEXES: (
            Phrase("indexes do not fit their tables"),
            Phrase("The indexes were made anew."),
        ),
        Damage.DOCUMENTS: (
            Phrase("documents are gone of which there are notes or paragraphs"),
            Phrase("Documents that were gone are listed again, by their first words."),
        ),
        Damage.PARAGRAPHS: (
            Phrase("paragraphs are gone from their documents or misplaced"),
            Phrase("Paragraphs that are gone are empty now, so that all others keep their places."),
        ),
        Damage.MARKS: (
            Phrase("marks are gone of which the places are left"),
            Phrase("Marks that were gone are back in their places, without what was noted."),
        ),
        Damage.LEFTOVERS: (
            Phrase("rows are left of notes and documents that are gone"),
            Phrase("What was left of notes and documents that are gone was removed."),
        ),
        Damage.VALUES: (
            Phrase("values make no sense"),
            Phrase("Values that made no sense were replaced by usual ones."),
        ),
        Damage.POSITIONS: (
            Phrase("places lie outside their texts"),
            Phrase("Notes whose place lay outside the text are listed as lost, with their words."),
        ),
        Damage.HISTORY: (
            Phrase("histories cannot be undone"),
            Phrase("The history of the documents concerned begins anew."),
        ),
        Damage.SEARCH: (
            Phrase("search indexes do not fit their texts"),
            Phrase("The search indexes were made anew."),
        ),
    }
)
