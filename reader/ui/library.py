"""The library in a window: in place of the text, or behind it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from reader.errors import KnownError
from reader.model import Entry
from reader.ui.bundle import Services
from reader.ui.import_window import ImportWindow
from reader.ui.library_page import LibraryPage

if TYPE_CHECKING:
    from reader.ui.window import Window


class Library(QObject):
    """Turns the window from its text to the library and back. `pages` holds them both."""

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._session = services.session
        self._program = services.program
        self._shelf = services.shelf
        self._importing = services.importing
        self._removed: list[list[str]] = []
        self.page = LibraryPage(services.shelf)
        self.pages = QStackedWidget()
        self.page.open_wanted.connect(self._open)
        self.page.removed.connect(self._remove)
        self.page.tagged.connect(self._tag)
        self.page.undo_wanted.connect(self._restore)
        self.page.copied_wanted.connect(window.documents.open_copied)
        self.page.leave_wanted.connect(self.leave)
        self.page.file_wanted.connect(window.documents.choose_file)
        self.page.folder_wanted.connect(self.choose_folder)
        services.shelf.trouble.connect(self._trouble)
        services.importing.ended.connect(self._refresh)
        services.notebook.changed.connect(self._refresh)

    def add(self, reading: QWidget) -> QStackedWidget:
        """Put the window's text beside the library, in front."""
        self.pages.addWidget(reading)
        self.pages.addWidget(self.page)
        # How narrow the window may be is for the text to say.
        self.page.setMinimumWidth(1)
        self.pages.currentChanged.connect(self._turned)
        return self.pages

    @property
    def shown(self) -> bool:
        return self.pages.currentWidget() is self.page

    def toggle(self) -> None:
        """To the library, or back to the text if there is one."""
        if self.shown:
            self.leave()
        else:
            self.show()

    def show(self) -> None:
        window = self._window
        if not window.panel.editor.save():
            return
        window.attempt(lambda: self._session.keep_place(window.view.place()))
        self.pages.setCurrentWidget(self.page)
        self.page.begin()
        window.show_title()

    def leave(self) -> None:
        """Back to the text, if there is one."""
        if self.shown and self._session.entry is not None:
            self.pages.setCurrentIndex(0)
            self._window.view.setFocus()
            self._window.show_title()

    def _turned(self) -> None:
        self._window.offer(reading=not self.shown)

    def choose_folder(self) -> None:
        """Ask for a folder, and take in what is in it."""
        preferences = self._window.preferences
        caption = self.tr("Import a Folder")
        start = preferences.values.last_folder
        folder = QFileDialog.getExistingDirectory(self._window, caption, start)
        if folder:
            preferences.change(last_folder=folder)
            self.take_in([Path(folder)])

    def take_in(self, sources: Sequence[Path]) -> None:
        """Take files and folders into the library, beside the window."""
        if self._importing.busy:
            self._window.banner.say(
                self.tr("Another import is running still."), self.tr("Stop"), self._importing.cancel
            )
            return
        dialog = ImportWindow(self._importing, self._window)
        dialog.finished.connect(lambda: self._left(dialog))
        dialog.show()
        self._importing.begin(sources)
        self.show()

    def _left(self, dialog: ImportWindow) -> None:
        """Whoever wanted to stop an import that was just over has not read its report."""
        failed = dialog.failures.topLevelItemCount()
        if not failed:
            dialog.deleteLater()
            return

        def show_again() -> None:
            dialog.finished.disconnect()
            dialog.finished.connect(dialog.deleteLater)
            dialog.show()

        words = self.tr("%Ln files could not be read.", "", failed)
        self._window.banner.say(words, self.tr("Show"), show_again)

    def _open(self, entries: Sequence[Entry]) -> None:
        self._program.open_entries(entries, self._window)

    def _tag(self, entries: Sequence[Entry], tags: Sequence[str]) -> None:
        self._window.attempt(lambda: self._shelf.change_tags(entries, tags))

    def _remove(self, documents: list[str]) -> None:
        window = self._window
        if window.attempt(lambda: self._shelf.remove(documents)):
            self._removed.append(documents)
            words = self.tr(
                "%Ln texts removed, with all notes. No file is touched.", "", len(documents)
            )
            window.banner.say(words, self.tr("Undo"), self._restore)

    def _restore(self) -> None:
        """Bring back what was removed last."""
        if self._removed:
            documents = self._removed[-1]
            self.page.expect(documents)
            if self._window.attempt(lambda: self._shelf.restore(documents)):
                self._removed.pop()
                self._window.banner.clear()

    def _trouble(self, error: KnownError) -> None:
        if self.shown:
            self._window.report(error)

    def _refresh(self) -> None:
        if self.shown:
            self._shelf.list()
