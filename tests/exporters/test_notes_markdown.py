"""Notes as Markdown."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.exporters.notes_markdown import render
from reader.model import Colour, Fit, Side
from tests.exporters.naughty import NAUGHTY
from tests.exporters.parsing import Node, blocks, kept, parse, readable
from tests.exporters.snapshots import ENGINE, STRINGS, anchor, mark, snapshot


def texts(*found: str) -> tuple[Node, ...]:
    return tuple(Node("paragraph", text) for text in found)


def block(
    german: str, english: str, heading: str, note: str | Sequence[Node], number: int
) -> list[Node]:
    """How a mark is to look to a reader of Markdown."""
    quote = texts(*kept(german))
    parts = (
        *([Node("blockquote", children=quote)] if quote else []),
        *texts(*kept(english)),
        Node("paragraph em", heading),
        *(texts(*kept(note)) if isinstance(note, str) else note),
        Node("paragraph", "<link>"),
    )
    return [Node("blockquote", children=parts), *texts(f"^{number:010x}")]


def body(markdown: str) -> list[Node]:
    return parse(markdown)[1]


def test_as_a_person_reads_it() -> None:
    marks = (
        mark(
            anchor("Die Fähre legte ab."),
            number=2,
            colour=Colour.GREEN,
            note="Wohin?\n\n1. Köln\n2. #Bonn",
        ),
        mark(anchor("The fog", Side.TARGET), number=1),
    )
    assert (
        render(snapshot(*marks))
        == f"""\
---
title: Am Fluss
source: /texte/fluss.txt
date: 2024-05-17
language: de
engine: {ENGINE}
lesepult: lesepult://open?document=0123456789&check=c969d959
---

# Am Fluss

