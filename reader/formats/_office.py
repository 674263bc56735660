"""What the formats of word processors have in common: styles, numbers, notes, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import KnownError
from reader.formats import _runs
from reader.formats._date import iso_date
from reader.formats._xml import Element, NotXmlError, local, parse_xml_or_mend, squeezed, text_of
from reader.model import Document, Kind, Paragraph
from reader.phrases import Phrase

if TYPE_CHECKING:
    from reader.formats._archive import Archive

_HEADING = re.compile(r"(?:heading|überschrift)[ _]*([1-9])")
_LIST_IN_LIST = re.compile(
    r"(?:list (?:bullet|number|continue)|list|aufzählungszeichen|listennummer|listenfortsetzung) "
    r"([2-5])"
)
_KINDS = {
    "title": Kind.TITLE,
    "titel": Kind.TITLE,
    "quote": Kind.QUOTE,
    "quotations": Kind.QUOTE,
    "intense quote": Kind.QUOTE,
    "block text": Kind.QUOTE,
    "zitat": Kind.QUOTE,
    "intensives zitat": Kind.QUOTE,
    "caption": Kind.CAPTION,
    "beschriftung": Kind.CAPTION,
    "table": Kind.CAPTION,  # LibreOffice's captions of tables, figures and drawings
    "figure": Kind.CAPTION,
    "illustration": Kind.CAPTION,
    "drawing": Kind.CAPTION,
    "table caption": Kind.CAPTION,
    "image caption": Kind.CAPTION,
    "tablecaption": Kind.CAPTION,
    "figurecaption": Kind.CAPTION,
    "html preformatted": Kind.CODE,
    "preformatted text": Kind.CODE,
    "source code": Kind.CODE,
}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def kind_of(style: str) -> tuple[Kind, int] | None:
    """Kind and level of paragraphs in a style of that name, None for all that is mere text."""
    name = style.strip().lower().replace("_20_", " ").replace("_", " ")
    if found := _HEADING.fullmatch(name):
        return Kind.HEADING, int(found[1])
    kind = _KINDS.get(name)
    return (kind, 1 if kind is Kind.QUOTE else 0) if kind else None


def depth_of(style: str) -> int:
    """How deep within other lists the items in a style of that name are: „List Bullet 2“."""
    found = _LIST_IN_LIST.fullmatch(style.strip().lower())
    return int(found[1]) - 1 if found else 0


def is_contents(style: str) -> bool:
    """Whether paragraphs in that style are lines of a table of contents."""
    name = style.lower()
    return name.startswith(("toc ", "contents ", "contents_20_", "verzeichnis "))


def number(value: int, form: str) -> str:
    """A number as a list shows it: `form` as in Word ("lowerRoman") or in ODF ("i")."""
    value = min(max(value, 0), 9_999)
    match form:
        case "lowerLetter" | "a":
            return _letters(value)
        case "upperLetter" | "A":
            return _letters(value).upper()
        case "lowerRoman" | "i":
            return _roman(value)
        case "upperRoman" | "I":
            return _roman(value).upper()
        case _:
            return str(value)


def rows(cells: Sequence[Sequence[Sequence[Paragraph]]]) -> list[Paragraph]:
    """A table, given as the paragraphs in the cells of its rows.

    Data becomes a paragraph a row. A table for the layout, with several paragraphs in
    some cell or with one cell only, gives the paragraphs themselves.
    """
    flat = [cell for row in cells for cell in row]
    if len(flat) == 1 or any(len(cell) > 1 for cell in flat):
        return [paragraph for cell in flat for paragraph in cell]
    texts = [[paragraph for cell in row for paragraph in cell] for row in cells]
    return [
        Paragraph(Kind.TABLE_ROW, text, runs=runs)
        for row in texts
        for text, runs in [_runs.joined(row, " | ")]
        if row
    ]


def part(archive: Archive, name: str, entry: str) -> tuple[Element, tuple[str, ...]]:
    """An XML file in the archive called `name`, and a warning if it is broken."""
    try:
        return parse_xml_or_mend(archive.read(entry))
    except NotXmlError as fault:
        raise KnownError(
            Phrase(
                "{name} is damaged: “{entry}” is no XML ({fault}).",
                name=name,
                entry=entry,
                fault=fault,
            )
        ) from fault


def finished(
    found: list[Paragraph], properties: Element | None, name: str, warnings: tuple[str, ...]
) -> Document:
    """The document, titled by its own title, by the file's properties, or by its first heading."""
    texts = [p for p in found if p.text.strip()]
    title = next((p.text for p in texts if p.kind is Kind.TITLE), "")
    title = title or _property(properties, "title")
    if not title and texts and texts[0].kind is Kind.HEADING:
        title = texts[0].text
    return Document(
        title=squeezed(title.replace("\n", " ")) or name,
        paragraphs=tuple(texts),
        author=_property(properties, "creator") or _property(properties, "initial-creator"),
        date=iso_date(_property(properties, "created") or _property(properties, "creation-date")),
        warnings=warnings,
    )


def _property(properties: Element | None, name: str) -> str:
    if properties is None:
        return ""
    return next((text_of(e) for e in properties.iter() if local(e) == name), "")


def _letters(value: int) -> str:
    """From a to z, then aa to zz, and so on."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else "0"


def _roman(value: int) -> str:
    parts: list[str] = []
    for worth, sign in _ROMAN:
        parts.append(sign * (value // worth))
        value %= worth
    return "".join(parts)
