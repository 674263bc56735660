"""A whole program on the screenless platform, driven as a reader drives it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.app import App
from reader.model import Rendering, Side, Span
from reader.packages import ready
from reader.paths import Paths, paths
from reader.services.session import Session
from reader.ui.reader_view import ReaderView
from reader.ui.selection import Selection, Spot
from reader.ui.window import Window
from tests.qt import settle, wait_for


class Reading:
    """A reader at the desk: starts the program, reads, clicks, types, leaves."""

    def __init__(self, places: Paths) -> None:
        self.places = places
        self.app: App | None = None

    @property
    def desk(self) -> App:
        assert self.app is not None
        return self.app

    @property
    def window(self) -> Window:
        return self.desk.window

    @property
    def view(self) -> ReaderView:
        return self.desk.window.view

    @property
    def session(self) -> Session:
        return self.desk.session

    def start(
        self, file: Path | None = None, *, link: str = "", width: int = 1200, height: int = 800
    ) -> Reading:
        """Start the program and wait until the text stands there and the model is known.

        A width of 0 leaves the window the size it comes with.
        """
        self.app = App(self.places, self.places.data / "shared")
        if width:
            self.window.resize(width, height)
        self.app.begin(file, link)
        wait_for(lambda: self.session.entry is not None, "the text")
        wait_for(lambda: self.session.renderings.engine != "", "the model")
        settle()
        return self

    def leave(self) -> None:
        """Close the windows and end the program."""
        if self.app is not None:
            self.app.quit()
            self.app.close()
            for desk in self.app.desks:
                desk.window.deleteLater()
            self.app = None
            settle()

    def open(self, file: Path) -> None:
        before = self.session.document
        self.window.open_path(file)
        wait_for(lambda: self.session.document is not before, f"{file.name}")
        settle()

    def point(self, row: int, side: Side = Side.SOURCE, offset: int = 0) -> QPoint:
        """Where on the screen a character stands; a place not in sight is scrolled to."""
        self.view.show_spot(side, Spot(row, offset))
        settle()
        box = self.view.line_box(side, Spot(row, offset))
        return QPoint(round(box.left()) + 2, round(box.center().y()))

    def click(self, row: int, side: Side = Side.SOURCE, offset: int = 3) -> None:
        QTest.mouseClick(
            self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.point(row, side, offset)
        )

    def drag(self, row: int, span: Span, side: Side = Side.SOURCE) -> None:
        """Select with the mouse from the first to behind the last character."""
        viewport = self.view.viewport()
        start, end = self.point(row, side, span.start), self.point(row, side, span.end)
        start = self.point(row, side, span.start)
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)

    def select(self, row: int, words: str, side: Side = Side.SOURCE) -> Span:
        """Select words without the mouse, for tests of what comes after."""
        start = self.session.renderings.text(row, side).index(words)
        span = Span(start, start + len(words))
        self.view.select(Selection(side, Spot(row, span.start), Spot(row, span.end)))
        return span

    def press(
        self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, to: QWidget | None = None
    ) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(to or self.view, key, held)

    def type(self, text: str) -> None:
        """Type where the keyboard's focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def translate(self, row: int) -> Rendering:
        """Click on a paragraph and wait for its English."""
        self.click(row)
        wait_for(lambda: self.session.renderings.text(row, Side.TARGET) != "", f"paragraph {row}")
        settle()
        rendering = self.session.renderings.rendering(row)
        assert rendering is not None
        return rendering


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """A profile in which the bundled model is unpacked already."""
    places = paths(tmp_path_factory.mktemp("prepared"))
    ready(places)
    return places


@pytest.fixture
def reading(app: QApplication, prepared: Paths, tmp_path: Path) -> Iterator[Reading]:
    """A reader with a profile of their own, not yet at the desk."""
    places = paths(tmp_path / "profile")
    shutil.copytree(prepared.packages, places.packages, copy_function=os.link)
    reader = Reading(places)
    yield reader
    reader.leave()


@pytest.fixture
def at_desk(reading: Reading) -> Reading:
    """A reader before the bundled article."""
    return reading.start()
