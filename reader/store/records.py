"""Values of the model as rows and as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias, cast

from reader.model import (
    Anchor,
    Colour,
    Document,
    Edit,
    Entry,
    Fit,
    Kind,
    Mark,
    Paragraph,
    Place,
    Run,
    Side,
    Span,
    Style,
    Word,
    text_hash,
)
from reader.packed import Packed
from reader.phrases import from_json, to_json
from reader.store.database import Row, Value

Item: TypeAlias = Mark | Word


# To look a member up takes a tenth of calling its class, which is felt with 100,000 marks.
_SIDES = {side.value: side for side in Side}
_COLOURS = {colour.value: colour for colour in Colour}
_FITS = {fit.value: fit for fit in Fit}
_KINDS = {kind.value: kind for kind in Kind}

# All paragraphs of a document as one row, see `paragraphs_of`: rows of their own take three
# times as long. The casts keep JSON from refusing what a torn file may have.
PARAGRAPHS = """
    SELECT count(*), min(pos), max(pos),
        CAST(group_concat(text, char(0)) AS BLOB),
        json_group_array(
            json_array(
                CAST(pos AS INTEGER), CAST(kind AS TEXT), CAST(level AS INTEGER),
                CAST(runs AS TEXT)
            )
        ) FILTER (WHERE kind != 'text' OR level != 0 OR runs != '[]')
    FROM (SELECT pos, kind, level, text, runs FROM paragraphs WHERE document = ? ORDER BY pos)