> > Der Nebel hob sich.
>
> The fog
>
> *Yellow*
>
> [Open in Lesepult](lesepult://open?document=0123456789&mark=0000000001&check=c75eba89)

^0000000001

> > Die Fähre legte ab.
>
> The ferry cast off.
>
> *Green*
>
> Wohin?
>
> 1. Köln
> 2. #Bonn
>
> [Open in Lesepult](lesepult://open?document=0123456789&mark=0000000002&check=0d71a671)

^0000000002
"""
    )


def test_front_matter_is_yaml() -> None:
    front, nodes = parse(render(snapshot()))
    assert front == {
        "title": "Am Fluss",
        "source": "/texte/fluss.txt",
        "date": datetime.date(2024, 5, 17),
        "language": "de",
        "engine": ENGINE,
        "lesepult": "lesepult://open?document=0123456789&check=c969d959",
    }
    assert nodes == [Node("h1", "Am Fluss")]


def test_a_mark_over_sentences_and_paragraphs_has_all_their_english() -> None:
    over = mark(anchor("sich. Die Fähre"), anchor("Am anderen"), number=5)
    assert body(render(snapshot(over)))[1:] == block(
        "sich. Die Fähre\n\nAm anderen",
        "The fog lifted. The ferry cast off.\n\nOn the Other Bank",
        "Yellow",
        "",
        5,
    )


def test_a_mark_on_the_english_has_the_german_sentences() -> None:
    there = mark(anchor("cast off. Nobody", Side.TARGET), number=6, note="ja")
    assert body(render(snapshot(there)))[1:] == block(
        "Die Fähre legte ab. Niemand sprach.", "cast off. Nobody", "Yellow", "ja", 6
    )


def test_reading_order_is_that_of_the_german() -> None:
    marks = [
        mark(anchor("Am anderen"), number=4),
        mark(anchor("Nobody", Side.TARGET), number=3),
        mark(anchor("The fog", Side.TARGET), number=1),
        mark(anchor("legte"), number=2),
    ]
    ids = [node.text for node in body(render(snapshot(*marks))) if node.text.startswith("^")]
    assert ids == [f"^{number:010x}" for number in (1, 2, 3, 4)]


def test_a_note_without_a_colour() -> None:
    nodes = body(render(snapshot(mark(anchor("Am Fluss"), colour=None, note="Schön."))))
    assert nodes[1:] == block("Am Fluss", "By the River", "Note", "Schön.", 1)


def test_what_is_not_translated_or_changed_is_told_by_the_partner() -> None:
    old = replace(anchor("Der Nebel"), quote="Der Dunst")
    near = mark(old, partner="The haze lifted.", fit=Fit.NEAR)
    assert body(render(snapshot(near)))[1:] == block(
        "Der Dunst",
        "The haze lifted.",
        "Yellow: the text has changed, this is the likeliest place",
        "",
        1,
    )
    bare = replace(snapshot(mark(anchor("Der Nebel"), partner="The fog.")), renderings={})
    assert body(render(bare))[1:] == block("Der Nebel", "The fog.", "Yellow", "", 1)
    alone = replace(snapshot(mark(anchor("Der Nebel"))), renderings={}, engine="")
    assert body(render(alone))[1:] == block("Der Nebel", "", "Yellow", "", 1)
    assert "engine" not in parse(render(alone))[0]


def test_orphans_come_last_with_their_whole_story() -> None:
    orphan = mark(
        anchor("Der Nebel"), number=1, partner="Old English.", note="Bleibt.", fit=Fit.ORPHAN
    )
    placed = mark(anchor("Am anderen"), number=2)
    nodes = body(render(snapshot(orphan, placed)))
    gone = "Yellow: the text has changed, and the place is gone"
    assert nodes[1:3] == block("Am anderen", "On the Other Bank", "Yellow", "", 2)
    assert nodes[3:] == block("Der Nebel", "Old English.", gone, "Bleibt.", 1)


def check(quote: str, english: str, note: str, title: str) -> None:
    """Everything is where it should be, whatever the note is: all of it as it is typed, or what
    it is by itself."""
    place = replace(anchor("Der Nebel"), quote=quote)
    front, nodes = parse(render(snapshot(mark(place, partner=english, note=note), title=title)))
    one_line = " ".join(" ".join(kept(title)).split())
    if nodes != [Node("h1", one_line), *block(quote, english, "Yellow", note, 1)]:
        by_itself = blocks(readable(note).strip("\n"))
        assert nodes == [Node("h1", one_line), *block(quote, english, "Yellow", by_itself, 1)]
    assert front.get("title", "") == one_line


def test_naughty_strings_stay_in_their_places() -> None:
    for number, text in enumerate(NAUGHTY):
        others = [NAUGHTY[(number + step) % len(NAUGHTY)] for step in (7, 31, 101)]
        check(text, *others)


@given(quote=STRINGS, english=STRINGS, note=STRINGS, title=STRINGS)
def test_any_strings_stay_in_their_places(quote: str, english: str, note: str, title: str) -> None:
    check(quote, english, note, title)


@given(source=st.one_of(STRINGS, st.text()))
def test_any_path_is_a_value_in_yaml(source: str) -> None:
    whole = snapshot()
    front, nodes = parse(render(replace(whole, document=replace(whole.document, source=source))))
    assert set(front) <= {"title", "source", "date", "language", "engine", "lesepult"}
    assert nodes == [Node("h1", "Am Fluss")]
    if source.isprintable():
        assert front.get("source", "") == source


def test_tags_stand_in_blocks_and_front_matter() -> None:
    tagged = mark(anchor("Der Nebel"), number=1, tags=("zu prüfen", "2024", "a/b_c", "__", "#"))
    other = mark(anchor("Die Fähre"), number=2, tags=("Wetter", "zu prüfen"))
    front, nodes = parse(render(snapshot(tagged, other)))
    assert front["tags"] == ["2024-", "Wetter", "a/b_c", "zu-prüfen"]
    assert nodes[1].children[-2].text == "#zu-prüfen #2024- #a/b_c"
    assert nodes[3].children[-2].text == "#Wetter #zu-prüfen"


def test_colours_are_called_what_the_reader_calls_them() -> None:
    named = replace(
        snapshot(mark(anchor("Der Nebel"))), colour_names={Colour.YELLOW: "*Wetter* & Nebel"}
    )
    front, nodes = parse(render(named))
    assert front["colours"] == {"yellow": "*Wetter* & Nebel"}
    assert nodes[1].children[2] == Node("paragraph em", "*Wetter* & Nebel")


def test_notes_on_the_document_come_first() -> None:
    whole = mark(colour=None, note="Zum Ganzen.", number=9)
    nodes = body(render(snapshot(mark(anchor("Am Fluss")), whole)))
    assert nodes[1:3] == block("", "", "Note on the document", "Zum Ganzen.", 9)


@given(tag=STRINGS)
def test_any_tag_is_one_word(tag: str) -> None:
    check_tag(tag)


def check_tag(tag: str) -> None:
    nodes = body(render(snapshot(mark(anchor("Der Nebel"), tags=(tag, "fest")))))
    line = nodes[1].children[-2].text
    assert line.endswith("#fest")
    assert all(re.fullmatch(r"#(?!\d+$)[\w/-]+", word) for word in line.split(" "))


def test_naughty_tags_and_names_stay_in_their_places() -> None:
    for text in NAUGHTY:
        check_tag(text)
        named = replace(
            snapshot(mark(anchor("Der Nebel"))), colour_names={Colour.YELLOW: text or "x"}
        )
        front, nodes = parse(render(named))
        assert set(front) - {"colours"} == set(parse(render(snapshot()))[0])
        assert nodes[2:] == [Node("paragraph", "^0000000001")]
