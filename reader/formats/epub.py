"""EPUB 2 and 3: the chapters of the spine, one after the other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.errors import KnownError
from reader.formats import _encoding, _limits, _title
from reader.formats._blocks import gather
from reader.formats._clean import clean, is_clean_file
from reader.formats._css import Looks, looks
from reader.formats._date import iso_date
from reader.formats._xml import (
    Element,
    NotXmlError,
    attribute,
    is_utf_8,
    local,
    parse_html,
    parse_xml,
    text_of,
)
from reader.model import Document, Kind, Paragraph
from reader.packed import Columns
from reader.phrases import Phrase

if TYPE_CHECKING:
    from reader.formats._archive import Archive

NAME = Phrase("EPUB book")
SUFFIXES = (".epub",)
ISOLATED = True

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONTS_ONLY = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""How fonts are scrambled in books that anyone may read: EPUB 3.3, 4.4 (font obfuscation)."""

_CHAPTERS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def recognises(data: bytes) -> bool:
    """Whether the bytes are an archive that says it is a book."""
    return data.startswith(b"PK\x03\x04") and (
        data.startswith(b"mimetypeapplication/epub+zip", 30)
        or (_CONTAINER.encode() in data and b"mimetype" in data[:200])
    )


def read(data: bytes, name: str) -> Document:
    """Headings, text, lists, tables and footnotes in the order of the spine.

    The table of contents is left out. A chapter that cannot be read is left out with a
    warning. Raises KnownError when the book is encrypted or has no readable chapter.
    """
    from reader.formats._archive import Archive  # zipfile takes a while to load

    archive = Archive(data, name)
    top = _top(archive)
    _refuse_encrypted(archive, top, name)
    package, folder = _package(archive, top, name)
    found = Columns()
    lost: list[KnownError] = []
    warnings: list[str] = []
    book_looks = _looks(archive, package, folder)
    chapters = list(_spine(package, folder))
    for number, (path, may_be_contents) in enumerate(chapters):
        if not _limits.go_on(0.5):
            warnings.append(
                Phrase(
                    "Only the first {read} of {count} chapters were read: more would take "
                    "too long.",
                    read=number,
                    count=len(chapters),
                )
            )
            break
        try:
            root, is_clean = _chapter(archive.read(path), f"{name}/{path}")
            if root is not None and not (may_be_contents and _is_contents(root)):
                is_clean = is_clean and found.clean == len(found)
                gather(root, found, looks=book_looks)
                found.clean = len(found) if is_clean else found.clean
        except KnownError as fault:
            lost.append(fault)
    if lost and not found:
        raise lost[0]
    if lost:
        reason = lost[0].message
        warnings.append(
            Phrase("1 chapter could not be read: {reason}", reason=reason)
            if len(lost) == 1
            else Phrase(
                "{count} chapters could not be read: {reason}", count=len(lost), reason=reason
            )
        )
    title = clean(_metadata(package, "title")).strip()
    return Document(
        title=title or _title.from_name(name, ""),
        paragraphs=_titled(found, title),
        author=", ".join(filter(None, _all_metadata(package, "creator"))),
        date=_date(package),
        warnings=tuple(warnings),
    )


def _top(archive: Archive) -> str:
    """The folder that all of the book is in: mostly none, or the one that was packed."""
    found = (entry for entry in archive.names() if entry.endswith(f"/{_CONTAINER}"))
    packed = "" if _CONTAINER in archive else next(found, "")
    return packed.removesuffix(_CONTAINER)


def _refuse_encrypted(archive: Archive, top: str, name: str) -> None:
    if top + _ENCRYPTION not in archive:
        return
    try:
        root = parse_xml(archive.read(top + _ENCRYPTION))
    except NotXmlError:
        return
    methods = [attribute(part, "Algorithm") for part in root.iter() if _is_method(part)]
    if any(method not in _FONTS_ONLY for method in methods):
        raise KnownError(
            Phrase("{name} is encrypted: it is protected against copying.", name=name),
            Phrase("Only the program it was bought for can open it."),
        )


