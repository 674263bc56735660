"""Notes in a folder of the reader's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.files import safe_name
from reader.model import Mark, Snapshot
from reader.services.vault import Vault, export_to_vault
from tests.exporters.naughty import NAUGHTY
from tests.exporters.parsing import parse
from tests.exporters.snapshots import anchor, mark, snapshot

FIRST = mark(anchor("Die Fähre legte ab."), number=1, note="Wohin?", tags=("Wetter",))
SECOND = mark(anchor("Brot"), number=2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "vault"
    made.mkdir()
    return made


def export(
    folder: Path, *marks: Mark, each: bool = False, only: set[str] | None = None, title: str = ""
) -> list[str]:
    """What is in the vault afterwards."""
    made = snapshot(*marks, title=title or "Am Fluss")
    done = export_to_vault(made, Vault(folder, each), folder / "config", only)
    assert done.conflicts == ()
    return names(folder)


def names(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*.md"))


def test_one_file_a_document(folder: Path) -> None:
    assert export(folder, FIRST) == ["Am Fluss.md"]
    file = folder / "Am Fluss.md"
    file.write_text(file.read_text("utf-8") + "\nMein Satz.\n", "utf-8")
    assert export(folder, FIRST, SECOND) == ["Am Fluss.md"]
    text = file.read_text("utf-8")
    assert "Mein Satz." in text
    assert "Brot" in text


@pytest.mark.parametrize("each", [False, True])
def test_callouts_come_and_go_as_chosen(folder: Path, each: bool) -> None:
    for callouts in (False, True, False):
        vault = Vault(folder, each, callouts)
        assert export_to_vault(snapshot(FIRST), vault, folder / "config").conflicts == ()
        (file,) = folder.rglob("*.md")
        text = file.read_text("utf-8")
        assert ("> [!question] Yellow" in text) is callouts
        assert ("> *Yellow*" in text) is not callouts


def test_a_file_of_somebody_else_is_left_alone(folder: Path) -> None:
    file = folder / "Am Fluss.md"
    file.write_text("# Am Fluss\n\nMein Gedicht.\n", "utf-8")
    assert export(folder, FIRST) == ["Am Fluss 0123456789.md", "Am Fluss.md"]
    assert file.read_text("utf-8") == "# Am Fluss\n\nMein Gedicht.\n"
    assert export(folder, FIRST) == ["Am Fluss 0123456789.md", "Am Fluss.md"]


def test_two_documents_of_one_title_have_two_files(folder: Path) -> None:
    export(folder, FIRST)
    other = replace(snapshot(SECOND), document_id="9999999999")
    export_to_vault(other, Vault(folder), folder / "config")
    assert names(folder) == ["Am Fluss 9999999999.md", "Am Fluss.md"]
    export_to_vault(other, Vault(folder, each=True), folder / "config")
    export(folder, FIRST, each=True)
    assert [name for name in names(folder) if "/" in name] == [
        "Am Fluss 0123456789/Die Fähre legte ab 0000000001.md",
        "Am Fluss/Brot 0000000002.md",
    ]


def test_one_file_a_mark(folder: Path) -> None:
    whole = mark(colour=None, note="Zum Ganzen.", number=3)
    assert export(folder, FIRST, SECOND, whole, each=True) == [
        "Am Fluss/Brot 0000000002.md",
        "Am Fluss/Die Fähre legte ab 0000000001.md",
        "Am Fluss/Note on the document 0000000003.md",
    ]
    front, nodes = parse((folder / "Am Fluss/Die Fähre legte ab 0000000001.md").read_text("utf-8"))
    assert (front["title"], front["document"]) == ("Die Fähre legte ab.", "Am Fluss")
    assert (front["mark"], front["tags"]) == (FIRST.id, ["Wetter"])
    assert nodes[0].text == "Die Fähre legte ab."
    assert nodes[-1].text == f"^{FIRST.id}"


def test_only_what_was_changed_is_written(folder: Path) -> None:
    export(folder, FIRST, SECOND, each=True)
    changed = replace(SECOND, note="Neu.")
    files = [folder / "Am Fluss" / name for name in ("Brot 0000000002.md",)]
    other = folder / "Am Fluss" / "Die Fähre legte ab 0000000001.md"
    other.unlink()
    export(folder, FIRST, changed, each=True, only={SECOND.id})
    assert "Neu." in files[0].read_text("utf-8")
    assert not other.exists()


def test_the_file_of_a_deleted_mark_goes_unless_somebody_wrote_in_it(folder: Path) -> None:
    export(folder, FIRST, SECOND, each=True)
    kept = folder / "Am Fluss" / "Brot 0000000002.md"
    kept.write_text(kept.read_text("utf-8") + "\nMein Satz.\n", "utf-8")
    assert export(folder, each=True, only={FIRST.id, SECOND.id}) == ["Am Fluss/Brot 0000000002.md"]
    text = kept.read_text("utf-8")
    assert "Mein Satz." in text
    assert "^0000000002" not in text
    assert export(folder, FIRST, each=True) == [
        "Am Fluss/Brot 0000000002.md",
        "Am Fluss/Die Fähre legte ab 0000000001.md",
    ]
    assert export(folder, each=True) == ["Am Fluss/Brot 0000000002.md"]


def test_a_file_that_was_renamed_but_for_its_id_is_known_again(folder: Path) -> None:
    export(folder, SECOND, each=True)
    old = folder / "Am Fluss" / "Brot 0000000002.md"
    old.rename(old.with_name("Über das Essen 0000000002.md"))
    changed = replace(SECOND, note="Neu.")
    assert export(folder, changed, each=True) == ["Am Fluss/Über das Essen 0000000002.md"]


def test_what_was_changed_on_both_sides_is_told_with_its_file(folder: Path) -> None:
    export(folder, FIRST, each=True)
    file = folder / "Am Fluss" / "Die Fähre legte ab 0000000001.md"
    file.write_text(file.read_text("utf-8").replace("Wohin?", "Woher?"), "utf-8")
    changed = snapshot(replace(FIRST, note="Wann?"))
    done = export_to_vault(changed, Vault(folder, each=True), folder / "config")
    assert [(where, conflict.mark) for where, conflict in done.conflicts] == [(file, FIRST.id)]
    assert "Woher?" in file.read_text("utf-8")


def test_a_folder_that_is_gone_is_named(folder: Path) -> None:
    with pytest.raises(KnownError, match="fort"):
        export_to_vault(snapshot(FIRST), Vault(folder / "fort"), folder)
    assert names(folder) == []


def test_naughty_titles_and_quotes_are_names_of_files(folder: Path) -> None:
    for number, text in enumerate(NAUGHTY[::7]):
        quoted = mark(replace(anchor("Brot"), quote=text), number=number)
        made: Snapshot = replace(snapshot(quoted, title=text), document_id=f"{number:010x}")
        for each in (False, True):
            done = export_to_vault(made, Vault(folder, each), folder / "config")
            assert done.place.exists()
            assert done.place.parent == folder
    assert len(names(folder)) == 2 * len(NAUGHTY[::7])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Am Fluss", "Am Fluss"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("..", "x"),
        (".versteckt", "versteckt"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ("Konrad", "Konrad"),
        ("Titel.", "Titel"),
        ("a#b^c[d]", "a b c d"),
        ("\x00\ud800", "x"),
        ("", "x"),
        ("ä" * 200, "ä" * 80),
        ("😀" * 200, "😀" * 45),
    ],
)
def test_safe_names(text: str, name: str) -> None:
    assert safe_name(text, "x") == name
