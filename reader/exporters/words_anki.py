"""Words to learn as cards for Anki: the word hidden in its sentence, its meaning to help.

Ids come from those of the words, so that importing again changes the cards that are
there, and Anki keeps what it knows of them. All words are in one deck.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

from reader.exporters._cards import CSS, HIDDEN, as_html, changed_last, packed, source_link
from reader.exporters._words import hidden_spans, in_reading_order, link_of, title_of
from reader.model import Snapshot, Word
from reader.phrases import Phrase

NAME = "words-anki"
LABEL = Phrase("Cards of words for Anki")
SUFFIX = ".apkg"
SUBJECT: Literal["words"] = "words"

_DECK, _NOTE_TYPE = 1_739_204_611, 1_739_204_612
"""Any numbers, but the same for ever: by them Anki knows our deck and note type again."""

_FIELDS = ("Id", "Question", "Answer", "Word", "Part", "Meaning", "Other", "Source")
_FRONT = """\
<div class="tex2jax_ignore">
<p class="sentence">{{Question}}</p>
{{#Meaning}}<p class="note">{{Meaning}}</p>{{/Meaning}}
<p class="other">{{Other}}</p>
</div>"""
_BACK = """\
<div class="tex2jax_ignore">
<p class="sentence">{{Answer}}</p>
<p><b>{{Word}}</b> {{#Part}}<i>{{Part}}</i>{{/Part}}</p>
{{#Meaning}}<p class="note">{{Meaning}}</p>{{/Meaning}}
<p class="other">{{Other}}</p>
<p class="source">{{Source}}</p>
</div>"""


def render(snapshot: Snapshot) -> bytes:
    """A package with one deck, a card a word; the same bytes for the same snapshot."""
    genanki: Any = import_module("genanki")
    deck = genanki.Deck(_DECK, "Lesepult::Words")
    fields = [{"name": name} for name in _FIELDS]
    templates = [{"name": "Card", "qfmt": _FRONT, "afmt": _BACK}]
    note_type = genanki.Model(_NOTE_TYPE, "Lesepult word", fields, templates, CSS)
    for number, word in enumerate(in_reading_order(snapshot)):
        values = _values(word, snapshot)
        guid = f"lesepult-word-{word.id}"
        deck.add_note(genanki.Note(note_type, values, guid=guid, due=number))
    time = changed_last(snapshot.date, (word.changed for word in snapshot.words))
    return packed(genanki.Package(deck), time)


def _values(word: Word, snapshot: Snapshot) -> list[str]:
    question = answer = ""
    at = 0
    for start, end in hidden_spans(word):
        before = as_html(word.sentence[at:start])
        question += before + HIDDEN
        answer += f"{before}<b>{as_html(word.sentence[start:end])}</b>"
        at = end
    rest = as_html(word.sentence[at:])
    if at == 0:  # the sentence does not have the word: the lemma stands for it
        question, rest = HIDDEN, ""
        answer = f"<b>{as_html(word.anchor.quote)}</b>"
    return [
        word.id,
        question + rest,
        answer + rest,
        as_html(word.lemma),
        as_html(word.part),
        as_html(word.meaning),
        as_html(word.partner),
        source_link(link_of(word), title_of(word, snapshot)),
    ]
