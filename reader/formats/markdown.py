"""Markdown: CommonMark with tables, strikethrough and front matter."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from reader.formats import _title
from reader.formats._encoding import decode
from reader.model import Document, Kind, Paragraph

if TYPE_CHECKING:
    from markdown_it.token import Token

NAME = "Markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
ISOLATED = False

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,16384}?\n|)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(rb"^(?:\xef\xbb\xbf)?#{1,6} \S", re.MULTILINE)
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<[/!?]?[a-z\[][^<>]*>", re.IGNORECASE)
_DEEPEST = 100
"""Levels of nesting that are read; the parser calls itself for each of them."""


def recognises(data: bytes) -> bool:
    """Whether the text has a heading with number signs among its first lines."""
    return _HEADING.search(data, 0, 10_000) is not None


def read(data: bytes, name: str) -> Document:
    """Paragraphs of every kind in plain text: links by their text, images by their description.

    The title is the front matter's, else the first heading's of level 1, else the
    file's name. Comments and scripts are left out.
    """
    text, warnings = decode(data, name)
    title, body = _split_front_matter(text)
    tokens = _parse(body)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        warnings += (f"What is nested more than {_DEEPEST} levels deep was left out.",)
    found = _Reader().read(tokens)
    at = next((i for i, p in enumerate(found) if p.kind is Kind.HEADING and p.level == 1), None)
    if at is not None:
        found[at] = Paragraph(Kind.TITLE, found[at].text)
        title = title or found[at].text
    elif title:
        found.insert(0, Paragraph(Kind.TITLE, title))
    return Document(
        title=title or _title.from_name(name, text), paragraphs=tuple(found), warnings=warnings
    )


def _parse(text: str) -> list[Token]:
    from markdown_it import MarkdownIt  # here, so that only a Markdown file pays for the import

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    return parser.enable(["table", "strikethrough"]).parse(text)


def _split_front_matter(text: str) -> tuple[str, str]:
    """The title that the front matter gives, or "", and the text after the front matter."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return "", text
    import yaml

    try:
        # Composed, not constructed: no value can be wrong, no alias is followed.
        root = yaml.SafeLoader(found[1]).get_single_node()
    except (yaml.YAMLError, RecursionError):
        return "", text
    if not isinstance(root, yaml.MappingNode):
        return "", text
    values = {key.value: value for key, value in root.value if isinstance(key, yaml.ScalarNode)}
    title = values.get("title")
    words = str(title.value).split() if isinstance(title, yaml.ScalarNode) else []
    return " ".join(words), text[found.end() :]


class _Reader:
    """Walks over the tokens of one document."""

    def __init__(self) -> None:
        self._found: list[Paragraph] = []
        self._around: list[Kind] = []
        """The lists and quotations that are open."""
        self._heading = 0
        self._row: list[str] | None = None
        self._number = ""

    def read(self, tokens: list[Token]) -> list[Paragraph]:
        for token in tokens:
            self._take(token)
        return [paragraph for paragraph in self._found if paragraph.text.strip()]

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._add_inline(_plain(token))
            case "fence" | "code_block":
                self._found.append(Paragraph(Kind.CODE, token.content.rstrip("\n")))
            case "html_block":
                self._add_paragraph(_without_tags(token.content))
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "tr_open":
                self._row = []
            case "tr_close":
                self._add_paragraph(" | ".join(filter(None, self._row or [])))
                self._row = None
            case _:
                self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "blockquote_open":
                self._around.append(Kind.QUOTE)
            case "bullet_list_open" | "ordered_list_open":
                self._around.append(Kind.LIST_ITEM)
            case "blockquote_close" | "bullet_list_close" | "ordered_list_close":
                self._around.pop()
            case "list_item_open":
                self._number = f"{token.info}{token.markup} " if token.info else ""
            case _:
                pass

    def _add_inline(self, text: str) -> None:
        if self._row is not None:
            self._row.append(text)
        elif self._heading:
            self._found.append(Paragraph(Kind.HEADING, " ".join(text.split()), self._heading))
        else:
            self._add_paragraph(text)

    def _add_paragraph(self, text: str) -> None:
        kind = self._around[-1] if self._around else Kind.TEXT
        if kind is Kind.LIST_ITEM:
            text, self._number = self._number + text, ""
        self._found.append(Paragraph(kind, text, self._around.count(kind)))


def _plain(inline: Token) -> str:
    parts: list[str] = []
    for token in inline.children or []:
        match token.type:
            case "softbreak":
                parts.append(" ")
            case "hardbreak":
                parts.append("\n")
            case "html_inline":
                parts.append("\n" if re.match(r"<br\b", token.content, re.IGNORECASE) else "")
            case "image":
                parts.append(_plain(token))
            case _:
                parts.append(token.content)
    return "".join(parts).strip()


def _without_tags(block: str) -> str:
    """The text of a block of HTML; the parser of the standard library is quadratic on odd input."""
    return " ".join(html.unescape(_TAG.sub(" ", _HIDDEN.sub(" ", block))).split())
