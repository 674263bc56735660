"""One file between connections."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.store.database import Database


def begun(file: Path) -> sqlite3.Connection:
    """Another program that is just making the file."""
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    connection.execute("CREATE TABLE texts (text)")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO texts VALUES ('Ein Satz.')")
    return connection


def test_the_journal_waits_for_who_is_making_the_file(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    with closing(begun(file)) as other, closing(Database.at(file, "The file")) as database:
        threading.Timer(0.1, other.execute, ["COMMIT"]).start()
        database.turn_to_wal()
        assert database.value("PRAGMA journal_mode") == "wal"
        assert database.value("SELECT text FROM texts") == "Ein Satz."


def test_it_does_not_wait_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    with (
        closing(begun(file)),
        closing(Database.at(file, "The file", wait=0.1)) as database,
        pytest.raises(KnownError, match="The file cannot be used: another program keeps it locked"),
    ):
        database.turn_to_wal()
