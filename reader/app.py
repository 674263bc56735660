"""The composition root: builds everything once and passes it on."""

from __future__ import annotations

import importlib.resources
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

from reader import APP_NAME, __version__, settings
from reader.desk import Desk, Shared
from reader.errors import KnownError
from reader.model import Entry
from reader.paths import Paths, paths
from reader.services import open_windows
from reader.services.changes import Changes
from reader.services.child import Children
from reader.services.jobs import Err, Jobs, Ok
from reader.services.models import Models
from reader.services.notebook import Notebook
from reader.services.second_start import SecondStarts, hand_over
from reader.services.session import Session
from reader.services.translator import Translator
from reader.services.words import WordLookUp
from reader.store import Store, open_store, stand_in
from reader.ui.icons import app_icon
from reader.ui.language import use_language
from reader.ui.preferences import Preferences
from reader.ui.theme import interface_font
from reader.ui.window import Window

BESIDE = 28  # pixels that a new window lies right and below of the one before it


class App:
    """One running program: its store, its translating child, its windows.

    `window` and what belongs to it are those in front. `shared` is where the system keeps
    what its programs share.
    """

    def __init__(self, places: Paths, shared: Path = Path("/usr/share")) -> None:
        self.paths = places
        self.store, self.problem = _store(places)
        self.jobs = Jobs()
        self.models = Models(places)
        self.preferences = Preferences(settings.load(places), partial(_keep, places))
        use_language(self.preferences.values.language)
        self.notebook = Notebook(self.store, places, keeps=self.problem is None)
        self.windows = Desks(partial(self._common, shared), self.problem)

    @property
    def desks(self) -> list[Desk]:
        return self.windows.all

    @property
    def window(self) -> Window:
        return self.desks[0].window

    @property
    def session(self) -> Session:
        return self.desks[0].session

    @property
    def translator(self) -> Translator:
        return self.desks[0].translator

    @property
    def look_up(self) -> WordLookUp:
        return self.desks[0].look_up

    def begin(self, file: Path | None) -> None:
        """Show that file in front, and the windows that were open the last time."""
        first = self.desks[0]
        self._show(first)
        if self.problem is not None:
            first.window.report(self.problem, lasting=True)
        left = self._left_open(but=file)
        if file is not None:
            self.open_path(file, first.window)
        elif not left:
            self._begin_anew()
        for number, (entry, geometry) in enumerate(left):
            desk = first if number == 0 and file is None else self._add_desk(front=False)
            desk.window.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
            self._show(desk)
            self._open(desk, partial(self._opening.entry, entry))
        first.window.activateWindow()

    def close(self) -> None:
        """End what runs beside the windows."""
        _application().focusWindowChanged.disconnect(self._focus_changed)
        self.models.close()
        self.windows.close()
        self.notebook.close()
        self.jobs.close()
        self.store.close()

    def _common(self, shared: Path, desks: Desks) -> Shared:
        return Shared(
            self.paths,
            shared,
            self.store,
            self.jobs,
            self.models,
            self.notebook,
            Children(),
            self.preferences,
            desks,
        )
        return [(e, geometry) for e, geometry in found if e is not None and e.source != without]

    def _keep_windows(self) -> None:
        if self.problem is None:
            windows = [
                OpenWindow(desk.session.entry.id, _geometry(desk.window))
                for desk in self.desks
                if desk.session.entry is not None
            ]
            open_windows.save(windows, self._list)

    def _begin_anew(self) -> None:
        """The text that was read last, or the article at the first start."""
        recent = self.store.library.recent(1)
        if recent:
            self._open_entry(recent[0], self.desks[0])
        else:
            self.open_path(bundled_article(), self.window)


def run(file: Path | None, profile: Path | None) -> int:
    """Run the program with its windows until they are closed. Gives the exit status."""
    application = make_application()
    app = App(paths(profile))
    app.begin(file)
    # Python sees an interrupt from the terminal only when it gets to run.
    signal.signal(signal.SIGINT, partial(_interrupted, app))
    heartbeat = QTimer()
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start(500)
    status = application.exec()
    app.close()
    return status


def make_application() -> QApplication:
    """Qt's application, dressed as Lesepult."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APP_NAME)
    application.setApplicationDisplayName(APP_NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("lesepult")
    application.setStyle("Fusion")
    application.setWindowIcon(app_icon())
    application.setFont(interface_font(application.font()))
    return application


def bundled_article() -> Path:
    """The article that opens on first start."""
    return Path(str(importlib.resources.files("reader.seeds") / "schuetzenpanzer.txt"))


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application


def _shows(entry: Entry) -> Callable[[Desk], bool]:
    return lambda desk: desk.session.entry is not None and desk.session.entry.id == entry.id


def _geometry(window: Window) -> str:
    return bytes(window.saveGeometry().toBase64().data()).decode()


def _store(places: Paths) -> tuple[Store, KnownError | None]:
    """The store, or one that keeps nothing and the reason why."""
    try:
        return open_store(places), None
    except KnownError as problem:
        return stand_in(problem), problem


def _interrupted(app: App, _number: int, _frame: FrameType | None) -> None:
    app.quit()


def _keep(places: Paths, values: settings.Settings) -> None:
    """Settings that cannot be written are lost with the window; reading goes on."""
    with suppress(KnownError):
        settings.save(values, places)
