"""What can be done with several marks at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.model import Colour
from reader.ui.colours import ColourNames, swatch
from reader.ui.tags import TagLine
from reader.ui.theme import Theme
from reader.ui.widgets import FAINT, label, set_tip, tool_button


class SelectionBar(QWidget):
    """Stands below the list while several of its marks are chosen."""

    colour_chosen = Signal(Colour)
    tags_given = Signal(tuple)
    export_wanted = Signal()
    delete_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        names: ColourNames,
        known_tags: Callable[[], Iterable[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names = names
        self._count = label("", FAINT)
        self._tags = TagLine(known_tags)
        self._tags.setPlaceholderText(self.tr("Add tags"))
        self._tags.setAccessibleName(self.tr("Tags for the chosen marks"))
        self._tags.returnPressed.connect(self._give_tags)
        tools = QHBoxLayout()
        tools.setSpacing(1)
        self._swatches: dict[Colour, QToolButton] = {}
        for colour in Colour:
            button = tool_button("")
            button.clicked.connect(partial(self._choose, colour))
            self._swatches[colour] = button
            tools.addWidget(button)
        tools.addStretch(1)
        export = tool_button(self.tr("Export the chosen marks"), "export")
        export.clicked.connect(self.export_wanted)
        delete = tool_button(self.tr("Delete the chosen marks"), "delete")
        delete.clicked.connect(self.delete_wanted)
        tools.addWidget(export)
        tools.addWidget(delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.addWidget(self._count)
        layout.addWidget(self._tags)
        layout.addLayout(tools)
        names.changed.connect(self._show_names)
        self._show_names()
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        for colour, button in self._swatches.items():
            button.setIcon(swatch(colour, theme, self.devicePixelRatioF()))

    def show_count(self, count: int) -> None:
        """Say how many are chosen; with one or none there is nothing to say."""
        self._count.setText(self.tr("%Ln marks chosen", "", count))
        self.setVisible(count > 1)

    def _give_tags(self) -> None:
        if tags := self._tags.tags():
            self._tags.clear()
            self.tags_given.emit(tags)

    def _show_names(self) -> None:
        for colour, button in self._swatches.items():
            set_tip(button, self._names(colour))

    def _choose(self, colour: Colour, *_: object) -> None:
        self.colour_chosen.emit(colour)
