"""Which language a text is in: found out when it is read, decided by the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader import formats
from reader.errors import KnownError
from reader.ui.bundle import Services
from reader.ui.language import explain, localized
from reader.ui.wording import language_name

if TYPE_CHECKING:
    from reader.ui.window import Window

GERMAN = "de"


class SourceLanguage(QObject):
    """Says of a text that it does not look German, until the reader has decided.

    Such a text is translated from the language it looks like, where a model can do that.
    """

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._session = services.session

    @property
    def doubted(self) -> bool:
        """Whether the open text was taken for another language, and nobody has decided."""
        document = self._session.document
        return not set(formats.language_warnings(document.language)).isdisjoint(document.warnings)

    def choose(self, code: str) -> None:
        """Translate the open text from that language, now and whenever it is opened."""
        self._keep(code, self._others())

    def found(self) -> None:
        """A model translates the text: ask whether from the right language."""
        code, _ = self._session.renderings.languages
        if not self.doubted or code != self._session.document.language:
            return
        self._window.banner.say(
            self._seems(code),
            self.tr("Translate from {0}").format(language_name(code)),
            lambda: self.choose(code),
            other=(self.tr("It Is German"), self._german),
        )

    def missing(self, error: KnownError) -> None:
        """Say that nothing translates the text, and where a model can be had."""
        words, other = explain(error), None
        code, _ = self._session.renderings.languages
        if self.doubted and code == self._session.document.language:
            words = f"{self._seems(code)} {words}"
            other = (self.tr("It Is German"), self._german)
        window = self._window
        window.banner.say(words, self.tr("Models …"), window.show_models, other=other)

    def _seems(self, code: str) -> str:
        words = self.tr("This text does not look like German but like {0}.")
        return " ".join((*map(localized, self._others()), words.format(language_name(code))))

    def _german(self) -> None:
        document = self._session.document
        self.choose(GERMAN)
        self._window.banner.say(
            self.tr("This text is taken for German from now on."),
            self.tr("Undo"),
            lambda: self._keep(document.language, document.warnings),
        )

    def _keep(self, code: str, warnings: Sequence[str]) -> None:
        self._window.attempt(lambda: self._session.keep_language(code, warnings))
        self._session.renderings.choose_languages(source=code)
        self._window.banner.clear()

    def _others(self) -> tuple[str, ...]:
        """What else was said of the reading."""
        document = self._session.document
        about = formats.language_warnings(document.language)
        return tuple(warning for warning in document.warnings if warning not in about)
