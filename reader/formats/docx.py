"""Word documents (DOCX): ECMA-376, WordprocessingML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.errors import KnownError
from reader.formats import _runs, _title
from reader.formats._office import depth_of, finished, is_contents, kind_of, number, part, rows
from reader.formats._xml import Element, attribute, local, squeezed
from reader.model import Document, Kind, Paragraph, Style
from reader.phrases import Phrase

if TYPE_CHECKING:
    from reader.formats._archive import Archive

NAME = Phrase("Word document")
SUFFIXES = (".docx", ".docm", ".dotx")
ISOLATED = True

_BODY = "word/document.xml"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOTES = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
_NOT_SEEN = frozenset(
    """del delText delInstrText instrText moveFrom pPr rPr sectPr tblPr trPr tcPr proofErr
    commentReference annotationRef footnoteRef endnoteRef Fallback rt sdtPr""".split()
)
_STYLES = (("b", Style.STRONG), ("i", Style.EMPHASIS))
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_CHARACTERS = frozenset("t tab ptab br cr noBreakHyphen".split())
_LONGEST_INSTRUCTION = 2_100
_PLACEHOLDER = re.compile(r"%([1-9])")


def recognises(data: bytes) -> bool:
    """Whether the bytes are an archive with a Word document in it, or an encrypted one."""
    if data.startswith(_OLD_OFFICE):
        return _ENCRYPTED in data
    return data.startswith(b"PK\x03\x04") and _BODY.encode() in data


def read(data: bytes, name: str) -> Document:
    """The text as it is shown with all changes accepted, each note after its paragraph.

    Styles tell headings, quotations and captions; tables of contents, comments,
    deleted and hidden text, headers and footers are left out.
    """
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            raise KnownError(
                Phrase("{name} is encrypted.", name=name),
                Phrase("Save it without a password and open that."),
            )
        raise KnownError(
            Phrase("{name} is a file of an old Microsoft Office.", name=name),
            Phrase("Save it as DOCX first."),
        )
    from reader.formats._archive import Archive  # zipfile takes a while to load

    archive = Archive(data, name)
    body, warnings = part(archive, name, _BODY)
    parts = {
        entry: part(archive, name, entry)[0]
        for entry in ("word/styles.xml", "word/numbering.xml", *_NOTES.values())
        if entry in archive
    }
    core = "docProps/core.xml"
    properties = part(archive, name, core)[0] if core in archive else None
    reader = _Reader(
        _Styles(parts.get("word/styles.xml")),
        _Numbering(parts.get("word/numbering.xml")),
        {kind: _notes(parts.get(entry)) for kind, entry in _NOTES.items()},
        {entry: _links(archive, name, entry) for entry in (_BODY, *_NOTES.values())},
    )
    found = reader.paragraphs(body)
    return finished(found, properties, _title.from_name(name, ""), warnings)


def _child(element: Element | None, name: str) -> Element | None:
    if element is None:
        return None
    return next((child for child in element if local(child) == name), None)


def _value(element: Element | None, name: str) -> str:
    """The `val` of the child of that name, "" if there is none."""
    child = _child(element, name)
    return attribute(child, "val") if child is not None else ""


def _notes(root: Element | None) -> dict[str, Element]:
    if root is None:
        return {}
    return {attribute(note, "id"): note for note in root if not attribute(note, "type")}


def _links(archive: Archive, name: str, entry: str) -> dict[str, str]:
    """The addresses that a part of the document links to, by their numbers there."""
    path = "word/_rels/" + entry.removeprefix("word/") + ".rels"
    if path not in archive:
        return {}
    return {
        attribute(relation, "Id"): attribute(relation, "Target")
        for relation in part(archive, name, path)[0]
        if attribute(relation, "TargetMode") == "External"
    }


def _is_on(name: str, sources: list[Element | None]) -> bool | None:
    """Whether the first of the properties that says anything of it turns it on."""
    said = next((e for source in sources if (e := _child(source, name)) is not None), None)
    return None if said is None else attribute(said, "val") not in ("0", "false", "off")


class _Styles:
    """The styles of paragraphs and characters, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else [s for s in root if local(s) == "style"]
        self._styles = {attribute(style, "styleId"): style for style in styles}

    def name(self, style: str) -> str:
        return _value(self._styles.get(style), "name") or style

    def kind(self, style: str) -> tuple[Kind, int] | None:
        for ancestor in self._line(style):
            if found := kind_of(self.name(ancestor)):
                return found
            level = _value(_child(self._styles.get(ancestor), "pPr"), "outlineLvl")
            if level.isdecimal() and int(level) < 9:
                return Kind.HEADING, int(level) + 1
        return None

    def numbering(self, style: str) -> Element | None:
        for ancestor in self._line(style):
            found = _child(_child(self._styles.get(ancestor), "pPr"), "numPr")
            if found is not None:
                return found
        return None

    def of_paragraph(self, style: str) -> frozenset[Style]:
        """How all words of a paragraph in that style are set apart."""
        sources = self._of_characters(style)
        return frozenset(look for name, look in _STYLES if _is_on(name, sources))

    def of_run(self, properties: Element | None, around: frozenset[Style]) -> frozenset[Style]:
        """How a run with these properties is set apart in a paragraph that is so `around` it.

        What the run says itself holds; its style turns over what the paragraph's
        style says: ECMA-376, part 1, 17.7.3.
        """
        if properties is None:
            return around
        sources = self._of_characters(_value(properties, "rStyle"))
        found: set[Style] = set()
        for name, look in _STYLES:
            own = _is_on(name, [properties])
            if own is None:
                own = (look in around) != bool(_is_on(name, sources))
            if own:
                found.add(look)
        return frozenset(found)

    def _of_characters(self, style: str) -> list[Element | None]:
        return [_child(self._styles.get(one), "rPr") for one in self._line(style)]

    def _line(self, style: str) -> list[str]:
        """The style and those it is based on, at most ten."""
        line: list[str] = []
        while style and style not in line and len(line) < 10:
            line.append(style)
            style = _value(self._styles.get(style), "basedOn")
        return line


