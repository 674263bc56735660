"""The plug is pulled at any moment."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.formats import open_document
from reader.paths import Paths, paths
from reader.store import open_store
from reader.store.backups import Backups
from reader.store.repair import check
from reader.store.restoring import restore
from tests.faults.acting import EDITS, FILES, Order
from tests.faults.ledger import Ledger, notes_in
from tests.faults.servant import ROOT, servant
from tests.store.damaging import fill
from tests.store.making import sql

FULL = bool(os.environ.get("LESEPULT_FULL"))
KILLS = 1000 if FULL else 30
FULL_TIME = 7200  # seconds; a thousand kills take longer than a test usually may
FORM_1 = ROOT / "tests" / "data" / "notes-form-1.db"

pytestmark = [
    pytest.mark.timeout(FULL_TIME),
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked"),
]


def kill(pid: int) -> None:
    with suppress(ProcessLookupError):  # it was faster
        os.kill(pid, signal.SIGKILL)


def kill_at_random(
    folder: Path, article: Path, kills: int, acts: Sequence[str], patience: float
) -> Ledger:
    """Kills the actor that many times; a new profile now and then.

    It is killed within `patience` seconds after one of its first forty words.
    """
    chance = Random(4)
    acknowledged = 0
    ledger = Ledger(paths(folder))
    with servant() as actor:
        for number in range(kills):
            if number % 50 == 0:
                acknowledged += ledger.acknowledged
                ledger = Ledger(paths(folder / str(number)))
            order = Order(str(ledger.profile.data), str(article), number, 10_000, acts)
            pid = actor.order(order)
            for _ in range(chance.randrange(40)):
                ledger.hear(actor.line())
            time.sleep(chance.random() * patience)
            kill(pid)
            for line in actor.rest():
                ledger.hear(line)
            ledger.verify()
    ledger.acknowledged += acknowledged
    return ledger


def test_while_notes_are_edited(tmp_path: Path, article: Path) -> None:
    """Made, changed, typed, deleted, undone and done again."""
    done = kill_at_random(tmp_path, article, KILLS, EDITS, 0.005)
    print(f"{KILLS} kills while editing: {done.acknowledged} acknowledged, 0 lost")  # noqa: T201
    assert done.acknowledged > KILLS


def test_while_files_are_written(tmp_path: Path, article: Path) -> None:
    """Exported, backed up, restored, repaired, closed and opened, with edits between."""
    kills = KILLS // 2
    done = kill_at_random(tmp_path, article, kills, [*FILES, "make", "change"], 0.03)
    print(f"{kills} kills while writing files: {done.acknowledged} acknowledged, 0 lost")  # noqa: T201
    assert done.acknowledged > kills


def test_while_an_older_form_is_brought_up_to_date(tmp_path: Path, article: Path) -> None:
    """Its rows are there in the old form or in the new one, and then there is a copy."""
    chance = Random(5)
    patience = 0.0
    expected = sorted(sql(FORM_1, "SELECT id, note FROM marks"))
    forms: list[object] = []
    with servant() as actor:
        for number in range(KILLS // 4):
            profile = paths(tmp_path / str(number))
            profile.data.mkdir()
            shutil.copy(FORM_1, profile.notes)
            pid = actor.order(Order(str(profile.data), str(article), 0, 0))
            if number == 0:  # how long it takes undisturbed
                began = time.monotonic()
                while actor.line() != "done all":
                    pass
                patience = time.monotonic() - began
            else:
                time.sleep(chance.random() * patience)
            kill(pid)
            assert not [line for line in actor.rest() if line.startswith("fault")]
            ((form,),) = sql(profile.notes, "PRAGMA user_version")
            forms.append(form)
            assert sorted(sql(profile.notes, "SELECT id, note FROM marks")) == expected
            if form != 1:
                assert is_copied(profile)
            with open_store(profile) as store:
                store.check()
            assert sorted(sql(profile.notes, "SELECT id, note FROM marks")) == expected
            assert is_copied(profile)
            shutil.rmtree(profile.data)
    old = forms.count(1)
    print(f"{KILLS // 4} kills while migrating: {old} old, {len(forms) - old} new")  # noqa: T201
    assert old < len(forms)


def is_copied(profile: Paths) -> bool:
    return [(b.form, b.sound, b.contents.marks) for b in Backups(profile).list()] == [(1, True, 4)]


def test_while_the_files_are_made(tmp_path: Path, article: Path) -> None:
    chance = Random(6)
    made = 0
    with servant() as actor:
        for number in range(KILLS // 4):
            profile = paths(tmp_path / str(number))
            pid = actor.order(Order(str(profile.data), str(article), 0, 0))
            time.sleep(chance.random() * 0.04)
            kill(pid)
            actor.rest()
            made += profile.notes.exists()
            with open_store(profile) as store:
                store.check()
            shutil.rmtree(profile.data)
    assert made


def test_two_programs_write_into_one_file(tmp_path: Path, article: Path) -> None:
    """Each makes its thousand changes, and "locked" is never said."""
    steps = 1000 if FULL else 100
    profile = paths(tmp_path)
    open_store(profile).close()
    orders = [
        Order(str(tmp_path), str(article), seed, steps, ["make", "change"]) for seed in (1, 2)
    ]
    with servant() as one, servant() as two:
        pids = [one.order(orders[0]), two.order(orders[1])]
        said = [one.rest(), two.rest()]
    assert len(set(pids)) == 2
    ledger = Ledger(profile)
    for lines in said:
        assert lines[-1] == "done all"
        for line in lines:
            ledger.hear(line)
    assert ledger.refused == 0
    assert ledger.acknowledged >= 2 * steps
    ledger.verify()


def test_restores_beside_a_program_that_writes(tmp_path: Path, article: Path) -> None:
    """It writes on in what was restored, or is told that a note is another one now."""
    profile = paths(tmp_path)
    fill(profile, open_document(article), 3)
    made = Backups(profile).make()
    assert made
    backup = Path(shutil.copy(made, tmp_path / "before.db"))  # others may take its place
    order = Order(str(tmp_path), str(article), 1, 60, ["make", "make", "change", "undo"])
    with servant() as actor:
        actor.order(order)
        for _ in range(5):
            actor.line()
            restore(backup, profile)
        assert not [line for line in actor.rest() if line.startswith("fault")]
        assert check(profile) == []
        ledger = Ledger(profile, notes_in(profile))
        actor.order(replace(order, seed=2))
        for line in actor.rest():
            ledger.hear(line)
    assert ledger.ended
    ledger.verify()
