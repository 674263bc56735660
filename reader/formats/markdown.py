"""Markdown: CommonMark with tables, strikethrough, footnotes, terms and front matter."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, cast

from reader.formats import _runs, _title
from reader.formats._date import iso_date
from reader.formats._encoding import decode
from reader.model import Document, Kind, Paragraph, Style
from reader.phrases import Phrase

if TYPE_CHECKING:
    from markdown_it.token import Token

NAME = Phrase("Markdown")
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
ISOLATED = True

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.{0,16384}?\n|)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.{0,16384}?\n|)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(rb"^(?:\xef\xbb\xbf)?#{1,6} \S", re.MULTILINE)
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG, "a": Style.LINK}
_NAME_OF_TAG = re.compile(r"<(/?)([a-z]{1,10})\b", re.IGNORECASE)
_TAG = re.compile(r"<[/!?]?[a-z\[][^<>]*>", re.IGNORECASE)
_DEEPEST = 100
"""Levels of nesting that are read; the parser calls itself for each of them."""


def recognises(data: bytes) -> bool:
    """Whether the text has a heading with number signs among its first lines."""
    return _HEADING.search(data, 0, 10_000) is not None


def read(data: bytes, name: str) -> Document:
    """Paragraphs of every kind, images by their description.

    The title is the front matter's, else the first heading's of level 1, else the
    file's name. Comments and scripts are left out.
    """
    text, warnings = decode(data, name)
    matter, body = _split_front_matter(text)
    title = matter.get("title", "")
    tokens = _parse(body)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        warnings += (
            Phrase("What is nested more than {most} levels deep was left out.", most=_DEEPEST),
        )
    found = _Reader().read(tokens)
    at = next((i for i, p in enumerate(found) if p.kind is Kind.HEADING and p.level == 1), None)
    if at == 0 or (at is not None and title.casefold() in ("", found[at].text.casefold())):
        found[at] = found[at]._replace(kind=Kind.TITLE, level=0)
        title = title or found[at].text
    elif title:
        found.insert(0, Paragraph(Kind.TITLE, title))
    return Document(
        title=title or _title.from_name(name, text),
        paragraphs=tuple(found),
        author=matter.get("author", "") or matter.get("authors", ""),
        date=iso_date(matter.get("date")),
        warnings=warnings,
    )


def _parse(text: str) -> list[Token]:
    from markdown_it import MarkdownIt  # here, so that only a Markdown file pays for the import
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
    return parser.parse(text)


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the front matter says, in YAML or TOML, lists with commas, and the text after it."""
    if found := _TOML.match(text):
        said = _toml(found[1])
        return ({}, text) if said is None else (said, text[found.end() :])
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    import yaml

    try:
        # Composed, not constructed: no value can be wrong, no alias is followed.
        root = yaml.SafeLoader(found[1]).get_single_node()
    except (yaml.YAMLError, RecursionError):
        return {}, text
    if not isinstance(root, yaml.MappingNode):
        return {}, text
    values: dict[str, str] = {}
    for key, value in root.value:
        name = str(key.value).lower() if isinstance(key, yaml.ScalarNode) else ""
        listed = isinstance(value, yaml.SequenceNode) and name in ("author", "authors")
        nodes = value.value if listed else [value]
        words = [" ".join(str(n.value).split()) for n in nodes if isinstance(n, yaml.ScalarNode)]
        values[name] = ", ".join(words)
    return values, text[found.end() :]


def _toml(matter: str) -> dict[str, str] | None:
    import tomllib

    try:
        said = tomllib.loads(matter)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    values: dict[str, str] = {}
    for key, value in said.items():
        several = cast("list[object]", value) if isinstance(value, list) else [value]
        values[key.lower()] = ", ".join(" ".join(str(one).split()) for one in several)
    return values


