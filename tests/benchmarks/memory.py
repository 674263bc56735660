"""What memory the window's process takes: of a book, and after long use.

    .venv/bin/python -m tests.benchmarks.memory [--clicks 10000] [--books 100]

Every figure is what the process has resident beyond what it had after warming up, by the
way a reader takes: files are opened from disk, and read by a child process.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import tempfile
from functools import cached_property
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import psutil
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from reader.app import App, bundled_article, make_application
from reader.paths import paths
from tests.benchmarks.library import book

SMALL, LARGE = 2_000, 20_000
WARM_CLICKS, WARM_BOOKS = 1000, 10
OF_EACH = 2_000  # paragraphs of each of many books


class Reader:
    """Somebody at the window, by turns in this text and that."""

    def __init__(self, folder: Path) -> None:
        self.app = App(paths(folder / "profile"), folder)
        self.app.window.resize(1200, 800)
        self.app.begin(bundled_article())
        while self.app.session.entry is None or not self.app.session.renderings.engine:
            self.pause(5)
        self.chance = random.Random(1)

    @cached_property
    def _pause(self) -> tuple[QEventLoop, QTimer]:
        """One for all: each connection that is made would leave some bytes with PySide."""
        loop = QEventLoop()
        timer = QTimer(singleShot=True)
        timer.timeout.connect(loop.quit)
        return loop, timer

    def pause(self, milliseconds: int) -> None:
        """Let the program run for a while."""
        loop, timer = self._pause
        timer.start(milliseconds)
        loop.exec()

    def open(self, file: Path) -> None:
        self.app.window.open_path(file)
        while self.app.session.document.source != str(file):
            self.pause(5)
        self.pause(50)

    def scroll_through(self) -> None:
        bar = self.app.window.view.verticalScrollBar()
        for step in range(300):
            bar.setValue(bar.maximum() * step // 300)
            self.pause(0)

    def find_all(self, words: str) -> None:
        bar = self.app.window.find_bar
        bar.begin()
        bar.look_for(words)
        while bar.searching:
            self.pause(0)
        bar.leave()

    def click(self, times: int) -> None:
        """Click on paragraphs anywhere, and wait until they are translated."""
        view = self.app.window.view
        bar = view.verticalScrollBar()
        for _ in range(times):
            bar.setValue(self.chance.randrange(bar.maximum()))
            self.pause(0)
            point = QPoint(self.chance.randrange(200, 1000), self.chance.randrange(50, 600))
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
            while self.app.session.renderings.waiting:
                self.pause(1)


def resident() -> float:
    """Megabytes of this process, without the children that translate and read."""
    gc.collect()
    return psutil.Process().memory_info().rss / 2**20


def main() -> None:
    """Print what each kind of use takes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clicks", type=int, default=10_000)
    parser.add_argument("--books", type=int, default=100)
    wanted = parser.parse_args()
    make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = (book(folder / f"Buch {size}.epub", size) for size in (SMALL, LARGE))
        reader = Reader(folder)
        for _ in range(2):
            reader.open(small)
            reader.scroll_through()
            reader.find_all("Hund")
            reader.open(bundled_article())
        before = resident()
        size = 0.0

        def tell(what: str) -> None:
            taken = resident() - before
            of = f"{taken / size:6.1f} times its text" if size else ""
            print(f"{what:44}{taken:8.1f} MB {of}", flush=True)

        reader.open(large)
        texts = (paragraph.text for paragraph in reader.app.session.document.paragraphs)
        size = sum(len(text.encode()) for text in texts) / 2**20
        print(f"{'text of a book of 20,000 paragraphs':44}{size:8.1f} MB")
        tell("opened for the first time")
        reader.open(bundled_article())
        reader.open(large)
        tell("opened again")
        reader.scroll_through()
        tell("scrolled through")
        reader.find_all("Hund")
        tell("a word found in each paragraph, and left")
        size = 0.0
        reader.click(WARM_CLICKS)
        before = resident()
        for part in range(1, 5):
            reader.click(wanted.clicks // 4)
            tell(f"{part * wanted.clicks // 4} clicks more on other paragraphs")
        files = [
            book(folder / f"Buch {number}.epub", OF_EACH)
            for number in range(WARM_BOOKS + wanted.books)
        ]
        for file in files[:WARM_BOOKS]:
            reader.open(file)
        before = resident()
        for number, file in enumerate(files[WARM_BOOKS:], 1):
            reader.open(file)
            if 4 * number % wanted.books == 0:
                tell(f"{number} books more of {OF_EACH} paragraphs")
        reader.app.quit()
        reader.app.close()


if __name__ == "__main__":
    main()
