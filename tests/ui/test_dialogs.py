"""What a reader is asked before a file is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from reader.ui import dialogs
from reader.ui.widgets import set_size


@pytest.fixture
def window(app: object) -> QWidget:
    return QWidget()


def answer(monkeypatch: pytest.MonkeyPatch, typed: Path, form: str) -> None:
    """Choose that form in the list and type that name."""

    def asked(
        _parent: QWidget, _caption: str, _start: str, forms: str, **_: object
    ) -> tuple[str, str]:
        chosen = next(entry for entry in forms.split(";;") if f"(*{form})" in entry)
        return str(typed), chosen

    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)


@pytest.mark.parametrize(
    ("typed", "form", "written", "name"),
    [
        ("n.md", ".md", "n.md", "notes-md"),
        ("n.csv", ".md", "n.csv", "csv"),
        ("n.APKG", ".md", "n.APKG", "anki"),
        ("n.json", ".md", "n.json", "w3c"),
        ("Band 1.2", ".md", "Band 1.2.md", "notes-md"),
        ("Band", ".csv", "Band.csv", "csv"),
    ],
)
def test_a_name_chooses_the_form(
    window: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    form: str,
    written: str,
    name: str,
) -> None:
    answer(monkeypatch, tmp_path / typed, form)
    chosen = dialogs.ask_for_export(window, "notes", "Text", str(tmp_path))
    assert chosen is not None
    assert (chosen[0].NAME, chosen[1]) == (name, tmp_path / written)


@pytest.mark.parametrize(("subject", "form"), [("notes", ".csv"), ("document", ".html")])
def test_a_file_that_is_there_is_not_replaced_unasked(
    window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, subject: str, form: str
) -> None:
    (tmp_path / f"mein{form}").write_text("mein", "utf-8")
    asked: list[str] = []

    def question(_parent: QWidget, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", question)
    answer(monkeypatch, tmp_path / "mein", form)  # Qt asks about "mein", which is not there
    assert dialogs.ask_for_export(window, subject, "Text", str(tmp_path)) is None
    assert len(asked) == 1
    assert f"mein{form}" in asked[0]


def test_no_window_is_larger_than_the_screen(window: QWidget) -> None:
    set_size(window, 20_000, 100)
    assert 0 < window.width() < window.screen().availableSize().width()
    assert window.height() == 100
