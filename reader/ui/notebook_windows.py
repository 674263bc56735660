"""What a window does with the notes of all texts: searches them, puts them back, takes them in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt

from reader.model import Side, Span
from reader.services.jobs import Err, Ok
from reader.store import Hit, HitKind
from reader.ui import dialogs
from reader.ui.bundle import Services
from reader.ui.language import localized

if TYPE_CHECKING:
    from reader.services.notes_import import Imported
    from reader.ui.search_window import SearchWindow
    from reader.ui.window import Window

TOLD_MS = 8000


class NotebookWindows(QObject):
    """Opens them, and goes where they lead."""

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._session = services.session
        self._notebook = services.notebook
        self._program = services.program
        self._search: SearchWindow | None = None
        window.preferences.changed.connect(self._preferences_changed)

    def search(self) -> None:
        """Search in all that is kept, at first for what is selected."""
        window = self._window
        if self._search is None:
            from reader.ui.search_window import SearchWindow

            self._search = SearchWindow(
                self._notebook, window.colours, window.appearance.theme, window
            )
            self._search.chosen.connect(self._go)
        self._search.set_theme(window.appearance.theme)
        entry = self._session.entry
        selected = window.view.selected_text()
        words = selected if selected and "\n" not in selected else ""
        self._search.begin(entry.id if entry else "", self._notebook.tags(), words)

    def show_bin(self) -> None:
        """Show what was deleted."""
        if self._window.panel.editor.save():
            from reader.ui.bin_window import BinWindow

            shown = BinWindow(
                self._notebook, self._window.colours, self._window.appearance.theme, self._window
            )
            shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            shown.open()

    def import_notes(self) -> None:
        """Ask for a file of exported notes, and take them in."""
        preferences = self._window.preferences
        path = dialogs.ask_for_notes(self._window, preferences.values.last_folder)
        if path is not None:
            preferences.change(last_folder=str(path.parent))
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        """Merge the notes of a file into the text that they are on."""
        if self._window.panel.editor.save():
            self._notebook.import_file(path, self._taken_in)

    def _preferences_changed(self, names: frozenset[str]) -> None:
        if self._search is not None and "theme" in names:
            self._search.set_theme(self._window.appearance.theme)

    def _taken_in(self, outcome: Ok[Imported] | Err) -> None:
        if isinstance(outcome, Err):
            self._window.report(outcome.error)
            return
        done = outcome.value
        words = self.tr("Notes on “{title}”: {added} new, {changed} changed, {same} there already.")
        number = QLocale().toString
        told = words.format(
            title=done.entry.title,
            added=number(done.added),
            changed=number(done.changed),
            same=number(done.same),
        )
        if done.warnings:
            self._window.banner.say(" ".join((told, *map(localized, done.warnings))))
        else:
            self._window.status.showMessage(told, TOLD_MS)

    def _go(self, hit: Hit) -> None:
        """Show the place of a hit, in whatever window its text is."""
        window = self._window
        window.attempt(
            lambda: self._program.open_document(
                hit.entry.id, window, lambda shown: show_hit(shown, hit)
            )
        )


def show_hit(window: Window, hit: Hit) -> None:
    """Show the place of a hit in a window that shows its text."""
    if hit.kind is HitKind.NOTE and (mark := window.session.mark(hit.item)) is not None:
        window.side.show_page(window.panel)
        window.panel.show_mark(mark)
        window.marking.go_to(mark)
    elif hit.paragraph is not None and hit.paragraph < window.view.rows():
        side = hit.side
        if side is Side.TARGET:
            window.session.renderings.translate(hit.paragraph)
        text = window.session.renderings.text(hit.paragraph, side)
        place = hit.spans[0] if hit.spans else Span(0, 0)
        if hit.kind is HitKind.WORD:
            start = text.find(hit.text)
            place = Span(place.start + start, place.end + start) if start >= 0 else Span(0, 0)
        if place.end <= len(text):
            window.view.reveal(side, hit.paragraph, place)
