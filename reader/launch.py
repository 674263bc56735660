"""From the start of the process to the first thing one sees.

What is imported here is what a reader waits for before there is a window: the rest is
loaded behind it. So is Qt's namespace of constants, `Qt`: it alone takes a seventh of the
time of a bare window.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader import APP_NAME
from reader.cli import take_in
from reader.errors import KnownError
from reader.paths import Paths, paths
from reader.services import open_windows
from reader.services.second_start import hand_over
from reader.ui.first_sight import FirstSight, take
from reader.ui.window import Window

STANDARD_INPUT = "-"
PATIENCE_MS = 200  # with a window that the desktop does not show at once


def run(target: str | None, profile: Path | None) -> int:
    """Run the program with its windows until they are closed. Gives the exit status.

    `target` is a file, a lesepult:// link, or - for what comes through standard input. A
    program of the same profile that runs already is left to open it. Raises KnownError where
    there is no standard input, or nothing in it.
    """
    places = paths(profile)
    text = take_in() if target == STANDARD_INPUT else b""
    if target == STANDARD_INPUT and not text:
        raise KnownError("Nothing came through standard input.")
    file, link = _meant(target) if target and target != STANDARD_INPUT else (None, "")
    if hand_over(places, link or str(file or ""), text):
        return 0
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APP_NAME)
    application.setDesktopFileName("lesepult")
    window = Window()
    window.restoreGeometry(QByteArray.fromBase64(_geometry(places, file).encode()))
    sight = FirstSight(window, take(places.first_sight), same_text=not (file or text))
    window.show()
    _wait_for(sight)
    if not window.isVisible():  # closed already
        return 0
    from reader import app

    return app.run(places, lambda program: program.begin(file, link, text), window, sight)


def _meant(target: str) -> tuple[Path | None, str]:
    """A file as the terminal names it, or as a desktop does, by a file:// address; or a link."""
    from PySide6.QtCore import QUrl

    from reader.services.links import is_link

    if is_link(target):
        return None, target
    local = QUrl(target).toLocalFile() if target.startswith("file:") else target
    return Path(local).expanduser().absolute(), ""


def _geometry(places: Paths, file: Path | None) -> str:
    """Of the window that comes first."""
    left = open_windows.load(places.open_windows)
    if left and file is None:
        return left[0].geometry
    from reader import settings

    return settings.load(places).geometry


def _wait_for(sight: FirstSight) -> None:
    loop = QEventLoop()
    sight.painted.connect(lambda: QTimer.singleShot(0, loop, loop.quit))  # it shows after that
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
