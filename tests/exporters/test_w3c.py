"""Notes as Web Annotations, there and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import KnownError
from reader.exporters.w3c import read_annotations, render
from reader.model import Colour, Fit, Mark, Side, Snapshot
from tests.exporters.naughty import NAUGHTY
from tests.exporters.snapshots import anchor, mark, snapshot, snapshots, word

NOTED = mark(anchor("The fog", Side.TARGET), number=1, note="*Wohin?*", partner="Der Nebel")


def test_as_the_data_model_has_it() -> None:
    collection = json.loads(render(snapshot(NOTED)))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 1)
    assert collection["id"] == "lesepult://open?document=0123456789"
    assert collection["first"]["type"] == "AnnotationPage"
    (annotation,) = collection["first"]["items"]
    assert annotation == {
        "id": "lesepult://open?document=0123456789&mark=0000000001",
        "type": "Annotation",
        "motivation": "commenting",
        "created": NOTED.created,
        "modified": NOTED.changed,
        "body": [
            {
                "type": "TextualBody",
                "value": "*Wohin?*",
                "format": "text/markdown",
                "purpose": "commenting",
            },
            {
                "type": "TextualBody",
                "value": "Der Nebel hob sich.",
                "language": "de",
                "purpose": "describing",
            },
        ],
        "target": [
            {
                "type": "SpecificResource",
                "source": "lesepult://open?document=0123456789",
                "styleClass": "yellow",
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": "The fog",
                        "prefix": "",
                        "suffix": " lifted. The ferry cast off. Nob",
                    },
                    {"type": "TextPositionSelector", "start": 0, "end": 7},
                ],
                "lesepult:side": "target",
                "lesepult:paragraph": 1,
                "lesepult:hash": NOTED.anchors[0].hash,
            }
        ],
        "lesepult:partner": "Der Nebel",
        "lesepult:fit": "exact",
    }


def there_and_back(exported: Snapshot) -> None:
    read = read_annotations(render(exported), "notes.jsonld")
    assert read.warnings == ()
    assert {found.id: found for found in read.marks} == {made.id: made for made in exported.marks}
    assert {found.id: found for found in read.words} == {made.id: made for made in exported.words}


@pytest.mark.parametrize(
    "made",
    [
        NOTED,
        mark(anchor("Der Nebel"), anchor("Brot"), colour=Colour.PINK, fit=Fit.NEAR),
        mark(anchor("Der Nebel"), colour=None, note="Allein."),
        mark(colour=None, note="Zum Ganzen."),
        *(mark(anchor("Brot"), note=text, partner=text) for text in NAUGHTY[::25]),
    ],
    ids=repr,
)
def test_a_mark_comes_back_whole(made: Mark) -> None:
    there_and_back(snapshot(made))


@given(snapshots())
def test_any_marks_come_back_whole(any_snapshot: Snapshot) -> None:
    marks = {made.id: made for made in any_snapshot.marks}
    words = {made.id: made for made in any_snapshot.words}
    there_and_back(replace(any_snapshot, marks=tuple(marks.values()), words=tuple(words.values())))


def test_words_of_other_documents_stay_away() -> None:
    learnt = word(anchor("Fähre"), "Fähre", meaning="ferry")
    other = replace(learnt, id="0000000099", document="9876543210")
    read = read_annotations(render(replace(snapshot(), words=(other, learnt))), "n.jsonld")
    assert read.words == (learnt,)


@pytest.mark.parametrize("key", ["lesepult:part", "lesepult:sentence", "target", "body"])
def test_a_damaged_word_is_left_out_and_told(key: str) -> None:
    learnt = word(anchor("Fähre"), "Fähre", meaning="ferry")
    collection = json.loads(render(replace(snapshot(), words=(learnt,))))
    collection["first"]["items"][0][key] = None
    read = read_annotations(json.dumps(collection), "x")
    assert (read.words, len(read.warnings)) == ((), 1)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "1", '"x"', "{}", '{"first": []}', '{"first": {"items": {}}}',
     '{"first": {"items": "abc"}}', "[" * 100_000, "\x00", "NaN"],
)  # fmt: skip
def test_what_is_no_collection_is_refused(text: str) -> None:
    with pytest.raises(KnownError, match=r"notizen\.jsonld"):
        read_annotations(text, "notizen.jsonld")


DAMAGES = {
    "id": ["", None, 1, "http://example.org/1", "lesepult://open?document=1&mark=../x"],
    "created": [None, 5, "", "May", "2024-05-17", "2024-05-17T10:00"],
    "body": [None, "x", ["x"], [{}], [{"value": 1, "purpose": "commenting"}]],
    "target": [None, "x", ["x"], [{}], [{"selector": []}], {}],
    "lesepult:partner": [None, []],
    "lesepult:fit": ["perhaps", None, []],
}


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in DAMAGES.items() for value in values]
)
def test_a_damaged_annotation_is_left_out_and_told(key: str, value: object) -> None:
    collection = json.loads(render(snapshot(NOTED, mark(anchor("Brot"), number=2))))
    collection["first"]["items"][0][key] = value
    read = read_annotations(json.dumps(collection), "notizen.jsonld")
    assert [made.id for made in read.marks] == ["0000000002"]
    (warning,) = read.warnings
    assert warning.startswith("Annotation 1 in notizen.jsonld was left out: ")
    missing = json.loads(render(snapshot(NOTED)))
    del missing["first"]["items"][0][key]
    assert key in read_annotations(json.dumps(missing), "x").warnings[0]


@pytest.mark.parametrize(
    ("start", "end", "paragraph"), [(-1, 3, 0), (3, 1, 0), (0, 1, -1), (True, 3, 0), (0, 1.5, 0)]
)
def test_a_position_that_is_none_is_told(start: object, end: object, paragraph: object) -> None:
    collection = json.loads(render(snapshot(NOTED)))
    target = collection["first"]["items"][0]["target"][0]
    target["selector"][1] |= {"start": start, "end": end}
    target["lesepult:paragraph"] = paragraph
    read = read_annotations(json.dumps(collection), "x")
    assert read.marks == ()
    assert len(read.warnings) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=3))
def test_anything_else_is_told(items: list[object]) -> None:
    read = read_annotations(json.dumps({"first": {"items": items}}), "x")
    assert read.marks == ()
    assert len(read.warnings) == len(items)


def test_tags_and_what_they_are_on_come_back() -> None:
    tagged = replace(NOTED, tags=("Wetter", "zu prüfen"))
    found = read_annotations(render(snapshot(tagged)), "notes.jsonld")
    assert found.marks == (tagged,)
    assert (found.title, found.checksum) == ("Am Fluss", "0" * 32)
