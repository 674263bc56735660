"""Which backups stay: many of late, fewer of long ago. Pure: it knows no files and no clock."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

LATEST, DAILY, WEEKLY, MONTHLY = 6, 12, 10, 9


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When a backup was made: `number` counts them up, `made` is what the clock said.

    `form` is the form of the notes file then.
    """

    number: int
    made: datetime
    form: int


def kept(stamps: Iterable[Stamp]) -> set[Stamp]:
    """Those that stay: the newest of each of the last 12 days, 10 weeks and 9 months.

    Days, weeks and months without a backup do not count. The newest six stay whatever
    their dates, and so does the newest of every form: an older Lesepult reads it.

    Which one is newer is told by number alone. A clock that is wrong for a time makes
    days like any others; it neither wears out what was made before nor what comes after.
    One that is set back begins a new day: where it starts in 1970 every time, the ends
    of the last twelve starts stay, and not only that of the last.
    """
    ordered = sorted(stamps, reverse=True)
    result = set(ordered[:LATEST])
    result |= _first(ordered, [stamp.form for stamp in ordered], len(ordered))
    eras = _eras(ordered)
    for quota, period in _PERIODS:
        labels = [(era, period(stamp.made)) for era, stamp in zip(eras, ordered, strict=True)]
        result |= _first(ordered, labels, quota)
    return result


_Period: TypeAlias = Callable[[date], Hashable]
_PERIODS: tuple[tuple[int, _Period], ...] = (
    (DAILY, lambda day: (day.year, day.month, day.day)),
    (WEEKLY, lambda day: day.isocalendar()[:2]),
    (MONTHLY, lambda day: (day.year, day.month)),
)


def _eras(ordered: list[Stamp]) -> list[int]:
    """For each stamp, newest first, how often the clock was set back after it."""
    eras: list[int] = []
    for number, stamp in enumerate(ordered):
        set_back = number > 0 and stamp.made >= ordered[number - 1].made
        eras.append((eras[-1] if eras else 0) + set_back)
    return eras


def _first(ordered: list[Stamp], labels: Iterable[Hashable], quota: int) -> set[Stamp]:
    """The first stamp of each label, until there are as many as that."""
    found: dict[Hashable, Stamp] = {}
    for label, stamp in zip(labels, ordered, strict=True):
        if len(found) < quota:
            found.setdefault(label, stamp)
    return set(found.values())
