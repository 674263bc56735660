"""The line above the list of marks: which of them to list, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from reader.model import Colour, Side
from reader.ui.colours import ColourNames, swatch
from reader.ui.mark_filter import Order, Wanted
from reader.ui.theme import Theme
from reader.ui.widgets import tool_button

TYPING_MS = 120
TAGS_OFFERED = 40


class FilterBar(QWidget):
    """A line for words, a menu for the rest, and one for the order.

    `known_tags` gives the tags there are and how many marks have them.
    """

    wanted_changed = Signal(object)
    order_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        names: ColourNames,
        known_tags: Callable[[], Mapping[str, int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = names
        self._known_tags = known_tags
        self._wanted = Wanted()
        self._order = Order.PLACE
        self._line = QLineEdit()
        self._line.setPlaceholderText(self.tr("Filter"))
        self._line.setAccessibleName(self.tr("Filter marks and notes by their words"))
        self._line.setClearButtonEnabled(True)
        self._filter = self._menu_button(self.tr("Choose what to list"), "filter", self._fill)
        self._filter.setCheckable(True)
        self._sort = self._menu_button(self.tr("Choose the order"), "sort", self._fill_orders)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 6, 2)
        layout.setSpacing(2)
        layout.addWidget(self._line, 1)
        layout.addWidget(self._filter)
        layout.addWidget(self._sort)
        self._timer = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._timer.timeout.connect(self._typed)
        self._line.textChanged.connect(self._timer.start)
        self._line.returnPressed.connect(self._typed)

    @property
    def wanted(self) -> Wanted:
        """What is to be listed."""
        return self._wanted

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def clear(self) -> None:
        """List everything again."""
        self._line.clear()
        self._want(Wanted())

    def begin(self) -> None:
        """Take the keyboard's focus."""
        self._line.setFocus()
        self._line.selectAll()

    def menu(self) -> QMenu:
        """The menu of what to list, filled."""
        self._fill(self._filter.menu())
        return self._filter.menu()

    def _typed(self) -> None:
        self._timer.stop()
        self._want(replace(self._wanted, text=self._line.text()))

    def _want(self, wanted: Wanted) -> None:
        changed, self._wanted = wanted != self._wanted, wanted
        self._filter.setChecked(replace(wanted, text="") != Wanted())
        if changed:
            self.wanted_changed.emit(wanted)

    def _menu_button(self, tip: str, symbol: str, fill: Callable[[QMenu], None]) -> QToolButton:
        button = tool_button(tip, symbol)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        wanted = self._wanted
        for colour in Colour:
            action = self._add(menu, self._names(colour), colour in wanted.colours)
            action.setIcon(swatch(colour, self._theme))
            action.toggled.connect(partial(self._choose_colour, colour))
        bare = self._add(menu, self.tr("On paragraphs and the document"), None in wanted.colours)
        bare.toggled.connect(partial(self._choose_colour, None))
        menu.addSeparator()
        for noted, text in ((True, self.tr("With a Note")), (False, self.tr("Without a Note"))):
            action = self._add(menu, text, wanted.noted is noted)
            action.toggled.connect(partial(self._choose_noted, noted))
        menu.addSeparator()
        for side, text in (
            (Side.SOURCE, self.tr("On the German")),
            (Side.TARGET, self.tr("On the Translation")),
        ):
            action = self._add(menu, text, wanted.side is side)
            action.toggled.connect(partial(self._choose_side, side))
        self._fill_tags(menu)
        menu.addSeparator()
        every = menu.addAction(self.tr("List All"))
        every.setEnabled(not wanted.is_all)
        every.triggered.connect(self.clear)

    def _fill_tags(self, menu: QMenu) -> None:
        counts = self._known_tags()
        if not counts:
            return
        menu.addSeparator()
        tags = menu.addMenu(self.tr("Tags"))
        often = sorted(counts, key=lambda tag: (-counts[tag], tag.casefold()))[:TAGS_OFFERED]
        for tag in sorted({*often, *self._wanted.tags}, key=str.casefold):
            action = self._add(tags, tag, tag in self._wanted.tags)
            action.toggled.connect(partial(self._choose_tag, tag))

    def _fill_orders(self, menu: QMenu) -> None:
        menu.clear()
        group = QActionGroup(menu)
        for order, text in (
            (Order.PLACE, self.tr("By Their Places")),
            (Order.TIME, self.tr("Newest First")),
        ):
            action = self._add(menu, text, order is self._order)
            group.addAction(action)
            action.triggered.connect(partial(self._choose_order, order))

    def _add(self, menu: QMenu, text: str, checked: bool) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        return action

    def _choose_noted(self, noted: bool, on: bool) -> None:
        self._want(replace(self._wanted, noted=noted if on else None))

    def _choose_side(self, side: Side, on: bool) -> None:
        self._want(replace(self._wanted, side=side if on else None))

    def _choose_colour(self, colour: Colour | None, on: bool) -> None:
        colours = self._wanted.colours
        self._want(replace(self._wanted, colours=colours | {colour} if on else colours - {colour}))

    def _choose_tag(self, tag: str, on: bool) -> None:
        tags = self._wanted.tags
        self._want(replace(self._wanted, tags=tags | {tag} if on else tags - {tag}))

    def _choose_order(self, order: Order, *_: object) -> None:
        if order is not self._order:
            self._order = order
            self.order_changed.emit(order)
