"""A notes file looked through, and put right, with a copy of what was there before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reader.paths import Paths
from reader.store import schema
from reader.store.damage import Damage, Finding
from reader.store.database import DamagedFileError
from reader.store.mending import find, mend
from reader.store.rescue import Rescued, rescue
from reader.store.restoring import keep

__all__ = ["Damage", "Finding", "Report", "check", "repair"]


@dataclass(frozen=True, slots=True)
class Report:
    """What was wrong and is not any more.

    `before` is the copy of the notes as they were, None where nothing was wrong.
    `rescued` tells what was saved where pages were torn.
    """

    findings: tuple[Finding, ...] = ()
    before: Path | None = None
    rescued: Rescued | None = None


def check(paths: Paths) -> list[Finding]:
    """All damage in the notes; none where there are no notes yet.

    Raises:
        KnownError: where the file is newer, not ours, or cannot be opened for writing.
    """
    if not paths.notes.exists():
        return []
    try:
        with closing(schema.open_notes(paths.notes, paths.backups)) as database:
            return find(database)
    except (DamagedFileError, sqlite3.DatabaseError):
        # What is no fault of the world is one of our statements that the file cannot make
        # sense of: its own list of its tables is torn.
        return [Finding(Damage.PAGES, 1)]


def repair(paths: Paths, now: datetime | None = None) -> Report:
    """Put right what `check` finds, after a copy of the notes as they are.

    Where pages are torn, what can be read takes the place of the file, together with the
    newest backup, see `rescue`.

    Raises:
        KnownError: as `check`, and where the copy or the notes cannot be written.
    """
    findings = check(paths)
    if not findings:
        return Report()
    if findings[0].damage is Damage.PAGES:
        rescued = rescue(paths, now)
        return Report(tuple(findings), rescued.place.aside, rescued)
    before = keep(paths, now)
    with closing(schema.open_notes(paths.notes, paths.backups)) as database:
        done = mend(database)
        if not find(database):
            return Report(tuple(done), before)
    return Report(tuple(findings), before, rescue(paths, now))
