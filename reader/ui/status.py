"""The line below the page: how far a translation is, and what translates."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QToolButton, QWidget

from reader.offline import Network
from reader.packages import Package
from reader.services.changes import Changes
from reader.services.session import Session
from reader.ui.lights import Lit
from reader.ui.widgets import label
from reader.ui.wording import doubt, engine_name

PATIENCE_MS = 400  # most texts are read before it has to be said that they are


class Status(QStatusBar):
    """Shows progress while a whole document is translated, with a button to stop."""

    def __init__(self, session: Session, stop: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self._words = label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(self.tr("Translation of the whole document"))
        button = QToolButton()
        button.setAutoRaise(True)
        button.setDefaultAction(stop)
        button.setText(self.tr("Stop"))
        self._box = QWidget()
        row = QHBoxLayout(self._box)
        row.setContentsMargins(12, 0, 0, 0)
        for widget in (self._words, self._bar, button):
            row.addWidget(widget)
        self._stop = stop
        self._engine = label()
        self._here = label()
        self._here.setContentsMargins(10, 0, 0, 0)
        self.addWidget(self._box)
        self.addWidget(self._here, 1)
        self.addPermanentWidget(self._engine)
        self._opening = 0
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(lambda: self.showMessage(self.tr("Opening …")))
        session.renderings.progressed.connect(self.show_progress)
        session.changed.connect(self._session_changed)
        self.show_progress()

    def show_progress(self) -> None:
        """Say how far the translation of the document is, while there is one."""
        progress = self._session.renderings.progress
        busy = self._session.renderings.waiting > 0 and progress.asked > 0
        self._box.setVisible(busy)
        self._stop.setEnabled(self._session.renderings.waiting > 0)
        if busy:
            self._bar.setMaximum(progress.asked)
            self._bar.setValue(progress.done)
            words = self.tr("Translating: {0} of {1} paragraphs")
            number = QLocale().toString
            self._words.setText(words.format(number(progress.done), number(progress.asked)))

    def begin_opening(self) -> None:
        """Say that a text is read, should that take long."""
        self._opening += 1
        self._patience.start()

    def end_opening(self) -> None:
        """To be called once for every beginning."""
        self._opening -= 1
        if not self._opening:
            self._patience.stop()
            self.clearMessage()

    def _session_changed(self, _: Changes) -> None:
        self.show_progress()

    def show_here(self, lit: Lit | None) -> None:
        """Say what there is to know of the sentence that is lit."""
        words: list[str] = []
        if lit is not None:
            if lit.pair.flags:
                words.append(doubt(lit.pair.flags))
            rendering = self._session.renderings.rendering(lit.row)
            if rendering is not None and rendering.engine != self._session.renderings.engine:
                words.append(self.tr("Translated by {0}.").format(engine_name(rendering.engine)))
        self._here.setText(" ".join(words))

    def show_route(self, route: Sequence[Package]) -> None:
        """Say what translates, and that it does so offline."""
        names = [f"{package.name} {package.version}" for package in route]
        if len(route) == 1 and route[0].origin == "bundled":
            names = [self.tr("starter model {0}").format(route[0].version)]
        name = " + ".join(names) or self.tr("no model")
        self._engine.setText(self.tr("Offline · {0}").format(name))
        self._engine.setToolTip(self.tr("The program refuses itself every connection."))

    def show_network(self, network: Network) -> None:
        """Say how the translator is kept from the network."""
        if network is Network.CUT:
            self._engine.setToolTip(self.tr("The system gives the translator no network."))
