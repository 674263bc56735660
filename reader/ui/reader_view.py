"""The reading view: paragraph beside paragraph, laid out only where the reader looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from reader.model import Place, Side, Span
from reader.services.changes import Changes
from reader.services.renderings import RowState
from reader.services.session import Session
from reader.ui import caret
from reader.ui.lights import Lit
from reader.ui.page import Mode, Page, TypeStyle
from reader.ui.page_header import PageHeader
from reader.ui.paragraph_delegate import ParagraphDelegate
from reader.ui.paragraph_model import COLUMNS, ParagraphModel
from reader.ui.pointer import Hit, Pointer
from reader.ui.row_fitter import RowFitter
from reader.ui.selection import Selection, Spot
from reader.ui.touched import selected_spans
from reader.ui.typesetter import Typesetter
from reader.ui.word_links import LitWords
from reader.ui.wording import doubt

PLACE_SETTLES_MS = 400


class ReaderView(QTableView):
    """Two columns of text that can be read, clicked, selected and walked through by key.

    Rows are measured when they come into view and not before, so the cost of a
    document is that of what is seen. Whatever changes the height of a row keeps
    the text at the top edge where it is.
    """

    clicked_text = Signal(int, Side)
    selection_changed = Signal()
    selection_settled = Signal()
    mark_clicked = Signal(str)
    place_settled = Signal(Place)
    ratio_changed = Signal(float)
    looked_at = Signal(int, int)
    lit_changed = Signal()
    pointed = Signal(object)  # (Side, Spot) the mouse or the caret is at, None for nowhere
    word_wanted = Signal(int, int)

    def __init__(
        self, session: Session, type_style: TypeStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.typesetter = Typesetter(session, type_style)
        self.ratio = 0.5
        self.mode = Mode.SIDE_BY_SIDE
        self._fitter = RowFitter(self)
        self._selection: Selection | None = None
        self._caret_shown = False
        self.lit: Lit | None = None
        self.spoken: Lit | None = None
        self.lit_words: LitWords | None = None
        self.hits: Mapping[tuple[int, Side], Sequence[Span]] = {}

        self._model = ParagraphModel(session, self)
        self.setModel(self._model)
        self.setItemDelegate(ParagraphDelegate(self))
        self.setHorizontalHeader(PageHeader(self))
        self._set_up_table()
        self._pointer = Pointer(self)
        self._settler = QTimer(self, interval=PLACE_SETTLES_MS, singleShot=True)
        self._settler.timeout.connect(self._settled)
        session.changed.connect(self._session_changed)
        session.renderings.row_changed.connect(self._row_changed)

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
        return self._model.rowCount()

    def text(self, row: int, side: Side) -> str:
        return self.typesetter.text(row, side)

    def hint(self, row: int) -> str:
        """What stands in place of English that is not there; "" for nothing."""
        state = self.session.renderings.state(row)
        if state is RowState.NONE:
            here = row in (self._pointer.row, self.current_row)
            return self._model.hint(row) if here and self.page.two_columns else ""
        return self._model.hint(row)

    @property
    def current_row(self) -> int | None:
        return self._selection.caret.row if self._selection else None

    def origin(self, row: int, side: Side) -> QPointF:
        """Where the text of a cell begins, in the viewport's pixels."""
        return self.typesetter.origin(row, side) + self.row_top(row)

    def row_top(self, row: int) -> QPointF:
        """The top left corner of a row, in the viewport's pixels."""
        return QPointF(0, self.rowViewportPosition(row))

    def caret_rect(self, row: int, side: Side) -> QRectF | None:
        """The caret in the viewport's pixels, while the keyboard is in use."""
        at = self._selection
        shown = self._caret_shown and self.hasFocus()
        if not shown or at is None or at.side is not side or at.caret.row != row:
            return None
        box = self.line_box(side, at.caret)
        return QRectF(box.x() - 1, box.y() + 0.18 * box.height(), 2, 0.86 * box.height())

    # -- heights and places -------------------------------------------------

    def set_type_style(self, type_style: TypeStyle) -> None:
        """Set the text anew; the reader stays where they are."""
        self._lay_out(self.place(), type_style)

    def set_ratio(self, ratio: float) -> None:
        """Give the German column that share of the width."""
        place = self.place()
        self.ratio = min(0.8, max(0.2, ratio))
        self._lay_out(place)
        self.ratio_changed.emit(self.ratio)

    def set_hits(self, hits: Mapping[tuple[int, Side], Sequence[Span]]) -> None:
        """Mark what was looked for and found."""
        self.hits = hits
        self.viewport().update()

    def set_mode(self, mode: Mode) -> None:
        """Arrange the two languages another way; the reader stays where they are."""
        place = self.place()
        self.mode = mode
        self.typesetter.opened.clear()
        self._lay_out(place)

    def open(self, row: int) -> None:
        """Let the English of a paragraph be seen where only German is shown."""
        if self.mode is Mode.GERMAN and row not in self.typesetter.opened:
            self.typesetter.opened.add(row)
            self._row_changed(row)

    def shut(self, row: int) -> None:
        """The other way round."""
        self.typesetter.opened.discard(row)

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

    def reveal(self, side: Side, row: int, span: Span) -> None:
        """Go to a stretch of text and select it."""
        if side is Side.TARGET and not self.text(row, side):
            self.clicked_text.emit(row, side)
        self._fitter.measure(row)
        self.select(Selection(side, Spot(row, span.start), Spot(row, span.end)))
        box = self.line_box(side, Spot(row, span.start))
        if box.top() < 0 or box.bottom() > self.viewport().height():
            top = self.typesetter.caret(row, side, span.start).top()
            self._fitter.fit_at(row, self.viewport().height() / 3 - top)

    def line_box(self, side: Side, spot: Spot) -> QRectF:
        """The caret's box at a spot, in the viewport's pixels."""
        box = self.typesetter.caret(spot.row, side, spot.offset)
        return box.translated(self.row_top(spot.row))

    def _lay_out(self, place: Place, type_style: TypeStyle | None = None) -> None:
        """Set the page as wide as the window is, and bring a place to the top edge."""
        style = type_style or self.type_style
        columns = self.horizontalHeader()
        # First of all, as it may resize the viewport and come back here.
        columns.setVisible(self.mode is Mode.SIDE_BY_SIDE)
        width = self.viewport().width()
        self.typesetter.set_page(Page.of(self.mode, width, self.ratio, style), style)
        columns.blockSignals(True)
        self.setColumnHidden(1, not self.page.two_columns)
        for number, side in enumerate(COLUMNS):
            columns.resizeSection(number, self.page.column(side)[1])
        columns.blockSignals(False)
        self._fitter.begin_anew(self.typesetter.likely_height())
        self.updateGeometries()
        self.verticalScrollBar().setSingleStep(round(1.5 * self.page.em))
        self.go_to(place)
        self._settler.start()
        self.viewport().update()
        columns.viewport().update()

    # -- what the session tells ---------------------------------------------

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._selection = None
            self.typesetter.layouts.clear()
            self.typesetter.opened.clear()
            self.lit = self.lit_words = None
            self._pointer.forget()
            entry = self.session.entry
            self._lay_out(entry.place if entry else Place())
            if self.rows():
                self.select(Selection.at(Side.SOURCE, Spot(self.place().paragraph, 0)))
        elif Changes.TRANSLATIONS in changes:
            self._fitter.measure_again()
            self._settler.start()
        self.viewport().update()

    def _row_changed(self, row: int) -> None:
        """A translation came or went."""
        self._fitter.measure_again(row)
        self.viewport().update()

    # -- selection ----------------------------------------------------------

    @property
    def selection(self) -> Selection | None:
        """What is selected, or where the caret is; None without a document."""
        return self._selection

    def selected_text(self) -> str:
        at = self._selection
        if at is None:
            return ""
        return "\n\n".join(
            span.of(self.text(row, at.side)) for row, span in selected_spans(self, at)
        )

    def select(self, selection: Selection) -> None:
        self._selection = selection
        index = self._model.index(selection.caret.row, COLUMNS.index(selection.side))
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if self._caret_shown:
            self.light(selection.side, selection.caret)
        self.selection_changed.emit()
        self.viewport().update()

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if text := self.selected_text():
            QGuiApplication.clipboard().setText(text)

    def clear_selection(self) -> None:
        if self._selection is not None:
            self.select(Selection.at(self._selection.side, self._selection.caret))

    def light(self, side: Side, spot: Spot) -> None:
        """Light the sentence pair around a spot."""
        pair = self.session.renderings.pair_at(spot.row, side, spot.offset)
        self._set_lit(None if pair is None else Lit(spot.row, pair))
        self.pointed.emit((side, spot))

    def put_out(self) -> None:
        """Light no sentence."""
        self._set_lit(None)
        self.pointed.emit(None)

    def set_lit_words(self, lit_words: LitWords | None) -> None:
        """Light words that belong together."""
        if lit_words != self.lit_words:
            self.lit_words = lit_words
            self.viewport().update()

    def set_spoken(self, spoken: Lit | None) -> None:
        """Light the sentence that is read aloud."""
        self.spoken = spoken
        self.viewport().update()

    def _set_lit(self, lit: Lit | None) -> None:
        if lit != self.lit:
            self.lit = lit
            self.lit_changed.emit()
            self.viewport().update()

    # -- mouse --------------------------------------------------------------

    def hit(self, position: QPoint | QPointF) -> Hit | None:
        """What lies under a point of the viewport."""
        return self._pointer.hit(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._caret_shown = False
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.forget()
        if not self._caret_shown:
            self.put_out()
        self.viewport().update()
        super().leaveEvent(event)

    # -- keyboard -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._selection
        if at is None:
            return
        for key, move, selects in caret.MOVES:
            if event.matches(key):
                self._caret_shown = True
                spot = caret.moved(self.typesetter, self.rows(), at.side, at.caret, move)
                self.select(at.extended(spot) if selects else Selection.at(at.side, spot))
                self.show_spot(at.side, spot)
                return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.clicked_text.emit(at.caret.row, at.side)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self._caret_shown = True
                other = Side.TARGET if at.side is Side.SOURCE else Side.SOURCE
                self.select(Selection.at(other, Spot(at.caret.row, 0)))
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp | Qt.Key.Key_Space:
                back = event.key() == Qt.Key.Key_PageUp or bool(
                    event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                )
                self._fitter.turn_page(-1 if back else 1)
            case Qt.Key.Key_Escape if not at.empty:
                self.clear_selection()
            case _:
                event.ignore()

    def step(self, rows: int) -> None:
        """Move the caret that many paragraphs on."""
        at = self._selection
        if at is None:
            return
        row = min(max(0, at.caret.row + rows), self.rows() - 1)
        self._caret_shown = True
        self.select(Selection.at(at.side, Spot(row, 0)))
        self.show_spot(at.side, Spot(row, 0))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's signature
        # Tab changes the column; F6 leaves the view.
        return False

    # -- Qt's events --------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            sign = self._pointer.sign_at(QPointF(event.pos()))
            text = "" if sign is None else sign.mark.note if sign.mark else doubt(sign.flags)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.place()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out(place)
        else:
            self._fitter.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lay_out(self.place())

    def _settled(self) -> None:
        self.place_settled.emit(self.place())
        if self.rows():
            self.looked_at.emit(*self._fitter.visible())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if not self._fitter.busy:
            self._fitter.fit()
        self._settler.start()
