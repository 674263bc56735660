"""Heights of rows, measured only where the reader looks; nothing moves under their eyes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from reader.model import Place, Side
from reader.ui.selection import Spot

if TYPE_CHECKING:
    from reader.ui.page_view import PageView


@dataclass(frozen=True)
class Held:
    """A line in view: its place in the text, and where it stands in the viewport's pixels."""

    side: Side
    row: int
    offset: int
    top: float
    height: float

    @property
    def cut(self) -> bool:
        """Whether the top edge cuts it."""
        return self.top < 0


class RowFitter:
    """Sizes the rows of a view when they come into it, and scrolls by what that moved.

    The cost of a document is so that of what is seen. Whatever changes the height of a
    row, the text at the top edge of the window stays where it is. What sets the whole page
    anew keeps the line of the caret in its place, where that can be seen.
    """

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._measured: set[int] = set()
        self._goal: Place | None = None
        self._held: Held | None = None
        self.busy = False

    def place(self) -> Place:
        """Where the top edge of the window cuts the text."""
        if self._goal is not None:
            return self._goal
        row = self._first_visible()
        height = self._view.rowHeight(row) or 1
        return Place(row, max(0.0, -self._view.rowViewportPosition(row) / height))

    def go_to(self, place: Place) -> None:
        """Bring that place to the top edge; before the view is shown, as soon as it is."""
        if not self._view.isVisible():
            self._goal = place
            return
        self._goal = self._held = None
        if 0 <= place.paragraph < self._view.rows():
            self.measure(place.paragraph)
            self.fit_at(place.paragraph, -place.depth * self._view.rowHeight(place.paragraph))

    def held(self) -> Held | Place:
        """What to hold on to while the page is set anew.

        It stays the same until the reader moves, however often the page is set anew: so
        they are back where they were when it is as it was.
        """
        if self._goal is not None:
            return self._goal
        return self._held or self._line_at_caret() or self.line_at_top() or self.place()

    def hold(self, held: Held | Place) -> None:
        """Bring back what was held to where it was."""
        if isinstance(held, Place):
            self.go_to(held)
            return
        view = self._view
        side = held.side if view.text(held.row, held.side) else Side.SOURCE
        offset = min(held.offset, len(view.text(held.row, side)))
        self.measure(held.row)
        box = view.typesetter.caret(held.row, side, offset)
        share = box.height() / held.height if held.cut else 1
        lowest = max(0.0, view.viewport().height() - box.height())
        self.fit_at(held.row, min(share * held.top, lowest) - box.top())
        self._held = held

    def let_go(self) -> None:
        """The reader has moved."""
        self._held = None

    def begin_anew(self, likely_height: float) -> None:
        """Forget all heights; rows not yet seen have the one that is likely."""
        rows = self._view.verticalHeader()
        # Twenty thousand signals of twenty thousand rows would cost more than all the rest.
        rows.blockSignals(True)
        rows.setDefaultSectionSize(round(likely_height))
        rows.blockSignals(False)
        self._measured.clear()

    def measure(self, row: int) -> None:
        """Give a row its height, unless it has it."""
        if row not in self._measured:
            self._measured.add(row)
            height = self._view.typesetter.height(row)
            self._view.verticalHeader().resizeSection(row, round(height))

    def measure_again(self, row: int | None = None) -> None:
        """A row's text (or every row's) is another one; what is at the top edge stays there."""
        if row is not None and row not in self._measured:
            return
        top = self._first_visible()
        y = self._view.rowViewportPosition(top)
        if row is None:
            self._measured.clear()
        else:
            self._measured.discard(row)
            self.measure(row)
        if self._view.rows():
            self.fit_at(top, y)

    def fit(self) -> None:
        """Measure what is in view; the first measured row stays where it is."""
        if self._view.rows() == 0 or self.busy:
            return
        first = anchor = self._first_visible()
        while anchor not in self._measured and anchor < self.last_visible():
            anchor += 1
        if anchor not in self._measured:
            anchor = first
        self.fit_at(anchor, self._view.rowViewportPosition(anchor))

    def fit_at(self, anchor: int, y: float) -> None:
        """Measure what is in view when the row `anchor` begins at `y`, and bring it there."""
        self.busy = True
        bar = self._view.verticalScrollBar()
        header = self._view.verticalHeader()
        while True:
            self._view.updateGeometries()
            bar.setValue(round(header.sectionPosition(anchor) - y))
            rows = range(self._first_visible(), self.last_visible() + 1)
            unmeasured = [row for row in rows if row not in self._measured]
            if not unmeasured:
                break
            for row in unmeasured:
                self.measure(row)
        self.busy = False
        self._view.viewport().update()

    def bring_into_view(self, box: QRectF, margin: float) -> None:
        """Scroll as little as it takes to see a box of the viewport's pixels."""
        height = self._view.viewport().height()
        bar = self._view.verticalScrollBar()
        if box.top() < margin:
            value = bar.value() + box.top() - margin
            bar.setValue(round(value) if value > margin else 0)  # the first line has the top margin
        elif box.bottom() > height - margin:
            bar.setValue(round(bar.value() + box.bottom() - height + margin))

    def turn_page(self, direction: int) -> None:
        """Scroll by what is in view, less two lines that stay to go on from.

        The line at the top comes to stand there as a whole, unless the text ends before.
        """
        bar = self._view.verticalScrollBar()
        step = self._view.viewport().height() - 2 * self._view.page.em
        bar.setValue(round(bar.value() + direction * step))
        line = self.line_at_top()
        if line is not None and line.cut and bar.value() < bar.maximum():
            box = self._view.line_box(line.side, Spot(line.row, line.offset))
            bar.setValue(round(bar.value() + box.top() - 0.3 * self._view.page.em))

    def visible(self) -> tuple[int, int]:
        """The first and the last row in view."""
        return self._first_visible(), self.last_visible()

    def read(self) -> int:
        """How many rows there are up to the last one whose text ends in view."""
        row = self.last_visible()
        typesetter = self._view.typesetter
        end = self._view.rowViewportPosition(row) + self._view.rowHeight(row)
        is_whole = end - typesetter.space_below(row) <= self._view.viewport().height()
        return row + is_whole

    def last_visible(self) -> int:
        row = self._view.rowAt(self._view.viewport().height() - 1)
        return row if row >= 0 else self._view.rows() - 1

    def _first_visible(self) -> int:
        return max(0, self._view.rowAt(0))

    def _line_at_caret(self) -> Held | None:
        """The line of the caret, if it is in view as a whole."""
        at = self._view.attended()
        if at is None or not self._view.in_sight(*at):
            return None
        side, spot = at
        box = self._view.line_box(side, spot)
        return Held(side, spot.row, spot.offset, box.top(), box.height())

    def line_at_top(self) -> Held | None:
        """The first line that is in view as a whole or in part; None between two paragraphs."""
        view = self._view
        row = self._first_visible()
        if not 0 <= row < view.rows() or row not in self._measured:
            return None
        for side in Side:
            y = view.row_top(row).y()
            line = view.typesetter.line_from(row, side, -y) if view.text(row, side) else None
            if line is not None:
                offset, top, height = line
                return Held(side, row, offset, y + top, height)
        return None
