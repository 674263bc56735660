"""What holds for every exporter there is."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given

from reader.exporters import Exporter, exporters
from reader.model import Colour, Snapshot
from tests.exporters.parsing import in_package
from tests.exporters.snapshots import TEXTS, anchor, mark, snapshot, snapshots, word

EXPORTERS = pytest.mark.parametrize("exporter", exporters().values(), ids=exporters())

NOTED = pytest.mark.parametrize(
    "exporter",
    [exporter for exporter in exporters().values() if exporter.SUBJECT == "notes"]
    + [exporters()["html"]],
    ids=lambda exporter: exporter.NAME,
)


def test_there_are_all_that_the_command_line_promises() -> None:
    assert {"text", "md", "tsv", "json", "columns", "notes-md"} <= set(exporters())


def test_markdown_comes_first() -> None:
    for subject, name in (("document", "md"), ("notes", "notes-md")):
        assert next(n for n, found in exporters().items() if subject == found.SUBJECT) == name


@EXPORTERS
def test_names(exporter: Exporter) -> None:
    assert exporters()[exporter.NAME] is exporter
    assert re.fullmatch("[a-z][a-z0-9-]*", exporter.NAME)
    assert re.fullmatch(r"\.[a-z]+", exporter.SUFFIX)
    assert exporter.LABEL[0].isupper()
    assert exporter.SUBJECT in {"document", "notes", "words"}


@EXPORTERS
@given(any_snapshot=snapshots())
def test_any_snapshot_can_be_written(exporter: Exporter, any_snapshot: Snapshot) -> None:
    output = exporter.render(any_snapshot)
    assert text_of(output).endswith("\n")
    assert exporter.render(any_snapshot) == output


@EXPORTERS
def test_what_it_is_for_is_in_it(exporter: Exporter) -> None:
    made = mark(anchor("Die Fähre legte ab."), number=7, note="Wohin?")
    learnt = word(
        anchor("Fähre"),
        "Fähre",
        number=8,
        meaning="ferry boat",
        sentence="Die Fähre legte ab.",
        partner="The ferry cast off.",
    )
    exported = replace(snapshot(made), words=(learnt,))
    output = " ".join(html.unescape(text_of(exporter.render(exported))).split())
    if exporter.SUBJECT == "words":
        for words in ("Fähre", "noun", "ferry boat", "The ferry cast off.", f"{8:010x}"):
            assert words in output
    elif exporter.SUBJECT == "notes":
        for words in ("Die Fähre legte ab.", "The ferry cast off.", "Wohin?", f"{7:010x}"):
            assert words in output
    else:
        texts = [text.strip() for _, _, pairs in TEXTS for pair in pairs for text in pair]
        assert all(_words(text) <= _words(output) for text in texts)


@NOTED
def test_tags_and_notes_on_the_document_are_in_it(exporter: Exporter) -> None:
    tagged = mark(anchor("Die Fähre legte ab."), number=7, tags=("Wetter", "2024"))
    whole = mark(colour=None, note="Zum Ganzen.", number=9)
    output = html.unescape(text_of(exporter.render(snapshot(tagged, whole))))
    assert "Wetter" in output
    assert "2024" in output
    if exporter.NAME != "anki":  # what is on no sentence is no card
        assert "Zum Ganzen." in output


@NOTED
def test_colours_have_the_readers_names_where_they_are_named(exporter: Exporter) -> None:
    named = replace(
        snapshot(mark(anchor("Die Fähre legte ab."))), colour_names={Colour.YELLOW: "Verkehr"}
    )
    output = text_of(exporter.render(named))
    assert ("Verkehr" in output) == (exporter.NAME not in ("anki", "w3c"))


@EXPORTERS
def test_without_translation_and_marks(exporter: Exporter) -> None:
    bare = replace(snapshot(), renderings={}, engine="", marks=(), words=())
    assert text_of(exporter.render(bare)).endswith("\n")


def text_of(output: str | bytes) -> str:
    return output if isinstance(output, str) else in_package(output)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
