"""What a reader of Markdown makes of a file, for comparing it with what was meant."""

from __future__ import annotations

import io
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from zipfile import ZipFile

import yaml
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Node:
    """A block of Markdown: its type, its text if it holds some, else the blocks in it."""

    type: str
    text: str = ""
    children: tuple[Node, ...] = ()


def parser() -> MarkdownIt:
    """As much as any reader of Markdown knows: CommonMark, GitHub, Pandoc, Obsidian."""
    known = MarkdownIt("commonmark", {"html": True, "maxNesting": 400})
    known.enable(["table", "strikethrough"])
    known.use(dollarmath_plugin).use(amsmath_plugin).use(footnote_plugin)
    return known.use(deflist_plugin).use(tasklists_plugin)


PARSER = parser()


def parse(markdown: str) -> tuple[dict[str, object], list[Node]]:
    """Front matter and blocks, the way Obsidian splits them: at the first line of `---`."""
    first, rest = markdown.split("\n", 1)
    assert first == "---"
    front, body = rest.split("\n---\n", 1)
    return yaml.safe_load(front), blocks(body)


def blocks(markdown: str) -> list[Node]:
    root = SyntaxTreeNode(PARSER.parse(markdown))
    return [_node(child) for child in root.children]


def _node(block: SyntaxTreeNode) -> Node:
    if [child.type for child in block.children] == ["inline"]:
        (inline,) = block.children
        kinds = {child.type for child in inline.children}
        if kinds == {"em"}:
            (emphasis,) = inline.children
            return Node(f"{block.type} em", _text(emphasis))
        return Node(block.tag if block.type == "heading" else block.type, _text(inline))
    if block.type == "fence":
        return Node("fence", block.content)
    return Node(block.type, children=tuple(_node(child) for child in block.children))


def _text(inline: SyntaxTreeNode) -> str:
    """Plain text; anything but text and breaks is named, so that no comparison holds."""
    breaks = {"hardbreak": "\n", "softbreak": "<softbreak>"}
    return "".join(
        child.content if child.type == "text" else breaks.get(child.type, f"<{child.type}>")
        for child in inline.children
    )


def kept(text: str) -> list[str]:
    """The paragraphs that Markdown can keep of `text`, as `_markdown.py` promises."""
    lines = [line if line.strip() else "" for line in readable(text).split("\n")]
    return [block.strip("\n") for block in re.split("\n\n+", "\n".join(lines)) if block.strip("\n")]


def readable(text: str) -> str:
    """What is kept of a text wherever there may be line breaks."""
    text = re.sub("\r\n|[\r\u2028\u2029]", "\n", text)
    return "".join("�" if no_text(character) else character for character in text)


def no_text(character: str) -> bool:
    code = ord(character)
    return (
        CONTROL.match(character) is not None
        or 0xD800 <= code <= 0xDFFF
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


def in_package(apkg: bytes) -> str:
    """The fields of the notes in a package for Anki, a line each, and their tags."""
    fields = "".join(f"{field}\n" for note in anki_notes(apkg) for field in note)
    return f"{fields}{' '.join(anki_tags(apkg))}\n"


def anki_notes(apkg: bytes) -> list[list[str]]:
    """The guid and the fields of each note."""
    return [[guid, *fields.split("\x1f")] for guid, fields in _anki(apkg, "guid, flds")]


def anki_tags(apkg: bytes) -> list[str]:
    """The tags of all notes."""
    return [tag for (tags,) in _anki(apkg, "tags") for tag in tags.split(" ") if tag]


def _anki(apkg: bytes, columns: str) -> list[tuple[str, ...]]:
    with ZipFile(io.BytesIO(apkg)) as package, closing(sqlite3.connect(":memory:")) as collection:
        assert package.testzip() is None
        collection.deserialize(package.read("collection.anki2"))
        return collection.execute(f"SELECT {columns} FROM notes ORDER BY id").fetchall()
