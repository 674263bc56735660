"""FictionBook 2 (FB2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reader.errors import KnownError
from reader.formats import _runs, _title
from reader.formats._date import iso_date
from reader.formats._xml import (
    Element,
    NotXmlError,
    attribute,
    local,
    parse_xml_or_mend,
    squeezed,
    text_of,
)
from reader.model import Document, Kind, Paragraph, Style
from reader.phrases import Phrase

NAME = Phrase("FictionBook")
SUFFIXES = (".fb2", ".fb2.zip", ".fbz")
ISOLATED = True

_ROOT = re.compile(rb"<(?:\w+:)?FictionBook\b")
_PACKED = re.compile(rb"PK\x03\x04.{26}[^\x00]{1,500}?\.fb2", re.DOTALL | re.IGNORECASE)
_DEEPEST = 200
_NUMBER = re.compile(r"\[?\(?\d{1,4}\)?\]?\.?")


def recognises(data: bytes) -> bool:
    """Whether the root of the file, or of the only one in an archive, is that of a FictionBook."""
    if _PACKED.match(data):
        return True
    return data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and bool(
        _ROOT.search(data, 0, 2_000)
    )


def read(data: bytes, name: str) -> Document:
    """The main text, each note after its paragraph; pictures are left out."""
    if data.startswith(b"PK"):
        data = _unpacked(data, name)
    start, end = data.find(b"<binary"), data.rfind(b"</binary>")
    if 0 <= start < end:
        data = data[:start] + data[end + len(b"</binary>") :]
    try:
        root, warnings = parse_xml_or_mend(data)
    except NotXmlError as fault:
        raise KnownError(
            Phrase("{name} is damaged: it is no XML ({fault}).", name=name, fault=fault)
        ) from fault
    bodies = [element for element in root.iter() if local(element) == "body"]
    notes = [body for body in bodies if attribute(body, "name") in ("notes", "comments")]
    reader = _Reader(
        {
            attribute(section, "id"): section
            for body in notes
            for section in body.iter()
            if local(section) == "section" and attribute(section, "id")
        }
    )
    for body in bodies:
        if body not in notes:
            reader.take(body, 0)
    info = next((e for e in root.iter() if local(e) == "title-info"), None)
    title = _first(info, "book-title")
    return Document(
        title=title or _title.from_name(name, ""),
        paragraphs=tuple(_titled(reader.found, title)),
        author=_author(info),
        date=_date(info),
        warnings=warnings,
    )


def _unpacked(data: bytes, name: str) -> bytes:
    from reader.formats._archive import Archive  # zipfile takes a while to load

    archive = Archive(data, name)
    book = next((entry for entry in archive.names() if entry.lower().endswith(".fb2")), None)
    if book is None:
        raise KnownError(
            Phrase("{name} is damaged: there is no FictionBook in this archive.", name=name)
        )
    return archive.read(book)


def _titled(found: list[Paragraph], title: str) -> list[Paragraph]:
    """The main text's own title names the author too in most books."""
    if not title:
        return found
    if found and found[0].kind is Kind.HEADING and title.casefold() in found[0].text.casefold():
        found[0] = Paragraph(Kind.TITLE, title)
    else:
        found.insert(0, Paragraph(Kind.TITLE, title))
    return found


def _first(info: Element | None, name: str) -> str:
    found = () if info is None else (text_of(e) for e in info.iter() if local(e) == name)
    return next(iter(found), "")


def _date(info: Element | None) -> str:
    """When it was written, by the value meant for machines where there is one."""
    element = None if info is None else next((e for e in info if local(e) == "date"), None)
    if element is None:
        return ""
    return iso_date(attribute(element, "value")) or iso_date(text_of(element))


def _author(info: Element | None) -> str:
    author = None if info is None else next((e for e in info if local(e) == "author"), None)
    names = [_first(author, part) for part in ("first-name", "middle-name", "last-name")]
    return " ".join(filter(None, names)) or _first(author, "nickname")


