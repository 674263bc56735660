"""`lesepult notes`, with real marks in a real profile."""

from __future__ import annotations

import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader import cli
from reader.anchors import make
from reader.exporters.w3c import read_annotations
from reader.formats import open_document
from reader.model import Colour, Edit, Mark, Rendering, SentencePair, Side, Span, Word, new_id
from reader.paths import Paths, paths
from reader.settings import Settings, save
from reader.store import open_store
from tests.cli.conftest import Run
from tests.exporters.parsing import anki_notes, parse

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
    assert [node.text for node in first.children[1:]] == [
        "The garden is large.",
        "Green",
        NOTE.replace("*nicht*", "<em>"),
        "<link>",
    ]
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


def test_every_form(run: Run, noted: str, text: Path, profile: Paths) -> None:
    """By its suffix and by its name; what is there of another form is replaced."""
    for name, suffix in (("csv", ".csv"), ("w3c", ".jsonld"), ("anki", ".apkg")):
        output = text.with_name(f"notizen{suffix}")
        output.write_text("old", "utf-8")
        done = run("notes", "export", noted, "-o", output, profile=profile)
        assert (done.status, done.out, done.err) == (0, "", "")
        named = text.with_name("named")
        run("notes", "export", noted, "--format", name, "-o", named, profile=profile)
        assert named.read_bytes() == output.read_bytes()
    assert "Der Garten" in text.with_name("notizen.csv").read_text("utf-8-sig")
    (mark, _) = read_annotations(text.with_name("notizen.jsonld").read_text("utf-8"), "x").marks
    assert (mark.id, mark.note) == ("00000000ab", NOTE)
    assert anki_notes(output.read_bytes())[0][1] == mark.id


def test_bytes_go_to_standard_output(
    noted: str, profile: Paths, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    arguments = ["notes", "export", noted, "--format", "anki", "--profile", str(profile.data)]
    assert cli.main(arguments) == 0
    assert len(anki_notes(capfdbinary.readouterr().out)) == 2


def test_bytes_do_not_go_to_a_terminal(
    run: Run, noted: str, profile: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    done = run("notes", "export", noted, "--format", "anki", profile=profile)
    assert done.status == 1
    assert "Name a file with -o" in done.complaint
    assert terminal.getvalue() == ""


def test_export_into_a_file_that_was_written_in(
    run: Run, noted: str, text: Path, profile: Paths
) -> None:
    output = text.with_name("notizen.md")
    run("notes", "export", noted, "-o", output, profile=profile)
    whole = output.read_text("utf-8")
    own = whole.replace("# Haus am see", "# Haus am See\n\nMein Gedanke.")
    output.write_bytes(own.replace("\n", "\r\n").encode())
    written = output.stat().st_mtime_ns
    done = run("notes", "export", noted, "-o", output, profile=profile)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert output.stat().st_mtime_ns == written
    change(profile, noted, "Neu.")
    assert run("notes", "export", noted, "-o", output, profile=profile).err == ""
    now = output.read_bytes().decode()
    assert now == own.replace("> Merken: *nicht* Kampfpanzer\n", "> Neu.\n").replace(
        "\n", "\r\n"
    ).replace(check(own), check(now))


def test_export_tells_of_blocks_that_were_changed_on_both_sides(
    run: Run, noted: str, text: Path, profile: Paths
) -> None:
    output = text.with_name("notizen.md")
    run("notes", "export", noted, "-o", output, profile=profile)
    own = output.read_text("utf-8").replace("> The garden", "> The yard")
    output.write_text(own, "utf-8")
    change(profile, noted, "Neu.")
    done = run("notes", "export", noted, "-o", output, profile=profile)
    line = own.split("\n").index("^00000000ab") + 1
    assert done.status == 0
    assert f"{output}, line {line}: the note ^00000000ab was changed here" in done.complaint
    assert output.read_text("utf-8") == own


def test_export_into_what_is_no_text(run: Run, noted: str, text: Path, profile: Paths) -> None:
    output = text.with_name("bild.md")
    output.write_bytes(b"\xff\xfe")
    done = run("notes", "export", noted, "-o", output, profile=profile)
    assert (done.status, done.out) == (1, "")
    assert str(output) in done.complaint
    assert output.read_bytes() == b"\xff\xfe"


def test_export_by_the_template_of_the_reader(run: Run, noted: str, profile: Paths) -> None:
    template = profile.config / "templates" / "notes.md.j2"
    template.parent.mkdir()
    template.write_text("{{ mark.heading }}: {{ mark.english }}", "utf-8")
    assert "\n> Green: The garden is large.\n" in run("notes", "export", noted, profile=profile).out
    template.write_text("\n{{ mark.wrong }}", "utf-8")
    done = run("notes", "export", noted, profile=profile)
    assert (done.status, done.out) == (1, "")
    assert f"{template}, line 2" in done.complaint


def test_colours_are_called_what_the_reader_calls_them(
    run: Run, noted: str, profile: Paths
) -> None:
    save(replace(Settings(), green="Haus & Hof"), profile)
    assert "*Haus & Hof*" in run("notes", "export", noted, profile=profile).out
    assert ",Haus & Hof," in run("notes", "export", noted, "--format", "csv", profile=profile).out


def change(profile: Paths, document: str, note: str) -> None:
    with open_store(profile) as store:
        (mark,) = (mark for mark in store.notes.marks(document) if mark.id == "00000000ab")
        store.notes.commit(document, "Note", [Edit(mark, replace(mark, note=note))])


def check(markdown: str) -> str:
    """The check of the first block."""
    found = re.search(r"check=([0-9a-f]{8})\)", markdown)
    assert found
    return found[1]


def test_notes_are_imported_once(run: Run, noted: str, text: Path, profile: Paths) -> None:
    output = text.with_name("notizen.jsonld")
    run("notes", "export", noted, "-o", output, profile=profile)
    change(profile, noted, "Neu.")
    other = paths(text.parent / "other")
    done = run("notes", "import", output, profile=other)
    assert done.status == 1
    assert "Haus am see" in done.complaint
    with open_store(other) as store:
        store.library.add(open_document(text))
    assert run("notes", "import", output, profile=other).out == (
        "Haus am see: 2 new, 0 changed, 0 there already.\n"
    )
    assert "0 new, 0 changed, 2 there" in run("notes", "import", output, profile=other).out
    assert NOTE in run("notes", "export", text, "--format", "csv", profile=other).out


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
    german, english, kind, note, _link = nodes[1].children
    assert german.children[0].text.startswith("Das Fahrzeug war aktiv im Einsatz")
    assert (english.text, kind.text, note.text) == (anchor.quote, "Note", "Was?")


def test_words_to_learn_are_exported_by_name(run: Run, noted: str, profile: Paths) -> None:
    with open_store(profile) as store:
        text = store.library.document(noted).paragraphs[0].text
        word = Word(
            id="00000000cd",
            document=noted,
            anchor=make(text, Span(4, 8), Side.SOURCE, 0),
            lemma="Haus",
            part="noun",
            meaning="house",
            sentence="Das Haus ist alt.",
            partner="The house is old.",
            created="2024-05-17T10:00:00+00:00",
            changed="2024-05-17T10:00:00+00:00",
        )
        store.notes.commit(noted, "Add Word", [Edit(None, word)])
    done = run("notes", "export", noted, "--format", "words-csv", profile=profile)
    assert (done.status, done.err) == (0, "")
    assert "Haus,noun,house,Haus,Das Haus ist alt.,The house is old." in done.out
    done = run("notes", "export", noted, profile=profile)
    assert "**Haus** (noun): house" in done.out
