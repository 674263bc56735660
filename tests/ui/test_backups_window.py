"""The window of backups: what they hold, one put back, damage found and put right."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QTreeWidget

from reader.app import bundled_article
from reader.desks import Desks
from reader.formats import open_document
from reader.launch import run
from reader.model import Colour, Side
from reader.paths import Paths, paths
from reader.store.backups import Backups
from reader.store.database import DamagedFileError
from reader.store.repair import check
from reader.ui.backups_window import MINUS, BackupsWindow, counted
from tests.qt import settle, wait_for
from tests.store.damaging import fill, notes_of, overwrite, pages_of
from tests.store.making import sql
from tests.ui.conftest import Reading


@pytest.fixture(autouse=True)
def willing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A reader who says yes; gives what was asked."""
    asked: list[str] = []

    def question(_parent: object, _title: str, words: str) -> QMessageBox.StandardButton:
        asked.append(words)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked


def shown(reading: Reading) -> BackupsWindow:
    reading.window.show_backups()
    window = reading.window.findChild(BackupsWindow)
    assert isinstance(window, BackupsWindow)
    wait(reading)
    return window


def wait(reading: Reading) -> None:
    wait_for(lambda: not reading.desk.backups.busy, "the work")
    settle()


def rows(window: BackupsWindow) -> list[list[str]]:
    tree = window.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(6)] for item in items if item is not None]


def press(reading: Reading, window: BackupsWindow, text: str) -> None:
    button = next(
        made for made in window.findChildren(QPushButton) if text in made.text().replace("&", "")
    )
    assert button.isEnabled(), text
    button.click()
    wait(reading)
    wait(reading)  # a second piece of work may follow the first


def told(window: BackupsWindow) -> str:
    texts = [label.text() for label in window.findChildren(QLabel) if not label.isHidden()]
    return " ".join(texts)


def agree(reading: Reading) -> str:
    """Closes the last message, after which the windows close; gives what it says."""
    box = reading.window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    words = f"{box.text()} {box.informativeText()}"
    box.accept()
    settle()
    return words


def highlight(reading: Reading, words: str) -> None:
    span = reading.select(0, words)
    reading.session.add_mark(Side.SOURCE, [(0, span)], Colour.GREEN)


def test_backed_up_changed_and_put_back(at_desk: Reading, willing: list[str]) -> None:
    highlight(at_desk, "Region")
    window = shown(at_desk)
    assert [row[0] for row in rows(window)] == ["Now"]
    press(at_desk, window, "Back Up Now")
    assert "backed up in" in told(window)
    assert len(rows(window)) == 2
    window.close()
    settle()
    highlight(at_desk, "In der")
    window = shown(at_desk)
    now, backup = rows(window)
    assert now[2] == "2"
    assert backup[2] == f"1  ({MINUS}1)"
    assert backup[5] == "sound"
    press(at_desk, window, "Restore")
    assert len(willing) == 1
    words = agree(at_desk)
    assert str(at_desk.places.backups) in words
    assert at_desk.desk.windows.again
    assert not at_desk.window.isVisible()
    at_desk.leave()
    at_desk.start()
    (mark,) = at_desk.session.marks
    assert mark.quote == "Region"
    # What was there before the restore is a backup too.
    window = shown(at_desk)
    assert any(row[2] == "2  (+1)" for row in rows(window))


def test_sound_notes_are_told(at_desk: Reading) -> None:
    window = shown(at_desk)
    press(at_desk, window, "Check Notes")
    assert "nothing was found" in told(window)


def test_damage_is_found_and_put_right(at_desk: Reading, willing: list[str]) -> None:
    highlight(at_desk, "Region")
    sql(at_desk.places.notes, "UPDATE marks SET fit = 'exacu'")
    window = shown(at_desk)
    press(at_desk, window, "Check Notes")
    assert "values make no sense (1)" in willing[0]
    assert "replaced by usual ones" in agree(at_desk)
    assert check(at_desk.places) == []


def spoil(reading: Reading) -> set[str]:
    """Damaged notes, with a backup of most of them; gives all there were."""
    places = reading.places
    document = open_document(bundled_article())
    fill(places, document, 150)
    Backups(places).make()
    fill(places, document, 30)
    notes = notes_of(places)
    overwrite(places.notes, pages_of(places.notes, "marks")[1])
    return notes


@pytest.mark.parametrize("way", ["Restore", "Save What Can Be Read"])
def test_a_start_with_damaged_notes(reading: Reading, way: str) -> None:
    notes = spoil(reading)
    damaged = reading.places.notes.read_bytes()
    reading.start()
    banner = reading.window.banner
    assert "damaged" in banner.message
    (button,) = [made for made in banner.findChildren(QPushButton) if "Backups" in made.text()]
    button.click()
    window = reading.window.findChild(BackupsWindow)
    assert isinstance(window, BackupsWindow)
    wait(reading)
    assert reading.places.notes.read_bytes() == damaged
    assert [row[5] for row in rows(window)] == ["sound"]
    press(reading, window, way)
    assert "damaged-" in agree(reading)
    reading.leave()
    reading.start()
    assert reading.desk.problem is None
    assert check(reading.places) == []
    assert len(notes_of(reading.places)) == (150 if way == "Restore" else len(notes))


def test_going_on_without_notes_changes_nothing(reading: Reading) -> None:
    spoil(reading)
    damaged = reading.places.notes.read_bytes()
    before = sorted(path.name for path in reading.places.backups.iterdir())
    reading.start()
    reading.leave()
    assert reading.places.notes.read_bytes() == damaged
    assert sorted(path.name for path in reading.places.backups.iterdir()) == before


@pytest.mark.parametrize(
    ("number", "now", "text"), [(5, 5, "5"), (3, 5, f"3  ({MINUS}2)"), (7, 5, "7  (+2)")]
)
def test_a_number_beside_what_it_is_now(number: int, now: int, text: str) -> None:
    assert counted(number, now) == text


def test_the_windows_close_and_open_again(
    app: QApplication, prepared: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Desks] = []
    begin = Desks.begin

    def begin_and_leave(desks: Desks, *what: Any) -> None:
        begin(desks, *what)
        begun.append(desks)
        QTimer.singleShot(100, desks.start_again if len(begun) == 1 else desks.quit)

    monkeypatch.setattr(Desks, "begin", begin_and_leave)
    handler = signal.getsignal(signal.SIGINT)
    try:
        assert run(None, tmp_path / "profile") == 0
    finally:
        signal.signal(signal.SIGINT, handler)
    assert len(begun) == 2
    assert [desks.again for desks in begun] == [True, False]
    assert Backups(paths(tmp_path / "profile")).newest()


def test_damage_that_shows_while_reading_has_a_way_out(at_desk: Reading) -> None:
    at_desk.window.report(DamagedFileError("The notes file"))
    banner = at_desk.window.banner
    texts = [made.text() for made in banner.findChildren(QPushButton)]
    assert "Backups and Repair …" in texts
