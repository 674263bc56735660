"""XML and HTML as trees: nothing is fetched, no entity of a file's own is expanded.

lxml comes without types; `Element` says what the formats use of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any, Protocol, cast

from reader.phrases import Phrase

_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
XML_SPACE = " \t\r\n\f"


class Element(Protocol):
    """An element of lxml; of a comment or an entity, `tag` is a function."""

    tag: object
    attrib: Mapping[str, str]
    text: str | None
    tail: str | None

    def keys(self) -> list[str]: ...
    def get(self, key: str, /, default: str = ...) -> str | None: ...
    def find(self, path: str, /) -> Element | None: ...
    def findall(self, path: str, /) -> list[Element]: ...
    def iter(self, *tags: str) -> Iterator[Element]: ...
    def itertext(self) -> Iterator[str]: ...
    def getroottree(self) -> Any: ...
    def getparent(self) -> Element | None: ...
    def remove(self, child: Element, /) -> None: ...
    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...


FAULTS = (SyntaxError, ValueError, TypeError, AttributeError, IndexError)
"""What lxml, and what is built on it, raises for input that makes no sense.

Its own XMLSyntaxError is a SyntaxError.
"""


class NotXmlError(ValueError):
    """The bytes are no well-formed XML."""


def parse_xml(data: bytes, *, mend: bool = False) -> Element:
    """The root of an XML file, its names of HTML (`&uuml;`) read as in HTML.

    An entity that the file declares itself stays as it stands (`&name;`), whatever it
    is to be: text, a file or a bomb. With `mend`, what can be made of a broken file is
    given. Raises NotXmlError.
    """
    etree = _etree()
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=mend,
    )
    if b"&" in data and not data.startswith(_UTF_16):
        data = _NAMED.sub(_by_number, data)
    try:
        root = cast("Element | None", etree.fromstring(data, parser))
    except FAULTS as fault:
        raise NotXmlError(str(fault)) from fault
    if root is None:
        raise NotXmlError("there is nothing in it")
    return root


def parse_xml_or_mend(data: bytes) -> tuple[Element, tuple[str, ...]]:
    """The root, and a warning if the file is broken and part of it may be missing."""
    try:
        return parse_xml(data), ()
    except NotXmlError as fault:
        return parse_xml(data, mend=True), (
            Phrase("The file is damaged, and parts of it may be missing ({fault}).", fault=fault),
        )


def is_utf_8(root: Element) -> bool:
    """Whether the XML file under `root` says it is in UTF-8, or nothing."""
    encoding = root.getroottree().docinfo.encoding
    return encoding is None or encoding.lower() == "utf-8"


def parse_html(text: str) -> Element | None:
    """The root of an HTML page, as browsers make sense of it; None where there is nothing."""
    etree = _etree()
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return cast("Element | None", etree.fromstring(text.encode(), parser))
    except FAULTS:
        return None


def as_html(root: Element) -> str:
    """The page under `root`, written out."""
    return str(_etree().tostring(root, encoding="unicode", method="html"))


def _etree() -> Any:
    """Imported here, so that only those who open such a file pay for it."""
    return import_module("lxml.etree")


def local(element: Element) -> str:
    """The element's name without its namespace; "" for what is no element."""
    return name(element.tag)


@lru_cache(1024)
def name(tag: object) -> str:
    """As `local`, of an element's tag, where very many are asked for."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The attribute of that name, in whatever namespace; "" if there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def squeezed(text: str) -> str:
    """The text with every run of white space as one space; no-break spaces stay."""
    if "\n" in text or "\t" in text or "\r" in text or "\f" in text:
        text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
    if text.rfind("  ") >= 0:  # four times as fast as from the start
        text = " ".join(filter(None, text.split(" ")))
    return text.strip(" ")


def text_of(element: Element) -> str:
    """All text in the element, squeezed."""
    parts = element.itertext() if local(element) else (element.text or "",)
    return squeezed("".join(parts))


def _by_number(found: re.Match[bytes]) -> bytes:
    from html.entities import html5

    character = html5.get(f"{found[1].decode()};")
    if character is None or found[1] in _OF_XML:
        return found[0]
    return b"".join(b"&#%d;" % ord(part) for part in character)
