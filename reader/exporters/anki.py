"""Marks as cards for Anki: the marked words hidden in their sentence, the English below.

Ids come from those of the document and its marks, so that importing again changes the
cards that are there, and Anki keeps what it knows of them.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, Literal

from reader.exporters._cards import (
    CSS,
    HIDDEN,
    as_html,
    changed_last,
    packed,
    source_link,
    without_colons,
)
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
from reader.phrases import Phrase

NAME = "anki"
LABEL = Phrase("Cards for Anki")
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


def render(snapshot: Snapshot) -> bytes:
    """A package with one deck, a card a mark; the same bytes for the same snapshot.

    A note on the document as a whole has no sentence, and so no card.
    """
    genanki: Any = import_module("genanki")
    name = f"Lesepult::{without_colons(snapshot.document.title) or snapshot.document_id}"
    deck = genanki.Deck((1 << 30) + int(text_hash(snapshot.document_id)[:7], 16), name)
    fields = [{"name": name} for name in _FIELDS]
    templates = [{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}]
    note_type = genanki.Model(_NOTE_TYPE, "Lesepult", fields, templates, CSS)
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
    time = changed_last(snapshot.date, (mark.changed for mark in snapshot.marks))
    return packed(genanki.Package(deck), time)


def _tags(mark: Mark) -> list[str]:
    """Its colour and its tags; Anki's have no blanks, and two colons begin a tag within."""
    own = ("_".join(readable(tag).split()) for tag in mark.tags)
    tags = (re.sub(":+", ":", tag).strip(":") for tag in own)
    colour = [f"lesepult::{mark.colour}"] if mark.colour else []
    return [*colour, *filter(None, tags)]


def _values(mark: Mark, snapshot: Snapshot) -> list[str]:
    german, english = both_languages(mark, snapshot)
    parts = [_sentence(anchor, snapshot) for anchor in mark.anchors]
    return [
        mark.id,
        "<br>".join(f"{before}{HIDDEN}{after}" for before, _, after in parts),
        "<br>".join(f"{before}<b>{words}</b>{after}" for before, words, after in parts),
        as_html(german if on_target(mark) else english),
        as_html(mark.note),
        source_link(mark_link(snapshot.document_id, mark.id), snapshot.document.title),
    ]


def _sentence(anchor: Anchor, snapshot: Snapshot) -> tuple[str, str, str]:
    """What stands before the marked words in their sentence, the words, and what stands after."""
    pairs = touched_pairs(anchor, snapshot)
    if not pairs:
        return as_html(anchor.prefix), as_html(anchor.quote), as_html(anchor.suffix)
    target = anchor.side is Side.TARGET
    text = texts(anchor, snapshot)[target]
    start = (pairs[0].target if target else pairs[0].source).start
    end = (pairs[-1].target if target else pairs[-1].source).end
    before, after = text[start : anchor.span.start], text[anchor.span.end : end]
    return as_html(before.lstrip()), as_html(anchor.quote), as_html(after.rstrip())
