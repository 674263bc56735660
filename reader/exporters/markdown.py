"""Markdown: the document in both languages, the English as a quotation under its German."""

from __future__ import annotations

import re
from typing import Literal

from reader.exporters._front import front_matter
from reader.exporters._markdown import literal, literal_line, quoted, readable
from reader.model import Kind, Paragraph, Snapshot
from reader.phrases import Phrase

NAME = "md"
LABEL = Phrase("Markdown, both languages")
SUFFIX = ".md"
SUBJECT: Literal["document"] = "document"


def render(snapshot: Snapshot) -> str:
    """Front matter, the title, then the paragraphs as what they are in the document."""
    document = snapshot.document
    blocks = [front_matter(snapshot)]
    if not any(paragraph.kind is Kind.TITLE for paragraph in document.paragraphs):
        blocks.append(f"# {literal_line(document.title)}")
    depth = 0
    for number, paragraph in enumerate(document.paragraphs):
        # An item can only be one level deeper than the one before it.
        depth = min(paragraph.level, depth + 1) if paragraph.kind is Kind.LIST_ITEM else 0
        rendering = snapshot.renderings.get(number)
        blocks.append(_block(paragraph, rendering.text if rendering else "", depth))
    return "\n\n".join(blocks) + "\n"


def _block(paragraph: Paragraph, english: str, depth: int) -> str:
    translation = quoted(literal(english))
    match paragraph.kind:
        case Kind.CODE:
            return _fenced(readable(paragraph.text))
        case Kind.TITLE:
            return _joined(f"# {literal_line(paragraph.text)}", translation)
        case Kind.HEADING:
            signs = "#" * min(max(paragraph.level, 1), 6)
            return _joined(f"{signs} {literal_line(paragraph.text)}", translation)
        case Kind.QUOTE:
            return quoted(_joined(literal(paragraph.text), translation))
        case Kind.LIST_ITEM:
            return _item(_joined(literal(paragraph.text), translation), depth)
        case Kind.TEXT | Kind.TABLE_ROW | Kind.CAPTION:
            return _joined(literal(paragraph.text), translation)


def _joined(german: str, english: str) -> str:
    return "\n\n".join(filter(None, (german, english)))


def _item(markdown: str, depth: int) -> str:
    indent = "  " * max(depth, 1)
    lines = "\n".join(f"{indent}{line}" if line else "" for line in markdown.split("\n"))
    return f"{indent[2:]}- {lines[len(indent) :]}"


def _fenced(code: str) -> str:
    longest = max(map(len, re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{code}\n{fence}"
