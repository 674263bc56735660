"""Saved web pages, as HTML or as an MHTML archive: the article, without what surrounds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.errors import KnownError
from reader.formats import _article, _encoding, _title
from reader.formats._blocks import paragraphs
from reader.formats._said import Said
from reader.formats._xml import parse_html
from reader.model import Document, Kind, Paragraph, Span, Style
from reader.phrases import Phrase

if TYPE_CHECKING:
    from email.message import Message

NAME = Phrase("Web page")
SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".mhtml", ".mht")
ISOLATED = True

_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_ONE_BYTE = re.compile(r"(?:iso-8859-\d+|windows-125\d|macintosh)", re.IGNORECASE)
_MOST_BEFORE = 6  # paragraphs: headline, introduction, picture, author
_OUR_RULES_FIT = ("iso-8859-1", "windows-1252")


def recognises(data: bytes) -> bool:
    """Whether the bytes begin as a page or as an archive of one does."""
    return _PAGE.match(data, 0, 4_000) is not None or _is_archive(data)


def read(data: bytes, name: str) -> Document:
    """The title, then the article's headings, text, quotes, lists, tables and captions.

    Menus, advertising, comments, notes on sources and everything that is not seen on
    the page are left out.
    """
    address = ""
    if _is_archive(data):
        data, address = _page_of_archive(data, name)
    text, warnings = _decode(data, name)
    root = parse_html(text)
    if root is None:
        raise KnownError(
            Phrase("{name} is empty.", name=name), Phrase("There is nothing in it to read.")
        )
    said = Said(root, text, address)
    page = _article.Page(root, said)
    found = paragraphs(page.article, said.address, said.looks)
    while found and (found[-1].kind is Kind.HEADING or found[-1].text.startswith("©")):
        found.pop()  # the heading of a section that was left out, or the page's last line
    found = _without_byline(found, said.author)
    found = _titled(found, page.title, _title.from_name(name, ""))
    return Document(
        title=found[0].text if found else "",
        paragraphs=tuple(found),
        author=said.author,
        date=said.date,
        warnings=warnings,
    )


def _titled(found: list[Paragraph], said: str, title: str) -> list[Paragraph]:
    """With the title in front: as the article's own headline if it has one.

    It is what the page said, else `title`. A page often has the site's name or the section
    beside the headline in it, which may stand above it too: the one that has more of it counts.
    """
    title = said or title
    whole = _letters(title)
    best: tuple[bool, int] = (False, 0)
    headline: tuple[int, Paragraph] | None = None
    for at, paragraph in enumerate(found[:4]):
        own = _letters(paragraph.text)
        is_heading = paragraph.kind is Kind.HEADING or _is_bold(paragraph)
        if is_heading and own and own.endswith(whole):
            shared, written = len(whole), Paragraph(Kind.TITLE, title)
        elif (said and own == whole) or (
            is_heading and own and (whole.endswith(own) or whole.startswith(own))
        ):
            shared, written = len(own), paragraph._replace(kind=Kind.TITLE, level=0)
        else:
            continue
        if (is_heading, shared) > best:
            best, headline = (is_heading, shared), (at, written)
    if headline is not None:
        return _from_title(found, *headline)
    return [Paragraph(Kind.TITLE, title), *found] if found else found


def _letters(text: str) -> str:
    """What two forms of a headline share, whatever stands between its parts."""
    return "".join(filter(str.isalnum, text.casefold()))


def _without_byline(found: list[Paragraph], author: str) -> list[Paragraph]:
    """Without the line that only says who wrote it, which is said of the document."""

    def is_byline(text: str) -> bool:
        by, _, name = text.casefold().partition(" ")
        return by in ("von", "by") and bool(name) and author.casefold().startswith(name)

    kept = [one for one in found[:_MOST_BEFORE] if not is_byline(one.text)]
    return kept + found[_MOST_BEFORE:]


def _is_bold(paragraph: Paragraph) -> bool:
    whole = Span(0, len(paragraph.text))
    return any(run.span == whole and run.style is Style.STRONG for run in paragraph.runs)


def _from_title(found: list[Paragraph], at: int, title: Paragraph) -> list[Paragraph]:
    """The title first, then what stood before it, such as a picture's caption."""
    return [title, *found[:at], *found[at + 1 :]]


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """By our rules for German, which the page's own word only goes before where they differ."""
    declared = _CHARSET.search(data, 0, 4_000)
    charset = declared[1].decode().lower() if declared else ""
    if _ONE_BYTE.fullmatch(charset) and charset not in _OUR_RULES_FIT:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            data = _recoded(data, charset)
    return _encoding.decode(data, name)


def _is_archive(data: bytes) -> bool:
    return _ARCHIVE.search(data, 0, 4_000) is not None


def _page_of_archive(data: bytes, name: str) -> tuple[bytes, str]:
    """The first page in an MHTML archive and its address. The rest was loaded by it."""
    from email import message_from_bytes

    try:
        for part in message_from_bytes(data).walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                return _payload(part), str(part.get("Content-Location", ""))
    except RecursionError:
        raise KnownError(
            Phrase("{name} is refused: its parts are nested without end.", name=name)
        ) from None
    raise KnownError(
        Phrase("{name} is damaged: there is no page in this archive of one.", name=name)
    )


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    page = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset("")
    if _ONE_BYTE.fullmatch(charset) and charset not in _OUR_RULES_FIT:
        return _recoded(page, charset)
    return page


def _recoded(data: bytes, charset: str) -> bytes:
    """As UTF-8, if Python knows the character set."""
    try:
        return data.decode(charset, "replace").encode()
    except LookupError:
        return data
