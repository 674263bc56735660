"""How long what was deleted is kept, by days of use and not by the clock alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from reader.store.database import Database

KEPT = 30  # days


class Days:
    """The days on which a profile was used.

    A clock may jump: to 1970 when a battery is empty, to 2100 by a slip. So a thing is
    forgotten only when it was deleted more than `KEPT` days ago by the clock, and the
    profile was used on `KEPT` other days since. A jump makes one such day, no more. What
    lies in the future by the clock stays; who reads seldom finds things longer.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self) -> None:
        """Count today, within a transaction or not."""
        today = datetime.now(UTC).date().isoformat()
        if not self._database.value("SELECT 1 FROM days WHERE day = ?", [today]):
            self._database.execute("INSERT OR IGNORE INTO days (day) VALUES (?)", [today])

    def number(self) -> int:
        """How many days there are."""
        return int(self._database.value("SELECT count(*) FROM days"))

    def limits(self) -> tuple[str, int]:
        """What was deleted before this time, and on a day up to this number, is forgotten."""
        return (datetime.now(UTC) - timedelta(days=KEPT)).isoformat(), self.number() - KEPT
