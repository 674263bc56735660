"""The interface in its languages: complete, with every placeholder, and in the real window."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from reader import settings
from reader.errors import KnownError
from reader.phrases import Phrase
from reader.settings import Settings
from reader.ui.commands import menus
from reader.ui.language import LANGUAGES, explain, localized, use_language
from reader.ui.wording import date_told
from tests.qt import wait_for
from tests.ui.conftest import Reading

FOLDER = Path(__file__).parents[2] / "resources" / "i18n"


@dataclass(frozen=True)
class Message:
    """A text of the interface and what it is in another language."""

    context: str
    source: str
    plural: bool
    translations: tuple[str, ...]
    finished: bool


def read(file: Path) -> list[Message]:
    found: list[Message] = []
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                Message(
                    context=context.findtext("name", ""),
                    source=message.findtext("source", ""),
                    plural=message.get("numerus") == "yes",
                    translations=tuple(forms or [translation.text or ""]),
                    finished="type" not in translation.attrib,
                )
            )
    return found


def messages() -> list[Message]:
    return [m for code in LANGUAGES for m in read(FOLDER / f"lesepult_{code}.ts")]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The script that collects and packs."""
    file = Path(__file__).parents[2] / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def german(app: QApplication) -> Iterator[None]:
    """German, while the test runs."""
    use_language("de")
    yield
    use_language("en")


def test_every_text_is_there(tool: ModuleType, tmp_path: Path) -> None:
    for code in LANGUAGES:
        shutil.copy(FOLDER / f"lesepult_{code}.ts", tmp_path)
    tool.collect(tmp_path)
    for code in LANGUAGES:
        now = read(tmp_path / f"lesepult_{code}.ts")
        assert [(m.context, m.source) for m in now if not m.finished] == []
        assert set(now) == set(read(FOLDER / f"lesepult_{code}.ts"))


def test_no_text_is_overlooked() -> None:
    """The tool that collects them does not understand every call, and says nothing."""
    collected = {(m.context, m.source) for m in read(FOLDER / "lesepult_de.ts")}
    for part in ("services", "ui"):
        for file in sorted((FOLDER.parents[1] / "reader" / part).rglob("*.py")):
            assert set(_texts(ast.parse(file.read_text("utf-8")))) <= collected, file


def _texts(node: ast.AST, context: str = "") -> Iterator[tuple[str, str]]:
    """The texts in a piece of code, each with its context."""
    match node:
        case ast.ClassDef(name=name):
            context = name
        case ast.Call(func=ast.Attribute(attr="tr"), args=[ast.Constant(value=str(text)), *_]):
            yield context, text
        case ast.Call(
            func=ast.Attribute(attr="translate"),
            args=[ast.Constant(value=str(name)), ast.Constant(value=str(text)), *_],
        ):
            yield name, text
        case _:
            pass
    for child in ast.iter_child_nodes(node):
        yield from _texts(child, context)


def test_what_is_loaded_is_what_is_written(tool: ModuleType, tmp_path: Path) -> None:
    tool.pack(FOLDER, tmp_path)
    for code in LANGUAGES:
        name = f"lesepult_{code}.qm"
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


def test_placeholders_are_the_same() -> None:
    for message in messages():
        wanted = Counter(re.findall(r"\{\w*\}|%Ln", message.source))
        for number, translation in enumerate(message.translations):
            found = Counter(re.findall(r"\{\w*\}|%Ln", translation))
            if message.plural and number == 0:  # "one mark" needs no figure
                found["%Ln"] = wanted["%Ln"]
            assert found == wanted, message


def test_translations_end_as_their_texts_do() -> None:
    for message in messages():
        for translation in message.translations:
            assert translation.strip() == translation != "", message
            for sign in (".", ":", "…", "?"):
                assert translation.endswith(sign) == message.source.endswith(sign), message
            assert ("&" in translation.replace("&&", "")) == (
                "&" in message.source.replace(" & ", " ").replace("&&", "")
            ), message


def test_no_two_of_a_menu_have_the_same_letter(german: None) -> None:
    table = menus()
    for texts in (
        [menu.title for menu in table],
        *([command.text for command in menu.commands] for menu in table),
    ):
        letters = [text.lower()[text.index("&") + 1] for text in texts if "&" in text]
        assert len(set(letters)) == len(letters), texts


def test_keys_do_not_depend_on_the_language(app: QApplication, german: None) -> None:
    in_german = {command.id: command.keys for menu in menus() for command in menu.commands}
    use_language("en")
    assert in_german == {c.id: c.keys for menu in menus() for c in menu.commands}


def test_phrases_of_the_core(german: None) -> None:
    inner = Phrase("The notes file {path}", path="/n.db")
    error = KnownError(
        Phrase("{name} cannot be used: it is read-only.", name=inner),
        Phrase("Check the rights of the file."),
    )
    assert str(error).startswith("The notes file /n.db cannot be used: it is read-only.")
    told = explain(error)
    assert "/n.db" in told
    assert "schreibgeschützt" in told
    assert "read-only" not in told
    assert localized("Nobody knows this.") == "Nobody knows this."


