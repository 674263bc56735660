"""`lesepult notes`, with real marks in a real profile."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.anchors import make
from reader.formats import open_document
from reader.model import Colour, Edit, Mark, Rendering, SentencePair, Side, Span, new_id
from reader.paths import Paths
from reader.store import open_store
from tests.cli.conftest import Run
from tests.exporters.parsing import parse

NOTE = "Merken: *nicht* Kampfpanzer"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "haus am see.txt"
    file.write_text("Das Haus ist alt. Der Garten ist groß.\nEin zweiter Absatz.", "utf-8")
    return file


@pytest.fixture
def noted(text: Path, profile: Paths) -> str:
    """The id of a document that was opened, translated and marked."""
    document = open_document(text)
    paragraph = document.paragraphs[0]
    english = Rendering(
        "The house is old. The garden is large.",
        (
            SentencePair(Span(0, 18), Span(0, 18)),
            SentencePair(Span(18, 38), Span(18, 38)),
        ),
        "argos:translate-de_en:0.1:00df099b",
    )
    with open_store(profile) as store:
        entry = store.library.add(document)
        store.translations.put(paragraph.hash, english)
        mark = Mark(
            id="00000000ab",
            document=entry.id,
            anchors=(make(paragraph.text, Span(18, 28), Side.SOURCE, 0),),
            colour=Colour.GREEN,
            note=NOTE,
            partner="",
            created="2024-05-17T10:00:00+00:00",
            changed="2024-05-17T10:00:00+00:00",
        )
        store.notes.commit(entry.id, "Mark", [Edit(None, mark)])
        other = replace(
            mark,
            id=new_id(),
            anchors=(make(document.paragraphs[1].text, Span(4, 11), Side.SOURCE, 1),),
            note="",
        )
        store.notes.commit(entry.id, "Mark", [Edit(None, other)])
    return entry.id


def test_list(run: Run, noted: str, text: Path, profile: Paths) -> None:
    done = run("notes", "list", profile=profile)
    assert (done.status, done.err) == (0, "")
    assert re.split(" {2,}", done.out) == [noted, "2", "Haus am see", f"{text}\n"]


def test_export(run: Run, noted: str, text: Path, profile: Paths) -> None:
    done = run("notes", "export", noted, profile=profile)
    assert (done.status, done.err) == (0, "")
    front, (title, first, name, *_) = parse(done.out)
    assert front["source"] == str(text)
    assert front["engine"] == "argos:translate-de_en:0.1:00df099b"
    assert title.text == "Haus am see"
    assert first.children[0].children[0].text == "Der Garten"
    assert [node.text for node in first.children[1:]] == ["The garden is large.", "Green", NOTE]
    assert name.text == "^00000000ab"


def test_export_by_file(
    run: Run, noted: str, text: Path, profile: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run("notes", "export", noted, profile=profile).out
    link = text.with_name("verweis.txt")
    link.symlink_to(text)
    monkeypatch.chdir(text.parent)
    for name in (text, link, text.name, f"./{text.name}"):
        assert run("notes", "export", name, profile=profile).out == whole
    text.unlink()
    assert run("notes", "export", text, profile=profile).out == whole


def test_export_to_a_file(run: Run, noted: str, text: Path, profile: Paths) -> None:
    output = text.with_name("notizen.md")
    done = run("notes", "export", noted, "-o", output, profile=profile)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert output.read_text("utf-8") == run("notes", "export", noted, profile=profile).out
    refused = run("notes", "export", text, "-o", text, profile=profile)
    assert "is the text itself" in refused.complaint
    assert text.read_text("utf-8").startswith("Das Haus")


def test_without_notes(run: Run, profile: Paths) -> None:
    done = run("notes", "list", profile=profile)
    assert (done.status, done.out) == (0, "")
    assert done.complaint == "There are no notes yet."


def test_a_document_nobody_opened(run: Run, text: Path, profile: Paths) -> None:
    for name in (text, "0123456789", "fehlt.txt"):
        done = run("notes", "export", name, profile=profile)
        assert (done.status, done.out) == (1, "")
        assert str(name) in done.complaint
        assert "lesepult notes list" in done.complaint


def test_a_file_of_another_program_is_left_alone(run: Run, profile: Paths) -> None:
    profile.data.mkdir(parents=True)
    profile.notes.write_bytes(b"not a database, but precious")
    for action in (["list"], ["export", "x"]):
        done = run("notes", *action, profile=profile)
        assert (done.status, done.out) == (1, "")
        assert str(profile.notes) in done.complaint
    assert profile.notes.read_bytes() == b"not a database, but precious"


def test_what_was_marked_in_the_article_is_found(run: Run, article: Path, shared: Paths) -> None:
    """Through everything real: the article, its translation by the model, a mark on the English."""
    translated = json.loads(run("translate", article, "--format", "json").out)
    target = translated["paragraphs"][1]["target"]
    with open_store(shared) as store:
        entry = store.library.add(open_document(article))
        anchor = make(target, Span(4, 11), Side.TARGET, 1)
        mark = Mark(new_id(), entry.id, (anchor,), None, "Was?", "", "2024", "2024")
        store.notes.commit(entry.id, "Note", [Edit(None, mark)])
    _, nodes = parse(run("notes", "export", article).out)
    german, english, kind, note = nodes[1].children
    assert german.children[0].text.startswith("Das Fahrzeug war aktiv im Einsatz")
    assert (english.text, kind.text, note.text) == (anchor.quote, "Note", "Was?")
