"""Notes as Markdown: one file a document, one block a mark, then one a word to learn.

What stands in a block says a template: a quotation of the German, the English, the
colour and the note. The frame around it, by which blocks are known again, is that of
`_blocks`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from reader.exporters._blocks import block
from reader.exporters._front import notes_front_matter
from reader.exporters._markdown import (
    hashtag,
    literal,
    literal_line,
    quoted,
    readable,
)
from reader.exporters._marks import (
    both_languages,
    colour_name,
    heading,
    in_reading_order,
    on_target,
)
from reader.exporters._own_markdown import as_meant
from reader.exporters._template import bundled_template, filled
from reader.exporters._words import in_reading_order as words_in_reading_order
from reader.model import Mark, Side, Snapshot, Word
from reader.phrases import Phrase

if TYPE_CHECKING:
    from jinja2 import Template

NAME = "notes-md"
LABEL = Phrase("Notes as Markdown")
SUFFIX = ".md"
SUBJECT: Literal["notes"] = "notes"

TITLE_LENGTH = 60  # characters of a mark's words that its file is called by


def render(snapshot: Snapshot, template: Template | None = None) -> str:
    """Front matter, the title, the marks in reading order, then the document's words.

    `template` says what stands in each mark's block; without it, the bundled one does. Raises
    KnownError where a template asks for what there is not.
    """
    about = _about(snapshot)
    front = notes_front_matter(
        snapshot,
        tags=sorted({tag for mark in snapshot.marks for tag in tag_names(mark)}),
        colours={c.value: readable(name) for c, name in snapshot.colour_names.items()},
    )
    blocks = [front, f"# {about['title']}"]
    template = template or bundled_template()
    for mark in in_reading_order(snapshot):
        inside = filled(template, mark=_MarkValues(mark, snapshot), document=about)
        blocks.append(block(inside, snapshot.document_id, mark.id))
    blocks += [
        block(_word(word), word.document, word.id)
        for word in words_in_reading_order(snapshot)
        if word.document == snapshot.document_id
    ]
    return "\n\n".join(blocks) + "\n"


def render_mark(snapshot: Snapshot, mark: Mark, template: Template | None = None) -> str:
    """One mark as a file of its own: front matter, its first words as the title, its block."""
    about = _about(snapshot)
    name = mark_title(mark, snapshot)
    front = notes_front_matter(
        replace(snapshot, document=replace(snapshot.document, title=name)),
        document=readable(snapshot.document.title),
        tags=tag_names(mark),
        mark=mark.id,
    )
    values = _MarkValues(mark, snapshot)
    inside = filled(template or bundled_template(), mark=values, document=about)
    heading_line = f"# {literal_line(name)}"
    return "\n\n".join((front, heading_line, block(inside, snapshot.document_id, mark.id))) + "\n"


def mark_title(mark: Mark, snapshot: Snapshot) -> str:
    """The first words of what was marked, or what kind of note it is."""
    words = " ".join(readable(mark.quote).split())
    return textwrap.shorten(words, TITLE_LENGTH, placeholder=" …") or heading(mark, snapshot)


def _about(snapshot: Snapshot) -> dict[str, str]:
    """What a template may say of the document."""
    document = snapshot.document
    return {
        "title": literal_line(document.title),
        "source": literal_line(document.source),
        "author": literal_line(document.author),
    }


def _word(word: Word) -> str:
    """The sentence pair, then the word with what it means."""
    part = f" ({literal_line(word.part)})" if word.part else ""
    meaning = f": {literal_line(word.meaning)}" if word.meaning else ""
    about = f"**{literal_line(word.lemma)}**{part}{meaning}"
    parts = (quoted(literal(word.sentence)), literal(word.partner), about, "*Word*")
    return "\n\n".join(filter(None, parts))


def tag_names(mark: Mark) -> list[str]:
    """Its tags as they stand in a list of tags."""
    return [name[1:] for tag in mark.tags if (name := hashtag(tag))]


class _MarkValues(dict[str, str]):
    """What a template may say of a mark, as Markdown.

    What few templates ask for is made when it is asked for.
    """

    def __init__(self, mark: Mark, snapshot: Snapshot) -> None:
        german, english = both_languages(mark, snapshot)
        super().__init__(german=literal(german), english=literal(english))
        self._of = (mark, snapshot)

    def __missing__(self, name: str) -> str:
        value = self[name] = _VALUES[name](*self._of)
        return value


_VALUES: Mapping[str, Callable[[Mark, Snapshot], str]] = {
    "note": lambda mark, _: literal(mark.note),
    "markdown": lambda mark, _: as_meant(mark.note),
    "tags": lambda mark, _: " ".join(f"#{name}" for name in tag_names(mark)),
    "colour": lambda mark, _: mark.colour.value if mark.colour else "",
    "colour_name": lambda mark, snapshot: literal_line(colour_name(mark, snapshot)),
    "heading": lambda mark, snapshot: literal_line(heading(mark, snapshot)),
    "side": lambda mark, _: (Side.TARGET if on_target(mark) else Side.SOURCE).value,
    "created": lambda mark, _: literal_line(mark.created),
    "changed": lambda mark, _: literal_line(mark.changed),
}
