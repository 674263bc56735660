"""What there is to know of a text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from reader.services.session import Session
from reader.ui.language import named
from reader.ui.library_model import minutes
from reader.ui.widgets import FAINT, label
from reader.ui.wording import date_told, language_name


def show_properties(parent: QWidget, session: Session) -> None:
    """Title, author, length, origin and notes of the open text, to be read and copied."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Properties", "About This Text"))
    form = QFormLayout()
    form.setHorizontalSpacing(18)
    form.setVerticalSpacing(7)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for name, value in _properties(session):
        if value:
            shown = label(value, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            shown.setMinimumWidth(360)
            form.addRow(label(name, FAINT), shown)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(18, 16, 18, 14)
    layout.setSpacing(14)
    layout.addLayout(form)
    layout.addWidget(buttons)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _properties(session: Session) -> list[tuple[str, str]]:
    number = QLocale().toString
    document, entry = session.document, session.entry
    words = entry.words if entry is not None else 0
    source, target = session.renderings.languages
    translated = len(document.paragraphs) - len(session.renderings.untranslated())
    paragraphs = len(document.paragraphs)
    time = QCoreApplication.translate("Properties", "{0} min").format(number(minutes(words)))
    share = QCoreApplication.translate("Properties", "{0} of {1} paragraphs")
    file = Path(document.source)
    return [
        (QCoreApplication.translate("Properties", "Title"), document.title),
        (QCoreApplication.translate("Properties", "Author"), document.author),
        (QCoreApplication.translate("Properties", "Published"), date_told(document.date)),
        (QCoreApplication.translate("Properties", "Words"), number(words)),
        (QCoreApplication.translate("Properties", "Paragraphs"), number(paragraphs)),
        (QCoreApplication.translate("Properties", "Reading time"), time),
        (
            QCoreApplication.translate("Properties", "Language"),
            f"{language_name(source)} → {language_name(target)}",
        ),
        (
            QCoreApplication.translate("Properties", "Translated"),
            share.format(number(translated), number(paragraphs)),
        ),
        (QCoreApplication.translate("Properties", "Notes and marks"), number(session.mark_count)),
        (
            QCoreApplication.translate("Properties", "Tags"),
            ", ".join(entry.tags) if entry is not None else "",
        ),
        (QCoreApplication.translate("Properties", "Format"), named(document.format)),
        (
            QCoreApplication.translate("Properties", "File"),
            str(file)
            if document.source
            else QCoreApplication.translate("Properties", "none, the text was pasted"),
        ),
        (
            QCoreApplication.translate("Properties", "State of the file"),
            QCoreApplication.translate("Properties", "gone, the text is kept")
            if document.source and not file.exists()
            else "",
        ),
        (QCoreApplication.translate("Properties", "Checksum"), document.checksum),
    ]
