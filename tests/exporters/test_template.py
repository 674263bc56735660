"""Templates of the reader's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from reader.errors import KnownError
from reader.exporters import merge, notes_template
from reader.exporters.notes_markdown import render
from reader.model import Colour, Snapshot
from tests.exporters.naughty import NAUGHTY
from tests.exporters.parsing import Node, kept, parse
from tests.exporters.snapshots import STRINGS, anchor, mark, snapshot

BUNDLED = (Path(__file__).parents[2] / "resources/templates/notes.md.j2").read_text("utf-8")
NOTED = snapshot(mark(anchor("Der Nebel"), colour=Colour.GREEN, note="Oben?"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder / "notes.md.j2"


def by(file: Path, template: str, noted: Snapshot = NOTED) -> str:
    file.write_text(template, "utf-8")
    return render(noted, notes_template(file.parents[1]))


def test_without_one_the_bundled_is_used(tmp_path: Path) -> None:
    assert render(NOTED, notes_template(tmp_path)) == render(NOTED)


def test_a_copy_of_the_bundled_is_the_bundled(file: Path) -> None:
    assert by(file, BUNDLED) == render(NOTED)
    assert by(file, BUNDLED.replace("\n", "\r\n")) == render(NOTED)


def test_all_values(file: Path) -> None:
    names = ("german", "english", "note", "colour", "heading", "side", "created", "changed")
    asked = [f"{{{{ mark.{name} }}}}" for name in names]
    asked += [f"{{{{ document.{name} }}}}" for name in ("title", "source", "author")]
    front, nodes = parse(by(file, "|".join(asked)))
    assert front["title"] == "Am Fluss"
    assert nodes[1].children[0].text == (
        "Der Nebel|The fog lifted.|Oben?|green|Green|source|"
        "2024-05-17T10:00:00+00:00|2024-05-17T10:00:00+00:00|Am Fluss|/texte/fluss.txt|"
    )


def test_callouts(file: Path) -> None:
    text = render(NOTED, notes_template(file.parents[1], callouts=True))
    assert (
        "> [!success] Green\n>\n> > Der Nebel\n>\n> The fog lifted.\n>\n> Oben?\n>\n> [Open" in text
    )
    alone = snapshot(mark(anchor("Der Nebel"), colour=None))
    file.write_text(BUNDLED, "utf-8")
    callout = render(alone, notes_template(file.parents[1], callouts=True))
    assert "> [!note] Note\n" in callout


def test_another_template_rewrites_what_is_untouched(file: Path) -> None:
    before = render(NOTED).replace("# Am Fluss", "# Am Fluss\n\nMeins.")
    after = merge(before, by(file, "{{ mark.note }}"))
    assert after.conflicts == ()
    assert "Meins.\n\n> Oben?\n>\n> [Open" in after.text


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("Gut\n{{ mark.note", 2),
        ("{% if %}", 1),
        ("\n\n{{ mark.nothing }}", 3),
        ("\n{{ nothing }}", 2),
        ("{{ mark.note | nothing }}", 1),
        ("\n{{ 1 / 0 }}", 2),
        ("\n\n\n{{ mark.note + 1 }}", 4),
        ("{{ mark.__class__.__mro__ }}", 1),
        ("\n{{ range(10 ** 9) }}", 2),
        ("{% include 'notes.md.j2' %}", 1),
        ("{% include '/etc/hostname' %}", 1),
        ("{% include '../settings.json' %}", 1),
    ],
)
def test_a_broken_template_is_told_with_its_line(file: Path, template: str, line: int) -> None:
    with pytest.raises(KnownError) as told:
        by(file, template)
    assert f"{file}, line {line}: " in str(told.value)


def test_a_template_that_cannot_be_read(file: Path) -> None:
    file.write_bytes(b"\xff")
    with pytest.raises(KnownError, match="UTF-8") as told:
        notes_template(file.parents[1])
    assert str(file) in str(told.value)
    file.unlink()
    file.mkdir()
    with pytest.raises(KnownError) as told:
        notes_template(file.parents[1])
    assert str(file) in str(told.value)


def test_a_template_does_not_get_out_of_its_block(file: Path) -> None:
    text = by(file, "# Titel\n\n---\n\n{{ mark.note }}\n\n^0000000009\n</div>\n\n")
    assert [node.type for node in parse(text)[1]] == ["h1", "blockquote", "paragraph"]
    assert merge(text, text).text == text


@given(STRINGS, STRINGS)
def test_any_text_is_only_text_in_any_template(quote: str, note: str) -> None:
    check(quote, note)


def test_naughty_strings_are_only_text_in_any_template() -> None:
    for number, text in enumerate(NAUGHTY):
        check(text, NAUGHTY[number - 17])


def check(german: str, note: str) -> None:
    from jinja2 import Template

    template = Template("Anfang\n\n- {{ mark.english }}\n\nEnde {{ document.title }}")
    noted = snapshot(mark(partner=german), title=note)
    _, (title, block, _) = parse(render(noted, template))
    words = " ".join(" ".join(kept(note)).split())
    assert title == Node("h1", words)
    assert block.children[-2] == Node("paragraph", f"Ende {words}".strip())
