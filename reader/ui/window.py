"""The window: a page to read, a panel for notes, and what ties them together.

It is shown before there is anything in it: what it needs later is loaded when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from reader.errors import KnownError
from reader.services.changes import Changes

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from reader.services.opening import Reading
    from reader.services.session import Session
    from reader.ui.appearance import Appearance
    from reader.ui.banner import Banner
    from reader.ui.bundle import Services
    from reader.ui.colours import ColourNames
    from reader.ui.documents import Documents
    from reader.ui.exporting import Exporting
    from reader.ui.find_bar import FindBar
    from reader.ui.full_screen import FullScreen
    from reader.ui.going import Going
    from reader.ui.library import Library
    from reader.ui.links import Links
    from reader.ui.mark_bar import MarkBar
    from reader.ui.marking import Marking
    from reader.ui.menus import Menus
    from reader.ui.notebook_windows import NotebookWindows
    from reader.ui.notes_panel import NotesPanel
    from reader.ui.preferences import Preferences
    from reader.ui.reader_view import ReaderView
    from reader.ui.revealing import Revealing
    from reader.ui.side_panel import SidePanel
    from reader.ui.source_language import SourceLanguage
    from reader.ui.speech_bar import SpeechBar
    from reader.ui.status import Status
    from reader.ui.translating import Translating
    from reader.ui.vaulting import Vaulting
    from reader.ui.vocabulary import Vocabulary
    from reader.ui.word_links import WordLighting
    from reader.ui.word_list_panel import WordListPanel
    from reader.ui.word_panel import WordPanel

USUAL_SIZE = 1180, 780


class Window(QMainWindow):
    """One document, open for reading.

    Errors of the world are shown in the banner; the window goes on.
    """

    session: Session
    preferences: Preferences
    appearance: Appearance
    colours: ColourNames
    banner: Banner
    view: ReaderView
    panel: NotesPanel
    word_panel: WordPanel
    word_list: WordListPanel
    side: SidePanel
    find_bar: FindBar
    full_screen: FullScreen
    speech_bar: SpeechBar
    mark_bar: MarkBar
    status: Status
    menus: Menus
    word_lighting: WordLighting
    marking: Marking
    documents: Documents
    library: Library
    source_language: SourceLanguage
    exporting: Exporting
    vaulting: Vaulting
    notebook_windows: NotebookWindows
    translating: Translating
    revealing: Revealing
    going: Going
    links: Links
    vocabulary: Vocabulary

    _services: Services

    def __init__(self) -> None:
        super().__init__()
        self._furnished = False
        self._leaving = False
        self.setAcceptDrops(True)
        self.resize(*USUAL_SIZE)

    def furnish(self, services: Services, preferences: Preferences) -> None:
        """Put in all that stands in it."""
        from reader.ui.furnishing import furnish

        self._services = services
        self.session = services.session
        self.preferences = preferences
        furnish(self, services)
        self._connect()
        self.appearance.dress()
        self._restore()
        self._session_changed(Changes.DOCUMENT | Changes.MARKS)
        self._furnished = True

    def _connect(self) -> None:
        self.view.place_settled.connect(self.session.keep_place)
        self.view.read.connect(self.session.keep_read)
        self.view.lit_changed.connect(self._lit_changed)
        self.view.ratio_changed.connect(self._ratio_changed)
        self.view.zoom_wanted.connect(self.appearance.zoom)
        self.view.menu_wanted.connect(self.menus.show_context_menu)
        self.view.mode_changed.connect(self.appearance.show_mode)
        self.marking.panel_wanted.connect(self._open_panel)
        self.marking.trouble.connect(self.report)
        self.panel.editor.recovered.connect(self.banner.clear)
        self.side.shown_changed.connect(self.menus.action("notes-panel").setChecked)
        self.session.changed.connect(self._session_changed)

    def _restore(self) -> None:
        values = self.preferences.values
        if values.geometry and not self.isVisible():
            self.restoreGeometry(QByteArray.fromBase64(values.geometry.encode()))
        self.view.set_ratio(values.ratio)
        self.view.usual_mode = self.appearance.usual_mode
        self.view.set_mode(self.view.usual_mode)
        self.side.restore()

    # -- documents ----------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Read a file in the background and show it."""
        self.documents.open_path(path)

    def show_document(self, found: Reading) -> None:
        """Show a document that was read; what was typed on the last one is saved first."""
        self.documents.show(found)

    # -- parts ----------------------------------------------------------------

    def next_pane(self) -> None:
        """Move the keyboard's focus between the page and the panel."""
        page = self.side.currentWidget()
        if not self.view.hasFocus() or not page.isVisible():
            self.view.setFocus()
            return
        (self.panel.focus if page is self.panel else page.setFocus)()
        if self.view.hasFocus():  # an empty page has nothing that could take it
            self.side.tabBar().setFocus()

    def come_forward(self) -> None:
        """Be seen, whatever state it is in and whatever lies above it."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def quit(self) -> None:
        """Close this and all other windows."""
        self._services.program.quit()

    def start_again(self) -> None:
        """Close this and all other windows, and open them anew."""
        self._services.program.start_again()

    def new_window(self) -> None:
        self._services.program.new_window()

    def show_models(self) -> None:
        from reader.ui.models_window import ModelsWindow

        ModelsWindow(self._services.models, self).open()

    def show_backups(self) -> None:
        from reader.ui.backups_window import BackupsWindow

        BackupsWindow(self._services.backups, self._services.program, self).open()

    def _lit_changed(self) -> None:
        self.status.show_here(self.view.lit)

    def _open_panel(self) -> None:
        self.side.show_page(self.panel)

    def _ratio_changed(self, ratio: float) -> None:
        self.preferences.change(ratio=ratio)

    # -- telling ------------------------------------------------------------

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that the world may refuse; says so in the banner. True when it was done."""
        try:
            act()
        except KnownError as error:
            self.report(error)
            return False
        return True

    def report_missing_model(self, error: KnownError) -> None:
        """Say that nothing translates this text, and where a model can be had."""
        self.source_language.missing(error)

    def report_damage(self, problem: KnownError) -> None:
        """Say why no notes can be kept, and what can be done about it."""
        from reader.ui.language import explain

        self.banner.say(
            explain(problem), self.tr("Backups and Repair …"), self.show_backups, lasting=True
        )

    def report(self, error: KnownError, *, lasting: bool = False, also: bool = False) -> None:
        """Say what is wrong in the banner; with `also`, beside what else is."""
        from reader.store.database import DamagedFileError
        from reader.ui.language import explain

        if isinstance(error, DamagedFileError):
            self.report_damage(error)
        else:
            self.banner.say(explain(error), lasting=lasting, also=also)

    def show_title(self) -> None:
        """Say in the title what the window shows."""
        title = self.tr("Library") if self.library.shown else self.session.document.title
        self.setWindowTitle(f"{title} – Lesepult" if title else "Lesepult")

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self.show_title()
        if (Changes.MARKS in changes or Changes.DOCUMENT in changes) and not self.library.shown:
            self._offer_undo()

    def offer(self, *, reading: bool) -> None:
        """Offer what can be done with the text in front, or with the library."""
        self.menus.offer(reading=reading)
        if reading:
            self._offer_undo()
            self.going.offer()

    def _offer_undo(self) -> None:
        for name, label in (("undo", self.session.undo_label), ("redo", self.session.redo_label)):
            self.menus.offer_step(name, label)

    # -- Qt's events --------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.documents.drag_enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.documents.drop(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._furnished:
            return  # there is nothing to keep yet
        if not self._leaving and not self.panel.editor.save():
            self.banner.say(self.banner.message, self.tr("Close without this note"), self._leave)
            event.ignore()
            return
        self.vaulting.flush()
        self.attempt(lambda: self.session.keep_place(self.view.place()))
        self.preferences.change(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self.preferences.flush()
        event.accept()
        self._services.program.window_closed(self)

    def _leave(self) -> None:
        self._leaving = True
        self.close()
