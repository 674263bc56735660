"""What all decks for Anki share: how texts become fields, and how a deck becomes a file."""

from __future__ import annotations

import html
import io
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from itertools import count
from typing import Any
from zipfile import ZipFile, ZipInfo

from reader.exporters._markdown import readable

HIDDEN = '<span class="hidden">[…]</span>'

CSS = """\
.card { font: 20px/1.5 "Charis SIL", Georgia, serif; max-width: 34em; margin: 1em auto; }
.hidden { letter-spacing: 0.2em; }
.sentence b { border-bottom: 2px solid currentColor; }
.other, .source { opacity: 0.7; }
.note { border-left: 3px solid currentColor; padding-left: 0.8em; }
.source { font-size: 0.7em; }
"""


def as_html(text: str) -> str:
    """A text as HTML in which Anki finds no sound, no formula and no field."""
    escaped = html.escape(readable(text))
    return escaped.translate({ord(sign): f"&#{ord(sign)};" for sign in "[]{}\\"}).replace(
        "\n", "<br>"
    )


def source_link(address: str, title: str) -> str:
    """The way back to the text."""
    return f'<a href="{html.escape(address)}">{as_html(title)}</a>'


def without_colons(title: str) -> str:
    """A title on one line; two colons would begin a deck within."""
    return re.sub(":+", ":", " ".join(readable(title).split()))


def changed_last(day: str, times: Iterable[str]) -> int:
    """When the cards were last changed, or the day of the export; Anki takes what is newer."""
    times = [f"{day}T00:00:00+00:00", *times]
    return max(int(datetime.fromisoformat(time).timestamp()) for time in times)


def packed(package: Any, time: int) -> bytes:
    """The package as a file, without the clock's part in it that genanki's own writing has."""
    with closing(sqlite3.connect(":memory:")) as collection:
        package.write_to_db(collection.cursor(), time, count(time * 1000))
        collection.commit()
        database = collection.serialize()
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(ZipInfo("collection.anki2"), database)
        archive.writestr(ZipInfo("media"), "{}")
    return file.getvalue()
