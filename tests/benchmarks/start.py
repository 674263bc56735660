"""From the start of the process to the first paint, against a bare window of PySide6.

    .venv/bin/python -m tests.benchmarks.start

Both are started by turns, each as a process of its own, with a profile in which the
bundled article is open. The figures are medians.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 15
FIRST_PAINT = """
from PySide6.QtCore import QEvent, QObject
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and watched is self.target:
            import os, sys, time
            print(time.time(), flush=True)
            os._exit(0)
        return False
watch = Watch()
"""
BARE = f"""
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
{FIRST_PAINT}
application = QApplication(sys.argv)
window = QMainWindow()
watch.target = window
window.installEventFilter(watch)
window.show()
application.exec()
"""
LESEPULT = f"""
import sys
from pathlib import Path
from reader.app import App, make_application
from reader.paths import paths
{FIRST_PAINT}
application = make_application()
app = App(paths(Path(sys.argv[1])))
watch.target = app.window.view.viewport()
watch.target.installEventFilter(watch)
app.begin(None)
application.exec()
"""


def milliseconds(code: str, profile: str) -> tuple[float, float]:
    """Until it says that it painted: by the clock, and of the processor."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")
    env["PYTHONPYCACHEPREFIX"] = str(Path(profile) / "bytecode")  # as an installed program has it
    start = time.time()
    before = os.times()
    done = subprocess.run(
        [sys.executable, "-c", code, profile],
        capture_output=True,
        text=True,
        check=True,
        env=env,
        cwd=Path(__file__).parents[2],
    )
    after = os.times()
    used = (
        after.children_user - before.children_user + after.children_system - before.children_system
    )
    return 1000 * (float(done.stdout.split()[-1]) - start), 1000 * used


def main() -> None:
    """Print both, and how they compare."""
    bare: list[tuple[float, float]] = []
    lesepult: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as profile:
        for _ in range(2):  # the first starts unpack the model and compile modules
            milliseconds(LESEPULT, profile)
            milliseconds(BARE, profile)
        for _ in range(RUNS):
            bare.append(milliseconds(BARE, profile))
            lesepult.append(milliseconds(LESEPULT, profile))
    for number, what in enumerate(("by the clock", "of the processor")):
        usual = statistics.median(times[number] for times in bare)
        ours = statistics.median(times[number] for times in lesepult)
        print(f"{what}: bare {usual:.0f} ms, Lesepult {ours:.0f} ms, ratio {ours / usual:.2f}")


if __name__ == "__main__":
    main()
