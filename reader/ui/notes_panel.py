"""The marks and notes of the open document, listed; below the list, the one at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reader.errors import KnownError
from reader.model import Colour, Mark
from reader.services.session import Session
from reader.ui.colours import ColourNames, swatch
from reader.ui.filter_bar import FilterBar
from reader.ui.mark_card import MarkCard
from reader.ui.mark_list import MARK_ROLE, MarkList, MarkListModel
from reader.ui.note_editor import NoteEditor
from reader.ui.selection_bar import SelectionBar
from reader.ui.theme import Theme
from reader.ui.widgets import FAINT, label


class NotesPanel(QWidget):
    """The list with its filter, and the editor of the mark that is chosen in it or in the text.

    While several marks are chosen, what can be done with all of them stands in the
    editor's place.
    """

    place_wanted = Signal(object)
    delete_wanted = Signal(list)
    export_wanted = Signal(list)
    trouble = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, names: ColourNames, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notes_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._names = names
        self._theme = theme
        self.filter_bar = FilterBar(theme, names, lambda: session.tags)
        self._count = label("", FAINT)
        self._count.setContentsMargins(16, 0, 16, 4)
        self._model = MarkListModel(session, names, self)
        self.list = MarkList()
        self.list.setAccessibleName(self.tr("Marks and notes"))
        self.list.setModel(self._model)
        self._card = MarkCard(theme, names, self)
        self.list.setItemDelegate(self._card)
        self._empty = label("", FAINT, wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(16, 8, 16, 8)
        self.editor = NoteEditor(session, theme, names, self)
        self.selection_bar = SelectionBar(theme, names, lambda: session.tags)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self._count)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.selection_bar)
        layout.addWidget(self.editor)
        self._connect()
        self._told()

    def _connect(self) -> None:
        self.filter_bar.wanted_changed.connect(self._model.show_only)
        self.filter_bar.order_changed.connect(self._model.sort_by)
        self.list.clicked.connect(self._clicked)
        self.list.opened.connect(self._open)
        self.list.delete_wanted.connect(self.delete_wanted)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.selectionModel().selectionChanged.connect(self._selection_changed)
        self.editor.delete_wanted.connect(self._delete)
        self.editor.trouble.connect(self.trouble)
        self.selection_bar.colour_chosen.connect(self._give_colour)
        self.selection_bar.tags_given.connect(self._give_tags)
        self.selection_bar.export_wanted.connect(self._export)
        self.selection_bar.delete_wanted.connect(self._delete_chosen)
        self._model.told.connect(self._told)
        self._names.changed.connect(self.list.viewport().update)

    def set_theme(self, theme: Theme) -> None:
        self._theme = self._card.theme = theme
        self.editor.set_theme(theme)
        self.filter_bar.set_theme(theme)
        self.selection_bar.set_theme(theme)
        self.list.viewport().update()

    def show_mark(self, mark: Mark) -> None:
        """Choose a mark in the list and open it below; one the filter hides is shown anyway."""
        self._choose(mark.id)
        self.selection_bar.hide()
        self.editor.show_mark(mark)

    def begin_note(self, quote: str, make: Callable[[str], Mark]) -> None:
        """Begin a note on a place that has no mark, and so none in the list; see NoteEditor."""

        def made(words: str) -> Mark:
            mark = make(words)
            self._choose(mark.id)
            return mark

        self.list.clearSelection()
        self.selection_bar.hide()
        self.editor.begin(quote, made)

    def focus(self) -> None:
        """Take the keyboard's focus."""
        (self.list if self.list.isVisible() else self.filter_bar).setFocus()

    def chosen(self) -> list[Mark]:
        """The marks that are selected in the list."""
        return self.list.chosen()

    def context_menu(self) -> QMenu:
        """What can be done with the chosen marks."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for colour in Colour:
            action = menu.addAction(self._names(colour).replace("&", "&&"))
            action.setIcon(swatch(colour, self._theme))
            action.triggered.connect(lambda _=False, colour=colour: self._give_colour(colour))
        menu.addSeparator()
        menu.addAction(self.tr("Export …")).triggered.connect(self._export)
        menu.addAction(self.tr("Delete")).triggered.connect(self._delete_chosen)
        return menu

    def _choose(self, mark_id: str) -> None:
        row = self._model.row_of(mark_id)
        if row < 0:
            return
        index = self._model.index(row)
        if self.list.currentIndex() != index or self.list.count_chosen() != 1:
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.list.scrollTo(index)

    def _show_menu(self, at: QPoint) -> None:
        self.context_menu().popup(at)

    def _clicked(self, index: QModelIndex) -> None:
        if self.list.count_chosen() == 1:
            self._open(index.data(MARK_ROLE))

    def _delete(self, mark: Mark) -> None:
        self.delete_wanted.emit([mark])

    def _delete_chosen(self) -> None:
        self.list.setFocus()  # the bar goes, and the keyboard's focus with it
        self.delete_wanted.emit(self.chosen())

    def _export(self) -> None:
        self.export_wanted.emit(self.chosen())

    def _give_colour(self, colour: Colour) -> None:
        self._attempt(lambda: self._session.set_colour(self.chosen(), colour))

    def _give_tags(self, tags: tuple[str, ...]) -> None:
        self._attempt(lambda: self._session.add_tags(self.chosen(), tags))

    def _attempt(self, act: Callable[[], None]) -> None:
        if not self.editor.save():
            return
        try:
            act()
        except KnownError as error:
            self.trouble.emit(error)

    def _open(self, mark: Mark) -> None:
        self.editor.show_mark(mark)
        self.place_wanted.emit(mark)

    def _selection_changed(self) -> None:
        count = self.list.count_chosen()
        self.selection_bar.show_count(count)
        if count == 1:
            self.editor.show_mark(self.chosen()[0])
        self.editor.setVisible(count < 2 and self.editor.is_in_use)

    def _told(self) -> None:
        """The list has changed."""
        listed, there = self._model.rowCount(), self._session.mark_count
        if listed == there:
            self._count.setText(self.tr("%Ln marks and notes", "", there) if there else "")
        else:
            self._count.setText(
                self.tr("{0} of %Ln marks and notes", "", there).format(QLocale().toString(listed))
            )
        self.filter_bar.setVisible(there > 0)
        self.list.setVisible(listed > 0)
        self._empty.setVisible(listed == 0)
        self._empty.setText(
            self.tr("None of the marks and notes is of this kind.")
            if there
            else self.tr(
                "Nothing marked yet.\n\nSelect some words and press a key from 1 to 5, "
                "or N to write a note on the paragraph you are in."
            )
        )
        if self.editor.mark_id and self.list.count_chosen() < 2:
            self._choose(self.editor.mark_id)
