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

TEXTS = (
    ("Die Brücke am Fluss", "Am Morgen war die Brücke gesperrt, und niemand wusste warum.", 120),
    ("Ein Sommer in Rostock", "Wir saßen am Hafen und sahen den Schiffen nach.", 640),
    ("Kleine Geschichte des Fahrrads", "Zuerst hatte es keine Pedale und keine Kette.", 310),
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


def look_up(app: App, row: int, word: str) -> None:
    """Look up a word and put it on the word list."""
    start = app.session.renderings.text(row, Side.SOURCE).index(word)
    app.window.view.select(Selection.at(Side.SOURCE, Spot(row, start + 2)))
    app.window.menus.action("look-up").trigger()
    pause(2500)
    app.window.menus.action("keep-word").trigger()


def show_sentences(app: App) -> None:
    """Show the English of some sentences, and leave the others covered."""
    for row, offset in ((0, 3), (2, 3), (2, 200), (3, 3)):
        app.window.view.select(Selection.at(Side.SOURCE, Spot(row, offset)))
        app.window.menus.action("reveal-next-sentence").trigger()
        pause(300)


def fill_library(app: App, folder: Path) -> None:
    """Open some texts more; each is one sentence of its own, over and over."""
    for title, sentence, length in TEXTS:
        file = folder / f"{title}.txt"
        file.write_text(f"{title}\n\n" + "\n\n".join([sentence] * length) + "\n", "utf-8")
        app.window.open_path(file)
        until(lambda title=title: app.session.document.title == title)
        pause(300)


def main() -> None:
    """Go through the article as a reader would, taking pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    application: QApplication = make_application()
    with tempfile.TemporaryDirectory() as profile:
        # The pictures show no text of others: the dictionaries of this machine are left out.
        app = App(paths(Path(profile)), Path(profile))
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
        look_up(app, 1, "Fahrzeug")
        take(app, folder / "word.png")
        app.window.appearance.use_theme("sepia")
        app.window.side.toggle()
        app.window.translating.hide_all()
        app.window.menus.action("reveal-sentence").trigger()
        show_sentences(app)
        take(app, folder / "help.png")
        app.window.appearance.use_theme("light")
        fill_library(app, Path(profile))
        app.window.menus.action("library").trigger()
        take(app, folder / "library.png")
        app.window.close()
        app.close()
    application.quit()


if __name__ == "__main__":
    main()
