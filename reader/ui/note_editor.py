"""One mark at hand: its words, its colour, its note, its tags."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.errors import KnownError
from reader.model import Colour, Fit, Mark, new_id
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.colours import ColourNames, swatch
from reader.ui.mark_list import title
from reader.ui.tags import TagLine
from reader.ui.theme import Theme
from reader.ui.widgets import WARNING, label, set_tip, tool_button

SAVE_AFTER_MS = 300
QUOTE_LINES = 5
NOTE_LINES = 7


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


class QuoteText(QPlainTextEdit):
    """The marked words, as high as they are, and to be scrolled where they are many."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quote")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)

    def show_words(self, words: str) -> None:
        if words != self.toPlainText():
            self.setPlainText(words)
        self.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = min(QUOTE_LINES, max(1, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 4)


class NoteEditor(QWidget):
    """Saves what is typed within a moment, and at once when the editor is left.

    A note that cannot be saved stays in the editor, `trouble` says why, and the
    next key tries again.
    """

    trouble = Signal(object)
    recovered = Signal()  # what could not be saved is saved
    done = Signal()
    delete_wanted = Signal(object)
    place_here_wanted = Signal(object)
    confirm_wanted = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, names: ColourNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._names = names
        self._mark: Mark | None = None
        self._make: Callable[[str], Mark] | None = None
        self._writing = ""
        self._filled: tuple[str, tuple[str, ...]] = ("", ())
        self._in_trouble = False
        self._quote = QuoteText()
        self._quote.setAccessibleName(self.tr("Marked words"))
        self._doubt = label("", WARNING, wrap=True)
        self._settle = QPushButton()
        self._settle.clicked.connect(self._settle_clicked)
        self._colours: dict[Colour, QToolButton] = {}
        self._text = NoteText()
        self._text.setAccessibleName(self.tr("Note"))
        self._text.setPlaceholderText(self.tr("Write a note"))
        self._text.setTabChangesFocus(True)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setFixedHeight(NOTE_LINES * self.fontMetrics().height())
        self._tags = TagLine(lambda: session.tags)
        self._tags.setPlaceholderText(self.tr("Tags, with commas between"))
        self._tags.setAccessibleName(self.tr("Tags"))
        self._delete = tool_button(self.tr("Delete mark and note"), "delete")
        self._delete.clicked.connect(self._delete_clicked)
        self._build()
        self._timer = QTimer(self, interval=SAVE_AFTER_MS, singleShot=True)
        self._timer.timeout.connect(self.save)
        self._text.textChanged.connect(self._typed_on)
        self._text.left.connect(self.save)
        self._text.done.connect(self.done)
        self._tags.editingFinished.connect(self.save)
        session.changed.connect(self._changed)
        names.changed.connect(self._show_names)
        self._show_names()
        self.set_theme(theme)
        self.hide()

    def _build(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(1)
        for colour in Colour:
            button = tool_button("")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, colour=colour: self._colour_clicked(colour))
            self._colours[colour] = button
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.addWidget(self._quote)
        layout.addWidget(self._doubt)
        layout.addWidget(self._settle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._text)
        layout.addWidget(self._tags)
        layout.addLayout(tools)

    @property
    def mark_id(self) -> str:
        """The id of the mark at hand, "" while there is none."""
        return self._mark.id if self._mark else ""

    @property
    def is_in_use(self) -> bool:
        """Whether a mark, or a note that is begun, is at hand."""
        return self._mark is not None or self._make is not None

    def text(self) -> str:
        """What stands in the editor, saved or not."""
        return self._text.toPlainText()

    def set_theme(self, theme: Theme) -> None:
        for colour, button in self._colours.items():
            button.setIcon(swatch(colour, theme, self.devicePixelRatioF()))

    def show_mark(self, mark: Mark) -> None:
        """Take up a mark; what was typed on another one is saved first, or else stays here."""
        if mark.id != self.mark_id:
            if not self.save():
                return
            self._writing = new_id()
        self._mark, self._make = mark, None
        self._fill(mark.quote or title(mark, self._names), mark.note, mark.tags)
        for colour, button in self._colours.items():
            button.setVisible(mark.colour is not None)
            button.setChecked(mark.colour is colour)
        self._delete.setVisible(True)
        self._show_doubt(mark)

    def begin(self, quote: str, make: Callable[[str], Mark]) -> None:
        """Begin a note on a place that has no mark; `make` is called with its first words.

        As with `show_mark`, what cannot be saved stays here.
        """
        if not self.save():
            return
        self._writing = new_id()
        self._mark, self._make = None, make
        self._fill(quote, "", ())
        for button in self._colours.values():
            button.setVisible(False)
        self._delete.setVisible(False)
        self._doubt.hide()
        self._settle.hide()

    def write(self) -> None:
        """Put the caret into the note."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.moveCursor(self._text.textCursor().MoveOperation.End)

    def write_tags(self) -> None:
        """Put the caret behind the tags."""
        self._tags.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tags.end(False)

    def save(self) -> bool:
        """Write what was typed into the store; False when that failed and the text stays here."""
        self._timer.stop()
        text, tags = self._typed()
        try:
            if self._mark is not None:
                self._save_changes(self._mark, text, tags)
            elif self._make is not None and text.strip():
                make, self._make = self._make, None
                try:
                    self._mark = make(text)  # whoever hears of it may show another mark
                except KnownError:
                    self._make = make
                    raise
                self._filled = (text, ())
                self._save_changes(self._mark, text, tags)
                self.show_mark(self._session.mark(self._mark.id) or self._mark)
        except KnownError as error:
            self._in_trouble = True
            self.trouble.emit(error)
            return False
        if self._in_trouble:
            self._in_trouble = False
            self.recovered.emit()
        return True

    def _save_changes(self, mark: Mark, text: str, tags: tuple[str, ...]) -> None:
        filled_text, filled_tags = self._filled
        current = self._session.mark(mark.id)
        if current is not None and text != filled_text:
            self._session.set_note(current, text, merge=self._writing)
            self._filled = (text, filled_tags)
            current = self._session.mark(mark.id)
        if current is not None and tags != filled_tags:
            self._session.set_tags(current, tags)
            self._filled = (text, tags)

    def _typed_on(self) -> None:
        """Save soon, however long the typing goes on."""
        if not self._timer.isActive():
            self._timer.start()

    def _typed(self) -> tuple[str, tuple[str, ...]]:
        """The note and the tags as they stand in the editor."""
        return self._text.toPlainText(), self._tags.tags()

    def _fill(self, quote: str, note: str, tags: tuple[str, ...]) -> None:
        self.show()
        self._quote.show_words(quote)
        if self._text.toPlainText() != note:
            self._text.blockSignals(True)
            self._text.setPlainText(note)
            self._text.blockSignals(False)
        if self._tags.tags() != tags:
            self._tags.set_tags(tags)
        # A text field may not give back to the letter what it was given.
        self._filled = self._typed()

    def _show_doubt(self, mark: Mark) -> None:
        """Say that the place is not sure, and offer to settle it."""
        words, action = {
            Fit.EXACT: ("", ""),
            Fit.NEAR: (
                self.tr("The text has changed here. This is the likeliest place."),
                self.tr("Confirm Place"),
            ),
            Fit.ORPHAN: (
                self.tr(
                    "The text has changed, and the place is gone. Select the right words, "
                    "or click into their sentence."
                ),
                self.tr("Place Here"),
            ),
        }[mark.fit]
        self._doubt.setText(words)
        self._settle.setText(action)
        self._doubt.setVisible(bool(words))
        self._settle.setVisible(bool(words))

    def _settle_clicked(self) -> None:
        if self._mark is not None and self.save():
            mark = self._session.mark(self._mark.id)
            if mark is not None:
                signal = self.confirm_wanted if mark.fit is Fit.NEAR else self.place_here_wanted
                signal.emit(mark)

    def _show_names(self) -> None:
        for colour, button in self._colours.items():
            set_tip(button, self._names(colour))

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
            self._mark = mark
            if self._typed() == self._filled:
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
            self.done.emit()  # Qt would go on to the filter, whose Ctrl+Z is its own
