"""One mark at hand: its words, its colour, its note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import KnownError
from reader.model import Colour, Mark, new_id
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.mark_bar import swatch
from reader.ui.theme import Theme
from reader.ui.widgets import FAINT, label, tool_button
from reader.ui.wording import colour_name

SAVE_AFTER_MS = 300
QUOTE_SHOWN = 160


class NoteText(QPlainTextEdit):
    """The text of a note; Escape goes back to the page."""

    left = Signal()
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteEditor(QWidget):
    """Saves what is typed a moment after it is typed, and at once when the editor is left.

    A note that cannot be saved stays in the editor, `trouble` says why, and the
    next key tries again.
    """

    trouble = Signal(object)
    done = Signal()
    delete_wanted = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._mark: Mark | None = None
        self._make: Callable[[str], Mark] | None = None
        self._writing = ""
        self._quote = label("", FAINT, wrap=True)
        self._colours: dict[Colour, QToolButton] = {}
        self._text = NoteText()
        self._text.setAccessibleName(self.tr("Note"))
        self._text.setPlaceholderText(self.tr("Write a note"))
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(7 * self.fontMetrics().height())
        self._delete = tool_button(self.tr("Delete mark and note"), "delete")
        self._delete.clicked.connect(self._delete_clicked)
        tools = QHBoxLayout()
        tools.setSpacing(1)
        for colour in Colour:
            button = tool_button(colour_name(colour))
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, colour=colour: self._colour_clicked(colour))
            self._colours[colour] = button
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.addWidget(self._quote)
        layout.addWidget(self._text)
        layout.addLayout(tools)
        self._timer = QTimer(self, interval=SAVE_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.save)
        self._text.textChanged.connect(self._timer.start)
        self._text.left.connect(self.save)
        self._text.done.connect(self.done)
        session.changed.connect(self._changed)
        self.set_theme(theme)
        self.hide()

    @property
    def mark_id(self) -> str:
        """The id of the mark at hand, "" while there is none."""
        return self._mark.id if self._mark else ""

    def text(self) -> str:
        """What stands in the editor, saved or not."""
        return self._text.toPlainText()

    def set_theme(self, theme: Theme) -> None:
        for colour, button in self._colours.items():
            button.setIcon(swatch(colour, theme, self.devicePixelRatioF()))

    def show_mark(self, mark: Mark) -> None:
        """Take up a mark; what was typed on another one is saved first."""
        if mark.id != self.mark_id:
            self.save()
            self._writing = new_id()
        self._mark, self._make = mark, None
        self._fill(mark.quote, mark.note)
        for colour, button in self._colours.items():
            button.setVisible(mark.colour is not None)
            button.setChecked(mark.colour is colour)
        self._delete.setVisible(True)

    def begin(self, quote: str, make: Callable[[str], Mark]) -> None:
        """Begin a note on a place that has no mark; `make` is called with its first words."""
        self.save()
        self._writing = new_id()
        self._mark, self._make = None, make
        self._fill(quote, "")
        for button in self._colours.values():
            button.setVisible(False)
        self._delete.setVisible(False)

    def write(self) -> None:
        """Put the caret into the note."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def save(self) -> bool:
        """Write what was typed into the store; False when that failed and the text stays here."""
        self._timer.stop()
        text = self._text.toPlainText()
        try:
            if self._mark is not None:
                if text != self._mark.note:
                    current = self._session.mark(self._mark.id)
                    if current is not None:
                        self._session.set_note(current, text, merge=self._writing)
            elif self._make is not None and text.strip():
                make, self._make = self._make, None
                try:
                    self._mark = make(text)
                except KnownError:
                    self._make = make
                    raise
                self.show_mark(self._mark)
        except KnownError as error:
            self.trouble.emit(error)
            return False
        return True

    def clear(self) -> None:
        """Put the mark away."""
        self.save()
        self._mark = self._make = None
        self.hide()

    def _fill(self, quote: str, note: str) -> None:
        words = " ".join(quote.split())
        shown = words if len(words) <= QUOTE_SHOWN else words[: QUOTE_SHOWN - 1] + "…"
        self._quote.setText(shown)
        if self._text.toPlainText() != note:
            self._text.blockSignals(True)
            self._text.setPlainText(note)
            self._text.blockSignals(False)
        self.show()

    def _changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._timer.stop()
            self._mark = self._make = None
            self.hide()
            return
        if self._mark is None or Changes.MARKS not in changes:
            return
        mark = self._session.mark(self._mark.id)
        if mark is None:
            self._timer.stop()
            self._mark = None
            self.hide()
        elif mark != self._mark:
            typed = self._text.toPlainText() != self._mark.note
            self._mark = mark
            if not typed or mark.note == self._text.toPlainText():
                self.show_mark(mark)

    def _colour_clicked(self, colour: Colour) -> None:
        if self._mark is not None and self.save():
            mark = self._session.mark(self._mark.id)
            if mark is not None:
                try:
                    self._session.set_colour([mark], colour)
                except KnownError as error:
                    self.trouble.emit(error)
                self.show_mark(self._session.mark(mark.id) or mark)

    def _delete_clicked(self) -> None:
        if self._mark is not None and self.save():
            self.delete_wanted.emit(self._session.mark(self._mark.id))
