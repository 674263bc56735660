"""What a reader asks of the translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.ui.window import Window

TOLD_MS = 4000


class Translating(QObject):
    """Translates, stops, shows and hides: here, or everywhere."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._renderings = window.session.renderings
        window.view.looked_at.connect(self._renderings.look_at)
        window.preferences.changed.connect(self._preferences_changed)
        self.use_read_ahead()

    def translate_here(self) -> None:
        if (row := self._window.view.current_row) is not None:
            self._window.view.open(row)
            self._renderings.translate(row)

    def retranslate(self) -> None:
        if (row := self._window.view.current_row) is not None:
            self._renderings.retranslate(row)

    def translate_all(self) -> None:
        if self._renderings.translate_all() == 0:
            self._window.status.showMessage(self.tr("All paragraphs are translated."), TOLD_MS)

    def cancel(self) -> None:
        self._renderings.cancel()

    def hide_here(self) -> None:
        if (row := self._window.view.current_row) is not None:
            self._window.view.shut(row)
            self._window.view.typesetter.cover.forget([row])
            self._renderings.hide([row])

    def hide_all(self) -> None:
        self._window.view.typesetter.cover.forget()
        self._renderings.hide(range(self._window.view.rows()))

    def toggle_read_ahead(self) -> None:
        preferences = self._window.preferences
        preferences.change(read_ahead=not preferences.values.read_ahead)

    def use_read_ahead(self) -> None:
        """Do as the preferences say."""
        wanted = self._window.preferences.values.read_ahead
        self._renderings.read_ahead = wanted
        self._window.menus.action("read-ahead").setChecked(wanted)

    def _preferences_changed(self, names: frozenset[str]) -> None:
        if "read_ahead" in names:
            self.use_read_ahead()