class _Reader:
    """Walks over the tokens of one document."""

    def __init__(self) -> None:
        self._found: list[Paragraph] = []
        self._around: list[Kind] = []
        """The lists and quotations that are open."""
        self._heading = 0
        self._row: list[Paragraph] | None = None
        self._number = ""
        self._sign = ""
        """Of the footnote that begins."""

    def read(self, tokens: list[Token]) -> list[Paragraph]:
        for token in tokens:
            self._take(token)
        return [paragraph for paragraph in self._found if paragraph.text.strip()]

    def _take(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._add_inline(_inline(token))
            case "fence" | "code_block":
                self._found.append(Paragraph(Kind.CODE, token.content.rstrip("\n")))
            case "html_block":
                self._add_paragraph(Paragraph(Kind.TEXT, _without_tags(token.content)))
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "tr_open":
                self._row = []
            case "tr_close":
                text, runs = _runs.joined((cell for cell in self._row or [] if cell.text), " | ")
                self._found.append(Paragraph(Kind.TABLE_ROW, text, runs=runs))
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
            case "footnote_open":
                self._sign = f"[{_note(token)}] "
            case "list_item_open":
                self._number = f"{token.info}{token.markup} " if token.info else ""
            case _:
                pass

    def _add_inline(self, words: Paragraph) -> None:
        if self._row is not None:
            self._row.append(words)
        elif self._heading:
            text = " ".join(words.text.split())
            runs = _runs.fitted(words.text, words.runs, text)
            self._found.append(Paragraph(Kind.HEADING, text, self._heading, runs))
        else:
            self._add_paragraph(words)

    def _add_paragraph(self, words: Paragraph) -> None:
        kind = self._around[-1] if self._around else Kind.TEXT
        if kind is Kind.LIST_ITEM:
            words, self._number = _runs.prefixed(self._number, words), ""
        words, self._sign = _runs.prefixed(self._sign, words), ""
        self._found.append(words._replace(kind=kind, level=self._around.count(kind)))


def _note(token: Token) -> str:
    """What stands for a footnote: its own label, else its number."""
    return str(token.meta.get("label") or token.meta.get("id", 0) + 1)


def _inline(inline: Token) -> Paragraph:
    """What stands in a paragraph: its text, its styles and links."""
    line = _Line()
    line.take(inline)
    return line.finish()


class _Line:
    """Gathers the text of one paragraph."""

    def __init__(self) -> None:
        self._gathered = _runs.Gathered()
        self._open: list[str] = []
        """What is open: kinds of tokens, and tags, which may be closed in any order or never."""

    def take(self, inline: Token) -> None:
        for token in inline.children or []:
            self._take(token)

    def finish(self) -> Paragraph:
        raw, runs = self._gathered.take()
        text = raw.strip()
        return Paragraph(Kind.TEXT, text, runs=_runs.fitted(raw, runs, text))

    def _take(self, token: Token) -> None:
        pieces = self._gathered.pieces
        match token.type:
            case "softbreak":
                pieces.append(" ")
            case "hardbreak":
                pieces.append("\n")
            case "html_inline":
                self._tag(token.content)
            case "image":
                self.take(token)
            case "footnote_ref":
                pieces.append(f"[{_note(token)}]")
            case "footnote_anchor":
                pass
            case "em_open" | "strong_open" | "link_open":
                target = _runs.address(str(token.attrs.get("href", "")))
                self._begin(token.tag, _STYLES[token.tag], target)
            case "em_close" | "strong_close" | "link_close":
                self._end(token.tag)
            case _:
                pieces.append(token.content)

    def _tag(self, tag: str) -> None:
        found = _NAME_OF_TAG.match(tag)
        name = found[2].lower() if found else ""
        if name == "br":
            self._gathered.pieces.append("\n")
        elif found and name in _runs.EMPHASIS | _runs.STRONG:
            if found[1]:
                self._end(f"<{name}>")
            else:
                style = Style.EMPHASIS if name in _runs.EMPHASIS else Style.STRONG
                self._begin(f"<{name}>", style)

    def _begin(self, name: str, style: Style, target: str = "") -> None:
        self._open.append(name)
        self._gathered.begin(style, target)

    def _end(self, name: str) -> None:
        if name in self._open:
            ended = ""
            while ended != name:
                ended = self._open.pop()
                self._gathered.end()


def _without_tags(block: str) -> str:
    """The text of a block of HTML; the parser of the standard library is quadratic on odd input."""
    return " ".join(html.unescape(_TAG.sub(" ", _HIDDEN.sub(" ", block))).split())
