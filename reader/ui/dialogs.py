"""Questions to the reader: which file, where to; and the two sheets of help."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader import __version__, exporters, formats
from reader.ui.commands import MENUS, Command
from reader.ui.icons import app_icon


def ask_for_file(parent: QWidget, folder: str) -> Path | None:
    """The file the reader wants to open."""
    patterns = " ".join(f"*{suffix}" for suffix in formats.suffixes())
    filters = ";;".join(
        (QObject.tr("Texts ({0})").format(patterns), QObject.tr("All files (*)"))
    )
    name, _ = QFileDialog.getOpenFileName(parent, QObject.tr("Open a German Text"), folder, filters)
    return Path(name) if name else None


def ask_for_export(
    parent: QWidget, subject: str, title: str, folder: str
) -> tuple[exporters.Exporter, Path] | None:
    """The form and the file the reader wants an export in."""
    choices = {
        f"{exporter.LABEL} (*{exporter.SUFFIX})": exporter
        for exporter in exporters.exporters().values()
        if exporter.SUBJECT == subject
    }
    first = next(iter(choices.values()))
    name = file_name(title) + first.SUFFIX
    caption = QObject.tr("Export Notes") if subject == "notes" else QObject.tr("Export Both Languages")
    path, chosen = QFileDialog.getSaveFileName(
        parent, caption, str(Path(folder) / name), ";;".join(choices)
    )
    if not path:
        return None
    exporter = choices.get(chosen, first)
    target = Path(path)
    if not target.suffix:
        target = target.with_name(target.name + exporter.SUFFIX)
    return exporter, target


def file_name(title: str) -> str:
    """The title as a name that every file system takes."""
    name = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title)
    return " ".join(name.split())[:80].strip(" .") or "Lesepult"


def show_keys(parent: QWidget, commands: Sequence[Command]) -> None:
    """All keys on one sheet, from the table of commands."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QObject.tr("Keys"))
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(5)
    row = 0
    for menu in MENUS:
        heading = QLabel(QApplication.translate("Commands", menu).replace("&", ""))
        heading.setObjectName("panel_title")
        heading.setContentsMargins(0, 10 if row else 0, 0, 2)
        grid.addWidget(heading, row, 0, 1, 2)
        row += 1
        for command in commands:
            if command.menu == menu and command.keys:
                row = _key_row(grid, row, command.label, command.keys)
        if menu == MENUS[3]:
            row = _key_row(grid, row, QObject.tr("Translate where the caret is"), ("Return",))
        if menu == MENUS[4]:
            row = _key_row(grid, row, QObject.tr("Change the column"), ("Tab",))
            row = _key_row(grid, row, QObject.tr("Select words"), ("Ctrl+Shift+Right",))
    scroll = QScrollArea(widgetResizable=True)
    scroll.setWidget(sheet)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(scroll)
    layout.addWidget(buttons)
    dialog.resize(460, 620)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _key_row(grid: QGridLayout, row: int, label: str, keys: Sequence[str]) -> int:
    native = QKeySequence.SequenceFormat.NativeText
    written = "  ·  ".join(QKeySequence(key).toString(native) for key in keys)
    grid.addWidget(QLabel(label.replace("&", "").replace(" …", "")), row, 0)
    shown = QLabel(written)
    shown.setObjectName("faint")
    grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight)
    return row + 1


def show_about(parent: QWidget) -> None:
    """What the program is, its version and its licence."""
    box = QMessageBox(parent)
    box.setWindowTitle(QObject.tr("About Lesepult"))
    box.setIconPixmap(app_icon().pixmap(64, 64))
    box.setText(f"<b>Lesepult {__version__}</b>")
    box.setInformativeText(
        QObject.tr(
            "Reads German with an English translation beside it, made on this machine "
            "and without a network.\n\nFree software under the GNU General Public "
            "License, version 3 or later."
        )
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
