"""The composition root: builds everything once and passes it on."""

from __future__ import annotations

import importlib.resources
import signal
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader import APP_NAME, __version__, formats, settings
from reader.errors import KnownError
from reader.model import Document, Entry
from reader.packages import Package, route
from reader.paths import Paths, paths
from reader.services.changes import Changes
from reader.services.jobs import Err, Jobs, Ok
from reader.services.models import Models
from reader.services.renderings import Renderings
from reader.services.session import Session
from reader.services.translator import Translator
from reader.services.words import WordLookUp
from reader.store import Store, open_store, stand_in
from reader.translation.protocol import Hello, command
from reader.ui.bundle import Services
from reader.ui.icons import app_icon
from reader.ui.language import use_language
from reader.ui.preferences import Preferences
from reader.ui.theme import interface_font
from reader.ui.window import Window


class App:
    """One running program: its store, its translating child, its window.

    `shared` is where the system keeps what its programs share.
    """

    def __init__(self, places: Paths, shared: Path = Path("/usr/share")) -> None:
        self.paths = places
        self._languages = ("", "")
        self.store, self.problem = _store(places)
        self.translator = Translator()
        self.jobs = Jobs()
        self.session = Session(self.store, Renderings(self.store.translations, self.translator))
        self.models = Models(places)
        self.look_up = WordLookUp(self.session, self.translator, places, shared)
        services = Services(
            self.session, self.jobs, self.models, self.look_up, self._read, places.config
        )
        self.preferences = Preferences(settings.load(places), partial(_keep, places))
        use_language(self.preferences.values.language)
        self.window = Window(services, self.preferences)
        self.translator.troubled.connect(self.window.banner.say)
        self.translator.began.connect(self._began)
        self.models.changed.connect(self._find_route)
        self.session.changed.connect(self._session_changed)

    def begin(self, file: Path | None) -> None:
        """Show the window, then find the model and the text to read."""
        self.window.show()
        if self.problem is not None:
            self.window.report(self.problem, lasting=True)
        self._find_route()
        self.window.open_path(file or self._last() or bundled_article())

    def close(self) -> None:
        """End what runs beside the window."""
        self.models.close()
        self.look_up.close()
        self.translator.close()
        self.jobs.close()
        self.store.close()

    def _read(self, path: Path) -> tuple[Document, Entry | None]:
        """Read a file and take it into the library; runs beside the window."""
        document = formats.open_document(path)
        if self.problem is not None:
            return document, None
        with open_store(self.paths) as store:
            return document, store.library.add(document)

    def _last(self) -> Path | None:
        """The text that was read last, if its file is still there."""
        for entry in self.store.library.recent(1):
            if entry.source and Path(entry.source).is_file():
                return Path(entry.source)
        return None

    def _began(self, hello: Hello) -> None:
        self.window.status.show_network(hello.network)

    def _session_changed(self, changes: Changes) -> None:
        if Changes.LANGUAGES in changes and self.session.renderings.languages != self._languages:
            self._find_route()

    def _find_route(self) -> None:
        """Look for the packages that translate between the languages of the session."""
        self._languages = source, target = self.session.renderings.languages
        if source == target:
            self._route_found(Err(KnownError("There is nothing to translate this text into.")))
            return
        self.jobs.run(lambda: route(self.paths, source, target), self._route_found)

    def _route_found(self, outcome: Ok[tuple[Package, ...]] | Err) -> None:
        found: tuple[Package, ...] = ()
        if isinstance(outcome, Err):
            self.translator.refuse(str(outcome.error))
            self.window.report_missing_model(outcome.error)
        else:
            found = outcome.value
            self.translator.use(command(*((package.folder, package.engine) for package in found)))
        self.session.renderings.use_engine("+".join(package.engine for package in found))
        self.window.status.show_route(found)
        self.models.settle(found)


def run(file: Path | None, profile: Path | None) -> int:
    """Run the program with a window until it is closed. Gives the exit status."""
    application = make_application()
    app = App(paths(profile))
    app.begin(file)
    # Python sees an interrupt from the terminal only when it gets to run.
    signal.signal(signal.SIGINT, partial(_interrupted, app.window))
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


def _store(places: Paths) -> tuple[Store, KnownError | None]:
    """The store, or one that keeps nothing and the reason why."""
    try:
        return open_store(places), None
    except KnownError as problem:
        return stand_in(problem), problem


def _interrupted(window: Window, _number: int, _frame: FrameType | None) -> None:
    window.close()


def _keep(places: Paths, values: settings.Settings) -> None:
    """Settings that cannot be written are lost with the window; reading goes on."""
    with suppress(KnownError):
        settings.save(values, places)
