"""What a reader asks of the translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import Side

if TYPE_CHECKING:
    from reader.ui.window import Window

TOLD_MS = 4000


class Translating(QObject):
    """Translates, stops, shows and hides: here, or everywhere."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._renderings = window.session.renderings
        window.view.clicked_text.connect(self._text_clicked)
        window.view.looked_at.connect(self._renderings.look_at)
        self.use_read_ahead()

    def translate_here(self) -> None:
        if (row := self._window.view.current_row) is not None:
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
            self._renderings.hide([row])

    def hide_all(self) -> None:
        self._renderings.hide(range(self._window.view.rows()))

    def toggle_read_ahead(self) -> None:
        preferences = self._window.preferences
        preferences.change(read_ahead=not preferences.values.read_ahead)
        self.use_read_ahead()

    def use_read_ahead(self) -> None:
        """Do as the preferences say."""
        wanted = self._window.preferences.values.read_ahead
        self._renderings.read_ahead = wanted
        self._window.menus.action("read-ahead").setChecked(wanted)

    def _text_clicked(self, row: int, _side: Side) -> None:
        self._window.view.open(row)
        self._renderings.translate(row)
