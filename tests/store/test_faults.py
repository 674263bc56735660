"""The plug is pulled, the disk is full, two windows write: nothing acknowledged is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.model import Document, Edit
from reader.paths import Paths, paths
from reader.store import open_store
from tests.store.making import mark, sql

KILLS = 1000 if os.environ.get("LESEPULT_FULL") else 20
WRITES = 1000 if os.environ.get("LESEPULT_FULL") else 100

FULL_TIME = 7200  # seconds; a thousand kills take longer than a test usually may

# Makes marks, changes, deletes and undoes, and says what is done after it is done.
WRITER = """
import sys, random
from dataclasses import replace
from pathlib import Path
from reader import formats
from reader.model import Edit, new_id
from reader.paths import paths
from reader.store import open_store
from tests.store.making import mark
profile, article, seed, steps = sys.argv[1:]
random = random.Random(int(seed))
with open_store(paths(Path(profile))) as store:
    document = formats.open_document(Path(article))
    name = store.library.add(document).id
    print("ready", name, flush=True)
    mine = {}
    for step in range(int(steps)):
        act = random.choice(["make", "make", "change", "delete", "undo"])
        if act == "make" or not mine:
            made = mark(document, name, 0, "Region", f"note {step}", mark_id=new_id())
            store.notes.commit(name, "make", [Edit(None, made)])
            mine[made.id] = made
            print("there", made.id, made.note, flush=True)
        elif act == "change":
            old = random.choice(list(mine.values()))
            new = replace(old, note=f"changed {step}")
            store.notes.commit(name, "change", [Edit(old, new)])
            mine[new.id] = new
            print("there", new.id, new.note, flush=True)
        elif act == "delete":
            old = mine.pop(random.choice(list(mine)))
            store.notes.commit(name, "delete", [Edit(old, None)])
            print("gone", old.id, flush=True)
        else:
            made = mark(document, name, 0, "Region", "", mark_id=new_id())
            store.notes.commit(name, "make", [Edit(None, made)])
            store.notes.undo(name)
            print("gone", made.id, flush=True)
print("done", flush=True)
"""


def writer(profile: Paths, article: Path, seed: int, steps: int) -> subprocess.Popen[str]:
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(profile.data), str(article), str(seed), str(steps)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    )


def sound(profile: Paths) -> bool:
    whole = sql(profile.notes, "PRAGMA integrity_check")
    loose = sql(profile.notes, "PRAGMA foreign_key_check")
    return whole == [("ok",)] and loose == []


@pytest.mark.timeout(FULL_TIME)
def test_what_was_acknowledged_survives_a_kill_at_any_moment(profile: Paths, article: Path) -> None:
    chance = random.Random(4)
    expected: dict[str, str | None] = {}
    name = ""
    for seed in range(KILLS):
        process = writer(profile, article, seed, 10_000)
        assert process.stdout
        assert process.stdout.readline().startswith("ready")
        time.sleep(chance.random() * 0.05)
        process.send_signal(signal.SIGKILL)
        output, errors = process.communicate()
        assert "Traceback" not in errors
        for line in output.split("\n")[:-1]:
            word, mark_id, *note = line.split(" ", 2)
            expected[mark_id] = note[0] if word == "there" else None
        last = output.rpartition("\n")[2].split(" ")[1:2]
        assert sound(profile)
        with open_store(profile) as store:
            name = name or store.library.recent(1)[0].id
            found = {made.id: made.note for made in store.notes.marks(name)}
        for mark_id, note in expected.items():
            # The one change after the last word may have been made and not yet told.
            if found.get(mark_id) != note and mark_id not in last:
                told = [made for made, kept in expected.items() if kept != found.get(made)]
                assert len(told) <= 1, "more than one change differs from what was told"
                expected[mark_id] = found.get(mark_id)
    assert any(note is not None for note in expected.values())


# Makes one profile after another.
MAKER = """
import sys
from pathlib import Path
from reader.paths import paths
from reader.store import open_store
print("ready", flush=True)
for number in range(10_000):
    open_store(paths(Path(sys.argv[1]) / str(number))).close()
"""


@pytest.mark.timeout(FULL_TIME)
def test_a_kill_while_the_files_are_made_leaves_none_that_cannot_be_opened(tmp_path: Path) -> None:
    chance = random.Random(5)
    opened = 0
    for kill in range(KILLS // 4):
        folder = tmp_path / str(kill)
        process = subprocess.Popen(
            [sys.executable, "-c", MAKER, str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.01 + chance.random() * 0.05)
        process.kill()
        process.communicate()
        for made in folder.iterdir():
            with open_store(paths(made)) as store:
                store.check()
            opened += 1
    assert opened


@pytest.mark.timeout(FULL_TIME)
def test_two_programs_write_into_one_file(profile: Paths, article: Path) -> None:
    writers = [writer(profile, article, seed, WRITES) for seed in (1, 2)]
    outputs = [process.communicate()[0].split("\n") for process in writers]
    assert all(output[-2] == "done" for output in outputs)
    there: set[str] = set()
    for output in outputs:
        for line in output:
            if line.startswith("there"):
                there.add(line.split(" ")[1])
            elif line.startswith("gone"):
                there.discard(line.split(" ")[1])
    with open_store(profile) as store:
        name = store.library.recent(1)[0].id
        assert {made.id for made in store.notes.marks(name)} == there
    assert sound(profile)


@pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")
def test_a_full_disk_is_said_and_nothing_is_half_written(
    profile: Paths, document: Document, tmp_path: Path
) -> None:
    code = """
import resource, signal, sys
from pathlib import Path
from reader import formats
from reader.errors import KnownError
from reader.model import Edit
from reader.paths import paths
from reader.store import open_store
from tests.store.making import mark
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
document = formats.open_document(Path(sys.argv[2]))
with open_store(paths(Path(sys.argv[1]))) as store:
    name = store.library.add(document).id
    made = mark(document, name, 0, "Region", "before")
    store.notes.commit(name, "Mark", [Edit(None, made)])
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
    large = mark(document, name, 0, "Region", "x" * 900_000)
    try:
        store.notes.commit(name, "Mark", [Edit(None, large)])
    except KnownError as error:
        print("refused:", error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print([kept.note for kept in store.notes.marks(name)])
"""
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code, str(profile.data), document.source],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert done.stderr == ""
    assert done.stdout.startswith("refused: The notes file")
    assert done.stdout.endswith("['before']\n")
    with open_store(profile) as store:
        name = store.library.recent(1)[0].id
        assert [kept.note for kept in store.notes.marks(name)] == ["before"]
    assert sound(profile)


def test_a_damaged_file_is_named_and_left_alone(profile: Paths, document: Document) -> None:
    with open_store(profile) as store:
        name = store.library.add(document).id
        for number in range(50):
            made = mark(document, name, 0, "Region", f"note {number}")
            store.notes.commit(name, "Mark", [Edit(None, made)])
    data = bytearray(profile.notes.read_bytes())
    data[4096 : 4096 + 2000] = bytes(2000)
    profile.notes.write_bytes(data)
    with pytest.raises(KnownError, match=r"notes\.db"):
        open_store(paths(profile.data))
    assert profile.notes.read_bytes() == bytes(data)
