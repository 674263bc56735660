"""What the window feels of opening books and of a library of 2,000 texts.

    .venv/bin/python -m tests.benchmarks.library

A stall is the longest time for which the window's event loop did not come round.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer

from reader.app import App, bundled_article, make_application
from reader.model import Document, Kind, Paragraph, Place
from reader.paths import paths
from reader.store import open_store

CHAPTERS, TEXTS = 40, 2_000
SENTENCE = (
    "Das ist der Absatz Nummer {}, und er hat mehr Wörter als nötig, damit er aussieht wie einer."
    " Der Hund schläft im Garten, während die Sonne scheint und das Kind mit dem Ball spielt."
)
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>
<dc:title>{title}</dc:title><dc:language>de</dc:language></metadata>
<manifest>{items}</manifest><spine>{references}</spine></package>"""
CHAPTER = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title>K</title></head>
<body><h1>Kapitel {number}</h1>{paragraphs}</body></html>"""


def book(file: Path, paragraphs: int) -> Path:
    """An EPUB of so many paragraphs."""
    each = paragraphs // CHAPTERS
    items = (
        f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(CHAPTERS)
    )
    references = (f'<itemref idref="c{n}"/>' for n in range(CHAPTERS))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        package = PACKAGE.format(
            title=file.stem, items="".join(items), references="".join(references)
        )
        archive.writestr("c.opf", package)
        for n in range(CHAPTERS):
            texts = (f"<p>{SENTENCE.format(n * each + m)}</p>" for m in range(each))
            archive.writestr(f"c{n}.xhtml", CHAPTER.format(number=n, paragraphs="".join(texts)))
    return file


class Clock:
    """Measures how long something takes, and how long the event loop stood still meanwhile."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self._worst = 0.0
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def measure(self, what: str, act: Callable[[], object], done: Callable[[], bool]) -> None:
        pause(100)
        self._worst, self._last = 0.0, time.perf_counter()
        start = self._last
        act()
        while not done():
            pause(1)
        taken = time.perf_counter() - start
        pause(200)  # the first paint
        print(f"{what:<44}{1000 * taken:9.0f} ms {1000 * self._worst:9.0f} ms")

    def _tick(self) -> None:
        now = time.perf_counter()
        self._worst, self._last = max(self._worst, now - self._last), now


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def fill(folder: Path) -> None:
    """A library of many short texts."""
    some = random.Random(1)
    with open_store(paths(folder)) as store:
        for number in range(TEXTS):
            texts = (SENTENCE.format(f"{number}-{n}") for n in range(some.randint(3, 40)))
            document = Document(
                title=f"Der Text Nummer {number}",
                paragraphs=tuple(Paragraph(Kind.TEXT, text) for text in texts),
                checksum=f"{number:032x}",
                author=some.choice(("Franz Kafka", "Theodor Fontane", "")),
                format=some.choice(("EPUB", "PDF", "Plain text")),
            )
            entry = store.library.add(document)
            store.library.set_place(entry.id, Place(some.randint(0, 3)))


def main() -> None:
    make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "profile")
        app = App(paths(folder / "profile"), folder)
        app.window.resize(1200, 800)
        app.begin(bundled_article())
        clock = Clock()
        print(f"{'':<44}{'until it is there':>12} {'stall':>11}")

        def shown(title: str) -> Callable[[], bool]:
            return lambda: app.session.document.title == title

        clock.measure("the article", lambda: None, lambda: app.session.entry is not None)
        for size in (200, 20_000):
            file = book(folder / f"Buch {size}.epub", size)
            for time_of in ("first", "second"):
                clock.measure(
                    f"EPUB of {size} paragraphs, {time_of} time",
                    lambda file=file: app.window.open_path(file),
                    shown(file.stem),
                )
                app.window.open_path(bundled_article())
                while app.session.document.title == file.stem:
                    pause(5)
        page = app.window.library.page
        clock.measure(
            f"library of {TEXTS} texts",
            app.window.library.show,
            lambda: len(page.model.all) > TEXTS,
        )
        clock.measure(
            "a letter more to search for", lambda: page.search.setText("kafka 7"), lambda: True
        )
        page.search.clear()
        order = Qt.SortOrder.AscendingOrder
        clock.measure("sorted by title", lambda: page.table.sortByColumn(0, order), lambda: True)
        app.quit()
        app.close()


if __name__ == "__main__":
    main()
