"""What a reader does with words: looks them up, keeps them, goes back to them, exports them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.model import Document, Entry, Side, Snapshot, Word
from reader.services.word_places import Place
from reader.ui import dialogs
from reader.ui.bundle import Services
from reader.ui.pointer import word_around
from reader.ui.selection import Selection, Spot

if TYPE_CHECKING:
    from reader.ui.window import Window

TOLD_MS = 4000


class Vocabulary(QObject):
    """Ties the page, the panel of a word and the list of words together."""

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._look_up = services.look_up
        self._program = services.program
        self._keeps_next = False
        self._waiting: tuple[Selection, Callable[[Spot], None]] | None = None
        panel, listed = window.word_panel, window.word_list
        window.view.word_wanted.connect(self.look_up)
        panel.place_wanted.connect(self._go_to_sentence)
        panel.import_wanted.connect(self.import_dictionary)
        panel.keeping.kept.connect(self._kept)
        panel.keeping.trouble.connect(window.report)
        listed.place_wanted.connect(self.go_to)
        listed.entry_wanted.connect(self._open_entry)
        listed.export_wanted.connect(self._export)
        listed.trouble.connect(window.report)
        self._look_up.links.found.connect(self._links_found)
        self._look_up.found.connect(self._found)
        self._look_up.nothing.connect(self._found_nothing)
        self._look_up.imported.connect(self._imported)
        self._look_up.trouble.connect(window.report)

    def look_up(self) -> None:
        """Look up the German word at the caret, or the one that the English word there is of."""
        self._with_german(lambda at: self.show(at.row, at.offset))

    def show(self, row: int, offset: int) -> None:
        """Look up the word at a place of the German text, beside the text."""
        self._keeps_next = False
        self._window.side.show_page(self._window.word_panel)
        self._look_up.look_up(row, offset)

    def keep(self) -> None:
        """Put the German word at the caret into the word list."""
        self._with_german(self._keep)

    def _keep(self, at: Spot) -> None:
        finding = self._look_up.finding
        if finding is not None and finding.row == at.row:
            spans = filter(None, (finding.span, finding.particle))
            if any(span.start <= at.offset <= span.end for span in spans):
                self._window.word_panel.keeping.keep()
                return
        self.show(at.row, at.offset)
        self._keeps_next = True

    def show_list(self) -> None:
        """Bring the word list to the front."""
        self._window.side.show_page(self._window.word_list)
        self._window.word_list.focus()

    def go_to(self, word: Word) -> None:
        """Show a word of the open document in its place, or in the list where that is lost."""
        place = self._window.session.words.place_of(word)
        if place is None:
            self.show_list()
            self._window.word_list.choose(word)
            return
        row, span = place
        self._window.view.reveal(Side.SOURCE, row, span)
        self._window.view.setFocus()

    def import_dictionary(self) -> None:
        """Ask for a dictionary's file and take it in."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a Dictionary"),
            self._window.preferences.values.last_folder,
            ";;".join(
                (
                    self.tr("Dictionaries ({0})").format("*.ifo *.index *.txt"),
                    self.tr("All files (*)"),
                )
            ),
        )
        if name:
            self._window.preferences.change(last_folder=str(Path(name).parent))
            self._window.status.showMessage(self.tr("Reading the dictionary …"), TOLD_MS)
            self._look_up.import_dictionary(Path(name))

    def _with_german(self, act: Callable[[Spot], None]) -> None:
        """Do something with the German word of the one at the caret, when it is known.

        Says so where that cannot be known.
        """
        at = self._window.view.selection
        self._waiting = None
        if at is None:
            return
        row, offset = at.first.row, at.first.offset
        links, renderings = self._look_up.links, self._window.session.renderings
        pair = renderings.pair_at(row, at.side, offset)
        if at.side is Side.SOURCE:
            act(at.first)
        elif pair is not None and links.ask(row, pair):
            self._waiting = at, act
        else:
            word = word_around(renderings.text(row, Side.TARGET), offset)
            german = links.partners(row, pair, Side.TARGET, word)[1] if pair and word else ()
            if german:
                act(Spot(row, german[0].start))
            else:
                self._tell_unlinked()

    def _tell_unlinked(self) -> None:
        told = self.tr("Which German word this belongs to is not known. Choose the German one.")
        self._window.status.showMessage(told, TOLD_MS)

    # -- what the parts tell ------------------------------------------------------

    def _links_found(self) -> None:
        if self._waiting is not None:
            at, act = self._waiting
            if self._window.view.selection == at:
                self._with_german(act)

    def _found(self, *_: object) -> None:
        if self._keeps_next:
            self._keeps_next = False
            self._window.word_panel.keeping.keep()

    def _found_nothing(self) -> None:
        self._keeps_next = False

    def _kept(self, word: Word) -> None:
        told = self.tr("“{0}” is in your word list.").format(word.lemma)
        self._window.status.showMessage(told, TOLD_MS)

    def _imported(self, title: str) -> None:
        told = self.tr("The dictionary “{0}” was imported.").format(title)
        self._window.status.showMessage(told, TOLD_MS)

    def _go_to_sentence(self, place: Place) -> None:
        self._window.view.reveal(Side.SOURCE, place.row, place.sentence)

    def _open_entry(self, entry: Entry, word: Word) -> None:
        self._window.attempt(
            lambda: self._program.open_document(
                entry.id, None, lambda window: window.vocabulary.go_to(word)
            )
        )

    def _export(self, words: Sequence[Word]) -> None:
        """Export what the list shows."""
        window = self._window
        session = window.session
        entries = session.words.entries(words)
        titles = {name: entry.title for name, entry in entries.items()}
        title = session.document.title if len(titles) < 2 else ""
        folder = window.preferences.values.last_folder
        chosen = dialogs.ask_for_export(window, "words", title, folder)
        if chosen is None:
            return
        exporter, path = chosen
        window.preferences.change(last_folder=str(path.parent))
        snapshot = Snapshot(
            document=Document(title=title, paragraphs=()),
            document_id=session.entry.id if session.entry is not None else "",
            renderings={},
            marks=(),
            engine="",
            date=date.today().isoformat(),
            words=tuple(words),
            titles=titles,
        )
        window.exporting.write_snapshot(exporter, path, snapshot)
