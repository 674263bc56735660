"""Marks as cards for Anki: the marked words hidden in their sentence, the English below.

Ids come from those of the document and its marks, so that importing again changes the
cards that are there, and Anki keeps what it knows of them.
"""

from __future__ import annotations

import html
import io
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from importlib import import_module
from itertools import count
from typing import Any, Literal
from zipfile import ZipFile, ZipInfo

from reader.exporters._links import mark_link
from reader.exporters._markdown import readable
from reader.exporters._marks import (
    both_languages,
    in_reading_order,
    on_target,
    texts,
    touched_pairs,
)
from reader.model import Anchor, Mark, Side, Snapshot, text_hash

NAME = "anki"
LABEL = "Cards for Anki"
SUFFIX = ".apkg"
SUBJECT: Literal["notes"] = "notes"

_NOTE_TYPE = 1_593_204_817
"""Any number, but the same for ever: by it Anki knows our note type again."""

_FIELDS = ("Id", "Question", "Answer", "Other", "Note", "Source")

# MathJax leaves elements of this class alone, so that a formula in a text stays text.
_FRONT = """\
<div class="tex2jax_ignore">
<p class="sentence">{{Question}}</p>
<p class="other">{{Other}}</p>
</div>"""
_BACK = """\
<div class="tex2jax_ignore">
<p class="sentence">{{Answer}}</p>
<p class="other">{{Other}}</p>
{{#Note}}<p class="note">{{Note}}</p>{{/Note}}
<p class="source">{{Source}}</p>
</div>"""
_CSS = """\
.card { font: 20px/1.5 "Charis SIL", Georgia, serif; max-width: 34em; margin: 1em auto; }
.hidden { letter-spacing: 0.2em; }
.sentence b { border-bottom: 2px solid currentColor; }
.other, .source { opacity: 0.7; }
.note { border-left: 3px solid currentColor; padding-left: 0.8em; }
.source { font-size: 0.7em; }
"""


def render(snapshot: Snapshot) -> bytes:
    """A package with one deck, a card a mark; the same bytes for the same snapshot.

    A note on the document as a whole has no sentence, and so no card.
    """
    genanki: Any = import_module("genanki")
    deck = genanki.Deck((1 << 30) + int(text_hash(snapshot.document_id)[:7], 16), _name(snapshot))
    fields = [{"name": name} for name in _FIELDS]
    templates = [{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}]
    note_type = genanki.Model(_NOTE_TYPE, "Lesepult", fields, templates, _CSS)
    marks = [mark for mark in in_reading_order(snapshot) if mark.anchors]
    for number, mark in enumerate(marks):
        deck.add_note(
            genanki.Note(
                note_type,
                _values(mark, snapshot),
                guid=f"lesepult-{mark.id}",
                tags=_tags(mark),
                due=number,
            )
        )
    return _packed(genanki.Package(deck), _time(snapshot))


def _tags(mark: Mark) -> list[str]:
    """Its colour and its tags; Anki's have no blanks, and two colons begin a tag within."""
    own = ("_".join(readable(tag).split()) for tag in mark.tags)
    tags = (re.sub(":+", ":", tag).strip(":") for tag in own)
    colour = [f"lesepult::{mark.colour}"] if mark.colour else []
    return [*colour, *filter(None, tags)]


def _packed(package: Any, time: int) -> bytes:
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


def _name(snapshot: Snapshot) -> str:
    """The deck's name; two colons would begin a deck within."""
    title = " ".join(readable(snapshot.document.title).split())
    return f"Lesepult::{re.sub(':+', ':', title) or snapshot.document_id}"


def _time(snapshot: Snapshot) -> int:
    """When the marks were last changed, or the day of the export; Anki takes what is newer."""
    times = [f"{snapshot.date}T00:00:00+00:00", *(mark.changed for mark in snapshot.marks)]
    return max(int(datetime.fromisoformat(time).timestamp()) for time in times)


def _values(mark: Mark, snapshot: Snapshot) -> list[str]:
    german, english = both_languages(mark, snapshot)
    parts = [_sentence(anchor, snapshot) for anchor in mark.anchors]
    hidden = '<span class="hidden">[…]</span>'
    link = mark_link(snapshot.document_id, mark.id)
    return [
        mark.id,
        "<br>".join(f"{before}{hidden}{after}" for before, _, after in parts),
        "<br>".join(f"{before}<b>{words}</b>{after}" for before, words, after in parts),
        _html(german if on_target(mark) else english),
        _html(mark.note),
        f'<a href="{html.escape(link)}">{_html(snapshot.document.title)}</a>',
    ]


def _sentence(anchor: Anchor, snapshot: Snapshot) -> tuple[str, str, str]:
    """What stands before the marked words in their sentence, the words, and what stands after."""
    pairs = touched_pairs(anchor, snapshot)
    if not pairs:
        return _html(anchor.prefix), _html(anchor.quote), _html(anchor.suffix)
    target = anchor.side is Side.TARGET
    text = texts(anchor, snapshot)[target]
    start = (pairs[0].target if target else pairs[0].source).start
    end = (pairs[-1].target if target else pairs[-1].source).end
    before, after = text[start : anchor.span.start], text[anchor.span.end : end]
    return _html(before.lstrip()), _html(anchor.quote), _html(after.rstrip())


def _html(text: str) -> str:
    """A text as HTML in which Anki finds no sound, no formula and no field."""
    escaped = html.escape(readable(text))
    return escaped.translate({ord(sign): f"&#{ord(sign)};" for sign in "[]{}\\"}).replace(
        "\n", "<br>"
    )
