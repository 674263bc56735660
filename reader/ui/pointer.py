"""The mouse over the page: pointing, clicking, selecting, dragging past the edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QMimeData, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent

from reader.model import Side, Span
from reader.ui.caret import under
from reader.ui.lights import Sign, signs
from reader.ui.links import link_at
from reader.ui.paragraph_model import COLUMNS
from reader.ui.selection import Selection, Spot
from reader.ui.touched import mark_shown_at
from reader.ui.wording import doubt, mark_told

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView

SCROLL_STEP_MS = 30
FASTEST_SCROLL = 60


@dataclass(frozen=True)
class Hit:
    """What lies under the mouse; `inside` where a character does."""

    side: Side
    spot: Spot
    inside: bool


class Pointer(QObject):
    """Takes the view's mouse events and tells the view what they mean."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        self._on_selection = False
        self._double_clicked = QElapsedTimer()
        self._hover: Hit | None = None
        self._scroller = QTimer(self)
        self._scroller.setInterval(SCROLL_STEP_MS)
        self._scroller.timeout.connect(self._scroll_while_dragging)

    @property
    def row(self) -> int | None:
        """The paragraph under the mouse."""
        return self._hover.spot.row if self._hover is not None else None

    def forget(self) -> None:
        """The text under the mouse is another one now, or the mouse is gone."""
        self._hover = None

    def hit(self, position: QPoint | QPointF) -> Hit | None:
        """What lies under a point of the viewport."""
        view = self._view
        point = QPointF(position)
        row = view.rowAt(round(point.y()))
        if row < 0:
            return None
        side = view.typesetter.side_at(row, point - view.row_top(row))
        if not view.text(row, side):
            return Hit(side, Spot(row, 0), inside=False)
        document = view.typesetter.layout(row, side)
        near, inside = under(document, point - view.origin(row, side))
        return Hit(side, Spot(row, document.offset(near)), inside)

    def sign_at(self, position: QPointF) -> Sign | None:
        """The sign in the margin under a point of the viewport."""
        view = self._view
        row = view.rowAt(round(position.y()))
        if row < 0:
            return None
        at = position - view.row_top(row)
        for side in COLUMNS:
            for sign in signs(view, row, side):
                if sign.rect.adjusted(-3, -3, 3, 3).contains(at):
                    return sign
        return None

    def told_at(self, position: QPointF) -> str:
        """What there is to say of the sign or the mark under a point of the viewport."""
        sign = self.sign_at(position)
        if sign is not None:
            return sign.mark.note if sign.mark else doubt(sign.flags)
        hit = self.hit(position)
        if hit is None or not hit.inside:
            return ""
        mark = mark_shown_at(self._view.session, Selection.at(hit.side, hit.spot))
        return mark_told(mark) if mark else ""

    def put_caret(self, position: QPoint) -> None:
        """Put the caret there, unless that is within what is selected."""
        hit = self.hit(position)
        if hit is not None and not self._selected(hit):
            self._view.select(Selection.at(hit.side, hit.spot))

    def press(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position())
        match event.button():
            case Qt.MouseButton.BackButton:
                self._view.jumps.back()
            case Qt.MouseButton.ForwardButton:
                self._view.jumps.forward()
            case Qt.MouseButton.LeftButton if hit is not None:
                self._press_text(event, hit)
            case _:
                pass

    def _press_text(self, event: QMouseEvent, hit: Hit) -> None:
        self._pressed = event.position().toPoint()
        if self._selected(hit) and self._third_click():
            self._pressed = None
            length = len(self._view.text(hit.spot.row, hit.side))
            first, last = Spot(hit.spot.row, 0), Spot(hit.spot.row, length)
            self._view.select(Selection(hit.side, first, last))
            self._view.selection_settled.emit()
            return
        self._on_selection = self._selected(hit)
        if self._on_selection:
            return  # it may be dragged away
        at = self._view.selection
        extend = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if extend and at is not None and at.side is hit.side:
            self._view.select(at.extended(hit.spot))
        else:
            self._view.select(Selection.at(hit.side, hit.spot))

    def move(self, event: QMouseEvent) -> None:
        view = self._view
        if self._pressed is not None and self._on_selection:
            self._drag_away(event.position().toPoint())
            return
        if self._pressed is not None:
            if not view.viewport().rect().contains(event.position().toPoint()):
                self._scroller.start()
            self._drag_to(event.position().toPoint())
            return
        hit = self.hit(event.position())
        shape = Qt.CursorShape.ArrowCursor
        if self.sign_at(event.position()) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif hit is not None and hit.inside:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            link = control and self._link(hit)
            shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.IBeamCursor
        view.viewport().setCursor(shape)
        before, self._hover = self.row, hit
        if hit is not None and hit.inside:
            view.light(hit.side, hit.spot)
        else:
            view.put_out()
        if self.row != before:
            view.viewport().update()

    def release(self, event: QMouseEvent) -> None:
        view = self._view
        pressed, self._pressed = self._pressed, None
        self._scroller.stop()
        at = view.selection
        if pressed is None or at is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        hit = self.hit(event.position())
        if self._on_selection and hit is not None:
            self._on_selection = False
            at = Selection.at(hit.side, hit.spot)
            view.select(at)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if at.empty and control and hit is not None and (address := self._link(hit)):
            view.link_wanted.emit(address)
            return
        if not at.empty:
            view.selection_settled.emit()
            return
        sign = self.sign_at(event.position())
        mark = sign.mark if sign else mark_shown_at(view.session, at)
        if mark is not None:
            view.mark_clicked.emit(mark.id)
        if sign is None:
            view.clicked_text.emit(at.caret.row, at.side)

    def double_click(self, event: QMouseEvent) -> None:
        view = self._view
        hit = self.hit(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or hit is None or not hit.inside:
            return
        self._double_clicked.start()
        row = hit.spot.row
        word = word_around(view.text(row, hit.side), hit.spot.offset)
        if word is not None:
            view.select(Selection(hit.side, Spot(row, word.start), Spot(row, word.end)))
            view.selection_settled.emit()
            view.word_wanted.emit()

    def _third_click(self) -> bool:
        started = self._double_clicked.isValid()
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        third = started and self._double_clicked.elapsed() < interval
        self._double_clicked.invalidate()
        return third

    def _selected(self, hit: Hit) -> bool:
        """Whether a place is selected."""
        at = self._view.selection
        if at is None or at.side is not hit.side or not hit.inside:
            return False
        span = at.span(hit.spot.row, len(self._view.text(hit.spot.row, hit.side)))
        return span is not None and span.start <= hit.spot.offset < span.end

    def _link(self, hit: Hit) -> str:
        if hit.side is not Side.SOURCE or not hit.inside:
            return ""
        return link_at(self._view.typesetter.paragraph(hit.spot.row), hit.spot.offset)

    def _drag_away(self, position: QPoint) -> None:
        """Let what is selected be dropped into another program."""
        assert self._pressed is not None
        if (position - self._pressed).manhattanLength() < _drag_distance():
            return
        self._pressed, self._on_selection = None, False
        data = QMimeData()
        data.setText(self._view.selected_text())
        drag = QDrag(self._view)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)

    def _drag_to(self, position: QPoint) -> None:
        view = self._view
        at = view.selection
        if at is None or self._pressed is None:
            return
        if at.empty:
            way = (position - self._pressed).manhattanLength()
            if way < _drag_distance() // 2:
                return
        left, width = view.page.column(at.side)
        x = min(max(position.x(), left + 1), left + width - 1)
        y = min(max(position.y(), 0), view.viewport().height() - 1)
        hit = self.hit(QPoint(x, y))
        if hit is not None and hit.side is at.side:
            view.select(at.extended(hit.spot))

    def _scroll_while_dragging(self) -> None:
        view = self._view
        position = view.viewport().mapFromGlobal(view.cursor().pos())
        over = min(0, position.y()) + max(0, position.y() - view.viewport().height())
        if over == 0 or self._pressed is None:
            self._scroller.stop()
            return
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + max(-FASTEST_SCROLL, min(FASTEST_SCROLL, over)))
        self._drag_to(position)


def _drag_distance() -> int:
    return QGuiApplication.styleHints().startDragDistance()


def word_around(text: str, offset: int) -> Span | None:
    """The word a place lies in; hyphens and apostrophes within it belong to it."""
    if offset >= len(text) or not text[offset].isalnum():
        offset -= 1
    if not 0 <= offset < len(text) or not text[offset].isalnum():
        return None

    def joins(position: int) -> bool:
        if text[position].isalnum():
            return True
        inner = text[position] in "-'’\u00ad" and 0 < position < len(text) - 1
        return inner and text[position - 1].isalnum() and text[position + 1].isalnum()

    start, end = offset, offset + 1
    while start > 0 and joins(start - 1):
        start -= 1
    while end < len(text) and joins(end):
        end += 1
    return Span(start, end)
