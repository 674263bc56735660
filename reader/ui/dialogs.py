"""Questions to the reader: which file, where to; and the two sheets of help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader import APP_NAME, __version__, formats
from reader.files import safe_name
from reader.ui.icons import app_icon
from reader.ui.language import localized
from reader.ui.widgets import FAINT, TITLE, label, set_size

if TYPE_CHECKING:
    from reader import exporters
    from reader.ui.menus import Menus


NOTES = "notes-md"  # goes into a file that is there; all others replace it


def ask_for_file(parent: QWidget, folder: str) -> Path | None:
    """The file the reader wants to open."""
    patterns = " ".join(f"*{suffix}" for suffix in formats.suffixes())
    filters = ";;".join(
        (
            QCoreApplication.translate("Dialogs", "Texts ({0})").format(patterns),
            QCoreApplication.translate("Dialogs", "All files (*)"),
        )
    )
    name, _ = QFileDialog.getOpenFileName(
        parent, QCoreApplication.translate("Dialogs", "Open a German Text"), folder, filters
    )
    return Path(name) if name else None


def ask_for_notes(parent: QWidget, folder: str) -> Path | None:
    """The file of exported notes that the reader wants to take in."""
    filters = QCoreApplication.translate("Dialogs", "Exported notes (*.jsonld *.json)")
    name, _ = QFileDialog.getOpenFileName(
        parent, QCoreApplication.translate("Dialogs", "Import Notes"), folder, filters
    )
    return Path(name) if name else None


def ask_for_export(
    parent: QWidget, subject: str, title: str, folder: str
) -> tuple[exporters.Exporter, Path] | None:
    """The form and the file the reader wants an export in."""
    from reader import exporters

    choices = {
        f"{localized(exporter.LABEL)} (*{exporter.SUFFIX})": exporter
        for exporter in (*exporters.exporters().values(), pdf_exporter())
        if subject == exporter.SUBJECT
    }
    first = next(iter(choices.values()))
    what, caption = {
        "notes": (
            QCoreApplication.translate("Dialogs", "Notes"),
            QCoreApplication.translate("Dialogs", "Export Notes"),
        ),
        "document": (
            QCoreApplication.translate("Dialogs", "German and English"),
            QCoreApplication.translate("Dialogs", "Export Both Languages"),
        ),
        "words": (
            QCoreApplication.translate("Dialogs", "Words"),
            QCoreApplication.translate("Dialogs", "Export Words"),
        ),
    }[subject]
    name = f"{safe_name(title, APP_NAME)} – {what}{first.SUFFIX}"
    options = QFileDialog.Option(0)
    if subject == "notes":
        options = QFileDialog.Option.DontConfirmOverwrite
    start = str(Path(folder or documents()) / name)
    path, chosen = QFileDialog.getSaveFileName(
        parent, caption, start, ";;".join(choices), options=options
    )
    if not path:
        return None
    exporter, target = _form_and_file(Path(path), choices.get(chosen, first), choices.values())
    # Qt has asked about what was typed, but for notes.
    unasked = subject == "notes" or target != Path(path)
    if unasked and exporter.NAME != NOTES and target.exists():
        question = QCoreApplication.translate("Dialogs", "{0} is there already. Replace it?")
        answer = QMessageBox.question(parent, caption, question.format(target.name))
        if answer is not QMessageBox.StandardButton.Yes:
            return None
    return exporter, target


def _form_and_file(
    typed: Path, chosen: exporters.Exporter, all_forms: Iterable[exporters.Exporter]
) -> tuple[exporters.Exporter, Path]:
    """The form that the file's name asks for, short as in .json for .jsonld; or the chosen one.

    What was typed tells more than the list beside it. A name that asks for none of the
    forms, as "Band 1.2", gets the suffix of the chosen one.
    """
    suffix = typed.suffix.lower()
    fitting = [form for form in (chosen, *all_forms) if suffix and form.SUFFIX.startswith(suffix)]
    if not fitting:
        return chosen, typed.with_name(typed.name + chosen.SUFFIX)
    return min(fitting, key=lambda form: len(form.SUFFIX)), typed


def pdf_exporter() -> exporters.Exporter:
    """The one that is not among the others, as it needs fonts."""
    from reader.ui import pdf  # what draws pages is not wanted at the start

    return cast("exporters.Exporter", pdf)


def documents() -> str:
    """The folder where people keep what they write."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(kind)


