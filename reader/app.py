"""The composition root: builds everything once and passes it on."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from reader import APP_NAME, __version__, settings
from reader.desk import Desk, Shared
from reader.desks import Desks, bundled_article
from reader.errors import KnownError
from reader.paths import Paths
from reader.services.backups import BackupKeeper
from reader.services.changes import Changes
from reader.services.child import Children
from reader.services.garbage import Garbage
from reader.services.importing import Importing
from reader.services.jobs import Jobs
from reader.services.models import Models
from reader.services.notebook import Notebook
from reader.services.second_start import SecondStarts, Wish
from reader.services.session import Session
from reader.services.shelf import Shelf
from reader.services.translator import Translator
from reader.services.words import WordLookUp
from reader.store import Store, open_store, stand_in
from reader.ui.first_sight import FirstSight
from reader.ui.icons import app_icon
from reader.ui.language import use_language
from reader.ui.preferences import Preferences
from reader.ui.theme import interface_font
from reader.ui.window import Window

__all__ = ["App", "bundled_article", "make_application", "run"]


class App:
    """One running program: its store, its translating processes, its windows.

    `window` and what belongs to it are those in front; it may be there already, without its
    parts. `shared` is where the system keeps what its programs share.
    """

    def __init__(
        self, places: Paths, shared: Path = Path("/usr/share"), window: Window | None = None
    ) -> None:
        self.paths = places
        self.garbage = Garbage()
        self.store, self.problem = _store(places)
        self.jobs = Jobs()
        self.models = Models(places)
        self.preferences = Preferences(settings.load(places), partial(_keep, places))
        use_language(self.preferences.values.language)
        self.backups = BackupKeeper(places, self.problem)
        self.notebook = Notebook(self.store, places, keeps=self.problem is None)
        self.shelf = Shelf(self.store, places, self.jobs, keeps=self.problem is None)
        self.importing = Importing(places)
        self.windows = Desks(partial(self._common, shared), self.problem, window)
        self.backups.failed.connect(self._not_backed_up)

    @property
    def desks(self) -> list[Desk]:
        return self.windows.all

    @property
    def window(self) -> Window:
        return self.windows.front.window

    @property
    def session(self) -> Session:
        return self.windows.front.session

    @property
    def translator(self) -> Translator:
        return self.windows.front.translator

    @property
    def look_up(self) -> WordLookUp:
        return self.windows.front.look_up

    def begin(self, file: Path | None = None, link: str = "", text: bytes = b"") -> None:
        """Show that file or text or what the link leads to, and the windows of the last time."""
        self.windows.begin(file, link, text)

    def quit(self) -> None:
        """Close all windows, to come back at the next start."""
        self.windows.quit()

    def close(self) -> None:
        """End what runs beside the windows."""
        self.models.close()
        self.importing.close()
        self.windows.close()
        self.notebook.close()
        self.jobs.close()
        self.store.close()
        self.backups.close()
        self.garbage.close()

    def _not_backed_up(self, problem: KnownError) -> None:
        self.window.report(problem)

    def _common(self, shared: Path, desks: Desks) -> Shared:
        return Shared(
            self.paths,
            shared,
            self.store,
            self.jobs,
            self.models,
            self.notebook,
            self.backups,
            Children(),
            self.preferences,
            desks,
            self.shelf,
            self.importing,
        )


class HandedOver(QObject):
    """What the desktop hands to a program that runs: on macOS files, links, and its end."""

    wished = Signal(object)  # Wish
    ended = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            url = event.url()
            self.wished.emit(Wish(url.toLocalFile() if url.isLocalFile() else url.toString()))
            return True
        shown = (widget.isVisible() for widget in QApplication.topLevelWidgets())
        if event.type() is QEvent.Type.Quit and any(shown):
            self.ended.emit()  # or else Qt closes one window after the other, as if meant so
        return super().eventFilter(watched, event)


def run(places: Paths, begin: Callable[[App], None], window: Window, sight: FirstSight) -> int:
    """Put everything into the window that is there, until all are closed. Gives the exit status.

    `begin` opens what is to be opened. `sight` lies upon the window until there is a text in it.
    """
    application = make_application()
    app = App(places, window=window)
    app.session.changed.connect(partial(_unveil, window, sight))
    status = _run_once(application, app, partial(_begin_behind, app, sight, begin))
    while app.windows.again:
        app = App(places)
        status = _run_once(application, app, app.begin)
    return status


def _unveil(window: Window, sight: FirstSight, changes: Changes) -> None:
    """Let the text be seen when it stands as it was left, its words broken too."""
    if Changes.DOCUMENT not in changes or sight.isHidden():
        return
    hyphenation = window.view.typesetter.hyphenation

    def leave() -> None:
        if not hyphenation.waiting:
            sight.leave()

    hyphenation.ready.connect(leave)
    sight.left.connect(lambda: hyphenation.ready.disconnect(leave))
    window.view.viewport().repaint()  # sets the page: only then it is known what is wanted
    leave()


def _begin_behind(app: App, sight: FirstSight, begin: Callable[[App], None]) -> None:
    begin(app)
    sight.wait()


def _run_once(application: QApplication, app: App, begin: Callable[[], None]) -> int:
    second_starts = SecondStarts()
    second_starts.wished.connect(app.windows.receive)
    handed = HandedOver()
    handed.wished.connect(app.windows.receive)
    handed.ended.connect(app.quit)
    application.commitDataRequest.connect(app.quit)  # the desktop's session ends
    application.installEventFilter(handed)
    QTimer.singleShot(0, lambda: second_starts.listen(app.paths))  # when the window stands there
    # Python sees an interrupt from the terminal, or the system's end, only when it gets to run.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, partial(_interrupted, app))
    heartbeat = QTimer()
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start(500)
    begin()
    # Closed already, it would have nothing to end it.
    seen = any(desk.window.isVisible() for desk in app.desks)
    status = application.exec() if seen else 0
    second_starts.close()
    app.close()
    for desk in app.desks:
        desk.window.deleteLater()
    return status


SWITCH_S = 0.0005
"""After how long work beside the windows lets them go on. A picture of the page asks for it a
hundred times, so that with Python's own 5 ms it stood still for half a second."""


def make_application() -> QApplication:
    """Qt's application, dressed as Lesepult."""
    sys.setswitchinterval(SWITCH_S)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APP_NAME)
    application.setApplicationDisplayName(APP_NAME)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("lesepult")
    application.setStyle("Fusion")
    application.setWindowIcon(app_icon())
    application.setFont(interface_font(application.font()))
    application.sendPostedEvents()  # a window that is there hears of its font by event
    return application


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
