"""A kill, and a full or failing disk, at every n-th write that the program makes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.formats import open_document
from reader.paths import Paths, paths
from tests.faults.acting import EDITS, FILES, Order
from tests.faults.ledger import Ledger, notes_in
from tests.faults.servant import ROOT, Servant, servant
from tests.store.damaging import fill

FULL = bool(os.environ.get("LESEPULT_FULL"))
STEPS, SEED = 14, 11  # among them each act that writes a file
FORM_1 = ROOT / "tests" / "data" / "notes-form-1.db"
EVERY = 1 if FULL else 60
"""Of so many moments, one is taken."""

# What changes a disk, with the fault that its call can meet.
CALLS = {
    "pwrite64": "ENOSPC",
    "write": "ENOSPC",
    "fdatasync": "EIO",
    "fsync": "EIO",
    "ftruncate": "ENOSPC",
    "rename": "ENOSPC",
    "link": "ENOSPC",
    "linkat": "ENOSPC",
    "mkdir": "ENOSPC",
    "unlink": "EACCES",
}

pytestmark = [
    pytest.mark.timeout(14_400),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's"),
]


def traced(actor: Servant, order: Order, log: Path, *options: str) -> list[str]:
    """Has something done under strace, and gives what is said of it."""
    assert shutil.which("strace"), "packaging/setup.sh installs it"
    pid = actor.order(order)
    with subprocess.Popen(
        ["strace", "-p", str(pid), "-o", log, *options], stderr=subprocess.PIPE, text=True
    ) as strace:
        assert strace.stderr
        assert "attached" in strace.stderr.readline()
        actor.go()
        return actor.rest()


def calls_of(actor: Servant, order: Order, log: Path) -> Counter[str]:
    """How often each call is made when nothing goes wrong."""
    said = traced(actor, order, log, "-e", f"trace={','.join(CALLS)}")
    assert said[-1] == "done all"
    return Counter(re.findall(r"^(\w+)\(", log.read_text("utf-8", "replace"), re.MULTILINE))


def moments(counts: Counter[str]) -> Iterator[tuple[str, int]]:
    """The calls at which a fault is put in: every one, or one of so many, and never none."""
    number = 0
    for call, count in sorted(counts.items()):
        for moment in range(1, count + 1):
            if number % EVERY == 0:
                yield call, moment
            number += 1


def make_edited(profile: Paths, article: Path) -> None:
    """A profile for edits, exports, backups, restores and repairs."""
    fill(profile, open_document(article), 30)


def make_old(profile: Paths, _article: Path) -> None:
    """A profile of the first form, which is brought up to date when it is opened."""
    profile.data.mkdir()
    shutil.copy(FORM_1, profile.notes)


@pytest.mark.parametrize("fault", ["kill", "error"])
@pytest.mark.parametrize(("make", "steps"), [(make_edited, STEPS), (make_old, 0)])
def test_at_every_write(
    tmp_path: Path,
    article: Path,
    make: Callable[[Paths, Path], None],
    steps: int,
    fault: str,
) -> None:
    """What was acknowledged is there, and what was there before."""
    made, log = paths(tmp_path / "made"), tmp_path / "log"
    make(made, article)

    def copy(name: str) -> Paths:
        return paths(Path(shutil.copytree(made.data, tmp_path / name)))

    def order(profile: Paths) -> Order:
        acts = [*EDITS, *FILES]
        return Order(str(profile.data), str(article), SEED, steps, acts, waits=True)

    known = notes_in(copy("known"))
    verdicts: Counter[str] = Counter()
    with servant() as actor:
        counts = calls_of(actor, order(copy("counted")), log)
        assert counts["pwrite64"] > 50
        taken = list(moments(counts))
        for number, (call, moment) in enumerate(taken):
            ledger = Ledger(copy(str(number)), dict(known))
            effect = "signal=KILL" if fault == "kill" else f"error={CALLS[call]}"
            inject = ("-e", f"trace={call}", "-e", f"inject={call}:{effect}:when={moment}")
            for line in traced(actor, order(ledger.profile), log, *inject):
                ledger.hear(line)
            ledger.verify()
            verdicts["ended early"] += not ledger.ended
            verdicts["refused"] += ledger.refused
            verdicts["acknowledged"] += ledger.acknowledged
            shutil.rmtree(ledger.profile.data)
    told = f"{fault} at {len(taken)} of {counts.total()} writes, {make.__name__}"
    print(f"{told}: {dict(verdicts)}")  # noqa: T201
    assert verdicts["acknowledged" if steps else "ended early"]
    assert verdicts["ended early" if fault == "kill" else "refused"]
