"""What a reader does to the text: mark it, write on it, go back to it, take it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from reader.errors import KnownError
from reader.model import Colour, Mark, Side, Span
from reader.services.session import Session
from reader.ui.colours import ColourNames, ColourNamesDialog
from reader.ui.mark_bar import MarkBar
from reader.ui.notes_panel import NotesPanel
from reader.ui.reader_view import ReaderView
from reader.ui.selection import Selection
from reader.ui.theme import Theme
from reader.ui.touched import marks_touched, selected_spans, sentence_at


class Marking(QObject):
    """Joins the page, the bar beside a selection and the panel of notes."""

    panel_wanted = Signal()
    trouble = Signal(object)

    def __init__(self, session: Session, view: ReaderView, panel: NotesPanel, bar: MarkBar) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._panel = panel
        self._bar = bar
        view.mark_clicked.connect(self._mark_clicked)
        view.selection_settled.connect(self._show_bar)
        view.selection_changed.connect(bar.hide)
        view.verticalScrollBar().valueChanged.connect(bar.hide)
        bar.colour_chosen.connect(self._colour_chosen)
        bar.note_wanted.connect(self._note_wanted)
        bar.copy_wanted.connect(view.copying.selected)
        panel.place_wanted.connect(self.go_to)
        panel.delete_wanted.connect(self._delete_wanted)
        panel.trouble.connect(self.trouble)
        panel.editor.done.connect(view.setFocus)
        panel.editor.place_here_wanted.connect(self._place_here_wanted)
        panel.editor.confirm_wanted.connect(self._confirm_wanted)

    def mark(self, colour: Colour) -> None:
        """Mark what is selected, or give the mark at the caret that colour."""
        selection = self._view.selection
        if selection is None:
            return
        spans = selected_spans(self._view, selection)
        touched = marks_touched(self._session, self._view, selection)
        if not spans:
            self._session.set_colour(touched, colour)
            return
        same = [mark for mark in touched if _spans(mark) == spans]
        if same:
            self._session.set_colour(same[-1:], colour)
        else:
            self._session.add_mark(selection.side, spans, colour)
        self._view.clear_selection()

    def write_note(self) -> None:
        """Write on the selection, on the mark at the caret, or on the paragraph."""
        selection = self._view.selection
        if selection is None:
            return
        mark = self._mark_at(selection)
        self.panel_wanted.emit()
        if mark is not None:
            self._panel.show_mark(mark)
        else:
            self._write_on_paragraph(selection.side, selection.caret.row)
        self._panel.editor.write()

    def write_on_document(self) -> None:
        """Write on the document as a whole."""
        if self._session.entry is None:
            return
        self.panel_wanted.emit()
        note = next((mark for mark in self._session.marks if not mark.anchors), None)
        if note is not None:
            self._panel.show_mark(note)
        else:
            self._panel.begin_note(
                self._session.document.title,
                lambda words: self._session.add_mark(Side.SOURCE, (), None, words),
            )
        self._panel.editor.write()

    def tag(self) -> None:
        """Write tags on the selection, or on the mark at the caret."""
        selection = self._view.selection
        if selection is None:
            return
        mark = self._mark_at(selection)
        if mark is not None:
            self.panel_wanted.emit()
            self._panel.show_mark(mark)
            self._panel.editor.write_tags()

    def place_here(self, mark: Mark) -> None:
        """Put a mark whose place is lost on the selection, or where the caret is.

        A note on a paragraph goes to the paragraph, any other mark to the sentence.
        """
        selection = self._view.selection
        if selection is None:
            return
        spans = selected_spans(self._view, selection)
        if not spans and mark.colour is None:
            row = selection.caret.row
            spans = [(row, Span(0, len(self._session.renderings.text(row, selection.side))))]
        spans = spans or sentence_at(self._session, selection)
        if spans and spans[0][1].start < spans[0][1].end:
            self._session.place(mark, selection.side, spans)
            self._view.clear_selection()

    def name_colours(self, names: ColourNames, theme: Theme) -> None:
        """Ask what the highlighters are called."""
        dialog = ColourNamesDialog(names, theme, self._view.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def touched(self) -> list[Mark]:
        """The marks that the selection or the caret touches."""
        selection = self._view.selection
        return marks_touched(self._session, self._view, selection) if selection else []

    def delete(self) -> None:
        """Delete the marks that the selection or the caret touches."""
        marks = self.touched()
        if marks:
            self._session.delete(marks)

    def go_to(self, mark: Mark) -> None:
        """Show the place of a mark."""
        place = self._session.place_of(self._session.mark(mark.id) or mark)
        if place is not None:
            self._view.reveal(*place)

    def undo(self) -> None:
        """Take the last step back, what is typed now included."""
        if self._panel.editor.save():
            self._session.undo()

    def redo(self) -> None:
        if self._panel.editor.save():
            self._session.redo()

    def _mark_at(self, selection: Selection) -> Mark | None:
        """The mark to write on: the one there, or a new one on the words that are selected."""
        spans = selected_spans(self._view, selection)
        mark = next(reversed(marks_touched(self._session, self._view, selection)), None)
        if spans and (mark is None or _spans(mark) != spans):
            mark = self._session.add_mark(selection.side, spans, Colour.YELLOW)
            self._view.clear_selection()
        return mark

    def _write_on_paragraph(self, side: Side, row: int) -> None:
        text = self._session.renderings.text(row, side)
        if not text:
            side, text = Side.SOURCE, self._session.renderings.text(row, Side.SOURCE)
        whole = Span(0, len(text))
        for span, mark in self._session.marks_at(row, side):
            if mark.colour is None and span == whole:
                self._panel.show_mark(mark)
                return
        self._panel.begin_note(
            text, lambda note: self._session.add_mark(side, [(row, whole)], None, note)
        )

    def _mark_clicked(self, mark_id: str) -> None:
        mark = self._session.mark(mark_id)
        if mark is not None:
            self._panel.show_mark(mark)
            if mark.note:
                self.panel_wanted.emit()

    def _show_bar(self) -> None:
        selection = self._view.selection
        if selection is not None and not selection.empty:
            self._bar.show_at(self._view.line_box(selection.side, selection.caret).toRect())

    def _colour_chosen(self, colour: Colour) -> None:
        self._attempt(lambda: self.mark(colour))

    def _note_wanted(self) -> None:
        self._attempt(self.write_note)

    def _delete_wanted(self, marks: list[Mark]) -> None:
        self._attempt(lambda: self._session.delete(marks))

    def _place_here_wanted(self, mark: Mark) -> None:
        self._attempt(lambda: self.place_here(mark))

    def _confirm_wanted(self, mark: Mark) -> None:
        self._attempt(lambda: self._session.confirm(mark))

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except KnownError as error:
            self.trouble.emit(error)


def _spans(mark: Mark) -> list[tuple[int, Span]]:
    return [(anchor.paragraph, anchor.span) for anchor in mark.anchors]
