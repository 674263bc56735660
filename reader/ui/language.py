"""The languages of the interface."""

from __future__ import annotations

import importlib.resources

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from reader.errors import KnownError
from reader.phrases import Language, Phrase, fill
from reader.ui.wording import language_name

LANGUAGES = ("en", "de")
FOLDER = importlib.resources.files("reader.resources") / "i18n"


class Catalogue(QTranslator):
    """Translations read into memory.

    Qt maps a file into memory instead, and crashes where the file is replaced while the
    program runs, as an update does.
    """

    def __init__(self, data: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data  # Qt does not copy it
        self.load(data)


def use_language(code: str) -> None:
    """Speak that language, or with "" the desktop's if it is one of ours, else English.

    Only what is built afterwards speaks it.
    """
    application = QCoreApplication.instance()
    assert application is not None
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    system = QLocale.system()
    wanted = code or system.name()[:2]
    language = wanted if wanted in LANGUAGES else "en"
    # Numbers and dates go with the language; where it is the desktop's, as is set there.
    spoken = QLocale(language).language()
    is_own = system.language() == spoken
    QLocale.setDefault(system if is_own else QLocale(spoken, system.territory()))
    qt = QTranslator(application)
    # Without a file of Qt's own, its buttons stay English.
    qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    application.installTranslator(qt)
    # English has a file too, for its plurals.
    data = (FOLDER / f"lesepult_{language}.qm").read_bytes()
    application.installTranslator(Catalogue(data, application))


def localized(text: str) -> str:
    """A phrase of the core in the language of the interface, languages by their names.

    Other text stays as it is.
    """
    if isinstance(text, Language):
        return language_name(text)
    if not isinstance(text, Phrase):
        return text
    values = {
        name: localized(value) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return fill(QCoreApplication.translate("Phrases", text.pattern), values)


def named(name: str) -> str:
    """What the core calls something, as kept in a file, in the language of the interface."""
    return QCoreApplication.translate("Phrases", name) if name else ""


def explain(error: KnownError) -> str:
    """What is wrong and what to do, in the language of the interface."""
    return f"{localized(error.message)} {localized(error.advice)}".strip()
