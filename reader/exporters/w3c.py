"""Notes as W3C Web Annotations (JSON-LD): for other programs, and to be read back in.

The form is that of the Web Annotation Data Model, <https://www.w3.org/TR/annotation-model/>:
a collection with one page; each mark an annotation, each of its anchors a target, found
by its quote and by its position in the paragraph or its translation, counted in code
points. What the model has no word for has the prefix `lesepult:`, so that a mark comes
back whole. Words to learn are annotations too: known by their lemma, their meaning as body.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeVar, cast

from reader.errors import KnownError
from reader.exporters._links import document_link, mark_link
from reader.exporters._marks import both_languages, in_reading_order, on_target
from reader.exporters._words import in_reading_order as words_in_reading_order
from reader.model import Anchor, Colour, Fit, Mark, Side, Snapshot, Span, Word
from reader.phrases import Phrase

NAME = "w3c"
LABEL = Phrase("Notes as Web Annotations")
SUFFIX = ".jsonld"
SUBJECT: Literal["notes"] = "notes"

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"lesepult": "urn:lesepult:"}]
_JSON = json.JSONEncoder(ensure_ascii=False)
_END = "[]}}"
_T = TypeVar("_T")
_LINK = re.compile(r"lesepult://open\?document=([0-9a-f]+)&mark=([0-9a-f]+)")


def render(snapshot: Snapshot) -> str:
    """One annotation collection: the marks in reading order, then the document's words."""
    document = snapshot.document
    words = [w for w in words_in_reading_order(snapshot) if w.document == snapshot.document_id]
    annotations = [
        *(_annotation(mark, snapshot) for mark in in_reading_order(snapshot)),
        *(_word_annotation(word, snapshot) for word in words),
    ]
    collection: dict[str, object] = {
        "@context": _CONTEXT,
        "id": document_link(snapshot.document_id),
        "type": "AnnotationCollection",
        "label": document.title,
        "generator": "Lesepult",
        "lesepult:checksum": document.checksum,
        "total": len(annotations),
        "first": {
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [],
        },
    }
    # A line each: to indent them would take ten times as long.
    whole = _JSON.encode(collection)
    items = ",\n".join(map(_JSON.encode, annotations))
    return f"{whole.removesuffix(_END)}[\n{items}\n{_END.removeprefix('[')}\n"


def _annotation(mark: Mark, snapshot: Snapshot) -> dict[str, object]:
    german, english = both_languages(mark, snapshot)
    note = {
        "type": "TextualBody",
        "value": mark.note,
        "format": "text/markdown",
        "purpose": "commenting",
    }
    other = {
        "type": "TextualBody",
        "value": german if on_target(mark) else english,
        "language": snapshot.document.language if on_target(mark) else "en",
        "purpose": "describing",
    }
    tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in mark.tags]
    return {
        "id": mark_link(snapshot.document_id, mark.id),
        "type": "Annotation",
        "motivation": "commenting" if mark.note else "highlighting",
        "created": mark.created,
        "modified": mark.changed,
        "body": [body for body in (note, other, *tags) if body["value"]],
        "target": [_target(anchor, mark.colour, snapshot) for anchor in mark.anchors]
        or document_link(snapshot.document_id),
        "lesepult:partner": mark.partner,
        "lesepult:fit": mark.fit,
    }


def _word_annotation(word: Word, snapshot: Snapshot) -> dict[str, object]:
    meaning = {
        "type": "TextualBody",
        "value": word.meaning,
        "language": "en",
        "purpose": "describing",
    }
    return {
        "id": mark_link(word.document, word.id),
        "type": "Annotation",
        "motivation": "describing",
        "created": word.created,
        "modified": word.changed,
        "body": [meaning],
        "target": [_target(word.anchor, None, snapshot)],
        "lesepult:lemma": word.lemma,
        "lesepult:part": word.part,
        "lesepult:sentence": word.sentence,
        "lesepult:partner": word.partner,
        "lesepult:fit": word.fit,
    }


def _target(anchor: Anchor, colour: Colour | None, snapshot: Snapshot) -> dict[str, object]:
    target: dict[str, object] = {
        "type": "SpecificResource",
        "source": document_link(snapshot.document_id),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.quote,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {
                "type": "TextPositionSelector",
                "start": anchor.span.start,
                "end": anchor.span.end,
            },
        ],
        "lesepult:side": anchor.side,
        "lesepult:paragraph": anchor.paragraph,
        "lesepult:hash": anchor.hash,
    }
    return target | ({"styleClass": colour} if colour else {})