"""


# What rows must have as text, and what as whole numbers: SQLite holds to no types by
# itself, and a torn file may have anything anywhere.
_DOCUMENT = ("title", "source", "checksum", "language", "author", "date", "format")
_ENTRY = ("id", "title", "source", "language", "opened", "author", "date", "format", "mode")
_MARK = ("id", "document", "note", "partner", "created", "changed")
_ANCHOR = ("quote", "prefix", "suffix", "hash")
_WORD = ("id", "document", "lemma", "part", "meaning", "sentence", "partner", "created", "changed")


def _check(row: Row, texts: Sequence[str], numbers: Sequence[str] = ()) -> None:
    """Raises TypeError for a row that we cannot have written."""
    for name in texts:
        if type(row[name]) is not str:
            raise TypeError(f"{name} is no text")
    for name in numbers:
        if type(row[name]) is not int:
            raise TypeError(f"{name} is no number")


def document_row(document: Document) -> dict[str, Value]:
    """What the library keeps of a document beside its paragraphs, as columns of `documents`."""
    return {
        "title": document.title,
        "author": document.author,
        "source": document.source,
        "checksum": document.checksum,
        "language": document.language,
        "warnings": warnings_text(document.warnings),
        "date": document.date,
        "format": document.format,
        "length": len(document.paragraphs),
        "words": sum(len(text.split()) for text in Packed.of(document.paragraphs).texts()),
    }


def warnings_text(warnings: Iterable[str]) -> str:
    """Warnings as the file has them; phrases stay phrases, for other languages."""
    return json.dumps([to_json(warning) for warning in warnings])


def warnings_of(text: str) -> tuple[str, ...]:
    """What `warnings_text` was given. Raises ValueError for what it cannot have written."""
    found: object = json.loads(text)
    if not isinstance(found, list):
        raise ValueError("no list of warnings")
    return tuple(map(from_json, cast("list[object]", found)))


def document_of(row: Row, paragraphs: Sequence[Paragraph]) -> Document:
    """A row of `documents`, and its paragraphs."""
    _check(row, _DOCUMENT)
    return Document(
        title=row["title"],
        paragraphs=paragraphs,
        source=row["source"],
        checksum=row["checksum"],
        language=row["language"],
        warnings=warnings_of(row["warnings"]),
        author=row["author"],
        date=row["date"],
        format=row["format"],
    )


def entry_of(row: Row) -> Entry:
    """A row of `documents` as an entry."""
    _check(row, _ENTRY, ("place_paragraph", "length", "words", "read"))
    return Entry(
        id=row["id"],
        title=row["title"],
        source=row["source"],
        language=row["language"],
        opened=row["opened"],
        place=Place(row["place_paragraph"], row["place_depth"]),
        paragraphs=row["length"],
        author=row["author"],
        date=row["date"],
        format=row["format"],
        words=row["words"],
        tags=tags_of(row["tags"]),
        mode=row["mode"],
        read=row["read"],
    )


def paragraph_row(document: str, pos: int, paragraph: Paragraph) -> dict[str, Value]:
    """A paragraph as a row of `paragraphs`; its runs as [start, end, style, target]."""
    runs = [(run.span.start, run.span.end, run.style, run.target) for run in paragraph.runs]
    return {
        "document": document,
        "pos": pos,
        "kind": paragraph.kind.value,
        "level": paragraph.level,
        "text": paragraph.text,
        "hash": text_hash(paragraph.text),  # asked for once, so not worth being kept
        "runs": json.dumps(runs) if runs else "[]",
    }


def paragraphs_of(count: int, first: object, last: object, text: bytes, others: str) -> Packed:
    """The paragraphs that PARAGRAPHS found. Raises as what cannot be theirs does."""
    if not count:
        return Packed.of(())
    if (first, last) != (0, count - 1):
        raise ValueError("some of the paragraphs are missing")
    packed = Packed.joined(
        text,
        {
            pos: (_KINDS[kind], level, () if runs == "[]" else runs_of(runs))
            for pos, kind, level, runs in json.loads(others)
        },
    )
    if len(packed) != count:
        raise ValueError("the text of some is missing, or has a NUL in it")
    return packed


def runs_of(text: str) -> tuple[Run, ...]:
    """Runs from the JSON list that `paragraph_row` makes. Raises as what cannot be one does."""
    found = cast("list[tuple[int, int, str, str]]", json.loads(text))
    return tuple(Run(Span(a, b), Style(style), target) for a, b, style, target in found)


def mark_row(mark: Mark) -> dict[str, Value]:
    """A mark, without its anchors, as a row of `marks`."""
    return {
        "id": mark.id,
        "document": mark.document,
        "colour": mark.colour.value if mark.colour else None,
        "note": mark.note,
        "tags": tags_text(mark.tags),
        "quote": mark.quote,
        "partner": mark.partner,
        "created": mark.created,
        "changed": mark.changed,
        "fit": mark.fit.value,
    }


def anchor_row(anchor: Anchor) -> dict[str, Value]:
    """An anchor as columns, without what it belongs to."""
    return {
        "side": anchor.side.value,
        "paragraph": anchor.paragraph,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "hash": anchor.hash,
    }


def anchor_of(row: Row) -> Anchor:
    """The other way round."""
    _check(row, _ANCHOR, ("paragraph", "start", "end"))
    return Anchor(
        side=_SIDES[row["side"]],
        paragraph=row["paragraph"],
        span=Span(row["start"], row["end"]),
        quote=row["quote"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        hash=row["hash"],
    )


def mark_of(row: Row, anchors: Sequence[Row]) -> Mark:
    """A row of `marks` and its rows of `anchors`, in order, as a mark."""
    _check(row, _MARK)
    return Mark(
        id=row["id"],
        document=row["document"],
        anchors=tuple(map(anchor_of, anchors)),
        colour=_COLOURS[row["colour"]] if row["colour"] else None,
        note=row["note"],
        partner=row["partner"],
        created=row["created"],
        changed=row["changed"],
        fit=_FITS[row["fit"]],
        tags=tags_of(row["tags"]),
    )


def word_row(word: Word) -> dict[str, Value]:
    """A word with its anchor as a row of `words`."""
    return {
        "id": word.id,
        "document": word.document,
        "lemma": word.lemma,
        "part": word.part,
        "meaning": word.meaning,
        "sentence": word.sentence,
        "partner": word.partner,
        "created": word.created,
        "changed": word.changed,
        "fit": word.fit.value,
        **anchor_row(word.anchor),
    }


def word_of(row: Row) -> Word:
    """The other way round."""
    _check(row, _WORD)
    return Word(
        id=row["id"],
        document=row["document"],
        anchor=anchor_of(row),
        lemma=row["lemma"],
        part=row["part"],
        meaning=row["meaning"],
        sentence=row["sentence"],
        partner=row["partner"],
        created=row["created"],
        changed=row["changed"],
        fit=_FITS[row["fit"]],
    )


def tags_text(tags: Sequence[str]) -> str:
    """Tags as a JSON list, their letters as they are: the index reads them."""
    return json.dumps(tags, ensure_ascii=False) if tags else "[]"


def tags_of(text: str) -> tuple[str, ...]:
    """The other way round."""
    return () if text == "[]" else tuple(cast("list[str]", json.loads(text)))


def item_text(item: Item) -> str:
    """A mark or a word as JSON."""
    return json.dumps(_fields(item))


def item_of(text: str) -> Item:
    """The other way round."""
    return _item(json.loads(text))


# Edits are written and read one by one: to do all 100,000 of a step at once, in one call,
# would hold up other threads of the program for seconds.


def edits_text(edits: Iterable[Edit]) -> str:
    """Edits as a JSON list of pairs: the item before and after, or null."""
    pairs = ([_or_null(edit.before), _or_null(edit.after)] for edit in edits)
    return f"[{_BETWEEN.join(map(json.dumps, pairs))}]"


def edits_of(text: str) -> list[Edit]:
    """The other way round. Raises ValueError for what `edits_text` cannot have written."""
    if not (text.startswith("[") and text.endswith("]")):
        raise ValueError("no list of edits")
    edits: list[Edit] = []
    at = 1
    while at < len(text) - 1:
        pair, end = _DECODER.raw_decode(text, at)
        before, after = cast("list[dict[str, Any] | None]", pair)
        edits.append(
            Edit(None if before is None else _item(before), None if after is None else _item(after))
        )
        at = end + len(_BETWEEN)
    return edits


_BETWEEN = ", "
_DECODER = json.JSONDecoder()


def _or_null(item: Item | None) -> dict[str, Any] | None:
    return None if item is None else _fields(item)


def _fields(item: Item) -> dict[str, Any]:
    if isinstance(item, Word):
        return word_row(item)
    fields = mark_row(item)
    del fields["quote"]  # the anchors tell it
    return {**fields, "anchors": [anchor_row(anchor) for anchor in item.anchors]}


def _item(fields: dict[str, Any]) -> Item:
    if "lemma" in fields:
        return word_of(fields)
    # The first form of the file had no tags.
    return mark_of({"tags": "[]", **fields}, fields["anchors"])
