"""How a window looks: its theme, its type, and how the languages stand on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.ui.language import LANGUAGES
from reader.ui.page import Mode, TypeStyle
from reader.ui.preferences import Preferences
from reader.ui.theme import palette, style_sheet, theme_named, usual_points

if TYPE_CHECKING:
    from reader.ui.window import Window

THEMES = ("system", "light", "dark", "sepia")
SMALLEST, LARGEST = 8, 40
TYPE = frozenset({"font_family", "font_size", "line_spacing", "line_length", "hyphenation"})


class Appearance(QObject):
    """Dresses the window as the preferences say, and again whenever they change."""

    def __init__(self, window: Window, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self.theme = theme_named(preferences.values.theme)
        preferences.changed.connect(self._changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.dress)

    @property
    def usual_mode(self) -> Mode:
        """How documents stand on the page that were never shown another way."""
        kept = self._preferences.values.mode
        return Mode(kept) if kept in set(Mode) else Mode.SIDE_BY_SIDE

    @property
    def points(self) -> int:
        """The size of the text."""
        return self._preferences.values.font_size or usual_points()

    @property
    def type_style(self) -> TypeStyle:
        """How the text is set."""
        values = self._preferences.values
        return TypeStyle(
            self.theme,
            values.font_family,
            float(self.points),
            values.line_spacing / 100,
            values.line_length,
            values.hyphenation,
        )

    def dress(self, *_: object) -> None:
        """Put the theme and the type on everything in the window."""
        window = self._window
        self.theme = theme_named(self._preferences.values.theme)
        QApplication.setPalette(palette(self.theme))
        window.setStyleSheet(style_sheet(self.theme))
        window.panel.set_theme(self.theme)
        window.mark_bar.set_theme(self.theme)
        window.menus.set_theme(self.theme)
        self.set_type()
        for name in THEMES:
            window.menus.action(f"theme-{name}").setChecked(name == self._preferences.values.theme)
        self.show_language()

    def set_type(self) -> None:
        """Set the text as the preferences say."""
        self._window.view.set_type_style(self.type_style)
        self._window.word_panel.set_type_style(self.type_style)

    def zoom(self, steps: int) -> None:
        """Larger or smaller type; 0 for the usual one."""
        size = min(LARGEST, max(SMALLEST, self.points + steps)) if steps else 0
        self._preferences.change(font_size=size)

    def ask(self) -> None:
        """Let the reader choose how the text is set, with the page to see it on."""
        from reader.ui.page_dialog import PageDialog

        PageDialog(self._preferences, self._window).show()

    def use_theme(self, name: str) -> None:
        self._preferences.change(theme=name)
        # A command that is checked already would uncheck itself.
        self.dress()

    def use_language(self, code: str) -> None:
        """Speak that language: the windows close and open again."""
        if code != self._preferences.values.language:
            self._preferences.change(language=code)
            self._preferences.flush()
            QTimer.singleShot(0, self._window.start_again)
        self.show_language()

    def show_language(self) -> None:
        """Check the command of the language that is set."""
        for code in LANGUAGES:
            action = self._window.menus.action(f"language-{code}")
            action.setChecked(code == self._preferences.values.language)

    def use_mode(self, mode: Mode) -> None:
        """Arrange the two languages of this document that way, and remember it."""
        self._window.view.set_mode(mode)
        self._window.session.keep_mode(mode.value)

    def show_mode(self) -> None:
        """Check the command of the mode in use."""
        for mode in Mode:
            self._window.menus.action(f"mode-{mode}").setChecked(mode is self._window.view.mode)

    def _changed(self, names: frozenset[str]) -> None:
        if "theme" in names:
            self.dress()
        elif names & TYPE:
            self.set_type()
        if self._window.view.ratio != (ratio := self._preferences.values.ratio):
            self._window.view.set_ratio(ratio)
        if "mode" in names:
            self._window.view.usual_mode = self.usual_mode