@dataclass
class _Numbering:
    """Counts the items of lists."""

    root: Element | None
    _levels: dict[str, dict[int, Element]] = field(default_factory=dict[str, dict[int, Element]])
    _counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])

    def __post_init__(self) -> None:
        abstract: dict[str, dict[int, Element]] = {}
        for element in self.root if self.root is not None else ():
            if local(element) == "abstractNum":
                abstract[attribute(element, "abstractNumId")] = {
                    _integer(attribute(level, "ilvl")): level
                    for level in element
                    if local(level) == "lvl"
                }
            elif local(element) == "num":
                own = {
                    _integer(attribute(level, "ilvl")): level
                    for override in element
                    if (level := _child(override, "lvl")) is not None
                }
                levels = abstract.get(_value(element, "abstractNumId"), {})
                self._levels[attribute(element, "numId")] = levels | own

    def next(self, list_id: str, level: int) -> str:
        """What stands before the list's next item of that level, "" for a bullet."""
        levels = self._levels.get(list_id, {})
        counts = self._counts.setdefault(list_id, {})
        start = _integer(_value(levels.get(level), "start"), 1)
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if _value(levels.get(level), "numFmt") in ("bullet", "none", ""):
            return ""

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            return number(counts.get(at, 1), _value(levels.get(at), "numFmt"))

        label = _PLACEHOLDER.sub(shown, _value(levels.get(level), "lvlText")[:50])
        return f"{label} " if label.strip() else ""


@dataclass
class _Field:
    """A field that is open: what it does, and where in the paragraph its result begins."""

    instruction: str = ""
    at: int | None = None


