"""OpenDocument texts (ODT): OASIS Open Document Format 1.3."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.errors import KnownError
from reader.formats import _runs, _title
from reader.formats._office import finished, kind_of, number, part, rows
from reader.formats._xml import (
    Element,
    NotXmlError,
    attribute,
    local,
    parse_xml_or_mend,
    squeezed,
)
from reader.model import Document, Kind, Paragraph, Run, Span, Style
from reader.phrases import Phrase

if TYPE_CHECKING:
    from reader.formats._archive import Archive

NAME = Phrase("OpenDocument text")
SUFFIXES = (".odt", ".ott", ".fodt")
ISOLATED = True

_NAMED_STYLES = {"Emphasis": ("italic", ""), "Strong_20_Emphasis": ("", "bold")}
_BOLD = ("bold", "600", "700", "800", "900")
_MIME = b"mimetypeapplication/vnd.oasis.opendocument.text"
_FLAT = re.compile(rb"<[\w.-]{1,40}:document\s[^>]{0,15000}opendocument\.text\b")
_PICTURE = re.compile(rb"(?<=binary-data>)[^<]*(?=</)")
_MANIFEST = "META-INF/manifest.xml"
_NOT_SEEN = frozenset(
    """alphabetical-index annotation annotation-end bibliography change change-end change-start desc
    event-listeners forms illustration-index object-index ruby-text script sequence-decls
    soft-page-break table-index table-of-content title tracked-changes user-index variable-decls
    user-field-decls image object""".split()
)


def recognises(data: bytes) -> bool:
    """Whether the bytes say that they are an OpenDocument text, as an archive or in one piece."""
    if _FLAT.search(data, 0, 20_000):
        return True
    return data.startswith(b"PK\x03\x04") and data.startswith(_MIME, 30)


def read(data: bytes, name: str) -> Document:
    """The text as it is shown, each note and text box after its paragraph.

    Indexes, comments, deleted text, headers and footers are left out.
    """
    if not data.startswith(b"PK") and _FLAT.search(data, 0, 20_000):
        return _flat(data, name)
    from reader.formats._archive import Archive  # zipfile takes a while to load

    archive = Archive(data, name)
    _refuse_encrypted(archive, name)
    content, warnings = part(archive, name, "content.xml")
    roots = [content]
    if "styles.xml" in archive:
        roots.append(part(archive, name, "styles.xml")[0])
    meta = part(archive, name, "meta.xml")[0] if "meta.xml" in archive else None
    return _read(content, roots, meta, name, warnings)


def _flat(data: bytes, name: str) -> Document:
    """All parts in one file of XML, pictures among them, which are left out."""
    try:
        root, warnings = parse_xml_or_mend(_PICTURE.sub(b"", data))
    except NotXmlError as fault:
        raise KnownError(
            Phrase("{name} is damaged: it is no XML ({fault}).", name=name, fault=fault)
        ) from fault
    meta = next((e for e in root if local(e) == "meta"), None)
    return _read(root, [root], meta, name, warnings)


def _read(
    content: Element,
    roots: list[Element],
    meta: Element | None,
    name: str,
    warnings: tuple[str, ...],
) -> Document:
    body = next((e for e in content.iter() if local(e) == "text" and _in_body(e)), None)
    if body is None:
        raise KnownError(
            Phrase("{name} is no text but another kind of OpenDocument file.", name=name)
        )
    found = _Reader(_Styles(roots)).paragraphs(body)
    return finished(found, meta, _title.from_name(name, ""), warnings)


def _in_body(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) == "body"


def _refuse_encrypted(archive: Archive, name: str) -> None:
    if _MANIFEST not in archive:
        return
    manifest = part(archive, name, _MANIFEST)[0]
    if any(local(element) == "encryption-data" for element in manifest.iter()):
        raise KnownError(
            Phrase("{name} is encrypted.", name=name),
            Phrase("Save it without a password and open that."),
        )


class _Styles:
    """Styles of paragraphs, characters and lists, of the text itself and of its template."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[str, Element] = {}
        self._characters: dict[str, Element] = {}
        self._lists: dict[str, dict[int, Element]] = {}
        for root in reversed(roots):
            for element in root.iter():
                family = attribute(element, "family") if local(element) == "style" else ""
                if family == "paragraph":
                    self._styles[attribute(element, "name")] = element
                elif family == "text":
                    self._characters[attribute(element, "name")] = element
                elif local(element) == "list-style":
                    self._lists[attribute(element, "name")] = {
                        _integer(attribute(level, "level")): level for level in element
                    }

    def kind(self, style: str) -> tuple[Kind, int]:
        seen: set[str] = set()
        while style and style not in seen and len(seen) < 10:
            seen.add(style)
            if found := kind_of(style):
                return found
            element = self._styles.get(style)
            if element is None:
                break
            if level := _integer(attribute(element, "default-outline-level")):
                return Kind.HEADING, level
            style = attribute(element, "parent-style-name")
        return Kind.TEXT, 0

    def of_span(self, style: str) -> list[Style]:
        """How words in that style of characters are set apart."""
        return _looks(self._characters, style)

    def of_paragraph(self, style: str) -> list[Style]:
        """How all words of a paragraph in that style are set apart."""
        return _looks(self._styles, style)

    def list_level(self, style: str, depth: int) -> Element | None:
        return self._lists.get(style, {}).get(depth)


