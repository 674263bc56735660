"""Backups made by themselves, and failures that are said once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.errors import KnownError
from reader.formats import open_document
from reader.paths import Paths
from reader.services.backups import INTERVAL_MS, BackupKeeper, Overview
from reader.services.jobs import Err, Ok
from reader.store.backups import Backups, Contents
from tests.qt import settle, wait_for
from tests.store.damaging import fill
from tests.store.making import sql


@pytest.fixture
def filled(profile: Paths, article: Path) -> Paths:
    fill(profile, open_document(article), 5)
    return profile


@pytest.fixture
def keeper(app: QApplication, filled: Paths) -> Iterator[BackupKeeper]:
    made = BackupKeeper(filled)
    yield made
    made.close()


def ring(keeper: BackupKeeper) -> None:
    """The half hour is over."""
    (timer,) = keeper.findChildren(QTimer)
    assert timer.isActive()
    assert timer.interval() == INTERVAL_MS
    timer.timeout.emit()
    wait_for(lambda: not keeper.busy, "the backup")


def numbers(profile: Paths) -> list[int]:
    return [backup.number for backup in Backups(profile).list()]


def change(profile: Paths, note: str) -> None:
    sql(profile.notes, f"UPDATE marks SET note = '{note}' WHERE number = 1")


def test_every_half_hour_in_which_something_has_changed(
    keeper: BackupKeeper, filled: Paths
) -> None:
    for _ in range(3):
        ring(keeper)
    assert numbers(filled) == [1]
    change(filled, "new")
    ring(keeper)
    assert numbers(filled) == [2, 1]


def test_at_the_end(app: QApplication, filled: Paths) -> None:
    keeper = BackupKeeper(filled)
    ring(keeper)
    change(filled, "late")
    keeper.close()
    assert numbers(filled) == [2, 1]


def test_a_failure_is_said_once_until_all_is_well_again(
    keeper: BackupKeeper, filled: Paths
) -> None:
    said: list[KnownError] = []
    keeper.failed.connect(said.append)
    filled.backups.touch()  # in the place of the folder
    for number in range(3):
        change(filled, str(number))
        ring(keeper)
    assert len(said) == 1
    assert str(filled.backups) in str(said[0])
    filled.backups.unlink()
    ring(keeper)
    assert numbers(filled) == [1]
    filled.backups.rename(filled.data / "elsewhere")
    filled.backups.touch()
    change(filled, "again")
    ring(keeper)
    assert len(said) == 2


def test_damaged_notes_are_not_backed_up_by_themselves(app: QApplication, filled: Paths) -> None:
    keeper = BackupKeeper(filled, KnownError("They are damaged."))
    (timer,) = keeper.findChildren(QTimer)
    assert not timer.isActive()
    keeper.close()
    assert numbers(filled) == []


def test_what_there_is(keeper: BackupKeeper, filled: Paths) -> None:
    seen: list[Ok[Overview] | Err] = []
    ring(keeper)
    keeper.look(seen.append)
    assert keeper.busy
    wait_for(lambda: not keeper.busy, "the look")
    settle()
    (outcome,) = seen
    assert isinstance(outcome, Ok)
    assert outcome.value.now == Contents(1, 5, 0)
    assert [backup.contents for backup in outcome.value.backups] == [Contents(1, 5, 0)]
