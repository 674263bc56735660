"""The words of Rich Text Format: Microsoft's specification 1.9.1."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])"
    rb"|([{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
NOT_SEEN = frozenset(
    """annotation atnauthor atnid colortbl datafield datastore do footer footerf
    footerl footerr header headerf headerl headerr listoverridetable listtable nonshppict object
    pict pntxta pntxtb revtbl rsidtbl shpinst themedata xe tc filetbl generator bkmkstart
    bkmkend latentstyles mmathPr wgrffmtfilter xmlnstbl listlevel""".split()
)
"""Destinations that are no part of the text."""

CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "tab": " ",
    "line": "\n", "softline": " ",
}  # fmt: skip
SYMBOLS = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
CODE_PAGES = {
    77: "mac_roman", 128: "cp932", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""By the number of a font's character set."""


@dataclass
class State:
    """What a group changes and its end puts back."""

    destination: str = ""
    seen: bool = True
    hidden: bool = False
    bold: bool = False
    italic: bool = False
    link: str = ""
    code_page: str = ""
    skip: int = 1
    """How many characters stand in for a `\\u`, for programs that do not know it."""


@dataclass
class Shape:
    """What is known of the paragraph at hand."""

    style: str = ""
    outline: int | None = None
    label: str = ""
    is_item: bool = False
    depth: int = 0
    in_table: bool = False


def codec(name: str, otherwise: str) -> str:
    """Python's name of a code page; `otherwise` where it has none of that name."""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return otherwise
