"""Everything that stands in a window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

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
from reader.ui.reader_view import ReaderView
from reader.ui.revealing import Revealing
from reader.ui.side_panel import SidePanel
from reader.ui.source_language import SourceLanguage
from reader.ui.speech_bar import SpeechBar
from reader.ui.status import Status
from reader.ui.translating import Translating
from reader.ui.vaulting import Vaulting
from reader.ui.vocabulary import Vocabulary
from reader.ui.window import Window
from reader.ui.word_links import WordLighting
from reader.ui.word_list_panel import WordListPanel
from reader.ui.word_panel import WordPanel


def furnish(window: Window, services: Services) -> None:
    """Put all its parts into a window that knows its session and its preferences."""
    session = window.session
    window.appearance = Appearance(window, window.preferences)
    window.colours = ColourNames(window.preferences, window)
    window.banner = Banner()
    window.view = ReaderView(session, window.appearance.type_style)
    window.view.setAccessibleName(QCoreApplication.translate("Window", "Text"))
    window.panel = NotesPanel(session, window.appearance.theme, window.colours)
    window.word_panel = WordPanel(services.look_up, session.words, window.appearance.type_style)
    window.word_list = WordListPanel(session)
    window.word_lighting = WordLighting(window.view, services.look_up.links)
    window.find_bar = FindBar(session, window.view)
    window.speech_bar = SpeechBar(window)
    window.mark_bar = MarkBar(window.appearance.theme, window.colours, window.view.viewport())
    window.marking = Marking(session, window.view, window.panel, window.mark_bar)
    window.documents = Documents(window, services)
    window.library = Library(window, services)
    window.source_language = SourceLanguage(window, services)
    window.exporting = Exporting(window, services)
    window.vaulting = Vaulting(window, services)
    window.notebook_windows = NotebookWindows(window, services)
    window.side = _put_together(window)
    window.menus = Menus(window, session, services.models)
    window.status = Status(session, window.menus.action("cancel"), window)
    window.setStatusBar(window.status)
    window.full_screen = FullScreen(window)
    window.translating = Translating(window)
    window.revealing = Revealing(window)
    window.going = Going(window)
    window.links = Links(window)
    window.vocabulary = Vocabulary(window, services)


def _put_together(window: Window) -> SidePanel:
    """The page and the panel beside it; below the page its bars, above both the banner."""
    reading = QWidget()
    column = QVBoxLayout(reading)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(window.view, 1)
    column.addWidget(window.find_bar)
    column.addWidget(window.speech_bar)
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    splitter.addWidget(reading)
    side = SidePanel(splitter, window.preferences)
    side.left.connect(window.view.setFocus)
    side.addTab(window.panel, QCoreApplication.translate("Window", "Notes"))
    side.addTab(window.word_panel, QCoreApplication.translate("Window", "Word"))
    side.addTab(window.word_list, QCoreApplication.translate("Window", "Word List"))
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 0)
    splitter.setCollapsible(0, False)
    splitter.setCollapsible(1, False)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(window.banner)
    column.addWidget(window.library.add(splitter), 1)
    window.setCentralWidget(page)
    return side
