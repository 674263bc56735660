"""What the letters of a PDF page are, where its fonts do not say so or only draw them.

TeX sets an umlaut as two dots above a letter where its font has none, and a low quotation
mark as a high one set low; its fonts of dots say nothing of what their signs are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from ctypes import c_double, c_int
from typing import Any

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_HYPHEN = 2
"""What PDFium gives for a hyphen at the end of a line."""

_DRAWN = {
    0x0B: "ff", 0x0C: "fi", 0x0D: "fl", 0x0E: "ffi", 0x0F: "ffl", 0x19: "ß",
    0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—",
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl",
    0x7F: "-", 0x88: "•", 0xFF: "ß",
}  # fmt: skip
"""TeX's encodings OT1 and T1, as far as they differ from Latin-1 and German has need of them."""

_MARKS = {
    0xA8: "\u0308", 0x7F: "\u0308", 0xB4: "\u0301", 0x60: "\u0300", 0xAF: "\u0304",
    0x2C7: "\u030c",
}  # fmt: skip
_HIGH_QUOTES = (0x201D, 0x22)
_SPACES = (32, 10, 13)
_FAR = 200
"""Characters between a mark and its letter: it may come after the words of its line."""

_MOST_MARKS = 1_000
"""Of a page; what has more is no text."""


def characters(raw: Any, text: Any, count: int) -> list[str]:
    """The characters of a page by their numbers, "" for what is no sign of its own."""
    codes = [raw.FPDFText_GetUnicode(text, at) for at in range(count)]
    found = ["-" if code == _HYPHEN else _LIGATURES.get(code) or chr(code) for code in codes]
    marks = 0
    for at, code in enumerate(codes):
        if (code in _MARKS or code in _HIGH_QUOTES) and marks < _MOST_MARKS:
            marks += 1
            put = _put_mark if code in _MARKS else _put_quote
            if put(raw, text, codes, found, at):
                continue
        if code in _DRAWN and _is_drawn(raw, text, at):
            found[at] = _DRAWN[code]
    return found


def size_of(raw: Any, text: Any, at: int) -> float:
    """The size of the type in points on the page."""
    matrix = raw.FS_MATRIX()
    size = raw.FPDFText_GetFontSize(text, at)
    if raw.FPDFText_GetMatrix(text, at, matrix):
        size *= math.hypot(matrix.c, matrix.d)
    return max(size, 0.1)


def _is_drawn(raw: Any, text: Any, at: int) -> bool:
    """Whether the font has no name, as those have that are made of drawings."""
    named = raw.FPDFText_GetFontInfo(text, at, None, 0, c_int()) > 1
    return not named and not _is_generated(raw, text, at)


def _is_generated(raw: Any, text: Any, at: int) -> bool:
    """Whether it is no sign on the page, but what PDFium takes to be between two of them."""
    return raw.FPDFText_IsGenerated(text, at) == 1


def _put_mark(raw: Any, text: Any, codes: Sequence[int], found: list[str], at: int) -> bool:
    """Put a mark to the letter that it stands above, if it does."""
    mark = _Place(raw, text, at)
    middle = (mark.left + mark.right) / 2
    after = range(at + 1, min(len(codes), at + 4))
    for near in (*after, *range(at - 1, max(0, at - _FAR), -1)):
        if not chr(codes[near]).isalpha():
            continue
        letter = _Place(raw, text, near)
        above = (mark.base - letter.base) / mark.size
        if letter.left <= middle <= letter.right and -0.1 < above < 0.4:
            found[near] += _MARKS[codes[at]]
            _leave_out(raw, text, codes, found, at)
            return True
    return False


def _put_quote(raw: Any, text: Any, codes: Sequence[int], found: list[str], at: int) -> bool:
    """Put a quotation mark that stands low before the word that it opens, if it does."""
    quote = _Place(raw, text, at)
    for near in range(at + 1, min(len(codes), at + 5)):
        if codes[near] in _SPACES:
            continue
        word = _Place(raw, text, near)
        low = 0.3 < (word.base - quote.base) / quote.size < 0.9
        if not low or not -0.3 < (word.left - quote.right) / quote.size < 0.3:
            return False
        found[near] = "„" + found[near]
        _leave_out(raw, text, codes, found, at)
        return True
    return False


def _leave_out(raw: Any, text: Any, codes: Sequence[int], found: list[str], at: int) -> None:
    """Leave out a sign, and the spaces that PDFium takes to be beside it."""
    found[at] = ""
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(codes) and codes[near] in _SPACES:
            if not _is_generated(raw, text, near):
                break
            found[near] = ""
            near += step


class _Place:
    """Where a character stands, and the size of its type."""

    def __init__(self, raw: Any, text: Any, at: int) -> None:
        box, x, y = raw.FS_RECTF(), c_double(), c_double()
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, x, y)
        self.left, self.right, self.base = box.left, box.right, y.value
        self.size = size_of(raw, text, at)
