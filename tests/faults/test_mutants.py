"""A notes file with bits flipped, pages zeroed, torn, swapped or cut, or a foreign journal."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from reader.errors import KnownError
from reader.formats import open_document
from reader.paths import Paths, paths
from reader.store import open_store
from reader.store.backups import Backup, Backups
from reader.store.repair import check
from reader.store.rescue import rescue
from tests.store.damaging import PAGE, fill
from tests.store.making import sql

FULL = bool(os.environ.get("LESEPULT_FULL"))
MUTANTS = 10_000 if FULL else 150
NOTES = 5_000 if FULL else 600
RESCUES = 100 if FULL else 20  # one mutant of so many is rescued, too


@dataclass(frozen=True)
class Mutant:
    """What lies in the place of the notes file, and of its journal."""

    data: bytes
    journal: bytes = b""


def flip(data: bytes, chance: Random) -> Mutant:
    """Some bits, anywhere."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 100))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return Mutant(bytes(changed))


def flip_head(data: bytes, chance: Random) -> Mutant:
    """Some bits of the file's header, or of the head of a page."""
    changed = bytearray(data)
    start = chance.choice((0, chance.randrange(len(data) // PAGE) * PAGE))
    for _ in range(chance.choice((1, 3))):
        changed[start + chance.randrange(100 if start == 0 else 40)] ^= 1 << chance.randrange(8)
    return Mutant(bytes(changed))


def zero(data: bytes, chance: Random) -> Mutant:
    """Whole pages, as where a disk did not write them."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 20))):
        page = chance.randrange(len(data) // PAGE) * PAGE
        changed[page : page + PAGE] = bytes(PAGE)
    return Mutant(bytes(changed))


def flip_schema(data: bytes, chance: Random) -> Mutant:
    """Some letters of what the file says of its tables."""
    changed = bytearray(data)
    places = [found.start() for found in re.finditer(rb"CREATE |tablemarks|paragraphs", data)]
    for _ in range(chance.choice((1, 2, 5))):
        place = chance.choice(places) + chance.randrange(200)
        changed[min(place, len(data) - 1)] ^= 1 << chance.randrange(8)
    return Mutant(bytes(changed))


def tear(data: bytes, chance: Random) -> Mutant:
    """A page of something else."""
    changed = bytearray(data)
    page = chance.randrange(len(data) // PAGE) * PAGE
    changed[page : page + PAGE] = chance.randbytes(PAGE)
    return Mutant(bytes(changed))


def swap(data: bytes, chance: Random) -> Mutant:
    """Two pages in each other's place."""
    changed = bytearray(data)
    one, two = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    changed[one : one + PAGE], changed[two : two + PAGE] = (
        changed[two : two + PAGE],
        changed[one : one + PAGE],
    )
    return Mutant(bytes(changed))


def cut(data: bytes, chance: Random) -> Mutant:
    """The end is missing, or too much."""
    end = chance.randrange(len(data))
    return Mutant(data[:end] + (bytes(PAGE) if chance.random() < 0.2 else b""))


def grow(data: bytes, chance: Random) -> Mutant:
    """Something follows that is no part of it."""
    return Mutant(data + chance.randbytes(chance.choice((1, PAGE, 3 * PAGE + 7))))


KINDS: Mapping[str, Callable[[bytes, Random], Mutant]] = {
    made.__name__: made for made in (flip, flip_head, flip_schema, zero, tear, swap, cut, grow)
}


def make_journal(folder: Path, article: Path) -> bytes:
    """The journal of another profile's file, with whole transactions in it."""
    other = paths(folder)
    fill(other, open_document(article), 40)
    with closing(sqlite3.connect(other.notes)) as connection:
        connection.execute("UPDATE marks SET note = note || ' of the other'")
        connection.commit()
        return Path(f"{other.notes}-wal").read_bytes()


@pytest.mark.timeout(14_400)
def test_mutants_of_a_notes_file(tmp_path: Path, article: Path) -> None:
    """None makes the program fall, none is overwritten, and the backup is at hand."""
    profile = paths(tmp_path / "profile")
    fill(profile, open_document(article), NOTES)
    # The history of so many notes would be most of the file.
    sql(profile.notes, "DELETE FROM changes")
    sql(profile.notes, "VACUUM")
    fill(profile, open_document(article), 20)
    backups = Backups(profile)
    assert backups.make()
    backup = backups.newest()
    assert backup
    sound = profile.notes.read_bytes()
    ids = {name for (name,) in sql(profile.notes, "SELECT id FROM marks")}
    journal = make_journal(tmp_path / "other", article)
    chance = Random(7)
    verdicts: Counter[str] = Counter()
    for number in range(MUTANTS):
        kind = chance.choice([*KINDS, "journal"])
        if kind == "journal":
            start = chance.choice((0, 0, 1 + chance.randrange(len(journal))))
            mutant = Mutant(sound, journal[:-start] if start else journal)
        else:
            mutant = KINDS[kind](sound, chance)
        put(profile, mutant)
        verdict = judge(profile, mutant)
        verdicts[verdict] += 1
        newest = backups.newest()
        assert newest
        assert backup.path.exists()
        if newest != backup:  # a flipped number of its form had it copied and brought up to date
            assert newest.form < backup.form
            assert newest.contents == backup.contents
            newest.path.unlink()
        if number % 1000 == 999:
            print(f"{number + 1} of {MUTANTS}: {dict(verdicts)}", flush=True)  # noqa: T201
        if number % RESCUES == 0:
            put(profile, mutant)
            rescue(profile)
            assert check(profile) == [], (number, kind)
            saved = {name for (name,) in sql(profile.notes, "SELECT id FROM marks")}
            assert ids <= saved, (number, kind)
            verdicts["rescued"] += 1
            forget(profile, backup)
    print(f"{MUTANTS} mutants of {NOTES} notes: {dict(verdicts)}")  # noqa: T201
    assert verdicts["refused"]


def put(profile: Paths, mutant: Mutant) -> None:
    for suffix in ("-wal", "-shm"):
        Path(f"{profile.notes}{suffix}").unlink(missing_ok=True)
    profile.notes.write_bytes(mutant.data)
    if mutant.journal:
        Path(f"{profile.notes}-wal").write_bytes(mutant.journal)


def judge(profile: Paths, mutant: Mutant) -> str:
    """How the program takes it: "refused", or "opened", "damaged" if a look at it shows it."""
    try:
        store = open_store(profile)
    except KnownError:
        journal = Path(f"{profile.notes}-wal")
        assert profile.notes.read_bytes() == mutant.data
        assert (journal.read_bytes() if journal.exists() else b"") == mutant.journal
        return "refused"
    with store:
        try:
            for entry in store.library.recent(9):
                store.library.document(entry.id)
                store.notes.marks(entry.id)
                store.notes.undo_label(entry.id)
            store.notes.words()
        except KnownError:
            return "damaged"
    return "damaged" if check(profile) else "opened"


def forget(profile: Paths, backup: Backup) -> None:
    """Lets go of what a rescue has kept."""
    for path in profile.backups.iterdir():
        if path != backup.path:
            path.unlink()
    for path in profile.data.glob("restoring-*"):
        shutil.rmtree(path)
