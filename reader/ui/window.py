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
    QVBoxLayout,
    QWidget,
)

from reader import exporters
from reader.errors import KnownError
from reader.files import write_whole
from reader.model import Document, Entry, Side
from reader.services.changes import Changes
from reader.services.jobs import Err, Jobs, Ok
from reader.services.models import Models
from reader.services.session import Session
from reader.settings import Settings
from reader.ui import dialogs
from reader.ui.banner import Banner
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

PANEL_WIDTH = 320
SMALLEST, USUAL, LARGEST = 8, 13, 40
SETTINGS_SETTLE_MS = 400


# What comes of reading a file; the entry is missing where the library cannot be written.
Reading = tuple[Document, Entry | None]


class Window(QMainWindow):
    """One document, open for reading.

    `read` reads a file and takes it into the library, on another thread; `keep` stores
    settings whenever they change. Errors of the world are shown in the banner; the
    window goes on.
    """

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        models: Models,
        read: Callable[[Path], Reading],
        settings: Settings,
        keep: Callable[[Settings], None],
    ) -> None:
        super().__init__()
        self._models = models
        self._read = read
        self.session = session
        self.settings = settings
        self._jobs = jobs
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
        self.find_bar = FindBar(session, self.view)
        self.mark_bar = MarkBar(self._theme, self.view.viewport())
        self.marking = Marking(session, self.view, self.panel, self.mark_bar)
        self._build_page()
        self.menus = Menus(self, session, models)
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
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setCollapsible(0, False)
        self._splitter.setCollapsible(1, False)
        self.panel.setMinimumWidth(240)
        self.setCentralWidget(self._splitter)

    def _connect(self) -> None:
        self.view.clicked_text.connect(self._text_clicked)
        self.view.place_settled.connect(self.session.keep_place)
        self.view.looked_at.connect(self.session.renderings.look_at)
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
        self._jobs.run(lambda: self._read(path), self._opened)

    def choose_file(self) -> None:
        path = dialogs.ask_for_file(self, self.settings.last_folder)
        if path is not None:
            self._change(last_folder=str(path.parent))
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
        self._change(read_ahead=not self.settings.read_ahead)
        self._use_read_ahead()

    def _use_read_ahead(self) -> None:
        self.session.renderings.read_ahead = self.settings.read_ahead
        self.menus.action("read-ahead").setChecked(self.settings.read_ahead)

    def _text_clicked(self, row: int, _side: Side) -> None:
        self.view.open(row)
        self.session.renderings.translate(row)

    # -- export -------------------------------------------------------------

    def export_notes(self) -> None:
        if not self.panel.editor.save() or self.session.entry is None:
            return
        if not self.session.marks:
            self.banner.say(self.tr("There are no notes to export yet."))
            return
        self._export("notes")

    def export_document(self) -> None:
        if self.session.entry is not None:
            self._export("document")

    def _export(self, subject: str) -> None:
        chosen = dialogs.ask_for_export(
            self, subject, self.session.document.title, self.settings.last_folder
        )
        if chosen is not None:
            exporter, path = chosen
            self._change(last_folder=str(path.parent))
            self.export_to(exporter, path)

    def export_to(self, exporter: exporters.Exporter, path: Path) -> None:
        """Write the document as that exporter does, in the background."""
        snapshot = self.session.snapshot()

        def work() -> Path:
            write_whole(path, exporter.render(snapshot))
            return path

        self._jobs.run(work, self._exported)

    def _exported(self, outcome: Ok[Path] | Err) -> None:
        if isinstance(outcome, Err):
            self.report(outcome.error)
        else:
            self.status.showMessage(self.tr("Saved {0}").format(outcome.value), 8000)

    # -- appearance ---------------------------------------------------------

    def zoom(self, steps: int) -> None:
        size = USUAL if steps == 0 else self.settings.font_size + steps
        self._change(font_size=min(LARGEST, max(SMALLEST, size)))
        self.view.set_type_style(self._type_style())

    def use_theme(self, name: str) -> None:
        self._change(theme=name)
        self._dress()

    def use_mode(self, mode: Mode) -> None:
        self._change(mode=mode.value)
        self.view.set_mode(mode)
        self._check_modes()

    def _check_modes(self) -> None:
        for mode in Mode:
            self.menus.action(f"mode-{mode}").setChecked(mode is self.view.mode)

    def toggle_panel(self) -> None:
        self._show_panel(self.panel.isHidden())

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next_pane(self) -> None:
        """Move the keyboard's focus between the page and the panel."""
        if self.view.hasFocus() and not self.panel.isHidden():
            self.panel.focus()
        else:
            self.view.setFocus()

    def show_models(self) -> None:
        window = ModelsWindow(self._models, self)
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
        self.mark_bar.set_theme(self._theme)
        for name in ("system", "light", "dark", "sepia"):
            self.menus.action(f"theme-{name}").setChecked(name == self.settings.theme)

    def _lit_changed(self) -> None:
        self.status.show_here(self.view.lit)

    def _open_panel(self) -> None:
        if self.panel.isHidden():
            self._show_panel(True)

    def _ratio_changed(self, ratio: float) -> None:
        self._change(ratio=ratio)

    def _splitter_moved(self) -> None:
        self._change(panel_width=self.panel.width())

    def _show_panel(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self.menus.action("notes-panel").setChecked(shown)
        if shown:
            width = self.settings.panel_width or PANEL_WIDTH
            self._splitter.setSizes([max(1, self.width() - width), width])
        self._change(notes_panel=shown)

    def _change(self, **values: Any) -> None:
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
        self.banner.say(str(error), self.tr("Models …"), self.show_models)

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
        self._change(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self._keep_settings()
        event.accept()

    def _leave(self) -> None:
        self._leaving = True
        self.close()
