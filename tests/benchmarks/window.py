"""What the window costs with a book of 20,000 paragraphs, against one of 200.

    .venv/bin/python -m tests.benchmarks.window

Every figure is the median of several runs, both books side by side in one process. Times
are those of the processor for the window's thread: other work on the machine is not in them.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from reader.app import App, bundled_article, make_application
from reader.model import Document, Kind, Paragraph, Rendering, SentencePair, Span
from reader.paths import paths

SMALL, LARGE = 200, 20_000
RUNS = 7
FRAME_MS = 16.7
MOVED = "text moved by translations"


def book(paragraphs: int) -> Document:
    """The article again and again, every paragraph a text of its own."""
    texts = bundled_article().read_text("utf-8").strip().split("\n")
    return Document(
        title=str(paragraphs),
        paragraphs=tuple(
            Paragraph(Kind.TEXT, f"{texts[number % len(texts)]} {paragraphs}-{number}")
            for number in range(paragraphs)
        ),
        checksum=str(paragraphs),
    )


class Bench:
    """A window whose every action is timed until it is painted."""

    def __init__(self, folder: Path) -> None:
        self.app = App(paths(folder))
        self.window = self.app.window
        self.window.resize(1200, 800)
        self.window.show()
        self.session = self.app.session
        self.session.renderings.use_engine("bench")
        pause(100)

    def timed(self, act: Callable[[], object]) -> float:
        """Milliseconds until the act is done and its result painted."""
        start = time.thread_time()
        act()
        self.window.view.viewport().repaint()
        return 1000 * (time.thread_time() - start)

    def arrive(self, row: int, run: int) -> None:
        paragraph = self.session.document.paragraphs[row]
        self.session.renderings.look_at(row, row)
        text = "word " * (60 + run)
        pair = SentencePair(Span(0, len(paragraph.text)), Span(0, len(text)))
        self.app.translator.rendered.emit(paragraph, Rendering(text, (pair,), "bench"))

    def openings(self, *documents: Document) -> list[float]:
        """Of each document, opened by turns with the others."""
        library = self.app.store.library
        entries = [library.add(document) for document in documents]
        kept = [library.document(entry.id) for entry in entries]
        rounds = [
            [
                self.timed(lambda one=one: self.session.open(*one))
                for one in zip(kept, entries, strict=True)
            ]
            for _ in range(3 * RUNS)
        ]
        return [statistics.median(times) for times in zip(*rounds, strict=True)]

    def figures(self, document: Document) -> dict[str, float]:
        view = self.window.view
        bar = view.verticalScrollBar()
        store = time.thread_time()
        entry = self.app.store.library.add(document)
        document = self.app.store.library.document(entry.id)
        taken_in = 1000 * (time.thread_time() - store)
        found: dict[str, list[float]] = {}

        def note(what: str, act: Callable[[], object]) -> None:
            found.setdefault(what, []).append(self.timed(act))

        for run in range(RUNS):
            self.session.open(document, entry)
            note("resize", lambda run=run: self.window.resize(1000 + 20 * run, 780))
            note("jump", lambda run=run: bar.setValue(bar.maximum() * (run + 1) // (RUNS + 2)))
            note(
                "a translation arrives",
                lambda run=run: self.arrive(view.rowAt(view.viewport().height() // 2), run),
            )
            note(
                "change the theme",
                lambda run=run: self.window.appearance.use_theme(("dark", "light")[run % 2]),
            )
            note("larger text", lambda run=run: self.window.appearance.zoom((1, -1)[run % 2]))
        row = view.rowAt(0)
        before = view.rowViewportPosition(row)
        for above in (row - 1, row - 2, row, row + 1):
            self.arrive(max(0, above), RUNS + 1)
        moved = abs(view.rowViewportPosition(row) - before)
        bar_of_words = self.window.find_bar
        bar_of_words.begin()
        for words in ("s", "si", "sic", "sich", "siche", "sicher", "sicherh", "sicherhe"):
            note("find as one types", lambda words=words: bar_of_words.look_for(words))
        start = time.thread_time()
        bar_of_words.look_for("sich")
        while bar_of_words.searching:
            pause(0)
        all_found = 1000 * (time.thread_time() - start)
        bar_of_words.leave()
        steps = sorted(self.timed(lambda: bar.setValue(bar.value() + 40)) for _ in range(300))
        medians = {what: statistics.median(times) for what, times in found.items()}
        return (
            {
                "take in, beside the window": taken_in,
                "find all, in slices": all_found,
            }
            | medians
            | {"scroll, p99": steps[int(0.99 * len(steps))], MOVED: moved}
        )


def pause(milliseconds: int) -> None:
    """Let the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Print both books side by side."""
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.figures(book(50))  # what is loaded on first use is nobody's cost
        books = book(SMALL), book(LARGE)
        small, large = map(bench.figures, books)
        small["open"], large["open"] = bench.openings(*books)
        bench.window.close()
        bench.app.close()
    print(f"{'':28}{SMALL:>9} p.{LARGE:>9} p.    ratio   frames (large)")
    print(f"{MOVED:28}{small.pop(MOVED):9.1f} px{large.pop(MOVED):9.1f} px")
    for what, milliseconds in large.items():
        ratio = milliseconds / small[what]
        frames = milliseconds / FRAME_MS
        print(f"{what:28}{small[what]:9.1f} ms{milliseconds:9.1f} ms{ratio:9.2f}{frames:9.2f}")


if __name__ == "__main__":
    main()
