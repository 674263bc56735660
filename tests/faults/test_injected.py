"""A kill, and a full or failing disk, at every n-th write that the program makes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.formats import open_document
from reader.paths import Paths, paths
from tests.faults.acting import EDITS, FILES, Order
from tests.faults.ledger import Ledger, notes_in
from tests.faults.servant import Servant, servant
from tests.store.damaging import fill

FULL = bool(os.environ.get("LESEPULT_FULL"))
STEPS, SEED = 14, 11  # among them each act that writes a file
EVERY = 1 if FULL else 40
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


def make_profile(folder: Path, article: Path) -> Paths:
    profile = paths(folder)
    fill(profile, open_document(article), 30)
    return profile


@pytest.mark.parametrize("fault", ["kill", "error"])
def test_at_every_write(tmp_path: Path, article: Path, fault: str) -> None:
    """Edits, exports, backups, restores and repairs."""
    made = make_profile(tmp_path / "made", article)

    def order(profile: Path) -> Order:
        acts = [*EDITS, *FILES]
        return Order(str(profile), str(article), SEED, STEPS, acts, waits=True)

    log = tmp_path / "log"
    verdicts: Counter[str] = Counter()
    with servant() as actor:
        shutil.copytree(made.data, tmp_path / "counted")
        counts = calls_of(actor, order(tmp_path / "counted"), log)
        assert counts["pwrite64"] > 50
        taken = list(moments(counts))
        for number, (call, moment) in enumerate(taken):
            profile = paths(tmp_path / str(number))
            shutil.copytree(made.data, profile.data)
            ledger = Ledger(profile)
            ledger.notes = notes_in(profile)
            effect = "signal=KILL" if fault == "kill" else f"error={CALLS[call]}"
            inject = f"inject={call}:{effect}:when={moment}"
            for line in traced(
                actor, order(profile.data), log, "-e", f"trace={call}", "-e", inject
            ):
                ledger.hear(line)
            ledger.verify()
            verdicts["ended early"] += not ledger.ended
            verdicts["refused"] += ledger.refused
            verdicts["acknowledged"] += ledger.acknowledged
            shutil.rmtree(profile.data)
    print(f"{fault} at {len(taken)} of {counts.total()} writes: {dict(verdicts)}")  # noqa: T201
    assert verdicts["acknowledged"]
    assert verdicts["ended early" if fault == "kill" else "refused"]