def show_keys(parent: QWidget, menus: Menus) -> None:
    """All keys on one sheet, from the table of commands."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Dialogs", "Keys"))
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(5)
    row = 0
    for menu in menus.table:
        heading = label(menu.plain, TITLE)
        heading.setContentsMargins(0, 10 if row else 0, 0, 2)
        grid.addWidget(heading, row, 0, 1, 2)
        row += 1
        for command in menu.commands:
            if command.keys:
                name = menus.action(command.id).iconText()
                row = _key_row(grid, row, name, _native(command.shortcuts))
    heading = label(QCoreApplication.translate("Dialogs", "In the text"), TITLE)
    heading.setContentsMargins(0, 10, 0, 2)
    grid.addWidget(heading, row, 0, 1, 2)
    for text, key in (
        (QCoreApplication.translate("Dialogs", "Show the English"), "Return"),
        (QCoreApplication.translate("Dialogs", "Go to the other language"), "Tab"),
        (QCoreApplication.translate("Dialogs", "Scroll by a page"), "Space"),
        (QCoreApplication.translate("Dialogs", "Scroll back by a page"), "Shift+Space"),
        (QCoreApplication.translate("Dialogs", "Go on by a word"), "Ctrl+Right"),
        (QCoreApplication.translate("Dialogs", "Select a word"), "Ctrl+Shift+Right"),
        (QCoreApplication.translate("Dialogs", "Go to the beginning"), "Ctrl+Home"),
        (QCoreApplication.translate("Dialogs", "Go to the end"), "Ctrl+End"),
        (QCoreApplication.translate("Dialogs", "Menu of the place"), "Menu"),
    ):
        row = _key_row(grid, row + 1, text, _native([QKeySequence(key)]))
    for text, act in (
        (
            QCoreApplication.translate("Dialogs", "Look up a word"),
            QCoreApplication.translate("Dialogs", "Double click"),
        ),
        (
            QCoreApplication.translate("Dialogs", "Select a paragraph"),
            QCoreApplication.translate("Dialogs", "Triple click"),
        ),
        (
            QCoreApplication.translate("Dialogs", "Open a link"),
            QCoreApplication.translate("Dialogs", "Ctrl and click"),
        ),
        (
            QCoreApplication.translate("Dialogs", "Larger or smaller text"),
            QCoreApplication.translate("Dialogs", "Ctrl and wheel"),
        ),
    ):
        row = _key_row(grid, row + 1, text, act)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(sheet)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(scroll)
    layout.addWidget(buttons)
    set_size(dialog, max(460, sheet.sizeHint().width() + 60), 620)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _native(keys: Sequence[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ·  ".join(key.toString(native) for key in keys)


def _key_row(grid: QGridLayout, row: int, text: str, keys: str) -> int:
    grid.addWidget(label(text), row, 0)
    grid.addWidget(label(keys, FAINT), row, 1, Qt.AlignmentFlag.AlignRight)
    return row + 1


def show_about(parent: QWidget) -> None:
    """What the program is, its version and its licence."""
    box = QMessageBox(parent)
    box.setWindowTitle(QCoreApplication.translate("Dialogs", "About Lesepult"))
    box.setIconPixmap(app_icon().pixmap(64, 64))
    box.setText(f"<b>Lesepult {__version__}</b>")
    box.setInformativeText(
        QCoreApplication.translate(
            "Dialogs",
            "Reads German with an English translation beside it, made on this machine "
            "and without a network.\n\nFree software under the GNU General Public "
            "License, version 3 or later.",
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