@dataclass
class _Reader:
    """Walks over the body; `_after` is what comes after the paragraph at hand."""

    styles: _Styles
    numbering: _Numbering
    notes: dict[str, dict[str, Element]]
    links: dict[str, dict[str, str]]
    _part: str = _BODY
    _fields: list[_Field] = field(default_factory=list["_Field"])
    _around: frozenset[Style] = frozenset()
    _after: list[Paragraph] = field(default_factory=list[Paragraph])
    _noted: int = 0

    def paragraphs(self, container: Element) -> list[Paragraph]:
        found: list[Paragraph] = []
        for child in container:
            tag = local(child)
            if tag == "p":
                found += self._paragraph(child)
            elif tag == "tbl":
                cells = [
                    [self.paragraphs(cell) for cell in row.iter() if _is_cell_of(cell, row)]
                    for row in child.iter()
                    if local(row) == "tr" and _nearest(row, "tbl") is child
                ]
                found += rows(cells)
            elif tag not in _NOT_SEEN:
                found += self.paragraphs(child)
        return found

    def _paragraph(self, element: Element) -> list[Paragraph]:
        properties = _child(element, "pPr")
        style = _value(properties, "pStyle")
        if is_contents(self.styles.name(style)):
            return []
        before = self._after, self._fields, self._around
        kind, level = self._kind(properties, style)
        plain = kind is Kind.TEXT  # other kinds have looks of their own
        self._after, self._fields = [], []
        self._around = self.styles.of_paragraph(style) if plain else frozenset()
        gathered = _runs.Gathered()
        self._collect(element, gathered)
        raw, runs = gathered.take()
        lines = [squeezed(line) if kind is not Kind.CODE else line for line in raw.split("\n")]
        text = "\n".join(lines).strip("\n")
        found: list[Paragraph] = []
        if text.strip():
            paragraph = Paragraph(kind, text, level, _runs.fitted(raw, runs, text))
            list_id, depth = self._list(properties, style)
            if list_id and kind is Kind.TEXT:
                paragraph = paragraph._replace(kind=Kind.LIST_ITEM, level=depth + 1)
                paragraph = _runs.prefixed(self.numbering.next(list_id, depth), paragraph)
            found.append(paragraph)
        found += self._after
        self._after, self._fields, self._around = before
        return found

    def _kind(self, properties: Element | None, style: str) -> tuple[Kind, int]:
        outline = _value(properties, "outlineLvl")
        if outline.isdecimal() and int(outline) < 9:
            return Kind.HEADING, int(outline) + 1
        return self.styles.kind(style) or (Kind.TEXT, 0)

    def _list(self, properties: Element | None, style: str) -> tuple[str, int]:
        """The list that the paragraph is an item of, "" if it is none, and its depth there."""
        found = _child(properties, "numPr")
        if found is None:
            found = self.styles.numbering(style)
        list_id = _value(found, "numId")
        depth = _integer(_value(found, "ilvl")) or depth_of(self.styles.name(style))
        return ("", 0) if list_id in ("", "0") else (list_id, min(depth, 8))

    def _collect(self, element: Element, gathered: _runs.Gathered) -> None:
        """The text of a paragraph; what is anchored in it goes to `_after`."""
        for child in element:
            tag = local(child)
            if tag in _CHARACTERS:
                gathered.pieces.append(_characters(child, tag))
            elif tag in _NOTES:
                self._note(child, tag, gathered.pieces)
            elif tag == "txbxContent":
                self._after += self.paragraphs(child)
            elif tag == "fldChar":
                self._field(attribute(child, "fldCharType"), gathered)
            elif tag == "instrText" and self._fields:
                self._fields[-1].instruction += (child.text or "")[:_LONGEST_INSTRUCTION]
            elif tag not in _NOT_SEEN and not _is_hidden(child, tag):
                self._collect_in(child, tag, gathered)

    def _collect_in(self, element: Element, tag: str, gathered: _runs.Gathered) -> None:
        """The text in a part of a paragraph, in the styles of that part."""
        at = len(gathered.pieces)
        self._collect(element, gathered)
        if tag == "r":
            for style in self.styles.of_run(_child(element, "rPr"), self._around):
                gathered.over(at, style)
            return
        target = ""
        if tag == "hyperlink":
            target = self.links[self._part].get(attribute(element, "id"), "")
            gathered.mark_note(at)
        elif tag == "fldSimple" and (link := _LINK.match(attribute(element, "instr"))):
            target = link[1]
        if target := _runs.address(target):
            gathered.over(at, Style.LINK, target)

    def _field(self, what: str, gathered: _runs.Gathered) -> None:
        """A field, whose beginning, instruction, result and end are told apart by marks."""
        if what == "begin":
            self._fields.append(_Field())
        elif what == "separate" and self._fields:
            self._fields[-1].at = len(gathered.pieces)
        elif what == "end" and self._fields:
            ended = self._fields.pop()
            link = _LINK.match(ended.instruction)
            if link and ended.at is not None and (target := _runs.address(link[1])):
                gathered.over(ended.at, Style.LINK, target)

    def _note(self, reference: Element, tag: str, pieces: list[str]) -> None:
        note = self.notes[tag].pop(attribute(reference, "id"), None)
        if note is None:
            return
        self._noted += 1
        sign = f"[{self._noted}]"
        pieces.append(sign)
        before, self._part = self._part, _NOTES[tag]
        texts = self.paragraphs(note)
        self._part = before
        texts[:1] = [_runs.prefixed(f"{sign} ", paragraph) for paragraph in texts[:1]]
        self._after += texts


def _characters(element: Element, tag: str) -> str:
    match tag:
        case "t":
            return element.text or ""
        case "noBreakHyphen":
            return "-"
        case "br" | "cr" if attribute(element, "type") in ("", "textWrapping"):
            return "\n"
        case _:
            return " "


def _nearest(element: Element, name: str) -> Element | None:
    parent = element.getparent()
    while parent is not None and local(parent) != name:
        parent = parent.getparent()
    return parent


def _is_cell_of(cell: Element, row: Element) -> bool:
    return local(cell) == "tc" and _nearest(cell, "tr") is row


def _is_hidden(run: Element, tag: str) -> bool:
    if tag != "r":
        return False
    properties = _child(run, "rPr")
    vanish = _child(properties, "vanish")
    return vanish is not None and attribute(vanish, "val") not in ("0", "false")


def _integer(text: str, otherwise: int = 0) -> int:
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else otherwise
