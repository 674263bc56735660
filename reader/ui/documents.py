"""What a window does with whole texts: opens, shows and tells of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from reader import formats
from reader.model import Entry
from reader.services.opening import Reading
from reader.services.watching import Watching
from reader.ui import dialogs
from reader.ui.bundle import Services
from reader.ui.language import localized
from reader.ui.properties import show_properties

if TYPE_CHECKING:
    from reader.ui.window import Window

MANY = 5
"""So many files at once are opened, each in a window; more are only taken into the library."""


class Documents(QObject):
    """Asks which text, and has the program open it."""

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._program = services.program
        self._session = services.session
        self._offer = self.tr("The file of this text has changed.")
        self._watching = Watching(services.session, services.jobs, self)
        self._watching.changed.connect(self._file_changed)
        self._watching.restored.connect(self._file_restored)
        window.installEventFilter(self)

    def choose_file(self) -> None:
        """Ask for a file and open it."""
        preferences = self._window.preferences
        path = dialogs.ask_for_file(self._window, preferences.values.last_folder)
        if path is not None:
            preferences.change(last_folder=str(path.parent))
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        self._program.open_path(path, self._window)

    def open_entry(self, entry: Entry) -> None:
        """Open a text of the library."""
        self._program.open_entries([entry], self._window)

    def reload(self) -> None:
        """Read the file of the open text again; the place, marks and translations stay."""
        window, source = self._window, self._session.document.source
        if source and window.panel.editor.save():
            window.attempt(lambda: self._session.keep_place(window.view.place()))
            self.open_path(Path(source))

    def properties(self) -> None:
        """Tell of the open text."""
        if self._session.entry is not None:
            show_properties(self._window, self._session)

    def open_copied(self) -> None:
        """Open what was copied in another program."""
        # Some platforms have none while nothing was copied, whatever the types say.
        data = cast("QMimeData | None", QGuiApplication.clipboard().mimeData()) or QMimeData()
        if paths := local_files(data):
            self._take(paths)
        elif data.hasHtml() or data.text().strip():
            self._program.open_copied(data.html(), data.text(), self._window)
        else:
            self._window.banner.say(self.tr("There is no text on the clipboard."))

    def go_to_mark(self, mark_id: str) -> None:
        """Show the mark of that id, or the word to learn, as a link wants it."""
        word = next((word for word in self._session.words.here if word.id == mark_id), None)
        if word is not None:
            self._window.vocabulary.go_to(word)
            return
        mark = self._session.mark(mark_id)
        if mark is None:
            self._window.banner.say(self.tr("The mark that the link leads to is not there."))
            return
        if self._session.place_of(mark) is None:  # the panel has what is left of it
            self._window.side.show_page(self._window.panel)
        self._window.marking.go_to(mark)

    def _take(self, paths: list[Path]) -> None:
        """A few files are to be read, many and whole folders are to be kept."""
        if len(paths) > MANY or any(path.is_dir() for path in paths):
            self._window.library.take_in(paths)
        else:
            self._program.open_paths(paths, self._window)

    def drag_enter(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        if paths := local_files(event.mimeData()):
            event.acceptProposedAction()
            self._take(paths)

    def show(self, found: Reading) -> None:
        """Show a document that was read; what was typed on the last one is saved first."""
        window, document, entry = self._window, found.document, found.entry
        if not window.panel.editor.save():
            return
        window.vaulting.settle()
        before = self._session.entry
        if before is None or entry is None or before.id != entry.id:
            self._session.keep_place(window.view.place())
        window.banner.clear()
        self._session.open(document, entry, found.marks)
        window.library.leave()
        window.view.setFocus()
        # What is said of its language waits until it is known what translates it.
        about = formats.language_warnings(document.language)
        if warnings := [localized(w) for w in document.warnings if w not in about]:
            window.banner.say(" ".join(warnings))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes back to the window may have changed the file elsewhere."""
        if event.type() is QEvent.Type.WindowActivate:
            self._watching.look()
        return super().eventFilter(watched, event)

    def _file_changed(self) -> None:
        self._window.banner.say(self._offer, self.tr("Reload"), self.reload)

    def _file_restored(self) -> None:
        """There is nothing to reload any more."""
        if self._window.banner.message == self._offer:
            self._window.banner.clear()


def local_files(data: QMimeData) -> list[Path]:
    """The files of this machine among what was dropped or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
