"""A disk that is full or read-only, a home that is missing, and clocks that are wrong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reader.errors import KnownError
from reader.formats import open_document
from reader.model import Edit
from reader.paths import Paths, paths
from reader.store import open_store
from reader.store.backups import Backups
from reader.store.repair import check
from tests.faults.acting import FILES, Order
from tests.faults.ledger import Ledger
from tests.processes import unwatched
from tests.store.damaging import fill, notes_of
from tests.store.making import mark, sql

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and rights are POSIX's")


def in_child(code: str, *arguments: object) -> str:
    """What a program of its own says; it must not fail."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=unwatched(),
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


FULL_DISK = """
    import resource, signal, sys
    from pathlib import Path
    from reader import formats
    from reader.errors import KnownError
    from reader.model import Edit
    from reader.paths import paths
    from reader.store import open_store
    from reader.store.backups import Backups
    from reader.store.restoring import restore
    from tests.store.making import mark

    def limit(size):
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    document = formats.open_document(Path(sys.argv[2]))
    profile = paths(Path(sys.argv[1]))
    with open_store(profile) as store:
        name = store.library.add(document).id
        store.notes.commit(name, "Mark", [Edit(None, mark(document, name, 0, "Region", "before"))])
        first = Backups(profile).make()
        large = mark(document, name, 0, "Region", "x" * 900_000)
        limit(200_000)
        for act in (
            lambda: store.notes.commit(name, "Mark", [Edit(None, large)]),
            lambda: Backups(profile).make(),
            lambda: restore(first, profile),
        ):
            try:
                act()
                print("done")
            except KnownError as error:
                print("refused:", error)
        limit(resource.RLIM_INFINITY)
        print([kept.note for kept in store.notes.marks(name)])
        store.notes.commit(name, "Mark", [Edit(None, large)])
        print(len(store.notes.marks(name)))
"""


def test_a_full_disk_is_said_and_nothing_is_half_written(profile: Paths, article: Path) -> None:
    said = in_child(FULL_DISK, profile.data, article).splitlines()
    assert said[0].startswith("refused: The notes file")
    assert all("refused" in line or line == "done" for line in said[:3])
    assert said[3:] == ["['before']", "2"]  # and when there is room again, it works
    assert check(profile) == []
    backups = Backups(profile).list()
    assert all(backup.sound for backup in backups)
    assert not list(profile.backups.glob("*.part*"))
    assert not list(profile.data.glob("restoring-*"))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter; pytest's own are its user's alone."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


READ_ONLY = """
    import os, sys
    from pathlib import Path
    from reader.errors import KnownError
    from reader.paths import paths
    from reader.store import open_store
    from reader.store.backups import Backups
    from reader.store.repair import repair
    from reader.store.rescue import rescue
    if os.getuid() == 0:
        os.setuid(65534)  # rights do not bind root
    profile = paths(Path(sys.argv[1]))
    for act in (open_store, lambda p: Backups(p).make(), repair, rescue):
        try:
            act(profile)
            print("done")
        except KnownError as error:
            print("refused:", error)
"""


def test_a_read_only_home(open_folder: Path, article: Path) -> None:
    profile = paths(open_folder / "home")
    fill(profile, open_document(article), 20)
    before = {path.name: path.read_bytes() for path in profile.data.iterdir() if path.is_file()}
    for path in profile.data.iterdir():
        path.chmod(0o444)
    profile.data.chmod(0o555)
    said = in_child(READ_ONLY, profile.data).splitlines()
    assert len(said) == 4
    assert all(line.startswith("refused: ") for line in said), said
    profile.data.chmod(0o755)
    after = {path.name: path.read_bytes() for path in profile.data.iterdir() if path.is_file()}
    assert after == before


def test_a_missing_home_is_made(tmp_path: Path, article: Path) -> None:
    profile = paths(tmp_path / "not" / "yet" / "there")
    fill(profile, open_document(article), 3)
    assert Backups(profile).make()
    assert len(notes_of(profile)) == 3


def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="cannot be made"):
        open_store(paths(tmp_path / "file" / "home"))


def test_a_home_that_goes_away_while_it_is_used(tmp_path: Path, article: Path) -> None:
    """As on a disk that is pulled out: every change is refused or kept, none half."""
    profile = paths(tmp_path / "home")
    document = open_document(article)
    name = fill(profile, document, 5)
    with open_store(profile) as store:
        profile.data.rename(tmp_path / "elsewhere")
        made = mark(document, name, 0, "Region", "late")
        try:
            store.notes.commit(name, "Mark", [Edit(None, made)])
            told = True
        except KnownError:
            told = False
        assert Backups(profile).make() is None
    (tmp_path / "elsewhere").rename(profile.data)
    assert ("late" in notes_of(profile)) == told
    assert check(profile) == []


def test_a_journal_that_was_half_brought_in(tmp_path: Path, article: Path) -> None:
    """The file alone makes no sense then; with its journal, nothing is missing."""
    profile, killed = paths(tmp_path / "here"), paths(tmp_path / "there")
    with open_store(profile) as store:
        small = profile.notes.stat().st_size
        fill(profile, open_document(article), 200)
        store.library.recent(1)
        killed.data.mkdir()
        shutil.copy(f"{profile.notes}-wal", killed.data)
    whole = profile.notes.read_bytes()
    assert len(whole) > small
    killed.notes.write_bytes(whole[:small])  # the first page tells of all of them already
    assert len(notes_of(killed)) == 200
    with open_store(killed) as store:
        store.check()
    assert len(notes_of(killed)) == 200


CLOCKS = (datetime(1970, 1, 1, 0, 0, 5, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="faketime is Debian's")
@pytest.mark.parametrize("clock", CLOCKS)
def test_a_wrong_clock(tmp_path: Path, article: Path, clock: datetime) -> None:
    """Everything works, before and after the clock is put right."""
    assert shutil.which("faketime"), "packaging/setup.sh installs it"
    profile = paths(tmp_path)
    ledger = Ledger(profile)
    acts = [*FILES, "make", "change", "delete"]
    for seed, wrong in enumerate((False, True, True, False)):
        order = Order(str(tmp_path), str(article), seed, 25, acts)
        ledger.faults += act_at(clock if wrong else None, order, ledger)
    assert ledger.refused == 0
    ledger.verify()
    years = {backup.made.year for backup in Backups(profile).list()}
    assert clock.year in years
    assert len(years) > 1  # neither time has pushed out the other's
    newest = Backups(profile).newest()
    assert newest
    assert newest.made.year not in {1970, 2100}
    # What was deleted stays in the bin through every jump.
    ((deleted,),) = sql(profile.notes, "SELECT count(*) FROM bin")
    assert deleted


def act_at(clock: datetime | None, order: Order, ledger: Ledger) -> list[str]:
    """Acts in a process that believes it is another time; gives its faults."""
    fake = ["faketime", f"{clock:%Y-%m-%d %H:%M:%S}"] if clock else []
    done = subprocess.run(
        [*fake, sys.executable, "-m", "tests.faults.acting", json.dumps(asdict(order))],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "TZ": "UTC"},
    )
    for line in done.stdout.splitlines():
        ledger.hear(line)
    return [done.stderr] if done.stderr else []
