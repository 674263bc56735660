"""HTML: the document in two columns with its marks and notes, one file, good to print."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import Literal

from reader.exporters._markdown import readable
from reader.exporters._marks import both_languages, heading, in_reading_order, texts
from reader.exporters._template import document_template
from reader.model import Anchor, Colour, Fit, Kind, Mark, Paragraph, Side, Snapshot
from reader.phrases import Phrase

NAME = "html"
LABEL = Phrase("Web page, both languages and notes")
SUFFIX = ".html"
SUBJECT: Literal["document"] = "document"

_TAGS = {Kind.TITLE: "h1", Kind.QUOTE: "blockquote", Kind.CODE: "pre"}


@dataclass(frozen=True)
class _Piece:
    """A stretch of text under the same marks; `notes` are the numbers of those that end here."""

    text: str
    colours: tuple[Colour, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True)
class _Note:
    """A note below its paragraph; `words` where the text does not show what it is on."""

    number: int
    colour: str
    text: str
    words: str = ""
    tags: str = ""


@dataclass(frozen=True)
class _Row:
    tag: str
    kind: Kind
    level: int
    german: list[_Piece]
    english: list[_Piece]
    notes: list[_Note]


@dataclass
class _Layer:
    """What lies on one text: stretches of colour, and where notes end."""

    colours: list[tuple[int, int, Colour]] = field(default_factory=list)
    ends: list[tuple[int, int]] = field(default_factory=list)


def render(snapshot: Snapshot) -> str:
    """A page that loads nothing and runs nothing; each note below what it is on."""
    return document_template("document.html.j2").render(_values(snapshot))


def render_for_print(snapshot: Snapshot) -> str:
    """The same in the HTML that Qt can lay out on paper, with a table a pair."""
    return document_template("print.html.j2").render(_values(snapshot))


def _values(snapshot: Snapshot) -> dict[str, object]:
    """What a template says of the document."""
    document = snapshot.document
    layers: defaultdict[tuple[Side, int], _Layer] = defaultdict(_Layer)
    notes: defaultdict[int, list[_Note]] = defaultdict(list)
    on_document: list[_Note] = []
    placeless: list[_Note] = []
    numbers = count(1)
    for mark in in_reading_order(snapshot):
        has_note = bool(mark.note or mark.tags)
        number = next(numbers) if has_note or not _has_place(mark, snapshot) else 0
        if _has_place(mark, snapshot):
            _lay(mark, number, layers)
            if number:
                notes[mark.anchors[-1].paragraph].append(_note(mark, number, snapshot))
        elif not mark.anchors:
            on_document.append(_note(mark, number, snapshot))
        else:
            words = (heading(mark, snapshot), *filter(None, both_languages(mark, snapshot)))
            placeless.append(_note(mark, number, snapshot, "\n\n".join(words)))
    rows = [
        _row(
            paragraph,
            _pieces(paragraph.text, layers[Side.SOURCE, number]),
            _pieces(_english(number, snapshot), layers[Side.TARGET, number]),
            notes[number],
        )
        for number, paragraph in enumerate(document.paragraphs)
    ]
    about = (document.author, document.source, snapshot.engine, snapshot.date)
    return {
        "title": readable(document.title),
        "language": readable(document.language),
        "about": [readable(line) for line in about if line],
        "has_title": any(paragraph.kind is Kind.TITLE for paragraph in document.paragraphs),
        "colours": list(Colour),
        "names": {c.value: readable(name) for c, name in snapshot.colour_names.items()},
        "rows": rows,
        "on_document": on_document,
        "placeless": placeless,
    }


def _has_place(mark: Mark, snapshot: Snapshot) -> bool:
    def is_in_text(anchor: Anchor) -> bool:
        text = texts(anchor, snapshot)[anchor.side is Side.TARGET]
        return 0 <= anchor.span.start < anchor.span.end <= len(text)

    return mark.fit is not Fit.ORPHAN and bool(mark.anchors) and all(map(is_in_text, mark.anchors))


def _lay(mark: Mark, number: int, layers: defaultdict[tuple[Side, int], _Layer]) -> None:
    for anchor in mark.anchors:
        layer = layers[anchor.side, anchor.paragraph]
        if mark.colour:
            layer.colours.append((anchor.span.start, anchor.span.end, mark.colour))
    if number:
        last = mark.anchors[-1]
        layers[last.side, last.paragraph].ends.append((last.span.end, number))


def _note(mark: Mark, number: int, snapshot: Snapshot, words: str = "") -> _Note:
    remark = "" if words or mark.fit is Fit.EXACT else f"({heading(mark, snapshot)}) "
    tags = readable("  ".join(f"#{tag}" for tag in mark.tags))
    return _Note(number, mark.colour or "", remark + readable(mark.note), readable(words), tags)


def _pieces(text: str, layer: _Layer) -> list[_Piece]:
    cuts = {0, len(text), *(end for end, _ in layer.ends)}
    cuts.update(cut for start, end, _ in layer.colours for cut in (start, end))
    borders = sorted(cuts)
    return [
        _Piece(
            readable(text[start:end]),
            tuple(dict.fromkeys(c for first, last, c in layer.colours if first <= start < last)),
            tuple(number for at, number in layer.ends if at == end),
        )
        for start, end in pairwise(borders)
    ]


def _row(
    paragraph: Paragraph, german: list[_Piece], english: list[_Piece], notes: list[_Note]
) -> _Row:
    level = min(max(paragraph.level, 1), 6)
    tag = f"h{level}" if paragraph.kind is Kind.HEADING else _TAGS.get(paragraph.kind, "p")
    return _Row(tag, paragraph.kind, level, german, english, notes)


def _english(number: int, snapshot: Snapshot) -> str:
    rendering = snapshot.renderings.get(number)
    return rendering.text if rendering else ""
