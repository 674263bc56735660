"""What 100,000 marks cost in one profile, against 1,000.

    .venv/bin/python -m tests.benchmarks.notes

Both are on a text of 20,000 paragraphs, side by side in one process. The figures are the
time of the processor, which other programs do not disturb; of what a window does, the
median of several runs, until the result is painted. Then, how long it takes until what a
reader asks for is there, and for how long at most the event loop did not come round, in the
time of the processor too, that of all threads: on a free machine the clock shows no more.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from reader.anchors import make
from reader.app import App, bundled_article, make_application
from reader.exporters import exporters
from reader.model import Colour, Document, Edit, Kind, Mark, Paragraph, Side, Span, new_id
from reader.paths import paths
from reader.services.notes_file import export_notes
from reader.services.vault import Vault, export_to_vault
from reader.store import open_store
from reader.ui.mark_filter import Order, Wanted
from tests.benchmarks.library import pause

SMALL, LARGE = 1_000, 100_000
PARAGRAPHS = 20_000
RUNS = 5
FRAME_MS = 16.7
STEP = 2_000  # marks that are made at once


def book(name: str) -> Document:
    """The article again and again, every paragraph a text of its own."""
    texts = bundled_article().read_text("utf-8").strip().split("\n")
    return Document(
        title=name,
        paragraphs=tuple(
            Paragraph(Kind.TEXT, f"{texts[number % len(texts)]} {name}-{number}")
            for number in range(PARAGRAPHS)
        ),
        checksum=name,
    )


def marked(document: Document, name: str, number: int) -> Mark:
    """A mark on a few words, every third with a note, every tenth with a tag."""
    row = number * 7919 % len(document.paragraphs)
    text = document.paragraphs[row].text
    start = number * 31 % max(1, len(text) - 20)
    time = f"2026-01-{1 + number % 28:02}T{number % 24:02}:00:00.{number % 1000:03}+00:00"
    return Mark(
        new_id(),
        name,
        (make(text, Span(start, start + 15), Side.SOURCE, row),),
        list(Colour)[number % 5],
        f"Notiz Nummer {number} zu diesem Wort" if number % 3 == 0 else "",
        "",
        time,
        time,
        tags=(f"Tag {number % 40}",) if number % 10 == 0 else (),
    )


class Bench:
    """A window whose every action is timed until it is painted."""

    def __init__(self, folder: Path) -> None:
        self.places = paths(folder)
        self.app = App(self.places)
        self.window = self.app.window
        self.window.resize(1300, 850)
        self.window.show()
        self.window.side.show_page(self.window.panel)
        self.session = self.app.session
        pause(100)

    def prepare(self, document: Document, marks: int) -> str:
        """Take in the text with so many marks; gives its id."""
        with open_store(self.places) as store:
            name = store.library.add(document).id
            for first in range(0, marks, STEP):
                edits = [
                    Edit(None, marked(document, name, number))
                    for number in range(first, min(first + STEP, marks))
                ]
                store.notes.commit(name, "Mark", edits)
        return name

    def timed(self, act: Callable[[], object], *, painted: bool = True) -> float:
        """Milliseconds until the act is done and its result painted."""
        start = time.process_time()
        act()
        if painted:
            self.window.view.viewport().repaint()
            self.window.panel.list.viewport().repaint()
        return 1000 * (time.process_time() - start)

    def figures(self, document: Document, name: str, folder: Path) -> dict[str, float]:
        session, panel = self.session, self.window.panel
        entry = self.app.store.library.entry(name)
        once = {"open": self.timed(lambda: session.open(document, entry))}
        found: dict[str, list[float]] = {}

        def note(what: str, act: Callable[[], object]) -> None:
            found.setdefault(what, []).append(self.timed(act))

        bar = panel.list.verticalScrollBar()
        for run in range(RUNS):
            note("mark words", lambda run=run: add(self, run))
            mark = session.marks[len(session.marks) // 2 + run]
            note("choose a mark", lambda mark=mark: panel.show_mark(mark))
            note(
                "write a note",
                lambda mark=mark, run=run: session.set_note(session.mark(mark.id), f"x{run}"),  # pyright: ignore[reportArgumentType]
            )
            note("undo", session.undo)
            note("delete", lambda mark=mark: session.delete([session.mark(mark.id)]))  # pyright: ignore[reportArgumentType]
            for number, text in enumerate(("n", "no", "notiz 12")):
                wanted = Wanted(text=text)
                note(
                    f"filter by text, key {number + 1}",
                    lambda wanted=wanted: panel.filter_bar.wanted_changed.emit(wanted),
                )
            colour = Wanted(colours=frozenset({list(Colour)[run]}))
            note(
                "filter by colour",
                lambda colour=colour: panel.filter_bar.wanted_changed.emit(colour),
            )
            note("list all", lambda: panel.filter_bar.wanted_changed.emit(Wanted()))
            note("sort by time", lambda: panel.filter_bar.order_changed.emit(Order.TIME))
            note("sort by place", lambda: panel.filter_bar.order_changed.emit(Order.PLACE))
            note("jump in the list", lambda run=run: bar.setValue(bar.maximum() * (run + 1) // 9))
            note("search 'notiz'", lambda: self.app.store.search.find("notiz"))
            note("search, count", lambda: self.app.store.search.count("notiz"))
        steps = sorted(self.timed(lambda: bar.setValue(bar.value() + 40)) for _ in range(200))
        once |= {what: statistics.median(times) for what, times in found.items()}
        once["scroll the list, p99"] = steps[int(0.99 * len(steps))]
        start = time.process_time()
        snapshot = self.window.exporting.snapshot(whole=False)
        once["snapshot for an export"] = 1000 * (time.process_time() - start)
        file = folder / f"{name}.md"
        once["export, Markdown"] = self.timed(
            lambda: export_notes(snapshot, file, folder), painted=False
        )
        once["export again into it"] = self.timed(
            lambda: export_notes(snapshot, file, folder), painted=False
        )
        for form in ("csv", "w3c", "html"):
            once[f"export, {form}"] = self.timed(
                lambda form=form: exporters()[form].render(snapshot), painted=False
            )
        vault = folder / f"{name}-vault"
        vault.mkdir()
        few = {mark.id for mark in snapshot.marks[:3]}
        once["vault, three of them"] = self.timed(
            lambda: export_to_vault(snapshot, Vault(vault, each=True), folder, few), painted=False
        )
        return once


def add(bench: Bench, run: int) -> None:
    bench.session.add_mark(Side.SOURCE, [(100 + run, Span(0, 10))], Colour.BLUE)


class Stalls:
    """Measures how long something takes, and how long the event loop stood still meanwhile."""

    def __init__(self) -> None:
        self._last = self._worst = 0.0
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def measure(self, what: str, act: Callable[[], object], done: Callable[[], bool]) -> None:
        pause(100)
        start = self._last = time.process_time()
        self._worst = 0.0
        act()
        while not done():
            pause(5)
        taken = time.process_time() - start
        pause(200)  # the first paint
        print(f"{what:24}{1000 * taken:17.0f} ms{1000 * self._worst:11.0f} ms", flush=True)

    def _tick(self) -> None:
        now = time.process_time()
        self._worst, self._last = max(self._worst, now - self._last), now


def stalls(bench: Bench, name: str, folder: Path) -> None:
    """How fluid the window stays, printed."""
    session, panel, store = bench.session, bench.window.panel, bench.app.store
    bar, model = panel.filter_bar, panel.list.model()
    line = bar.findChild(QLineEdit)
    assert line is not None
    entry = store.library.entry(name)
    count = session.mark_count

    def reopen() -> None:
        bench.app.windows.open_entries([entry], bench.window)

    clock = Stalls()
    print(f"{'':24}{'until it is there':>20}{'stall':>14}")
    other = store.library.add(book("other"))
    bench.app.windows.open_entries([other], bench.window)
    while session.document.title != other.title:
        pause(5)
    clock.measure("open", reopen, lambda: session.mark_count == count)

    def listed(least: int, most: int) -> Callable[[], bool]:
        return lambda: least <= model.rowCount() <= most

    for text, most in (("n", count - 1), ("no", count - 1), ("notiz 12", count // 4)):
        clock.measure(f"filter: {text}", lambda text=text: line.setText(text), listed(1, most))
    clock.measure("list all", bar.clear, listed(count, count))
    for order in (Order.TIME, Order.PLACE):
        clock.measure(f"sort by {order}", lambda o=order: bar.order_changed.emit(o), lambda: True)
    clock.measure("select all", panel.list.selectAll, lambda: True)
    clock.measure(
        "give all a colour",
        lambda: panel.selection_bar.colour_chosen.emit(Colour.PINK),
        lambda: True,
    )
    panel.list.selectAll()
    clock.measure("delete all", panel.selection_bar.delete_wanted.emit, listed(0, 0))
    clock.measure("undo", session.undo, listed(count, count))
    file = folder / "stall.md"
    write = bench.window.exporting.write
    for what in ("export", "export again into it"):
        clock.measure(
            what,
            lambda: write(exporters()["notes-md"], file),
            lambda: bench.window.status.currentMessage() != "",
        )
        bench.window.status.clearMessage()


def main() -> None:
    """Print both side by side."""
    make_application()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bench = Bench(folder / "profile")
        small, large = book("small"), book("large")
        names = bench.prepare(small, SMALL), bench.prepare(large, LARGE)
        bench.figures(small, names[0], folder / "profile")
        first = bench.figures(small, names[0], folder)
        second = bench.figures(large, names[1], folder)
        stalls(bench, names[1], folder)
        bench.window.close()
        bench.app.close()
    print(f"{'':26}{SMALL:>9} m.{LARGE:>9} m.    ratio   frames (large)")
    for what, milliseconds in second.items():
        ratio = milliseconds / max(0.01, first[what])
        frames = milliseconds / FRAME_MS
        print(f"{what:26}{first[what]:9.1f} ms{milliseconds:9.1f} ms{ratio:9.1f}{frames:9.1f}")


if __name__ == "__main__":
    main()
