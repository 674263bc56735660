"""The window: a page to read, a panel for notes, and what ties them together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader import exporters, formats
from reader.errors import KnownError
from reader.files import write_whole
from reader.model import Colour, Document, Mark, Side, Span
from reader.offline import Network
from reader.packages import Package
from reader.services.jobs import Err, Jobs, Ok
from reader.services.session import Changes, Session
from reader.settings import Settings
from reader.ui import dialogs
from reader.ui.banner import Banner
from reader.ui.commands import Command, Commands
from reader.ui.icons import icon
from reader.ui.mark_bar import MarkBar
from reader.ui.notes_panel import NotesPanel
from reader.ui.page import TypeStyle
from reader.ui.reader_view import ReaderView
from reader.ui.theme import palette, style_sheet, theme_named

PANEL_WIDTH = 320
SMALLEST, USUAL, LARGEST = 8, 13, 40
RECENT = 12


class Window(QMainWindow):
    """One document, open for reading.

    `keep` stores settings whenever they change. Errors of the world are shown in
    the banner; the window goes on.
    """

    def __init__(
        self, session: Session, jobs: Jobs, settings: Settings, keep: Callable[[Settings], None]
    ) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self._jobs = jobs
        self._keep = keep
        self._theme = theme_named(settings.theme)
        self._leaving = False
        self.setAcceptDrops(True)
        self.banner = Banner()
        self.view = ReaderView(session, self._type_style())
        self.view.setAccessibleName(self.tr("Text"))
        self.panel = NotesPanel(session, self._theme)
        self.mark_bar = MarkBar(self._theme, self.view.viewport())
        self._menus = Commands().menus()
        self._actions: dict[str, QAction] = {}
        self._build_page()
        self._build_menus()
        self._build_status()
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

    def _build_menus(self) -> None:
        bar = QToolBar(self.tr("Tools"), movable=False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._bar = bar
        for menu in self._menus:
            shown = self.menuBar().addMenu(menu.title)
            for command, before in zip(menu.commands, (None, *menu.commands), strict=False):
                if before is not None and before.group != command.group:
                    shown.addSeparator()
                shown.addAction(self._action(command))
                if command.id == "open":
                    self._recent = shown.addMenu(self.tr("Open &Recent"))
                    self._recent.aboutToShow.connect(self._fill_recent)
                if command.id == "notes-panel":
                    spring = QWidget()
                    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                    bar.addWidget(spring)
                if command.icon:
                    bar.addAction(self._actions[command.id])
        self.addToolBar(bar)

    def _action(self, command: Command) -> QAction:
        action = QAction(command.text, self, checkable=command.checkable)
        action.setShortcuts(command.shortcuts)
        action.setObjectName(command.id)
        action.setIconText(command.plain)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{command.plain} ({keys})" if keys else command.plain)
        action.triggered.connect(lambda: self.attempt(lambda: command.call(self)))
        if command.icon:
            action.setIcon(icon(command.icon))
            action.setIconVisibleInMenu(False)
        self._actions[command.id] = action
        return action

    def _build_status(self) -> None:
        status = self.statusBar()
        status.setSizeGripEnabled(False)
        self._progress_label = QLabel()
        self._progress = QProgressBar(textVisible=False)
        self._progress.setFixedWidth(160)
        self._progress.setAccessibleName(self.tr("Translation of the whole document"))
        self._stop = QToolButton(autoRaise=True)
        self._stop.setDefaultAction(self._actions["cancel"])
        self._stop.setText(self.tr("Stop"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 0, 0, 0)
        for widget in (self._progress_label, self._progress, self._stop):
            row.addWidget(widget)
        self._progress_box = holder
        status.addWidget(holder)
        self._engine_label = QLabel()
        status.addPermanentWidget(self._engine_label)

    def _connect(self) -> None:
        view, session = self.view, self.session
        view.clicked_text.connect(self._text_clicked)
        view.mark_clicked.connect(self._mark_clicked)
        view.selection_settled.connect(self._show_mark_bar)
        view.selection_changed.connect(self._selection_changed)
        view.place_settled.connect(session.keep_place)
        view.verticalScrollBar().valueChanged.connect(self.mark_bar.hide)
        self.mark_bar.colour_chosen.connect(self._colour_chosen)
        self.mark_bar.note_wanted.connect(lambda: self.attempt(self.write_note))
        self.mark_bar.copy_wanted.connect(view.copy)
        self.panel.place_wanted.connect(self.go_to_mark)
        self.panel.delete_wanted.connect(self._delete)
        self.panel.editor.trouble.connect(self.report)
        self.panel.editor.done.connect(view.setFocus)
        self._splitter.splitterMoved.connect(lambda: self._change(panel_width=self.panel.width()))
        session.changed.connect(self._session_changed)
        session.progressed.connect(self._show_progress)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _restore(self) -> None:
        self.resize(1180, 780)
        if self.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(self.settings.geometry.encode()))
        self.view.set_ratio(self.settings.ratio)
        self._show_panel(self.settings.notes_panel)
        self.view.ratio_changed.connect(self._ratio_changed)

    # -- documents ----------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Read a file in the background and show it."""
        self._jobs.run(lambda: formats.open_document(path), self._opened)

    def choose_file(self) -> None:
        path = dialogs.ask_for_file(self, self.settings.last_folder)
        if path is not None:
            self._change(last_folder=str(path.parent))
            self.open_path(path)

    def _opened(self, outcome: Ok[Document] | Err) -> None:
        if isinstance(outcome, Err):
            self.report(outcome.error)
            return
        self.attempt(lambda: self.show_document(outcome.value))

    def show_document(self, document: Document) -> None:
        """Show a document that was read; what was typed on the last one is saved first."""
        if not self.panel.editor.save():
            return
        self.session.keep_place(self.view.place())
        self.banner.hide()
        self.session.open(document)
        self.view.setFocus()
        if document.warnings:
            self.banner.say(" ".join(document.warnings))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for entry in self.session.recent(RECENT):
            if entry.source:
                action = self._recent.addAction(entry.title)
                action.setToolTip(entry.source)
                path = Path(entry.source)
                action.triggered.connect(lambda _=False, path=path: self.open_path(path))
        self._recent.setEnabled(not self._recent.isEmpty())

    # -- translating --------------------------------------------------------

    def translate_here(self) -> None:
        if self.view.selection is not None:
            self.session.translate(self.view.selection.caret.row)

    def translate_all(self) -> None:
        if self.session.translate_all() == 0:
            self.statusBar().showMessage(self.tr("All paragraphs are translated."), 4000)

    def cancel(self) -> None:
        self.session.cancel()

    def _text_clicked(self, row: int, _side: Side) -> None:
        self.session.translate(row)

    def show_package(self, package: Package) -> None:
        """Say in the status bar what translates, and that it does so offline."""
        name = f"{package.name} {package.version}"
        if package.origin == "bundled":
            name = self.tr("Starter model {0}").format(package.version)
        self._engine_label.setText(self.tr("Offline · {0}").format(name))
        self._engine_label.setToolTip(self.tr("No program part here opens a connection."))

    def show_network(self, network: Network) -> None:
        """Say how the translator is kept from the network."""
        self._engine_label.setToolTip(
            self.tr("The translator runs without a network: the system gives it none.")
            if network is Network.CUT
            else self.tr("The translator runs without a network: the program refuses it any.")
        )

    # -- marks and notes ----------------------------------------------------

    def mark_in(self, colour: Colour) -> None:
        """Mark what is selected, or give the mark at the caret that colour."""
        self.mark_bar.hide()
        selection = self.view.selection
        spans = self.view.selected_spans()
        if selection is not None and spans:
            same = [m for m in self.view.marks_in_selection() if _spans(m) == spans]
            if same:
                self.session.set_colour(same[-1], colour)
            else:
                self.session.add_mark(selection.side, spans, colour)
            self.view.clear_selection()
        else:
            for mark in self.view.marks_in_selection():
                self.session.set_colour(mark, colour)

    def write_note(self) -> None:
        """Write on the selection, on the mark at the caret, or on the paragraph."""
        self.mark_bar.hide()
        selection = self.view.selection
        if selection is None:
            return
        mark = next(reversed(self.view.marks_in_selection()), None)
        spans = self.view.selected_spans()
        if spans and (mark is None or _spans(mark) != spans):
            mark = self.session.add_mark(selection.side, spans, Colour.YELLOW)
            self.view.clear_selection()
        self._show_panel(True)
        if mark is not None:
            self.panel.show_mark(mark)
        else:
            self._begin_paragraph_note(selection.side, selection.caret.row)
        self.panel.editor.write()

    def _begin_paragraph_note(self, side: Side, row: int) -> None:
        text = self.session.text(row, side)
        if not text:
            side, text = Side.SOURCE, self.session.text(row, Side.SOURCE)
        whole = [(row, Span(0, len(text)))]
        for span, mark in self.session.marks_at(row, side):
            if mark.colour is None and span == whole[0][1]:
                self.panel.show_mark(mark)
                return
        self.panel.editor.begin(text, lambda note: self.session.add_mark(side, whole, None, note))

    def delete_marks(self) -> None:
        marks = self.view.marks_in_selection()
        if marks:
            self.session.delete(marks)

    def go_to_mark(self, mark: Mark) -> None:
        current = self.session.mark(mark.id) or mark
        place = self.session.place_of(current)
        if place is not None:
            self.view.reveal(*place)

    def undo(self) -> None:
        if self.panel.editor.save():
            self.session.undo()

    def redo(self) -> None:
        if self.panel.editor.save():
            self.session.redo()

    def _colour_chosen(self, colour: Colour) -> None:
        self.attempt(lambda: self.mark_in(colour))

    def _delete(self, marks: list[Mark]) -> None:
        self.attempt(lambda: self.session.delete(marks))

    def _ratio_changed(self, ratio: float) -> None:
        self._change(ratio=ratio)

    def _mark_clicked(self, mark_id: str) -> None:
        mark = self.session.mark(mark_id)
        if mark is not None:
            self.panel.show_mark(mark)
            if mark.note:
                self._show_panel(True)

    def _show_mark_bar(self) -> None:
        selection = self.view.selection
        if selection is None or selection.empty:
            return
        self.mark_bar.show_at(self.view.line_box(selection.side, selection.caret).toRect())

    def _selection_changed(self) -> None:
        self.mark_bar.hide()

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
            self.statusBar().showMessage(self.tr("Saved {0}").format(outcome.value), 8000)

    # -- appearance ---------------------------------------------------------

    def zoom(self, steps: int) -> None:
        size = USUAL if steps == 0 else self.settings.font_size + steps
        self._change(font_size=min(LARGEST, max(SMALLEST, size)))
        self.view.set_type_style(self._type_style())

    def use_theme(self, name: str) -> None:
        self._change(theme=name)
        self._dress()

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

    def show_keys(self) -> None:
        dialogs.show_keys(self, self._menus)

    def show_about(self) -> None:
        dialogs.show_about(self)

    def _type_style(self) -> TypeStyle:
        settings = self.settings
        return TypeStyle(
            self._theme, settings.font_family, float(settings.font_size), settings.line_spacing
        )

    def _dress(self, *_: object) -> None:
        self._theme = theme_named(self.settings.theme)
        QApplication.setPalette(palette(self._theme))
        self.setStyleSheet(style_sheet(self._theme))
        self.view.set_type_style(self._type_style())
        self.panel.set_theme(self._theme)
        self.mark_bar.set_theme(self._theme)
        for name in ("system", "light", "dark", "sepia"):
            self._actions[f"theme-{name}"].setChecked(name == self.settings.theme)

    def _show_panel(self, shown: bool) -> None:
        self.panel.setVisible(shown)
        self._actions["notes-panel"].setChecked(shown)
        if shown:
            width = self.settings.panel_width or PANEL_WIDTH
            self._splitter.setSizes([max(1, self.width() - width), width])
        self._change(notes_panel=shown)

    def _change(self, **values: Any) -> None:
        settings = replace(self.settings, **values)
        if settings != self.settings:
            self.settings = settings
            self._keep(settings)

    # -- telling ------------------------------------------------------------

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that the world may refuse; says so in the banner. True when it was done."""
        try:
            act()
        except KnownError as error:
            self.report(error)
            return False
        return True

    def report(self, error: KnownError) -> None:
        self.banner.say(str(error))

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            title = self.session.document.title
            self.setWindowTitle(f"{title} – Lesepult" if title else "Lesepult")
        if Changes.MARKS in changes or Changes.DOCUMENT in changes:
            for name, label in (
                ("undo", self.session.undo_label),
                ("redo", self.session.redo_label),
            ):
                self._actions[name].setEnabled(label is not None)
        self._show_progress()

    def _show_progress(self) -> None:
        progress = self.session.progress
        busy = self.session.waiting > 1 and progress.asked > 0
        self._progress_box.setVisible(busy)
        self._actions["cancel"].setEnabled(self.session.waiting > 0)
        if busy:
            self._progress.setMaximum(progress.asked)
            self._progress.setValue(progress.done)
            self._progress_label.setText(
                self.tr("Translating: {0} of {1} paragraphs").format(progress.done, progress.asked)
            )

    # -- Qt's events --------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for name in ("translate", "", "copy", "", *(f"mark-{c}" for c in Colour), "note", "delete"):
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.exec(event.globalPos())

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
        event.accept()

    def _leave(self) -> None:
        self._leaving = True
        self.close()


def _spans(mark: Mark) -> list[tuple[int, Span]]:
    return [(anchor.paragraph, anchor.span) for anchor in mark.anchors]
