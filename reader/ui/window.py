"""The window: a page to read, a panel for notes, and what ties them together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.errors import KnownError
from reader.model import Document, Entry, Side
from reader.services.changes import Changes
from reader.services.jobs import Err, Ok
from reader.services.words import Place
from reader.settings import Settings
from reader.ui import dialogs
from reader.ui.banner import Banner
from reader.ui.bundle import Reading, Services
from reader.ui.exporting import Exporting
from reader.ui.find_bar import FindBar
from reader.ui.mark_bar import MarkBar
from reader.ui.marking import Marking
from reader.ui.menus import Menus
from reader.ui.models_window import ModelsWindow
from reader.ui.notes_panel import NotesPanel
from reader.ui.page import Mode, TypeStyle
from reader.ui.reader_view import ReaderView
from reader.ui.status import Status
from reader.ui.theme import palette, style_sheet, theme_named
from reader.ui.word_panel import WordPanel

PANEL_WIDTH = 320
SMALLEST, USUAL, LARGEST = 8, 13, 40
SETTINGS_SETTLE_MS = 400


class Window(QMainWindow):
    """One document, open for reading.

    `keep` stores settings whenever they change. Errors of the world are shown in the
    banner; the window goes on.
    """

    def __init__(
        self, services: Services, settings: Settings, keep: Callable[[Settings], None]
    ) -> None:
        super().__init__()
        self._services = services
        self.session = session = services.session
        self.settings = settings
        self._keep = keep
        self._theme = theme_named(settings.theme)
        self._leaving = False
        # A dragged splitter changes settings faster than a disk can follow.
        self._keeper = QTimer(self, interval=SETTINGS_SETTLE_MS, singleShot=True)
        self._keeper.timeout.connect(self._keep_settings)
        self.setAcceptDrops(True)
        self.banner = Banner()
        self.view = ReaderView(session, self._type_style())
        self.view.setAccessibleName(self.tr("Text"))
        self.panel = NotesPanel(session, self._theme)
        self.word_panel = WordPanel(services.look_up, self._type_style())
        self.side = QTabWidget()
        self.side.setDocumentMode(True)
        self.side.tabBar().setDrawBase(False)
        self.side.addTab(self.panel, self.tr("Notes"))
        self.side.addTab(self.word_panel, self.tr("Word"))
        self.find_bar = FindBar(session, self.view)
        self.mark_bar = MarkBar(self._theme, self.view.viewport())
        self.marking = Marking(session, self.view, self.panel, self.mark_bar)
        self.exporting = Exporting(self, services)
        self._build_page()
        self.menus = Menus(self, session, services.models)
        self.status = Status(session, self.menus.action("cancel"), self)
        self.setStatusBar(self.status)
        self._connect()
        self._dress()
        self._restore()
        self._session_changed(Changes.DOCUMENT | Changes.MARKS)

    # -- building -----------------------------------------------------------

    def _build_page(self) -> None:
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.view, 1)
        column.addWidget(self.find_bar)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(reading)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setCollapsible(0, False)
        self._splitter.setCollapsible(1, False)
        self.side.setMinimumWidth(240)
        self.setCentralWidget(self._splitter)

    def _connect(self) -> None:
        self.view.clicked_text.connect(self._text_clicked)
        self.view.place_settled.connect(self.session.keep_place)
        self.view.looked_at.connect(self.session.renderings.look_at)
        self.view.word_wanted.connect(self._show_word)
        self.word_panel.place_wanted.connect(self._go_to_place)
        self.view.lit_changed.connect(self._lit_changed)
        self.view.ratio_changed.connect(self._ratio_changed)
        self.marking.panel_wanted.connect(self._open_panel)
        self.marking.trouble.connect(self.report)
        self.panel.editor.trouble.connect(self.report)
        self._splitter.splitterMoved.connect(self._splitter_moved)
        self.session.changed.connect(self._session_changed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _restore(self) -> None:
        self.resize(1180, 780)
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode()))
        self.view.set_ratio(self.settings.ratio)
        if self.settings.mode in set(Mode):
            self.view.set_mode(Mode(self.settings.mode))
        self._check_modes()
        self._show_panel(self.settings.notes_panel)
        self._use_read_ahead()

    # -- documents ----------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Read a file in the background and show it."""
        self._services.jobs.run(lambda: self._services.read(path), self._opened)

    def choose_file(self) -> None:
        path = dialogs.ask_for_file(self, self.settings.last_folder)
        if path is not None:
            self.change(last_folder=str(path.parent))
            self.open_path(path)

    def _opened(self, outcome: Ok[Reading] | Err) -> None:
        if isinstance(outcome, Err):
            self.report(outcome.error)
            return
        document, entry = outcome.value
        self.attempt(lambda: self.show_document(document, entry))

    def show_document(self, document: Document, entry: Entry | None) -> None:
        """Show a document that was read; what was typed on the last one is saved first."""
        if not self.panel.editor.save():
            return
        self.session.keep_place(self.view.place())
        self.banner.clear()
        self.session.open(document, entry)
        self.view.setFocus()
        if document.warnings:
            self.banner.say(" ".join(document.warnings))

    # -- translating --------------------------------------------------------

    def translate_here(self) -> None:
        if self.view.selection is not None:
            self.session.renderings.translate(self.view.selection.caret.row)

    def retranslate(self) -> None:
        if self.view.selection is not None:
            self.session.renderings.retranslate(self.view.selection.caret.row)

    def translate_all(self) -> None:
        if self.session.renderings.translate_all() == 0:
            self.status.showMessage(self.tr("All paragraphs are translated."), 4000)

    def cancel(self) -> None:
        self.session.renderings.cancel()

    def hide_here(self) -> None:
        if self.view.selection is not None:
            self.view.shut(self.view.selection.caret.row)
            self.session.renderings.hide([self.view.selection.caret.row])

    def hide_all(self) -> None:
        self.session.renderings.hide(range(self.view.rows()))

    def toggle_read_ahead(self) -> None:
        self.change(read_ahead=not self.settings.read_ahead)
        self._use_read_ahead()

    def _use_read_ahead(self) -> None:
        self.session.renderings.read_ahead = self.settings.read_ahead
        self.menus.action("read-ahead").setChecked(self.settings.read_ahead)

    def _text_clicked(self, row: int, _side: Side) -> None:
        self.view.open(row)
        self.session.renderings.translate(row)

    def look_up(self) -> None:
        """Look up the German word at the caret."""
        at = self.view.selection
        if at is not None and at.side is Side.SOURCE:
            self._show_word(at.first.row, at.first.offset)

    def _show_word(self, row: int, offset: int) -> None:
        self.side.setCurrentWidget(self.word_panel)
        if self.side.isHidden():
            self._show_panel(True)
        self._services.look_up.look_up(row, offset)

    def _go_to_place(self, place: Place) -> None:
        self.view.reveal(Side.SOURCE, place.row, place.sentence)

    # -- appearance ---------------------------------------------------------

    def zoom(self, steps: int) -> None:
        size = USUAL if steps == 0 else self.settings.font_size + steps
        self.change(font_size=min(LARGEST, max(SMALLEST, size)))
        self.view.set_type_style(self._type_style())

    def use_theme(self, name: str) -> None:
        self.change(theme=name)
        self._dress()

    def use_mode(self, mode: Mode) -> None:
        self.change(mode=mode.value)
        self.view.set_mode(mode)
        self._check_modes()

    def _check_modes(self) -> None:
        for mode in Mode:
            self.menus.action(f"mode-{mode}").setChecked(mode is self.view.mode)

    def toggle_panel(self) -> None:
        self._show_panel(self.side.isHidden())

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next_pane(self) -> None:
        """Move the keyboard's focus between the page and the panel."""
        if self.view.hasFocus() and self.panel.isVisible():
            self.panel.focus()
        else:
            self.view.setFocus()

    def show_models(self) -> None:
        window = ModelsWindow(self._services.models, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.open()

    def _type_style(self) -> TypeStyle:
        settings = self.settings
        return TypeStyle(
            self._theme,
            settings.font_family,
            float(settings.font_size),
            settings.line_spacing / 100,
        )

    def _dress(self, *_: object) -> None:
        self._theme = theme_named(self.settings.theme)
        QApplication.setPalette(palette(self._theme))
        self.setStyleSheet(style_sheet(self._theme))
        self.view.set_type_style(self._type_style())
        self.panel.set_theme(self._theme)
        self.word_panel.set_type_style(self._type_style())
        self.mark_bar.set_theme(self._theme)
        for name in ("system", "light", "dark", "sepia"):
            self.menus.action(f"theme-{name}").setChecked(name == self.settings.theme)

    def _lit_changed(self) -> None:
        self.status.show_here(self.view.lit)

    def _open_panel(self) -> None:
        self.side.setCurrentWidget(self.panel)
        if self.side.isHidden():
            self._show_panel(True)

    def _ratio_changed(self, ratio: float) -> None:
        self.change(ratio=ratio)

    def _splitter_moved(self) -> None:
        self.change(panel_width=self.side.width())

    def _show_panel(self, shown: bool) -> None:
        self.side.setVisible(shown)
        self.menus.action("notes-panel").setChecked(shown)
        if shown:
            width = self.settings.panel_width or PANEL_WIDTH
            self._splitter.setSizes([max(1, self.width() - width), width])
        self.change(notes_panel=shown)

    def change(self, **values: Any) -> None:
        settings = replace(self.settings, **values)
        if settings != self.settings:
            self.settings = settings
            self._keeper.start()

    def _keep_settings(self) -> None:
        self._keeper.stop()
        self._keep(self.settings)

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
        words = (*self.session.document.warnings, str(error))
        self.banner.say(" ".join(words), self.tr("Models …"), self.show_models)

    def report(self, error: KnownError, *, lasting: bool = False) -> None:
        self.banner.say(str(error), lasting=lasting)

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            title = self.session.document.title
            self.setWindowTitle(f"{title} – Lesepult" if title else "Lesepult")
        if Changes.MARKS in changes or Changes.DOCUMENT in changes:
            for name, label in (
                ("undo", self.session.undo_label),
                ("redo", self.session.redo_label),
            ):
                self.menus.action(name).setEnabled(label is not None)

    # -- Qt's events --------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menus.context_menu().exec(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = next(
            (Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()), None
        )
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving and not self.panel.editor.save():
            self.banner.say(self.banner.message, self.tr("Close without this note"), self._leave)
            event.ignore()
            return
        self.attempt(lambda: self.session.keep_place(self.view.place()))
        self.change(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self._keep_settings()
        event.accept()

    def _leave(self) -> None:
        self._leaving = True
        self.close()
