"""The document with its translation, in every form."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from reader.exporters import exporters
from reader.exporters.columns import side_by_side
from reader.model import Document, Flag, Kind, Paragraph, Snapshot
from tests.exporters.parsing import Node, kept, parse
from tests.exporters.snapshots import (
    CODE,
    ENGINE,
    STRINGS,
    TEXTS,
    document,
    rendering,
    snapshot,
    snapshots,
)


def export(name: str, snapshot: Snapshot) -> str:
    output = exporters()[name].render(snapshot)
    assert isinstance(output, str)
    return output


def single(text: str, english: str, kind: Kind = Kind.TEXT, level: int = 0) -> Snapshot:
    return replace(
        snapshot(),
        document=Document("Titel", (Paragraph(kind, text, level),)),
        renderings={0: rendering([(text, english)])} if english else {},
    )


def test_text() -> None:
    lines = export("text", snapshot()).split("\n\n")
    assert lines[:4] == [
        "Am Fluss",
        "By the River",
        "Der Nebel hob sich. Die Fähre legte ab. Niemand sprach.",
        "The fog lifted. The ferry cast off. Nobody spoke.",
    ]
    assert lines[-1] == "Noch nicht übersetzt.\n"


def test_tsv_has_a_sentence_pair_a_line() -> None:
    rows = [line.split("\t") for line in export("tsv", snapshot()).splitlines()]
    assert rows[0] == ["source", "target"]
    assert rows[2] == ["Der Nebel hob sich.", "The fog lifted."]
    assert rows[-1] == ["Noch nicht übersetzt.", ""]
    pairs = sum(max(1, len(pairs)) for _, _, pairs in TEXTS)
    assert len(rows) == 1 + pairs


@given(snapshots())
def test_tsv_never_breaks_its_table(any_snapshot: Snapshot) -> None:
    lines = export("tsv", any_snapshot).split("\n")
    assert lines.pop() == ""
    assert all(line.count("\t") == 1 for line in lines)
    assert not [line for line in lines if len(line.splitlines()) > 1]


def test_json() -> None:
    data = json.loads(export("json", snapshot()))
    assert list(data) == ["title", "engine", "paragraphs"]
    assert (data["title"], data["engine"]) == ("Am Fluss", ENGINE)
    assert data["paragraphs"][0] == {
        "source": "Am Fluss",
        "target": "By the River",
        "sentences": [{"source": "Am Fluss", "target": "By the River", "flags": []}],
    }
    assert data["paragraphs"][-2] == {
        "source": CODE,
        "target": "",
        "sentences": [{"source": CODE, "target": "", "flags": []}],
    }


def test_json_names_flags() -> None:
    flagged = rendering([("Der Nebel", "The fog")], (Flag.NUMBERS, Flag.NAMES))
    data = json.loads(export("json", replace(single("Der Nebel", "x"), renderings={0: flagged})))
    assert data["paragraphs"][0]["sentences"][0]["flags"] == ["numbers", "names"]


@given(snapshots())
def test_json_sentences_joined_are_the_paragraph(any_snapshot: Snapshot) -> None:
    data = json.loads(export("json", any_snapshot))
    for number, paragraph in enumerate(data["paragraphs"]):
        assert paragraph["source"] == any_snapshot.document.paragraphs[number].text
        for side in ("source", "target"):
            joined = "".join(sentence[side] for sentence in paragraph["sentences"])
            assert joined == paragraph[side]


def test_markdown_as_a_person_reads_it() -> None:
    assert (
        export("md", snapshot())
        == f"""\
---
title: Am Fluss
source: /texte/fluss.txt
date: 2024-05-17
language: de
engine: {ENGINE}
---

# Am Fluss

> By the River

Der Nebel hob sich. Die Fähre legte ab. Niemand sprach.

> The fog lifted. The ferry cast off. Nobody spoke.

## Am anderen Ufer

> On the Other Bank

> „Früher“, sagte er.
>
> > “In the old days,” he said.

- 1\\. Brot

  > 1\\. Bread

  - Butter

    > Butter

    - Käse

      > Cheese

