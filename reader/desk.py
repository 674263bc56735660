"""One window, and what works for it alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import KnownError
from reader.packages import Package, route
from reader.paths import Paths
from reader.phrases import Phrase
from reader.services.backups import BackupKeeper
from reader.services.changes import Changes
from reader.services.child import Children
from reader.services.importing import Importing
from reader.services.jobs import Err, Jobs, Ok
from reader.services.models import Models
from reader.services.notebook import Notebook
from reader.services.renderings import Renderings
from reader.services.session import Session
from reader.services.shelf import Shelf
from reader.services.translator import Translator
from reader.services.words import WordLookUp
from reader.store import Store
from reader.translation.protocol import Hello, command
from reader.ui.bundle import Program, Services
from reader.ui.patience import Patience
from reader.ui.preferences import Preferences
from reader.ui.window import Window


@dataclass(frozen=True)
class Shared:
    """What all windows of the program have in common.

    `shared` is where the system keeps what its programs share.
    """

    paths: Paths
    shared: Path
    store: Store
    jobs: Jobs
    models: Models
    notebook: Notebook
    backups: BackupKeeper
    children: Children
    preferences: Preferences
    program: Program
    shelf: Shelf
    importing: Importing


class Desk(QObject):
    """A window with its session, its wishes for translations, and its way to a model.

    It furnishes the window it is given, or one of its own.
    `routed` tells that other packages translate for it.
    """

    routed = Signal()

    def __init__(self, common: Shared, window: Window | None = None) -> None:
        super().__init__()
        self._paths = common.paths
        self._jobs = common.jobs
        self._languages = ("", "")
        self.route: tuple[Package, ...] = ()
        self.closed = False
        self.translator = Translator(children=common.children)
        self.session = Session(common.store, Renderings(common.store.translations, self.translator))
        self.look_up = WordLookUp(self.session, self.translator, common.paths, common.shared)
        services = Services(
            self.session,
            common.jobs,
            common.models,
            common.notebook,
            common.backups,
            self.look_up,
            common.program,
            common.shelf,
            common.importing,
            common.paths.config,
        )
        self.window = window or Window()
        self.window.furnish(services, common.preferences)
        self.session.slowly = Patience(common.paths, self.window)
        self.translator.troubled.connect(self.window.report)
        self.translator.began.connect(self._began)
        self.session.changed.connect(self._session_changed)
        common.models.changed.connect(self.find_route)
        common.notebook.changed.connect(self.session.take_up)

    def find_route(self) -> None:
        """Look for the packages that translate between the languages of the session."""
        if self.closed:
            return
        self._languages = source, target = self.session.renderings.languages
        if source == target:
            self._route_found(
                Err(KnownError(Phrase("There is nothing to translate this text into.")))
            )
            return
        self._jobs.run(lambda: route(self._paths, source, target), self._route_found)

    def close(self) -> None:
        """End what runs beside the window."""
        self.closed = True
        self.window.speech_bar.end()
        self.window.view.typesetter.hyphenation.close()
        self.look_up.close()
        self.translator.close()

    def _began(self, hello: Hello) -> None:
        self.window.status.show_network(hello.network)

    def _session_changed(self, changes: Changes) -> None:
        if Changes.LANGUAGES in changes and self.session.renderings.languages != self._languages:
            self.find_route()

    def _route_found(self, outcome: Ok[tuple[Package, ...]] | Err) -> None:
        if self.closed:
            return
        self.route = ()
        if isinstance(outcome, Err):
            self.translator.refuse(outcome.error)
            self.window.report_missing_model(outcome.error)
        else:
            self.route = outcome.value
            hops = ((package.folder, package.engine) for package in self.route)
            self.translator.use(command(*hops))
            self.window.source_language.found()
        self.session.renderings.use_engine("+".join(package.engine for package in self.route))
        self.window.status.show_route(self.route)
        self.routed.emit()