def _looks(styles: Mapping[str, Element], style: str) -> list[Style]:
    """What a style says of slant and weight, or the nearest of those it is based on."""
    slant = weight = ""
    seen: set[str] = set()
    while style and style not in seen and len(seen) < 10:
        seen.add(style)
        slant = slant or _NAMED_STYLES.get(style, ("", ""))[0]
        weight = weight or _NAMED_STYLES.get(style, ("", ""))[1]
        element = styles.get(style)
        if element is None:
            break
        for properties in element:
            slant = slant or attribute(properties, "font-style")
            weight = weight or attribute(properties, "font-weight")
        style = attribute(element, "parent-style-name")
    emphasis = [Style.EMPHASIS] if slant in ("italic", "oblique") else []
    strong = [Style.STRONG] if weight in _BOLD else []
    return emphasis + strong


@dataclass
class _List:
    """A list that is open: its style and the number of its last item."""

    style: str
    count: int = 0


@dataclass
class _Reader:
    """Walks over the body; `_after` is what comes after the paragraph at hand."""

    styles: _Styles
    _lists: list[_List] = field(default_factory=list[_List])
    _ended: dict[tuple[str, int], int] = field(default_factory=dict[tuple[str, int], int])
    _label: str | None = None
    _after: list[Paragraph] = field(default_factory=list[Paragraph])
    _noted: int = 0

    def paragraphs(self, container: Element) -> list[Paragraph]:
        found: list[Paragraph] = []
        for child in container:
            match local(child):
                case "p" | "h" as tag:
                    found += self._paragraph(child, tag)
                case "list":
                    found += self._list(child)
                case "table":
                    found += self._table(child)
                case tag if tag not in _NOT_SEEN:
                    found += self.paragraphs(child)
                case _:
                    pass
        return found

    def _list(self, element: Element) -> list[Paragraph]:
        style = attribute(element, "style-name") or (self._lists[-1].style if self._lists else "")
        depth = len(self._lists) + 1
        going_on = attribute(element, "continue-numbering") == "true" or (
            attribute(element, "continue-list") != ""
        )
        self._lists.append(_List(style, self._ended.get((style, depth), 0) if going_on else 0))
        found: list[Paragraph] = []
        for item in element:
            self._label = self._next_label(depth) if local(item) == "list-item" else None
            found += self.paragraphs(item)
        self._ended[style, depth] = self._lists.pop().count
        return found

    def _next_label(self, depth: int) -> str:
        here = self._lists[-1]
        level = self.styles.list_level(here.style, depth)
        if level is None or local(level) != "list-level-style-number":
            return ""
        here.count = here.count + 1 if here.count else _integer(attribute(level, "start-value"), 1)
        form = attribute(level, "num-format")
        if not form:
            return ""
        sign = number(here.count, form)
        return f"{attribute(level, 'num-prefix')}{sign}{attribute(level, 'num-suffix')} "

    def _table(self, table: Element) -> list[Paragraph]:
        lists, self._lists = self._lists, []
        cells = [
            [self.paragraphs(cell) for cell in row if local(cell) == "table-cell"]
            for row in table.iter()
            if local(row) == "table-row" and _nearest_table(row) is table
        ]
        self._lists = lists
        return rows(cells)

    def _paragraph(self, element: Element, tag: str) -> list[Paragraph]:
        before, self._after = self._after, []
        label, self._label = self._label, None
        gathered = _runs.Gathered()
        self._collect(element, gathered)
        style = attribute(element, "style-name")
        kind, level = self.styles.kind(style)
        if tag == "h":
            kind, level = Kind.HEADING, max(1, _integer(attribute(element, "outline-level"), 1))
        raw, runs = gathered.take()
        text = raw.strip("\n")
        if kind is not Kind.CODE:
            text = "\n".join(squeezed(line) for line in text.split("\n"))
        if kind is Kind.TEXT:  # other kinds have looks of their own
            whole = Span(0, len(raw))
            runs += [Run(whole, look) for look in self.styles.of_paragraph(style) if raw]
        paragraph = Paragraph(kind, text, level, _runs.fitted(raw, runs, text))
        if self._lists and kind is Kind.TEXT:
            paragraph = paragraph._replace(kind=Kind.LIST_ITEM, level=len(self._lists))
            paragraph = _runs.prefixed(label or "", paragraph)
        found = [paragraph] if paragraph.text.strip() else []
        found += self._after
        self._after = before
        return found

    def _collect(self, element: Element, gathered: _runs.Gathered) -> None:
        """The text of a paragraph; what is anchored in it goes to `_after`."""
        pieces = gathered.pieces
        pieces.append(_inside(element.text))
        for child in element:
            match local(child):
                case "s" | "tab":
                    pieces.append(" ")
                case "line-break":
                    pieces.append("\n")
                case "note":
                    self._note(child, pieces)
                case "text-box":
                    lists, self._lists = self._lists, []
                    self._after += self.paragraphs(child)
                    self._lists = lists
                case tag if tag not in _NOT_SEEN:
                    at = len(pieces)
                    self._collect(child, gathered)
                    if tag == "span":
                        for style in self.styles.of_span(attribute(child, "style-name")):
                            gathered.over(at, style)
                    elif tag == "a" and (target := _runs.address(attribute(child, "href"))):
                        gathered.over(at, Style.LINK, target)
                case _:
                    pass
            pieces.append(_inside(child.tail))

    def _note(self, note: Element, pieces: list[str]) -> None:
        body = next((child for child in note if local(child) == "note-body"), None)
        if body is None:
            return
        self._noted += 1
        sign = f"[{self._noted}]"
        pieces.append(sign)
        lists, self._lists = self._lists, []
        texts = self.paragraphs(body)
        self._lists = lists
        texts[:1] = [_runs.prefixed(f"{sign} ", paragraph) for paragraph in texts[:1]]
        self._after += texts


def _inside(text: str | None) -> str:
    """White space in the file is a space at most: ODF 1.3, part 3, 6.1.2."""
    return re.sub(r"[ \t\r\n]+", " ", text) if text else ""


def _nearest_table(element: Element) -> Element | None:
    parent = element.getparent()
    while parent is not None and local(parent) != "table":
        parent = parent.getparent()
    return parent


def _integer(text: str, otherwise: int = 0) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else otherwise
