"""From the start of the process to what one sees, against a bare window of PySide6.

    .venv/bin/python -m tests.benchmarks.start

All are started by turns, each as a process of its own, with a profile in which the
bundled article was left open: until a bare window paints itself, until ours shows the page
as it was left, and until the text stands in it, to be read and clicked. The figures are
medians.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 21
SEEN = """
import os, sys, time
def seen(*_):
    print(time.time(), flush=True)
    os._exit(0)
"""
BARE = f"""
{SEEN}
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    paintEvent = seen
application = QApplication(sys.argv)
window = Window()
window.show()
application.exec()
"""
START = """
from reader.__main__ import main
sys.argv = ["lesepult", "--profile", sys.argv[1]]
main()
"""
FIRST_SIGHT = f"""
{SEEN}
from reader.ui.first_sight import FirstSight
class Seen(FirstSight):
    def paintEvent(self, event):
        super().paintEvent(event)
        seen()
import reader.launch
reader.launch.FirstSight = Seen
{START}
"""
TEXT = f"""
{SEEN}
from reader.ui.reader_view import ReaderView
paint = ReaderView.paintEvent
def paint_and_see(self, event):
    paint(self, event)
    if self.model().rowCount():
        seen()
ReaderView.paintEvent = paint_and_see
{START}
"""
LEAVE = f"""
from reader.desks import Desks
from PySide6.QtCore import QTimer
begin = Desks.begin
def begin_and_leave(desks, *what):
    begin(desks, *what)
    QTimer.singleShot(1000, desks.quit)
Desks.begin = begin_and_leave
import sys
{START}
"""


def milliseconds(code: str, profile: str) -> tuple[float, float]:
    """Until it says that it painted: by the clock, and of the processor."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    env["PYTHONPYCACHEPREFIX"] = str(Path(profile) / "bytecode")  # as an installed program has it
    start, before = time.time(), _used()
    done = subprocess.run(
        [sys.executable, "-c", code, profile],
        capture_output=True,
        text=True,
        check=True,
        env=env,
        cwd=Path(__file__).parents[2],
    )
    end = float((done.stdout.split() or ["nan"])[-1])
    return 1000 * (end - start), 1000 * (_used() - before)


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print them, and how they compare."""
    ways = {"a bare window": BARE, "the page as it was left": FIRST_SIGHT, "the text": TEXT}
    times: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    with tempfile.TemporaryDirectory() as profile:
        for code in (LEAVE, *ways.values()):  # unpacks the model and compiles modules
            milliseconds(code, profile)
        for _ in range(RUNS):
            milliseconds(LEAVE, profile)
            for way, code in ways.items():
                times[way].append(milliseconds(code, profile))
    for number, what in enumerate(("by the clock", "of the processor")):
        bare = statistics.median(of[number] for of in times["a bare window"])
        for way, taken in times.items():
            usual = statistics.median(of[number] for of in taken)
            print(f"{what}, {way}: {usual:.0f} ms, {usual / bare:.2f}")


if __name__ == "__main__":
    main()
