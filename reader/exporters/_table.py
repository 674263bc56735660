"""Comma-separated values as spreadsheets take them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from reader.exporters._markdown import readable

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a cell a formula for some spreadsheet (OWASP, "CSV Injection")."""


def table(headings: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    r"""A row of headings, then the rows; each ends in \r\n (RFC 4180).

    It begins with a byte order mark, without which Excel takes UTF-8 for another
    encoding. A cell that a spreadsheet would calculate begins with an apostrophe.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(headings)
    writer.writerows([_cell(text) for text in row] for row in rows)
    return "\ufeff" + file.getvalue()


def _cell(text: str) -> str:
    text = readable(text)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