def _is_method(element: Element) -> bool:
    parent = element.getparent()
    return (
        local(element) == "EncryptionMethod"
        and parent is not None
        and local(parent) == "EncryptedData"
    )


def _package(archive: Archive, top: str, name: str) -> tuple[Element, str]:
    """The package document, and the folder its paths start from."""
    try:
        container = parse_xml(archive.read(top + _CONTAINER))
        paths = [attribute(e, "full-path") for e in container.iter() if local(e) == "rootfile"]
        if not any(paths):
            raise KnownError(
                Phrase("{name} is damaged: it does not say where its book is.", name=name)
            )
        path = top + next(filter(None, paths))
        return parse_xml(archive.read(path)), posixpath.dirname(path)
    except NotXmlError as fault:
        raise KnownError(
            Phrase(
                "{name} is damaged: its table of parts is no XML ({fault}).", name=name, fault=fault
            )
        ) from fault


def _spine(package: Element, folder: str) -> Iterator[tuple[str, bool]]:
    """The paths of the chapters, in reading order and none twice.

    With each, whether the book calls it its table of contents, which may stand before a text.
    """
    items = {item.get("id"): item for item in package.iter("{*}item")}
    contents = {
        _path(folder, reference.get("href"))
        for reference in package.iter("{*}reference")
        if reference.get("type") == "toc"
    }
    seen: set[str] = set()
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or (item.get("media-type") or "") not in _CHAPTERS:
            continue
        path = _path(folder, item.get("href"))
        if path not in seen and "nav" not in (item.get("properties") or "").split():
            seen.add(path)
            yield path, path in contents


def _path(folder: str, href: str | None) -> str:
    raw = (href or "").partition("#")[0].encode()
    plain = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes((int(found[1], 16),)), raw)
    return posixpath.normpath(posixpath.join(folder, plain.decode("utf-8", "replace")))


def _looks(archive: Archive, package: Element, folder: str) -> Looks:
    """By the book's style sheets, all of which are taken to hold for every chapter."""
    sheets: list[str] = []
    for item in package.iter("{*}item"):
        if item.get("media-type") == "text/css":
            with suppress(KnownError):
                sheets.append(
                    archive.read(_path(folder, item.get("href"))).decode("utf-8", "replace")
                )
    return looks("\n".join(sheets))


def _chapter(data: bytes, name: str) -> tuple[Element | None, bool]:
    """The chapter, and whether nothing in it must be cleaned."""
    try:
        root = parse_xml(data)
    except NotXmlError:
        return parse_html(_encoding.decode(data, name)[0]), False
    return root, is_utf_8(root) and is_clean_file(data)


def _is_contents(chapter: Element) -> bool:
    """Whether there is little in it but links."""
    links = sum(len(text_of(link)) for link in chapter.iter("{*}a"))
    return links > 0.5 * len(text_of(chapter))


def _metadata(package: Element, name: str) -> str:
    return next(iter(_all_metadata(package, name)), "")


def _all_metadata(package: Element, name: str) -> list[str]:
    return [text_of(element) for element in package.iter(f"{{*}}{name}")]


def _date(package: Element) -> str:
    """The first that is one: of EPUB 2's dates, that of the publication comes first."""
    dates = list(package.iter("{*}date"))
    dates.sort(key=lambda element: attribute(element, "event") not in ("", "publication"))
    dates = [date for date in dates if attribute(date, "event") != "modification"]
    return next(filter(None, (iso_date(text_of(date)) for date in dates)), "")


def _titled(found: Columns, title: str) -> Columns:
    """With the title in front, which many books have on a page of its own anyway."""
    if not title:
        return found
    for at, paragraph in enumerate(found[:5]):
        if paragraph.text.casefold() == title.casefold():
            found[at] = paragraph._replace(kind=Kind.TITLE, level=0)
            return found
    found.put_first(Paragraph(Kind.TITLE, title))
    return found