@dataclass
class _Reader:
    """Walks over the sections; `_pending` are notes that wait for their paragraph's end."""

    notes: dict[str, Element]
    found: list[Paragraph] = field(default_factory=list[Paragraph])
    _pending: list[Element] = field(default_factory=list[Element])
    _quotes: int = 0

    def take(self, container: Element, depth: int) -> None:
        """Take all that is in a section, or in what can stand in one."""
        for child in container:
            match local(child):
                case "section":
                    self.take(child, depth + 1)
                case "title":
                    lines = [self._text(line) for line in child if local(line) == "p"]
                    self._add(Kind.HEADING, _joined(lines, ". "), max(1, depth))
                case "subtitle":
                    self._add(Kind.HEADING, self._text(child), depth + 1)
                case "p" | "text-author" | "date":
                    kind = Kind.QUOTE if self._quotes else Kind.TEXT
                    kind = Kind.CODE if _is_code(child) else kind
                    self._add(kind, self._text(child), 0 if kind is Kind.CODE else self._quotes)
                case "cite" | "epigraph":
                    self._quotes += 1
                    self.take(child, depth)
                    self._quotes -= 1
                case "stanza":
                    self._stanza(child)
                case "tr":
                    cells = [self._text(cell) for cell in child]
                    self._add(Kind.TABLE_ROW, _joined(cells, " | "))
                case "poem" | "table" | "annotation":
                    self.take(child, depth)
                case _:
                    pass

    def _stanza(self, stanza: Element) -> None:
        lines = [self._text(line) for line in stanza if local(line) in ("v", "title", "subtitle")]
        kind = Kind.QUOTE if self._quotes else Kind.TEXT
        self._add(kind, _joined(lines, "\n"), self._quotes)

    def _add(self, kind: Kind, words: Paragraph, level: int = 0) -> None:
        if words.text:
            self.found.append(Paragraph(kind, words.text, level, words.runs))
        pending, self._pending = self._pending, []
        for note in pending:
            self._note(note)

    def _text(self, element: Element) -> Paragraph:
        for link in element.iter():
            if local(link) == "a" and (target := attribute(link, "href")).startswith("#"):
                note = self.notes.pop(target[1:], None)
                if note is not None:
                    self._pending.append(note)
        gathered = _runs.Gathered()
        _gather(element, gathered, 0)
        raw, runs = gathered.take()
        text = squeezed(raw)
        return Paragraph(Kind.TEXT, text, runs=_runs.fitted(raw, runs, text))

    def _note(self, section: Element) -> None:
        """A note has its number as the title of its section, or at the start of its text."""
        sign = next((text_of(child) for child in section if local(child) == "title"), "")
        inner = _Reader({})
        inner.take(section, 0)
        texts = [p for p in inner.found if p.kind is not Kind.HEADING]
        if texts and _NUMBER.fullmatch(sign) and not texts[0].text.startswith(sign):
            sign = f"[{sign.strip('[]().')}] "
            texts[0] = _runs.prefixed(sign, texts[0])._replace(kind=Kind.TEXT, level=0)
        self.found += texts


def _is_code(paragraph: Element) -> bool:
    """Whether all of it is set as code."""
    only = next(iter(paragraph), None) if len(paragraph) == 1 else None
    if only is None or local(only) != "code":
        return False
    return not (paragraph.text or "").strip() and not (only.tail or "").strip()


def _gather(element: Element, gathered: _runs.Gathered, depth: int) -> None:
    """The text of an element with its styles and links; nested too deep, only its text."""
    if depth > _DEEPEST:
        gathered.pieces.append(text_of(element))
        return
    tag = local(element)
    at = len(gathered.pieces)
    gathered.pieces.append(element.text or "")
    for child in element:
        _gather(child, gathered, depth + 1)
        gathered.pieces.append(child.tail or "")
    if tag in _runs.EMPHASIS:
        gathered.over(at, Style.EMPHASIS)
    elif tag in _runs.STRONG:
        gathered.over(at, Style.STRONG)
    elif tag == "a" and (target := _runs.address(attribute(element, "href"))):
        gathered.over(at, Style.LINK, target)


def _joined(parts: list[Paragraph], separator: str) -> Paragraph:
    """Those that are not empty as one."""
    text, runs = _runs.joined((part for part in parts if part.text), separator)
    return Paragraph(Kind.TEXT, text, runs=runs)
