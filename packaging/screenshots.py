"""Takes the README's pictures from the real program and the bundled article.

    .venv/bin/python packaging/screenshots.py [FOLDER]

Needs no display. The default folder is `packaging/screenshots/`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1.5"

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader.app import App, make_application
from reader.model import Colour, Side, Span
from reader.paths import paths
from reader.ui.selection import Selection, Spot

SIZE = (1180, 760)
MARKS = (
    (0, "Schützenpanzer", Colour.YELLOW, "infantry fighting vehicle, not a tank: Kampfpanzer"),
    (2, "verbreitet sich derzeit rasant", Colour.GREEN, ""),
    (3, "Annäherung", Colour.BLUE, "sich annähern: to come closer, to make up"),
    (4, "Sicherheitsgarantien", Colour.PINK, ""),
)


def until(happened: Callable[[], bool]) -> None:
    """Let the program run until something has come about."""
    end = time.monotonic() + 60
    while not happened() and time.monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def pause(milliseconds: int) -> None:
    """Let the program run for a while."""
    start = time.monotonic()
    until(lambda: time.monotonic() - start > milliseconds / 1000)


def take(app: App, path: Path) -> None:
    """Take a picture of the window as it is."""
    pause(300)
    app.window.grab().save(str(path))
    print(path.name)


def main() -> None:
    """Go through the article as a reader would, taking pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    application: QApplication = make_application()
    with tempfile.TemporaryDirectory() as profile:
        app = App(paths(Path(profile)))
        app.window.resize(*SIZE)
        app.window.appearance.use_theme("light")
        app.begin(None)
        session = app.session
        until(lambda: session.entry is not None and session.renderings.engine != "")
        session.renderings.translate_all()
        until(lambda: session.renderings.waiting == 0)
        for row, words, colour, note in MARKS:
            start = session.renderings.text(row, Side.SOURCE).index(words)
            session.add_mark(Side.SOURCE, [(row, Span(start, start + len(words)))], colour, note)
        if app.window.side.isHidden():
            app.window.side.toggle()
        app.window.panel.show_mark(session.marks[0])
        app.window.view.select(Selection.at(Side.SOURCE, Spot(2, 0)))
        take(app, folder / "light.png")
        app.window.appearance.use_theme("dark")
        take(app, folder / "dark.png")
        app.window.close()
        app.close()
    application.quit()


if __name__ == "__main__":
    main()
