"""From the window into files: a selection, pages, and the folder for notes."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QDialog

from reader import exporters
from reader.model import Colour, Mark, Side, Span
from reader.services.vault import Vault
from reader.ui import dialogs, vaulting
from reader.ui.vault_dialog import VaultDialog
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

NOTES = exporters.exporters()[dialogs.NOTES]


@pytest.fixture
def desk(reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.setattr(vaulting, "SETTLE_MS", 20)
    file = tmp_path / "Am Fluss.txt"
    file.write_text("Der Nebel hob sich.\n\nDie Straße war leer.\n", "utf-8")
    return reading.start(file)


def add(desk: Reading, row: int, words: str, note: str = "") -> Mark:
    start = desk.session.renderings.text(row, Side.SOURCE).index(words)
    span = Span(start, start + len(words))
    return desk.session.add_mark(Side.SOURCE, [(row, span)], Colour.PINK, note)


def test_what_is_chosen_is_exported_alone(desk: Reading, tmp_path: Path) -> None:
    first, second = add(desk, 0, "Nebel"), add(desk, 1, "Straße")
    file = tmp_path / "notes.md"
    desk.window.exporting.write_marks(NOTES, file, [second])
    wait_for(file.exists, "the file")
    settle(20)
    text = file.read_text("utf-8")
    assert second.id in text
    assert first.id not in text
    desk.window.exporting.write_marks(NOTES, file, [first])
    wait_for(lambda: first.id in file.read_text("utf-8"), "the other one beside it")
    assert second.id in file.read_text("utf-8")
    settle(20)


def test_exports_use_the_readers_names(desk: Reading, tmp_path: Path) -> None:
    add(desk, 0, "Nebel")
    desk.window.colours.give({Colour.PINK: "Wetter"})
    file = tmp_path / "notes.md"
    desk.window.exporting.write(NOTES, file)
    wait_for(file.exists, "the file")
    assert "*Wetter*" in file.read_text("utf-8")
    settle(20)


def test_pages_are_among_the_forms(desk: Reading, tmp_path: Path) -> None:
    add(desk, 0, "Nebel", "grau wie Blei")
    file = tmp_path / "text.pdf"
    desk.window.exporting.write(dialogs.pdf_exporter(), file)
    wait_for(file.exists, "the pages")
    document = pypdfium2.PdfDocument(file)
    assert "grau wie Blei" in document[0].get_textpage().get_text_bounded()
    document.close()
    settle(20)


def vault_of(desk: Reading, folder: Path, **values: bool) -> None:
    folder.mkdir()
    desk.window.preferences.change(vault=str(folder), **values)


def test_the_folder_for_notes_is_asked_for_once(desk: Reading, tmp_path: Path) -> None:
    mark = add(desk, 0, "Nebel")
    desk.window.menus.action("export-vault").trigger()
    (dialog,) = desk.window.findChildren(VaultDialog)
    folder = tmp_path / "vault"
    folder.mkdir()
    dialog.use(str(folder))
    dialog.export_wanted.emit()
    wait_for((folder / "Am Fluss.md").exists, "the file")
    dialog.close()
    settle(20)
    assert mark.id in (folder / "Am Fluss.md").read_text("utf-8")
    desk.leave()
    desk.start()
    assert desk.window.vaulting.vault == Vault(folder)


def test_notes_are_exported_after_every_change(desk: Reading, tmp_path: Path) -> None:
    vault_of(desk, tmp_path / "vault", vault_always=True, vault_each=True)
    folder = tmp_path / "vault" / "Am Fluss"
    first = add(desk, 0, "Nebel")
    file = folder / f"Nebel {first.id}.md"
    wait_for(file.exists, "the first note")
    desk.session.set_note(first, "grau")
    wait_for(lambda: "grau" in file.read_text("utf-8"), "the change")
    desk.session.delete([mark for mark in desk.session.marks if mark.id == first.id])
    wait_for(lambda: not file.exists(), "the deletion")
    settle(50)


def test_the_last_change_is_exported_when_the_window_closes(desk: Reading, tmp_path: Path) -> None:
    vault_of(desk, tmp_path / "vault", vault_always=True)
    add(desk, 0, "Nebel", "zum Schluss")
    desk.leave()
    assert "zum Schluss" in (tmp_path / "vault" / "Am Fluss.md").read_text("utf-8")


def test_conflicts_and_troubles_are_told_once(desk: Reading, tmp_path: Path) -> None:
    vault_of(desk, tmp_path / "vault", vault_always=True)
    file = tmp_path / "vault" / "Am Fluss.md"
    mark = add(desk, 0, "Nebel", "eins")
    wait_for(file.exists, "the file")
    settle(50)
    file.write_text(file.read_text("utf-8").replace("eins", "meins"), "utf-8")
    desk.session.set_note(mark, "zwei")
    lines = file.read_text("utf-8").splitlines()
    told = (
        f"1 note was changed in its file and stays there as it is: Am Fluss.md, line {len(lines)}."
    )
    wait_for(lambda: desk.window.banner.message.startswith(told), "the conflict")
    desk.window.banner.hide()
    add(desk, 1, "Straße", "drei")
    wait_for(lambda: "drei" in file.read_text("utf-8"), "the other note")
    settle(50)
    assert desk.window.banner.message == ""
    file.unlink()
    file.parent.rmdir()
    add(desk, 1, "leer")
    wait_for(lambda: "vault" in desk.window.banner.message, "the trouble")
    desk.window.banner.hide()
    add(desk, 1, "war")
    settle(150)
    assert desk.window.banner.message == ""


def test_nothing_is_exported_unless_wanted(desk: Reading, tmp_path: Path) -> None:
    vault_of(desk, tmp_path / "vault")
    add(desk, 0, "Nebel")
    desk.leave()
    assert list((tmp_path / "vault").iterdir()) == []


def test_the_dialog_holds_what_is_chosen(desk: Reading, tmp_path: Path) -> None:
    desk.window.menus.action("vault").trigger()
    (dialog,) = desk.window.findChildren(VaultDialog)
    assert not dialog.always.isEnabled()
    dialog.use(str(tmp_path))
    dialog.always.setChecked(True)
    dialog.each.setChecked(True)
    dialog.callouts.setChecked(True)
    values = desk.window.preferences.values
    assert desk.window.vaulting.vault == Vault(tmp_path, each=True, callouts=True)
    assert (values.vault, values.vault_each, values.vault_always) == (str(tmp_path), True, True)
    dialog.use("")
    assert desk.window.vaulting.vault is None
    dialog.close()
    assert not [d for d in desk.window.findChildren(QDialog) if d.isVisible()]