def test_plurals(german: None) -> None:
    from PySide6.QtCore import QCoreApplication

    def notes(number: int) -> str:
        return QCoreApplication.translate("NotesPanel", "%Ln marks and notes", "", number)

    assert (notes(1), notes(3)) == (
        "Eine Markierung oder Notiz",
        "3 Markierungen und Notizen",
    )
    assert notes(12345) == "12.345 Markierungen und Notizen"
    use_language("en")
    assert notes(12345) == "12,345 marks and notes"
    assert (notes(1), notes(3)) == ("1 mark or note", "3 marks and notes")


def test_numbers_and_dates_go_with_the_language(german: None) -> None:
    moment = QDateTime(QDate(2026, 11, 22), QTime(9, 5))
    short = QLocale.FormatType.ShortFormat
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    assert QLocale().toString(moment, short) == "22.11.26 09:05"
    assert date_told("2026-03-01") == "1. März 2026"
    assert QLocale().formattedDataSize(1_500_000, 1) == "1,4 MiB"
    use_language("en")
    assert QLocale().toString(1234.5, "f", 1) == "1,234.5"
    assert date_told("2026-03-01") == "1 March 2026"


def test_what_is_qts_own_is_german_too(german: None) -> None:
    line = QLineEdit("Wort")
    menu = line.createStandardContextMenu()
    texts = " ".join(action.text().replace("&", "") for action in menu.actions())
    assert "Ausschneiden" in texts
    assert "Alles auswählen" in texts
    menu.deleteLater()
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "&Suchen in:"
    dialog.deleteLater()
    line.deleteLater()


def test_an_unknown_language_is_english(app: QApplication) -> None:
    use_language("xx")
    assert menus()[0].title == "&File"


def test_the_window_speaks_german(reading: Reading, tmp_path: Path) -> None:
    settings.save(Settings(language="de"), reading.places)
    reading.start()
    titles = [action.text() for action in reading.window.menuBar().actions()]
    assert titles[0] == "&Datei"
    missing = tmp_path / "fehlt.txt"
    reading.window.open_path(missing)
    wait_for(lambda: reading.window.banner.message != "", "the banner")
    assert reading.window.banner.message.startswith(f"Es gibt keine Datei {missing}. Wurde sie")
    box = QMessageBox(QMessageBox.Icon.Question, "", "?", QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text().replace("&", "") == "Abbrechen"
    box.deleteLater()
    use_language("en")


def test_faults_of_the_translator_are_said_in_german(at_desk: Reading, german: None) -> None:
    told = "from reader.translation.protocol import *; from reader.phrases import Phrase; import os"
    gone = (
        "Fault(0, Phrase('The model in {name} cannot be loaded: {error}.', name='m', error='x'),"
        "Phrase('Remove it and install it again.'), True)"
    )
    at_desk.desk.translator.use([sys.executable, "-c", f"{told}; os.write(1, encode({gone}))"])
    at_desk.click(0)
    wait_for(lambda: at_desk.window.banner.message != "", "the banner")
    in_german = "Das Modell in m kann nicht geladen werden: x. Entfernen Sie es"
    assert at_desk.window.banner.message.startswith(in_german)
    cell = at_desk.view.model().index(0, 1)
    assert in_german in cell.data(Qt.ItemDataRole.AccessibleTextRole)


def test_steps_are_called_in_german(reading: Reading) -> None:
    settings.save(Settings(language="de"), reading.places)
    reading.start()
    undo, redo = (reading.window.menus.action(name) for name in ("undo", "redo"))
    assert undo.text() == "&Rückgängig"
    reading.select(0, "Schützenpanzer")
    reading.press(Qt.Key.Key_1)
    assert (undo.text(), redo.text()) == ("&Rückgängig: Markierung", "&Wiederholen")
    undo.trigger()
    assert (undo.text(), redo.text()) == ("&Rückgängig", "&Wiederholen: Markierung")
    use_language("en")


def test_another_language_is_chosen_in_the_menu(at_desk: Reading) -> None:
    at_desk.window.menus.action("language-de").trigger()
    assert at_desk.window.menus.action("language-de").isChecked()
    assert not at_desk.window.menus.action("language-en").isChecked()
    wait_for(lambda: at_desk.desk.windows.again, "the windows to close")
    at_desk.leave()
    at_desk.start()
    assert at_desk.window.menuBar().actions()[0].text() == "&Datei"
    use_language("en")


def test_languages_are_those_of_the_files() -> None:
    assert {file.stem.removeprefix("lesepult_") for file in FOLDER.glob("*.ts")} == set(LANGUAGES)
    assert all(QLocale(code).language() is not QLocale.Language.C for code in LANGUAGES)
    assert sys.modules["reader.ui.language"].FOLDER.joinpath("lesepult_de.qm").is_file()
