"""PDF files with a text in them, by PDFium. How lines become paragraphs is in `_layout`."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.errors import KnownError
from reader.formats import _limits, _title
from reader.formats._date import iso_date
from reader.model import Document, Kind
from reader.phrases import Phrase

if TYPE_CHECKING:
    from reader.formats._page import Line, Page
    from reader.formats._turned import Turn

NAME = Phrase("PDF")
SUFFIXES = (".pdf",)
ISOLATED = True

_SIGNATURE = b"%PDF-"
_SCANNED = 20
"""A page with fewer characters than that and with a picture is the picture of a page."""

_MOST_PAGES = 20_000
_MOST_CHARACTERS = 100_000
"""Of a page; what has more is a drawing made of letters."""

_BOLD = re.compile(rb"bold|black|heavy|(?:cm|ec|sf|la|lm)s?s?bx", re.IGNORECASE)
_DOTS = re.compile("\u00a8 ?([aouAOU])")
_FIXED = re.compile(rb"mono|courier|consol|typewriter|[cl]mtt", re.IGNORECASE)
_FIXED_PITCH = 1  # PDF 32000-1, table 123: the flags of a font
_ENDS = ("\0", "\n", "\r")
_SPACES = (" ", "\xa0")

_NOISE = re.compile(
    r"\s*(?:microsoft word|untitled|unbenannt|dokument\d*|powerpoint).*", re.IGNORECASE | re.DOTALL
)


def recognises(data: bytes) -> bool:
    """Whether the signature is among the first bytes, as far in as PDF readers look for it."""
    return _SIGNATURE in data[:1024]


def read(data: bytes, name: str) -> Document:
    """Paragraphs in reading order, columns one after the other, words put together again.

    Running heads, footers and page numbers are left out. Raises KnownError when the
    file is encrypted, damaged, or has pictures of pages instead of a text.
    """
    if not recognises(data):
        raise KnownError(Phrase("{name} is no PDF file.", name=name))
    pdfium: Any = import_module("pypdfium2")
    try:
        opened = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise KnownError(
                Phrase("{name} is encrypted.", name=name),
                Phrase("Save it without a password and open that."),
            ) from fault
        raise KnownError(
            Phrase("{name} is damaged: it cannot be opened as a PDF file.", name=name)
        ) from fault
    with closing(opened) as file:
        return _read(pdfium, file, name)


def _read(pdfium: Any, file: Any, name: str) -> Document:
    from reader.formats._layout import paragraphs

    count = len(file)
    pages: list[Page] = []
    pictures = lost = 0
    read = min(count, _MOST_PAGES)
    for number in range(read):
        if not _limits.go_on(0.8):
            read = number
            break
        try:
            page = file[number]
            with closing(page):
                found_page = _page(pdfium, page)
                if found_page is None:
                    pictures += 1
                else:
                    pages.append(found_page)
        except pdfium.PdfiumError:
            lost += 1
    if not any(page.lines for page in pages):
        raise _no_text(name, pictures, lost)
    found = paragraphs(pages)
    title = next((p.text for p in found if p.kind is Kind.TITLE), "")
    said = _metadata(file)
    if not title and not _NOISE.fullmatch(said.get("Title", "")):
        title = said.get("Title", "")
    return Document(
        title=title.strip() or _title.from_name(name, ""),
        paragraphs=tuple(found),
        author=said.get("Author", "").strip(),
        date=iso_date(said.get("CreationDate")),
        warnings=tuple(_warnings(count, read, pictures, lost)),
    )


def _metadata(file: Any) -> dict[str, str]:
    try:
        return dict(file.get_metadata_dict())
    except UnicodeDecodeError:
        return {}


def _warnings(count: int, read: int, pictures: int, lost: int) -> Iterator[str]:
    if pictures:
        yield Phrase(
            "{some} of {count} pages are pictures without a text and were left out.",
            some=pictures,
            count=count,
        )
    if lost:
        yield Phrase(
            "{some} of {count} pages are damaged and were left out.", some=lost, count=count
        )
    if read < count:
        yield Phrase(
            "Only the first {read} of {count} pages were read: more would take too long.",
            read=read,
            count=count,
        )


def _no_text(name: str, pictures: int, lost: int) -> KnownError:
    if pictures:
        return KnownError(
            Phrase("{name} is scanned: it has pictures of pages and no text.", name=name),
            Phrase("A program for text recognition (OCR) can add the text."),
        )
    if lost:
        return KnownError(Phrase("{name} is damaged: none of its pages can be read.", name=name))
    return KnownError(
        Phrase("{name} has no text in it.", name=name), Phrase("There is nothing in it to read.")
    )


def _page(pdfium: Any, page: Any) -> Page | None:
    """A page with its runs of text, each a line or part of one; None where it is a picture."""
    from reader.formats._page import Page
    from reader.formats._turned import turn_of

    text = page.get_textpage()
    with closing(text):
        count = text.count_chars()
        if count < _SCANNED and _has_picture(pdfium, page):
            return None
        count = min(count, _MOST_CHARACTERS)
        turn = turn_of(pdfium.raw, text.raw, count, page)
        return Page(*turn.size(), list(_runs(pdfium.raw, text.raw, count, turn)))


def _has_picture(pdfium: Any, page: Any) -> bool:
    return any(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def _runs(raw: Any, text: Any, count: int, turn: Turn) -> Iterator[Line]:
    """Runs of characters of one size that stand side by side on one line."""
    from reader.formats._glyphs import characters

    box_at, box = raw.FPDFText_GetLooseCharBox, raw.FS_RECTF()
    run = _Run(raw, text, 0, turn)
    for at, character in enumerate(characters(raw, text, count)):
        if character in _SPACES:
            run.space()
            continue
        if character in _ENDS:
            yield from run.line()
            run = _Run(raw, text, at, turn)
            continue
        if not character:
            continue
        box_at(text, at, box)
        place = turn.box(box)
        if not run.takes(place, at):
            yield from run.line()
            run = _Run(raw, text, at, turn)
        run.add(character, place, at)
    yield from run.line()


class _Run:
    """A run of characters, the first of which is the one at `start` if it is not empty."""

    def __init__(self, raw: Any, text: Any, start: int, turn: Turn) -> None:
        self._raw, self._text, self._start, self._turn = raw, text, start, turn
        self._places: list[int] = []
        self._words: list[str] = []
        self._before = 0.0  # the left side of the last character
        self._left = self._right = self._bottom = self._top = 0.0
        self._size = self._base = 0.0

    def space(self) -> None:
        if self._words and self._words[-1] != " ":
            self._words.append(" ")

    def takes(self, box: Any, at: int) -> bool:
        """Whether the character with that box goes on with the run."""
        if not self._words:
            return True
        widest = 1.05 if self._words[-1] == " " else 0.8
        if box.left - self._right > widest * self._size:
            return False
        if box.left < min(self._right - 0.5 * self._size, self._before):
            return False  # further back than the letters of a ligature
        if abs(box.top - self._top) + abs(box.bottom - self._bottom) < 0.1 * self._size:
            return True
        # Another height may mean that the font does not tell the height of its lines.
        size, base = self._measure(at)
        return abs(size - self._size) < 0.05 * size and abs(base - self._base) < 0.1 * size

    def add(self, character: str, box: Any, at: int) -> None:
        if not self._words:
            self._start, self._left = at, box.left
            self._bottom, self._top = box.bottom, box.top
            self._size, self._base = self._measure(at)
        elif box.left - self._right > 0.2 * self._size:
            self.space()
        self._words.append(character)
        self._places.append(at)
        self._before, self._right = box.left, box.right

    def line(self) -> Iterator[Line]:
        """The run as a line; none if it is empty, askew or, in a broken file, nowhere."""
        from reader.formats._page import Line

        words = _mended("".join(self._words).strip())
        place = (self._left, self._right, self._base, self._size)
        if not words or not all(map(math.isfinite, place)):
            return
        if self._turn.is_upright(self._raw, self._text, self._start):
            bold, fixed = self._looks()
            yield Line(words, *place, bold=bold, fixed=fixed)

    def _looks(self) -> tuple[bool, bool]:
        """Whether all of it is bold, and whether all of it is in letters of one width."""
        some = {self._places[0], self._places[len(self._places) // 2], self._places[-1]}
        fonts = [_font(self._raw, self._text, at) for at in some]
        bold = all(_BOLD.search(name) is not None for name, _ in fonts)
        fixed = all(is_fixed or _FIXED.search(name) is not None for name, is_fixed in fonts)
        return bold, fixed

    def _measure(self, at: int) -> tuple[float, float]:
        """The size of the type in points on the page, and the height of its base line."""
        from reader.formats._glyphs import size_of

        _, base = self._turn.origin(self._raw, self._text, at)
        return size_of(self._raw, self._text, at), base


def _mended(words: str) -> str:
    """With umlauts in the place of two dots before a letter."""
    return _DOTS.sub("\\1\u0308", words)


def _font(raw: Any, text: Any, at: int) -> tuple[bytes, bool]:
    """The name of the font, and whether it says that all its letters are of one width."""
    from ctypes import c_int, create_string_buffer

    name, flags = create_string_buffer(80), c_int()
    length = raw.FPDFText_GetFontInfo(text, at, name, 80, flags)
    return name.value if length <= 80 else b"", bool(flags.value & _FIXED_PITCH)
