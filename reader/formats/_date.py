"""When a text was published, as the many ways of saying so have it."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})(?:(?!\d)-?|-?(?=\d\d))(\d{2})?(?:-?(\d{2}))?")
_GERMAN = re.compile(r"(\d{1,2})\.\s*(?:(\d{1,2})\.|([A-Za-zä]{3,9})\.?)\s*(\d{4})\b")
_MONTHS = "jan feb mär apr mai jun jul aug sep okt nov dez".split()


def iso_date(text: str | None) -> str:
    """The day (or month, or year) that `text` begins with, as in ISO 8601; "" if it is none.

    Understands ISO 8601 and the German ways, with the month as a number or by its name.
    """
    text = (text or "").strip().removeprefix("D:")
    if found := _GERMAN.match(text):
        month = int(found[2] or 0) or _month(found[3] or "")
        return _day(int(found[4]), month, int(found[1]))
    if found := _ISO.match(text):
        year, month, day = (int(part or 0) for part in found.groups())
        return _day(year, month, day)
    return ""


def _month(name: str) -> int:
    start = name.lower().replace("ae", "ä")[:3]
    return _MONTHS.index(start) + 1 if start in _MONTHS else 0


def _day(year: int, month: int, day: int) -> str:
    if not 1000 <= year <= 2999:
        return ""
    if not 1 <= month <= 12:
        return f"{year}"
    try:
        return date(year, month, day).isoformat() if day else f"{year}-{month:02}"
    except ValueError:
        return f"{year}-{month:02}"
