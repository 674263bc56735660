"""`lesepult check`."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from reader.packages import ready
from reader.paths import Paths
from tests.cli.conftest import Outcome, Run


def lines(outcome: Outcome) -> dict[str, str]:
    """What was found, by what was checked: "ok ..." or "FAIL ..."."""
    found: dict[str, str] = {}
    for line in outcome.out.splitlines():
        verdict, _, rest = line.partition(" ")
        name, _, detail = rest.partition(": ")
        found[name] = f"{verdict} {detail}"
    return found


def test_all_is_well(process: Run) -> None:
    done = process("check")
    assert (done.status, done.err) == (0, ""), done
    found = lines(done)
    assert list(found) == ["model", "notes", "fonts", "offline"]
    assert all(line.startswith("ok ") for line in found.values())
    assert "translate-de_en 0.1" in found["model"]
    assert "notes.db" in found["notes"]


def test_a_new_profile_is_well(process: Run, profile: Paths) -> None:
    done = process("check", profile=profile)
    assert done.status == 0


def test_a_connection_that_would_be_made_is_told(run: Run) -> None:
    """In this process nothing refuses connections."""
    done = run("check")
    assert done.status == 1
    assert lines(done)["offline"] == "FAIL Connections are not refused."


def test_a_damaged_model(process: Run, profile: Paths, shared: Paths) -> None:
    shutil.copytree(shared.data, profile.data)
    model = ready(profile).folder / "model" / "model.bin"
    data = bytearray(model.read_bytes())
    data[len(data) // 2] ^= 1
    model.write_bytes(data)
    done = process("check", profile=profile)
    assert done.status == 1
    found = lines(done)
    assert found["model"].startswith("FAIL translate-de_en 0.1 is damaged: model/model.bin")
    assert found["notes"].startswith("ok ")


def test_damaged_notes(run: Run, profile: Paths) -> None:
    run("notes", "list", profile=profile)
    with sqlite3.connect(profile.notes) as notes:
        notes.execute("PRAGMA journal_mode = DELETE")
    notes.close()
    data = bytearray(profile.notes.read_bytes())
    data[4096:8192] = b"\xff" * 4096
    profile.notes.write_bytes(data)
    done = run("check", profile=profile)
    assert done.status == 1
    assert lines(done)["notes"].startswith("FAIL ")
    assert profile.notes.read_bytes() == data


def test_qt_that_does_not_start(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.cli.check._ASK_QT", "raise ImportError('libEGL.so.1: not there')")
    found = lines(run("check"))
    assert found["fonts"] == (
        "FAIL Qt does not start, so there is no window: ImportError: libEGL.so.1: not there."
    )
