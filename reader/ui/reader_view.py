"""The reading view: a page that can be pointed at, clicked, selected and walked through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reader.model import Place, Side, Span
from reader.services.changes import Changes
from reader.services.renderings import RowState
from reader.services.session import Session
from reader.services.word_links import WordLinks
from reader.ui.announcing import Announcing
from reader.ui.copying import Copying, clean
from reader.ui.jumps import Jumps
from reader.ui.keyboard import Keyboard
from reader.ui.lights import Lit
from reader.ui.page import TypeStyle
from reader.ui.page_view import PageView
from reader.ui.paragraph_delegate import ParagraphDelegate
from reader.ui.paragraph_model import COLUMNS
from reader.ui.pointer import Hit, Pointer
from reader.ui.selection import Selection, Spot
from reader.ui.touched import selected_spans
from reader.ui.word_links import LitWords

NOTCH = 120  # of a wheel, in eighths of a degree


class ReaderView(PageView):
    """Tells what a reader does with the text; what that means is others' business."""

    clicked_text = Signal(int, Side)
    selection_changed = Signal()
    selection_settled = Signal()
    mark_clicked = Signal(str)
    lit_changed = Signal()
    pointed = Signal(object)  # (Side, Spot) the mouse or the caret is at, None for nowhere
    word_wanted = Signal()
    link_wanted = Signal(str)
    zoom_wanted = Signal(int)
    menu_wanted = Signal(QPoint)  # at a place on the screen

    def __init__(
        self, session: Session, type_style: TypeStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, type_style, parent)
        self._selection: Selection | None = None
        self.lit: Lit | None = None
        self.spoken: Lit | None = None
        self.lit_words: LitWords | None = None
        self.links: WordLinks | None = None
        self.hits: Mapping[tuple[int, Side], Sequence[Span]] = {}

        self.setItemDelegate(ParagraphDelegate(self))
        self.keyboard = Keyboard(self)
        self.jumps = Jumps(self)
        self.copying = Copying(self)
        self.announcing = Announcing(self)
        self._pointer = Pointer(self)
        self._wheeled = 0
        session.changed.connect(self._document_changed)

    # -- what others ask ----------------------------------------------------

    def hint(self, row: int) -> str:
        """What stands in place of English that is not there; "" for nothing."""
        state = self.session.renderings.state(row)
        if state is RowState.NONE:
            here = row in (self._pointer.row, self.current_row)
            return self._texts.hint(row) if here and self.page.two_columns else ""
        return self._texts.hint(row)

    @property
    def current_row(self) -> int | None:
        return self._selection.caret.row if self._selection else None

    def attended(self) -> tuple[Side, Spot] | None:
        at = self._selection
        return (at.side, at.caret) if at else None

    def caret_rect(self, row: int, side: Side) -> QRectF | None:
        """The caret in the viewport's pixels, while the keyboard is in use."""
        at = self._selection
        shown = self.keyboard.used_last and self.hasFocus()
        if not shown or at is None or at.side is not side or at.caret.row != row:
            return None
        box = self.line_box(side, at.caret)
        return QRectF(box.x() - 1, box.y() + 0.18 * box.height(), 2, 0.86 * box.height())

    # -- places -------------------------------------------------------------

    def reveal(self, side: Side, row: int, span: Span) -> None:
        """Go to a stretch of text and select it; the way back is remembered."""
        if side is Side.TARGET and not self.text(row, side):
            self.clicked_text.emit(row, side)
        spot = Spot(row, span.start)
        self.select(Selection(side, spot, Spot(row, span.end)))
        if not self.in_sight(side, spot):
            self.jumps.leave()
            self.bring(side, spot, 1 / 3)

    def jump(self, place: Place) -> None:
        """Bring that place to the top edge; the way back is remembered."""
        self.jumps.leave()
        self.go_to(place)
        self.select(Selection.at(Side.SOURCE, Spot(place.paragraph, 0)))

    def set_hits(self, hits: Mapping[tuple[int, Side], Sequence[Span]]) -> None:
        """Mark what was looked for and found."""
        self.hits = hits
        self.viewport().update()

    # -- selection ----------------------------------------------------------

    def _document_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._selection = None
            self.lit = self.lit_words = None
            self._pointer.forget()
            if self.rows():
                self.select(Selection.at(Side.SOURCE, Spot(self.place().paragraph, 0)))

    @property
    def selection(self) -> Selection | None:
        """What is selected, or where the caret is; None without a document."""
        return self._selection

    def selected_text(self) -> str:
        """What is selected, without what is covered."""
        at = self._selection
        if at is None:
            return ""
        return "\n\n".join(
            clean(self.typesetter.readable(row, at.side, span))
            for row, span in selected_spans(self, at)
        )

    def select(self, selection: Selection) -> None:
        if selection != self._selection:
            self._fitter.let_go()
        self._selection = selection
        index = self._texts.index(selection.caret.row, COLUMNS.index(selection.side))
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        if self.keyboard.used_last:
            self.light(selection.side, selection.caret)
        self.selection_changed.emit()
        self.viewport().update()

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

    def told_at(self, position: QPointF) -> str:
        """What there is to say of the mark or the sign under a point of the viewport."""
        return self._pointer.told_at(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.keyboard.used_last = False
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        # Fine wheels tell of a notch in many small pieces.
        self._wheeled += event.angleDelta().y()
        notches = int(self._wheeled / NOTCH)
        if notches:
            self._wheeled -= notches * NOTCH
            self.zoom_wanted.emit(notches)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._selection is None:
            return
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            box = self.line_box(self._selection.side, self._selection.caret)
            place = self.viewport().mapToGlobal(box.bottomLeft().toPoint())
        else:
            self._pointer.put_caret(event.pos())
        self.menu_wanted.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.forget()
        if not self.keyboard.used_last:
            self.put_out()
        self.viewport().update()
        super().leaveEvent(event)

    # -- keyboard -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keyboard.press(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's signature
        # Tab changes the column; F6 leaves the view.
        return False

    # -- Qt's events --------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            text = self.told_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)
