"""Plain text in any encoding German is written in."""

from __future__ import annotations

from reader.formats import _title
from reader.formats._encoding import decode
from reader.formats._lines import paragraphs
from reader.model import Document, Kind, Paragraph
from reader.phrases import Phrase

NAME = Phrase("Plain text")
SUFFIXES = (".txt", ".text", ".asc")
ISOLATED = False


def recognises(_data: bytes) -> bool:
    """Never surely: plain text is what is left when no other format is."""
    return False


def read(data: bytes, name: str) -> Document:
    """One paragraph a line, or lines joined that were broken at a width.

    A first line that reads like a headline is the title; else the file's name is.
    """
    text, warnings = decode(data, name)
    found = [Paragraph(Kind.TEXT, line) for line in paragraphs(text)]
    title = _title.from_name(name, text)
    if len(found) > 1 and _title.is_headline(found[0].text) and not _all_headlines(found[1:]):
        title = found[0].text
        found[0] = Paragraph(Kind.TITLE, title)
    return Document(title=title, paragraphs=tuple(found), warnings=warnings)


def _all_headlines(found: list[Paragraph]) -> bool:
    """Whether the text is a list or verse, where a short first line means nothing."""
    return all(_title.is_headline(paragraph.text) for paragraph in found)
