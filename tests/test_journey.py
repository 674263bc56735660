"""One reader's evening: the real program on a real X display, with mouse and keys."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from reader.app import bundled_article
from reader.model import Colour
from reader.ui.theme import LIGHT

PROGRAM = Path(sys.executable).with_name("lesepult")
WIDTH, HEIGHT = 1180, 780
# A line in the middle of the first paragraph, in the German column.
LEFT, RIGHT, LINE = 60, 250, 195
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.primaryScreen().grabWindow(0).save(sys.argv[1])
"""
NOTE = "Merken: nicht Kampfpanzer"


def wait(happened: Callable[[], object], what: str, seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > end:
            pytest.fail(f"waited in vain for {what}")
        time.sleep(0.1)


@pytest.fixture
def display() -> Iterator[str]:
    """A fresh X server."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            "1280x900x24",
            "-dpi",
            "96",
            "-nolisten",
            "tcp",
        ],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


class Screen:
    """What a person can do: start the program, point, press, type, look."""

    def __init__(self, display: str, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"
        } | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, *arguments: str) -> None:
        self.log = (self.folder / "stderr").open("ab")
        self.program = subprocess.Popen(
            [PROGRAM, *arguments], env=self.environment, stderr=self.log
        )
        wait(lambda: self.find("Lesepult"), "the window")
        window = self.find("Lesepult")
        self.do("windowmove", window, "0", "0", "windowsize", window, str(WIDTH), str(HEIGHT))
        self.do("windowfocus", window)
        time.sleep(0.5)

    def find(self, name: str) -> str:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split("\n")[0]

    def do(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True)

    def click(self, x: int, y: int) -> None:
        self.do("mousemove", str(x), str(y), "click", "1")

    def drag(self, x: int, to: int, y: int) -> None:
        self.do("mousemove", str(x), str(y), "mousedown", "1")
        for step in range(1, 6):
            self.do("mousemove", str(x + (to - x) * step // 5), str(y))
        self.do("mouseup", "1")

    def key(self, *keys: str) -> None:
        self.do("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "20", text)

    def look(self, name: str) -> QImage:
        picture = self.folder / f"{name}.png"
        subprocess.run([sys.executable, "-c", GRAB, str(picture)], env=self.environment, check=True)
        return QImage(str(picture))

    def kill(self) -> None:
        """The machine's plug is pulled."""
        if self.program is not None:
            self.program.send_signal(signal.SIGKILL)
            self._ended()

    def close(self) -> int:
        assert self.program is not None
        self.do("windowfocus", self.find("Lesepult"))
        self.key("ctrl+q")
        status = self.program.wait(20)
        self._ended()
        return status

    def _ended(self) -> None:
        assert self.program is not None
        self.program.wait()
        self.program = None
        self.log.close()


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    """What stands in a database that the program has open."""
    if not database.exists():
        return []
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError:
            return []  # not there yet


def coloured(image: QImage, colour: str, area: tuple[int, int, int, int]) -> int:
    """How many pixels of an area have that colour."""
    left, top, right, bottom = area
    return sum(
        image.pixelColor(x, y).name() == colour
        for x in range(left, right, 2)
        for y in range(top, bottom, 2)
    )


@pytest.fixture
def screen(display: str, tmp_path: Path) -> Iterator[Screen]:
    """A person before that display; LESEPULT_PICTURES names a folder to keep what they saw."""
    folder = Path(os.environ.get("LESEPULT_PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "stderr").unlink(missing_ok=True)
    screen = Screen(display, folder)
    yield screen
    screen.kill()


def read_and_mark(screen: Screen, notes: Path, cache: Path) -> None:
    """Click a paragraph, read it in English, mark some words, write on them."""
    screen.look("1-first-start")
    screen.click(LEFT, LINE)
    wait(lambda: rows(cache, "select 1 from shown"), "the translation to be shown")
    wait(lambda: rows(cache, "select 1 from renderings"), "the translation")
    time.sleep(0.5)
    screen.look("2-translated")
    screen.drag(LEFT, RIGHT, LINE)
    screen.look("3-selected")
    screen.key("2")
    wait(lambda: rows(notes, "select 1 from marks"), "the mark")
    screen.key("n")
    time.sleep(0.3)
    screen.type(NOTE)
    wait(lambda: rows(notes, f"select 1 from marks where note = '{NOTE}'"), "the note")
    screen.look("4-noted")


def export(screen: Screen, target: Path) -> str:
    """Export the notes by the menu's key and the dialog."""
    screen.key("Escape", "ctrl+e")
    wait(lambda: screen.find("Export Notes"), "the dialog")
    screen.do("windowfocus", screen.find("Export Notes"))
    time.sleep(0.3)
    screen.key("ctrl+a")
    screen.type(str(target))
    screen.key("Return")
    wait(target.exists, "the export")
    return target.read_text("utf-8")


def test_read_click_mark_note_export_crash_and_find_it_all_again(
    screen: Screen, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    notes, cache = profile / "notes.db", profile / "cache.db"
    screen.start("--profile", str(profile))
    wait(lambda: rows(notes, "select 1 from documents"), "the article in the library")
    read_and_mark(screen, notes, cache)
    exported = export(screen, tmp_path / "Notizen.md")
    screen.kill()

    ((colour, quote),) = rows(
        notes, "select marks.colour, anchors.quote from marks join anchors on mark = marks.id"
    )
    assert colour == "green"
    assert isinstance(quote, str)
    assert len(quote) > 5
    assert quote in exported
    assert NOTE in exported

    screen.start("--profile", str(profile))
    time.sleep(1.5)
    image = screen.look("5-reopened")
    around = (LEFT - 10, LINE - 40, RIGHT + 10, LINE + 40)
    assert coloured(image, LIGHT.marks[Colour.GREEN], around) > 100
    english = (480, LINE - 40, 800, LINE + 40)
    assert coloured(image, LIGHT.paper, english) < 160 * 40, "the English column is empty"
    assert screen.close() == 0
    assert (screen.folder / "stderr").read_text() == ""

    again = subprocess.run(
        [PROGRAM, "notes", "export", "--profile", str(profile), str(bundled_article())],
        capture_output=True,
        text=True,
        check=True,
        env=screen.environment,
    )
    assert quote in again.stdout
    assert NOTE in again.stdout