````
x = "```"
    y = 2
````

Noch nicht übersetzt.
"""
    )


def test_markdown_has_a_title_of_its_own_only_where_the_text_has_none() -> None:
    _, nodes = parse(export("md", single("Ein Satz.", "")))
    assert nodes == [Node("h1", "Titel"), Node("paragraph", "Ein Satz.")]
    _, nodes = parse(export("md", single("Ein Satz.", "", Kind.TITLE)))
    assert nodes == [Node("h1", "Ein Satz.")]


@given(text=STRINGS, english=STRINGS, kind=st.sampled_from(Kind), level=st.integers(0, 9))
def test_markdown_keeps_every_text_in_its_place(
    text: str, english: str, kind: Kind, level: int
) -> None:
    _, nodes = parse(export("md", single(text, english, kind, level)))
    german = [Node("paragraph", paragraph) for paragraph in kept(text)]
    words = " ".join(" ".join(kept(text)).split())
    quote = [Node("paragraph", paragraph) for paragraph in kept(english)]
    target = [Node("blockquote", children=tuple(quote))] if quote else []
    title = [] if kind is Kind.TITLE else [Node("h1", "Titel")]
    match kind:
        case Kind.TITLE:
            meant = [Node("h1", words), *target]
        case Kind.HEADING:
            meant = [Node(f"h{min(max(level, 1), 6)}", words), *target]
        case Kind.QUOTE:
            inside = (*german, *target)
            meant = [Node("blockquote", children=inside)] if inside else []
        case Kind.LIST_ITEM:
            inside = (*german, *target)
            item = Node("list_item", children=inside)
            meant = [Node("bullet_list", children=(item,))]
        case Kind.CODE:
            assert [node.type for node in nodes] == ["h1", "fence"]
            return
        case _:
            meant = [*german, *target]
    assert nodes == title + meant


def test_markdown_of_lists_that_begin_deep() -> None:
    items = tuple(
        Paragraph(Kind.LIST_ITEM, f"Punkt {n}", level) for n, level in enumerate((3, 1, 4))
    )
    deep = replace(snapshot(), document=Document("Liste", items), renderings={})
    _, nodes = parse(export("md", deep))
    assert [node.type for node in nodes] == ["h1", "bullet_list"]


def test_columns() -> None:
    lines = side_by_side(snapshot(), 64).splitlines()
    assert lines[0] == "Am Fluss".ljust(34) + "By the River"
    assert lines[2:4] == [
        "Der Nebel hob sich. Die Fähre".ljust(34) + "The fog lifted. The ferry cast",
        "legte ab. Niemand sprach.".ljust(34) + "off. Nobody spoke.",
    ]


@pytest.mark.parametrize("width", [1, 24, 40, 64, 80, 131, 1_000])
def test_columns_keep_to_the_width_and_lose_no_word(width: int) -> None:
    german = "Straßenbahnhaltestelle 你好世界 👩\u200d👩\u200d👧 e\u0301 Übergrößen " * 4
    english = "tram stop 你好，世界 café — 한국어 " * 5
    lines = side_by_side(single(german, english), width).splitlines()
    assert max(map(wcswidth, lines)) <= max(width, 24)
    assert all(line == line.rstrip() for line in lines)
    column = (min(max(width, 24), 164) - 4) // 2
    left = "".join(_cut(line, 0, column) for line in lines)
    right = "".join(_cut(line, column + 4, 10_000) for line in lines)
    assert left.replace(" ", "") == german.replace(" ", "")
    assert right.replace(" ", "") == english.replace(" ", "")


def _cut(line: str, start: int, end: int) -> str:
    """What stands in those cells of a terminal."""
    from wcwidth import clip

    return clip(line, start, end).strip()


def test_columns_take_the_width_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "64")
    assert export("columns", snapshot()) == side_by_side(snapshot(), 64)


def test_columns_keep_lines_of_code() -> None:
    lines = side_by_side(replace(snapshot(), document=document()), 64).splitlines()
    assert 'x = "```"' in lines