@dataclass(frozen=True)
class Annotations:
    """Marks and words that were read back; `warnings` name what could not be, in whole sentences.

    `title` and `checksum` are those of the document they are on, "" where they are not told.
    """

    marks: tuple[Mark, ...]
    words: tuple[Word, ...] = ()
    title: str = ""
    checksum: str = ""
    warnings: tuple[str, ...] = ()


def read_annotations(text: str, name: str) -> Annotations:
    """The marks and words of an export by `render`, in its order; `name` is that of the file.

    Whoever takes them in merges them by their ids. Annotations that are not ours, or
    damaged, are left out with a warning. Raises KnownError where there is no collection.
    """
    try:
        collection = json.loads(text)
        numbered = list(enumerate(_list(collection["first"]["items"]), start=1))
    except (ValueError, LookupError, TypeError, RecursionError) as fault:
        raise KnownError(
            Phrase("{name} holds no notes that were exported as Web Annotations.", name=name),
            Phrase("Choose a file that Lesepult has written."),
        ) from fault
    items: dict[str, Mark | Word] = {}
    warnings: list[str] = []
    for number, annotation in numbered:
        try:
            item = _item(annotation)
        except (ValueError, LookupError, TypeError, AttributeError) as fault:
            warnings.append(
                Phrase(
                    "Annotation {number} in {name} was left out: {reason}.",
                    number=number,
                    name=name,
                    reason=_reason(fault),
                )
            )
        else:
            items[item.id] = item
    title, checksum = (collection.get(key) for key in ("label", "lesepult:checksum"))
    return Annotations(
        tuple(item for item in items.values() if isinstance(item, Mark)),
        tuple(item for item in items.values() if isinstance(item, Word)),
        title if isinstance(title, str) else "",
        checksum if isinstance(checksum, str) else "",
        tuple(warnings),
    )


def _item(item: Any) -> Mark | Word:
    link = _LINK.fullmatch(_typed(str, item["id"]))
    if link is None:
        raise ValueError("it is not one of Lesepult's")
    return (_word if "lesepult:lemma" in item else _mark)(item, link[1], link[2])


def _word(item: Any, document: str, name: str) -> Word:
    (body,), (target,) = _list(item["body"]), _list(item["target"])
    return Word(
        id=name,
        document=document,
        anchor=_anchor(target),
        lemma=_typed(str, item["lesepult:lemma"]),
        part=_typed(str, item["lesepult:part"]),
        meaning=_typed(str, body["value"]),
        sentence=_typed(str, item["lesepult:sentence"]),
        partner=_typed(str, item["lesepult:partner"]),
        created=_time(item["created"]),
        changed=_time(item["modified"]),
        fit=Fit(item["lesepult:fit"]),
    )


def _mark(item: Any, document: str, name: str) -> Mark:
    bodies = _list(item["body"])
    notes = [body["value"] for body in bodies if body["purpose"] == "commenting"]
    tags = [_typed(str, body["value"]) for body in bodies if body["purpose"] == "tagging"]
    targets = [] if item["target"] == document_link(document) else _list(item["target"])
    colour = targets[0].get("styleClass") if targets else None
    return Mark(
        id=name,
        document=document,
        anchors=tuple(_anchor(target) for target in targets),
        colour=Colour(colour) if colour is not None else None,
        note="\n\n".join(_typed(str, note) for note in notes),
        partner=_typed(str, item["lesepult:partner"]),
        created=_time(item["created"]),
        changed=_time(item["modified"]),
        fit=Fit(item["lesepult:fit"]),
        tags=tuple(tags),
    )


def _anchor(target: Any) -> Anchor:
    quote, position = target["selector"]
    span = Span(_typed(int, position["start"]), _typed(int, position["end"]))
    paragraph = _typed(int, target["lesepult:paragraph"])
    if not (0 <= span.start <= span.end and paragraph >= 0):
        raise ValueError("its position is none")
    return Anchor(
        side=Side(target["lesepult:side"]),
        paragraph=paragraph,
        span=span,
        quote=_typed(str, quote["exact"]),
        prefix=_typed(str, quote["prefix"]),
        suffix=_typed(str, quote["suffix"]),
        hash=_typed(str, target["lesepult:hash"]),
    )


def _time(value: object) -> str:
    time = _typed(str, value)
    if datetime.fromisoformat(time).tzinfo is None:
        raise ValueError(f"{time} is a time without a zone")
    return time


def _list(value: object) -> list[Any]:
    return cast("list[Any]", _typed(list, value))


def _typed(kind: type[_T], value: object) -> _T:
    if type(value) is not kind:  # True is no number
        raise TypeError(f"{value!r:.40} is where a {kind.__name__} should be")
    return cast("_T", value)


def _reason(fault: Exception) -> str:
    return f"{fault} is missing" if isinstance(fault, KeyError) else str(fault)
