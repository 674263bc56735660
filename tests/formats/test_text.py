"""Plain text: paragraphs out of lines, and titles."""

from __future__ import annotations

import textwrap

import pytest

from reader.formats import read_document
from reader.model import Document, Kind
from tests.formats.german import SENTENCES

PROSE = [" ".join(SENTENCES[n : n + 5]) for n in range(0, 40, 5)]


def read(text: str, name: str = "probe.txt") -> Document:
    return read_document(text.encode(), name)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read(text).paragraphs]


def wrapped(paragraph: str, width: int) -> str:
    return textwrap.fill(paragraph, width, break_on_hyphens=False, break_long_words=False)


def test_a_paragraph_in_every_line() -> None:
    assert texts("\n".join(PROSE)) == PROSE
    assert texts("\n".join(SENTENCES)) == list(SENTENCES)


def test_a_paragraph_in_every_line_with_lines_between() -> None:
    assert texts("\n\n".join(PROSE)) == PROSE
    assert texts("\n\n\n \n".join(PROSE) + "\n\n") == PROSE


@pytest.mark.parametrize("width", [50, 60, 65, 72, 78, 100, 120])
def test_broken_lines_are_joined(width: int) -> None:
    assert texts("\n\n".join(wrapped(p, width) for p in PROSE)) == PROSE
    assert texts("\n \t\n".join(wrapped(p, width) for p in PROSE)) == PROSE
    assert texts("\r\n\r\n".join(wrapped(p, width) for p in PROSE)) == PROSE


def test_broken_lines_with_indented_beginnings() -> None:
    lines = "\n".join(
        textwrap.fill(p, 66, initial_indent="   ", break_on_hyphens=False) for p in PROSE
    )
    assert texts(lines) == PROSE


def test_one_broken_paragraph() -> None:
    text = "Kaum war der Regen vorüber, roch es nach Erde, und über den Feldern lag noch Licht."
    assert texts(wrapped(text, 60)) == [text]


def test_headline_over_broken_lines() -> None:
    text = "Am Fluss\n" + "\n\n".join(wrapped(p, 66) for p in PROSE)
    assert texts(text) == ["Am Fluss", *PROSE]


def test_verse_lists_and_addresses_keep_their_lines() -> None:
    for text in (
        "Der Abend kommt, das Jahr wird alt,\nEs raschelt leis im Eichenwald,\nDie Krähen ziehn.",
        "Montag\nDienstag\nMittwoch\nDonnerstag",
        "Erika Mustermann\nHeidestraße 17\n51147 Köln",
        "- Brot\n- Butter\n- Käse und Wurst\n- ein Glas Marmelade",
    ):
        assert texts(text) == text.split("\n")


def test_list_in_a_text_of_broken_lines() -> None:
    prose = "\n\n".join(wrapped(p, 60) for p in PROSE)
    first = "- ein erster Punkt, der so lang ist, dass er über die Zeile"
    assert texts(f"{prose}\n\n{first}\n  reicht\n- ein zweiter\n- ein dritter")[-3:] == [
        f"{first} reicht",
        "- ein zweiter",
        "- ein dritter",
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("der Donau-", "dampfer fuhr", "der Donaudampfer fuhr"),
        ("der Donau\u00ad", "dampfer fuhr", "der Donaudampfer fuhr"),
        ("der Donau\u2010", "dampfer fuhr", "der Donaudampfer fuhr"),
        ("im Ukraine-", "Konflikt steht", "im Ukraine-Konflikt steht"),
        ("die US-", "amerikanische Seite", "die US-amerikanische Seite"),
        ("eine E-", "mail kam", "eine E-mail kam"),
        ("von 1914-", "1918 dauerte", "von 1914-1918 dauerte"),
        ("auf Schwarz-", "und Weißbrot", "auf Schwarz- und Weißbrot"),
        ("der deutsch-", "französische Vertrag", "der deutsch-französische Vertrag"),
        ("er kam –", "und ging", "er kam – und ging"),
        ("er kam -", "und ging", "er kam - und ging"),
    ],
)
def test_hyphens_at_the_ends_of_lines(first: str, second: str, joined: str) -> None:
    before = "Der deutsch-französische Rat tagte gestern und sprach lange über"
    after = "weil es so war und weil es auch immer so bleiben wird, sagte er."
    head = f"{before} {first}"
    width = len(head)
    tail = wrapped(f"{second}, {after} {PROSE[0]}", width)
    assert texts(f"{head}\n{tail}") == [f"{before} {joined}, {after} {PROSE[0]}"]


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("schuetzenpanzer.txt", "Ein Schützenpanzer fuhr vorbei.", "Schützenpanzer"),
        ("strassen_in_muenchen.txt", "In München sind die Straßen breit.", "Straßen In München"),
        ("neuer-artikel_2.txt", "Ein Satz.", "Neuer artikel 2"),
        ("/tmp/Bericht 2024-05.txt", "Ein Satz.", "Bericht 2024 05"),
        ("standard input", "Ein Satz.", "Standard input"),
        (".txt", "Ein Satz.", ".txt"),
    ],
)
def test_title_from_the_name(name: str, text: str, title: str) -> None:
    assert read(text, name).title == title


def test_a_headline_is_the_title() -> None:
    document = read("Schiffer ohne Schiff?\n\n" + "\n\n".join(PROSE))
    assert document.title == "Schiffer ohne Schiff?"
    assert [p.kind for p in document.paragraphs] == [Kind.TITLE] + [Kind.TEXT] * len(PROSE)


@pytest.mark.parametrize("first", [SENTENCES[0], "Er sagte:", "lang " * 30, "* * *"])
def test_other_first_lines_are_none(first: str) -> None:
    document = read(first + "\n\n" + "\n\n".join(PROSE), "name.txt")
    assert document.title == "Name"
    assert document.paragraphs[0].kind is Kind.TEXT


def test_a_megabyte_in_one_paragraph() -> None:
    text = " ".join(SENTENCES) * 500
    assert len(text.encode()) > 1_000_000
    assert texts(text) == [text]


def test_twenty_thousand_paragraphs() -> None:
    lines = [f"{n}. {SENTENCES[n % 40]}" for n in range(20_000)]
    assert texts("\n".join(lines)) == lines
    assert len(texts("\n\n".join(wrapped(line, 44) for line in lines))) == 20_000


def test_rules_part_paragraphs_and_are_none() -> None:
    text = (
        f"Die Mühle\n=========\n{wrapped(PROSE[0], 60)}\n-------\n{wrapped(PROSE[1], 60)}\n* * *\n"
    )
    assert texts(text + wrapped(PROSE[2], 60)) == ["Die Mühle", *PROSE[:2], "* * *", PROSE[2]]
