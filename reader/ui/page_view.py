"""A page that scrolls: paragraph beside paragraph, laid out only where the reader looks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from reader.model import Place, Side
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.page import Mode, Page, TypeStyle
from reader.ui.page_header import PageHeader
from reader.ui.paragraph_model import COLUMNS, ParagraphModel
from reader.ui.row_fitter import RowFitter
from reader.ui.selection import Spot
from reader.ui.typesetter import Typesetter

PLACE_SETTLES_MS = 400
# So long a page stands still before it counts as read: who leafs through is faster, and
# who reads a few lines slower.
READ_MS = 5000


class PageView(QTableView):
    """Two columns of text, or one.

    Rows are measured when they come into view and not before, so the cost of a
    document is that of what is seen. Whatever changes the height of a row keeps
    the text at the top edge where it is.
    """

    place_settled = Signal(Place)
    read = Signal(int)  # so many paragraphs from the beginning
    ratio_changed = Signal(float)
    mode_changed = Signal()
    looked_at = Signal(int, int)

    def __init__(
        self, session: Session, type_style: TypeStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.typesetter = Typesetter(session, type_style)
        self.ratio = 0.5
        self.mode = self.usual_mode = Mode.SIDE_BY_SIDE
        self._fitter = RowFitter(self)
        self._texts = ParagraphModel(session, self.typesetter, self)
        self.setModel(self._texts)
        self.setHorizontalHeader(PageHeader(self))
        self._set_up_table()
        self._settler = QTimer(self, interval=PLACE_SETTLES_MS, singleShot=True)
        self._settler.timeout.connect(self._settled)
        self._reading = QTimer(self, interval=READ_MS, singleShot=True)
        self._reading.timeout.connect(self._has_read)
        session.changed.connect(self._session_changed)
        session.renderings.row_changed.connect(self.row_changed)
        self.typesetter.hyphenation.ready.connect(self._set_anew)
        self.typesetter.cover.changed.connect(self.viewport().update)

    def _set_up_table(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    # -- what others ask ----------------------------------------------------

    @property
    def page(self) -> Page:
        return self.typesetter.page

    @property
    def type_style(self) -> TypeStyle:
        return self.typesetter.style

    def rows(self) -> int:
        return self._texts.rowCount()

    def text(self, row: int, side: Side) -> str:
        return self.typesetter.text(row, side)

    def origin(self, row: int, side: Side) -> QPointF:
        """Where the text of a cell begins, in the viewport's pixels."""
        return self.typesetter.origin(row, side) + self.row_top(row)

    def row_top(self, row: int) -> QPointF:
        """The top left corner of a row, in the viewport's pixels."""
        return QPointF(0, self.rowViewportPosition(row))

    def line_box(self, side: Side, spot: Spot) -> QRectF:
        """The caret's box at a spot, in the viewport's pixels."""
        box = self.typesetter.caret(spot.row, side, spot.offset)
        return box.translated(self.row_top(spot.row))

    def attended(self) -> tuple[Side, Spot] | None:
        """Where the reader is, as far as that is known."""
        return None

    # -- places ---------------------------------------------------------------

    def place(self) -> Place:
        """Where the top edge of the window cuts the text."""
        return self._fitter.place()

    def go_to(self, place: Place) -> None:
        """Bring that place to the top edge."""
        self._fitter.go_to(place)

    def show_spot(self, side: Side, spot: Spot) -> None:
        """Scroll as little as it takes to see that spot."""
        if 0 <= spot.row < self.rows():
            self._fitter.measure(spot.row)
            self._fitter.bring_into_view(self.line_box(side, spot), 1.5 * self.page.em)

    def bring(self, side: Side, spot: Spot, share: float) -> None:
        """Bring the line of a spot to that share of the window's height."""
        self._fitter.measure(spot.row)
        top = self.typesetter.caret(spot.row, side, spot.offset).top()
        self._fitter.fit_at(spot.row, share * self.viewport().height() - top)

    def in_sight(self, side: Side, spot: Spot) -> bool:
        """Whether the whole line of a spot can be seen."""
        self._fitter.measure(spot.row)
        box = self.line_box(side, spot)
        return box.top() >= 0 and box.bottom() <= self.viewport().height()

    def first_in_sight(self) -> Spot:
        """Where reading begins in what can be seen: a line at the top, or the paragraph below."""
        line = self._fitter.line_at_top()
        if line is not None and not line.cut:
            return Spot(line.row, line.offset)
        first, last = self._fitter.visible()
        return Spot(min(first + 1, last), 0)

    def turn_page(self, direction: int) -> None:
        """Scroll by what is in view."""
        self._fitter.turn_page(direction)

    # -- how it looks -----------------------------------------------------------

    def set_type_style(self, type_style: TypeStyle) -> None:
        """Set the text anew; the reader stays where they are."""
        self._set_anew(type_style)

    def set_ratio(self, ratio: float) -> None:
        """Give the German column that share of the width."""
        held = self._fitter.held()
        self.ratio = min(0.8, max(0.2, ratio))
        self._lay_out()
        self._fitter.hold(held)
        self.ratio_changed.emit(self.ratio)

    def set_mode(self, mode: Mode) -> None:
        """Arrange the two languages another way; the reader stays where they are."""
        held = self._fitter.held()
        self.mode = mode
        self.typesetter.opened.clear()
        self._lay_out()
        self._fitter.hold(held)
        self.mode_changed.emit()

    def open(self, row: int) -> None:
        """Let the English of a paragraph be seen where only German is shown."""
        if self.mode is Mode.GERMAN and row not in self.typesetter.opened:
            self.typesetter.opened.add(row)
            self.row_changed(row)

    def shut(self, row: int) -> None:
        """The other way round."""
        self.typesetter.opened.discard(row)

    def row_changed(self, row: int) -> None:
        """What is shown of a paragraph is another text."""
        self._fitter.measure_again(row)
        self.viewport().update()

    def _set_anew(self, type_style: TypeStyle | None = None) -> None:
        held = self._fitter.held()
        if type_style is None:
            self.typesetter.layouts.clear()
        self._lay_out(type_style)
        self._fitter.hold(held)

    def _lay_out(self, type_style: TypeStyle | None = None) -> None:
        """Set the page as wide as the window is."""
        style = type_style or self.type_style
        page = Page.of(self.mode, self.viewport().width(), self.ratio, style)
        columns = self.horizontalHeader()
        # Before the page is another one, as it may resize the viewport and come back here.
        columns.setVisible(page.two_columns)
        self.typesetter.set_page(page, style)
        columns.blockSignals(True)
        self.setColumnHidden(1, not self.page.two_columns)
        for number, side in enumerate(COLUMNS):
            columns.resizeSection(number, self.page.column(side)[1])
        columns.blockSignals(False)
        self._fitter.begin_anew(self.typesetter.likely_height())
        self.updateGeometries()
        self.verticalScrollBar().setSingleStep(round(1.5 * self.page.em))
        self._moved()
        self.viewport().update()
        columns.viewport().update()

    # -- what happens -------------------------------------------------------------

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._open_document()
        elif Changes.LANGUAGES in changes:
            self._set_anew()
        elif Changes.TRANSLATIONS in changes:
            self._fitter.measure_again()
            self._moved()
        self.viewport().update()

    def _open_document(self) -> None:
        entry = self.session.entry
        self.typesetter.layouts.clear()
        self.typesetter.opened.clear()
        self.typesetter.cover.forget()
        kept = entry.mode if entry else ""
        self.mode = Mode(kept) if kept in set(Mode) else self.usual_mode
        self._lay_out()
        self.go_to(entry.place if entry else Place())
        self.mode_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        held = self._fitter.held()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()
            self._fitter.hold(held)
        else:
            self._fitter.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bottom = self.viewport().height() - 1
        if self.page.two_columns and self.rowAt(bottom) < 0:
            # The rule between the columns goes on below the end of the text.
            x, last = self.columnViewportPosition(1), self._texts.rowCount() - 1
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self.type_style.theme.rule), 1))
            painter.drawLine(x, self.rowViewportPosition(last) + self.rowHeight(last), x, bottom)

    def showEvent(self, event: QShowEvent) -> None:
        place = self.place()
        super().showEvent(event)
        self._lay_out()
        self.go_to(place)

    def _moved(self) -> None:
        self._reading.stop()
        self._settler.start()

    def _settled(self) -> None:
        if _is_behind_dialog():
            self._settler.start()
            return
        self.place_settled.emit(self.place())
        if self.rows():
            self.looked_at.emit(*self._fitter.visible())
            self._reading.start()

    def _has_read(self) -> None:
        if self.isVisible() and not _is_behind_dialog():
            self.read.emit(self._fitter.read())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if not self._fitter.busy:
            self._fitter.let_go()
            self._fitter.fit()
        self._moved()


def _is_behind_dialog() -> bool:
    """Nobody reads there, and what the dialog does may have the store to itself."""
    return QApplication.activeModalWidget() is not None
