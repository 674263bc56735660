"""The values that cross every border of the program.

All of them are frozen and free of Qt; those of which a book has tens of thousands are
tuples, for a frozen dataclass takes twice as long to make. Offsets are code points into
the text of one paragraph or of its rendering; only the view converts them to UTF-16.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple


class Side(StrEnum):
    """The column a place lies in."""

    SOURCE = "source"
    TARGET = "target"


class Kind(StrEnum):
    """What a paragraph is in its document."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    QUOTE = "quote"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"  # its cells with " | " between them
    CAPTION = "caption"
    CODE = "code"  # shown as it is, never translated


class Style(StrEnum):
    """How a stretch of a paragraph was set apart by its author."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"


class Colour(StrEnum):
    """The five highlighters."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    VIOLET = "violet"


class Flag(StrEnum):
    """Why a translated sentence is not to be trusted."""

    EMPTY = "empty"
    COPIED = "copied"
    CLIPPED = "clipped"
    LOOPING = "looping"
    LENGTH = "length"
    NUMBERS = "numbers"
    NAMES = "names"
    UNKNOWN = "unknown"


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Run(NamedTuple):
    """A stretch of a paragraph in a style; `target` is the address a link leads to."""

    span: Span
    style: Style
    target: str = ""


class _Paragraph(NamedTuple):
    kind: Kind
    text: str
    level: int = 0
    runs: tuple[Run, ...] = ()


class Paragraph(_Paragraph):
    """One paragraph of a document; `level` is the depth of a heading or list item.

    `runs` are in the order of their spans; they may overlap, as in a strong link.
    """

    @cached_property
    def hash(self) -> str:
        """Names the text, whatever document it stands in."""
        return text_hash(self.text)


@dataclass(frozen=True)
class Document:
    """A text as a format read it.

    `source` is the path it came from, or "" for text without a file. `checksum`
    names the bytes it was read from. `warnings` say what a reader should know of
    the reading, in whole sentences. `date` is when the text was published, as
    YYYY-MM-DD or a part of it from the left; `format` names the format that read it.
    """

    title: str
    paragraphs: Sequence[Paragraph]
    source: str = ""
    checksum: str = ""
    language: str = "de"
    warnings: tuple[str, ...] = ()
    author: str = ""
    date: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence and its translation: spans into the paragraph and its rendering."""

    source: Span
    target: Span
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class Rendering:
    """A paragraph's translation by the engine of that id.

    The source spans of `pairs` cover the paragraph without a gap, in order; the
    target spans cover `text` likewise.
    """

    text: str
    pairs: tuple[SentencePair, ...]
    engine: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A marked stretch of one paragraph, with enough around it to find it again.

    `prefix` and `suffix` are up to 32 characters before and after the quote;
    `hash` is the hash of the whole text the span points into.
    """

    side: Side
    paragraph: int
    span: Span
    quote: str
    prefix: str
    suffix: str
    hash: str


class Fit(StrEnum):
    """How surely a mark lies where its anchors say."""

    EXACT = "exact"
    NEAR = "near"  # the text around it changed; the place was found by likeness
    ORPHAN = "orphan"  # the place is gone; the anchors are those of the old text


@dataclass(frozen=True)
class Mark:
    """A highlight, a note on a highlight, or (without a colour) a note on a paragraph.

    `anchors` are in reading order, one a paragraph; a note on the document has none.
    `partner` is the other
    language's text of the same sentences when the mark was made, so that a mark
    tells its whole story even where no translation is at hand. Times are ISO 8601
    in UTC.
    """

    id: str
    document: str
    anchors: tuple[Anchor, ...]
    colour: Colour | None
    note: str
    partner: str
    created: str
    changed: str
    fit: Fit = Fit.EXACT
    tags: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The marked words; paragraphs are joined by a line break."""
        return "\n".join(anchor.quote for anchor in self.anchors)


@dataclass(frozen=True)
class Word:
    """A German word that a reader keeps to learn, with the sentence it was met in.

    `anchor` is the place of the word; `lemma` is its dictionary form, `part` its part of
    speech ("" where it is not known), `meaning` its English in the reader's words.
    `sentence` and `partner` are the sentence and its translation. Times are ISO 8601 in UTC.
    """

    id: str
    document: str
    anchor: Anchor
    lemma: str
    part: str
    meaning: str
    sentence: str
    partner: str
    created: str
    changed: str
    fit: Fit = Fit.EXACT


@dataclass(frozen=True, slots=True)
class Edit:
    """One item's step: made (`before` is None), changed, or deleted (`after` is None)."""

    before: Mark | Word | None
    after: Mark | Word | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is: a paragraph, and how far down in it (0 to 1) the window's top lies."""

    paragraph: int = 0
    depth: float = 0.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as the library lists it.

    `opened` is ISO 8601 in UTC, "" for never; `words` is the length of the German text; `mode`
    is how the reader last had it on the page, "" for as usual; `read` counts the paragraphs up
    to the last one that was read to its end.
    """

    id: str
    title: str
    source: str
    language: str
    opened: str
    place: Place
    paragraphs: int
    author: str = ""
    date: str = ""
    format: str = ""
    words: int = 0
    tags: tuple[str, ...] = ()
    mode: str = ""
    read: int = 0


@dataclass(frozen=True)
class Snapshot:
    """All that an exporter may use; `renderings` by paragraph number, `date` as YYYY-MM-DD.

    `colour_names` are what the reader calls the highlighters, as far as they have a name.
    `words` may be those of other documents too; `titles` are these documents' by id.
    """

    document: Document
    document_id: str
    renderings: Mapping[int, Rendering]
    marks: tuple[Mark, ...]
    engine: str
    date: str
    words: tuple[Word, ...] = ()
    colour_names: Mapping[Colour, str] = field(default_factory=dict[Colour, str])
    titles: Mapping[str, str] = field(default_factory=dict[str, str])


def text_hash(text: str) -> str:
    """A 128-bit name of a text, the same on every machine."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def new_id() -> str:
    """A random id of ten hexadecimal digits, good as a block id in Markdown."""
    return secrets.token_hex(5)
