"""What a window shows until its parts are loaded, as a reader sees it."""

from __future__ import annotations

import io
import signal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from reader.app import bundled_article
from reader.desks import Desks
from reader.launch import run
from reader.ui import first_sight
from reader.ui.first_sight import FirstSight, keep, take
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

INK, PAPER = QColor("#203040"), QColor("#f0e8d8")


def left(width: int = 300, height: int = 200, *, paper: QColor = PAPER) -> QImage:
    """A page with a word on it."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(paper)
    for x in range(100, 150):
        picture.setPixelColor(x, 100, INK)
    return picture


@pytest.fixture
def window(app: QApplication) -> QWidget:
    window = QWidget()
    window.resize(300, 200)
    return window


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that are not the same."""
    assert one.size() == other.size()
    form = QImage.Format.Format_RGB32
    pixels = [bytes(image.convertToFormat(form).constBits()) for image in (one, other)]
    count = one.width() * one.height()
    return sum(pixels[0][i : i + 3] != pixels[1][i : i + 3] for i in range(0, 4 * count, 4)) / count


def hyphenated(reading: Reading) -> None:
    hyphenation = reading.view.typesetter.hyphenation
    wait_for(lambda: not hyphenation.waiting, "where words break")
    settle()


def test_what_was_left_is_what_comes_back(at_desk: Reading) -> None:
    """So nothing jumps when the text comes in the place of its picture."""
    at_desk.window.resize(760, 640)
    at_desk.view.verticalScrollBar().setValue(120)
    at_desk.translate(3)
    hyphenated(at_desk)
    at_desk.leave()
    picture = take(at_desk.places.first_sight)
    at_desk.start(width=0)
    hyphenated(at_desk)
    again = at_desk.window.grab().toImage()
    assert differing(picture, again) < 0.005
    blank = QImage(again.size(), again.format())
    blank.fill(again.pixelColor(0, 0))
    assert differing(picture, blank) > 0.05


def test_it_is_taken_once(window: QWidget, tmp_path: Path) -> None:
    file = tmp_path / "cache" / "sight.png"
    keep(window, file, follows=False)
    assert take(file).size() == window.size()
    assert not file.exists()
    assert take(file).isNull()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[]\n",
        b"\xff\n",
        b'{"width": 2, "height": 2, "follows the desktop": true}\n' + bytes(15),
        b'{"width": "2", "height": 2, "follows the desktop": true}\n' + bytes(16),
        b'{"width": -2, "height": -2, "follows the desktop": true}\n' + bytes(16),
    ],
)
def test_a_broken_one_is_none(window: QWidget, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "sight"
    file.write_bytes(content)
    picture = take(file)
    assert picture.isNull()
    FirstSight(window, picture, same_text=True)
    assert window.grab().toImage().pixelColor(9, 9) == window.palette().window().color()


def test_a_cache_that_takes_nothing_stops_nobody(window: QWidget, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keep(window, tmp_path / "file" / "sight.png", follows=False)
    assert (tmp_path / "file").is_file()


def test_the_page_is_there_as_it_was(window: QWidget) -> None:
    FirstSight(window, left(), same_text=True)
    seen = window.grab().toImage()
    assert seen.pixelColor(120, 100) == INK
    assert seen.pixelColor(10, 10) == PAPER


@pytest.mark.parametrize(("width", "same_text"), [(300, False), (310, True)])
def test_another_page_has_its_colour_alone(window: QWidget, width: int, same_text: bool) -> None:
    FirstSight(window, left(width), same_text=same_text)
    seen = window.grab().toImage()
    assert {seen.pixelColor(x, 100).name() for x in range(300)} == {PAPER.name()}


@pytest.mark.parametrize(("follows", "shown"), [("yes", False), ("", True)])
def test_a_dark_page_is_none_on_a_desktop_that_is_light(
    window: QWidget, follows: str, shown: bool
) -> None:
    night = QColor("#101418")
    picture = left(paper=night)
    picture.setText(first_sight.FOLLOWS, follows)
    FirstSight(window, picture, same_text=True)
    assert (window.grab().toImage().pixelColor(10, 10) == night) is shown


def test_it_does_not_wait_for_ever(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_sight, "LONGEST_MS", 50)
    sight = FirstSight(window, left(), same_text=True)
    QLabel("Anna Karenina", window).resize(200, 150)
    window.show()
    sight.wait()
    assert not sight.isVisible()
    assert window.grab().toImage().pixelColor(120, 100) != INK
    sight.wait()


@pytest.mark.parametrize("file", [None, str(bundled_article()), "-"])
def test_the_text_takes_its_place(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, file: str | None
) -> None:
    """In the window that was there first, once the text is in it."""
    reading.start().leave()
    seen: list[FirstSight] = []
    begin = Desks.begin

    def begin_and_look(desks: Desks, *what: Any) -> None:
        begin(desks, *what)
        (sight,) = desks.front.window.findChildren(FirstSight)
        assert sight.isVisible()
        assert desks.front.session.entry is None
        seen.append(sight)
        hyphenation = desks.front.window.view.typesetter.hyphenation
        sight.left.connect(
            lambda: came.append((desks.front.session.entry is not None, hyphenation.waiting))
        )
        QTimer.singleShot(0, lambda: leave(desks))

    def leave(desks: Desks) -> None:
        wait_for(lambda: bool(came), "the text")
        desks.quit()

    came: list[tuple[bool, bool]] = []
    monkeypatch.setattr(Desks, "begin", begin_and_look)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Ein Satz.\n\nNoch einer.\n")))
    handler = signal.getsignal(signal.SIGINT)
    try:
        assert run(file, reading.places.data) == 0
    finally:
        signal.signal(signal.SIGINT, handler)
    assert came == [(True, False)]
    assert not seen[0].isVisible()
    assert not take(reading.places.first_sight).isNull()


def test_the_library_is_no_page_to_come_back_to(at_desk: Reading) -> None:
    at_desk.window.library.show()
    settle()
    at_desk.leave()
    assert not at_desk.places.first_sight.exists()
