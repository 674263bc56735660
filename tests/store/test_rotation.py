"""Which backups stay, whatever the clocks said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reader.store.rotation import DAILY, LATEST, MONTHLY, WEEKLY, Stamp, kept

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
CLOCKS = st.integers(0, 4_133_980_799).map(lambda second: datetime.fromtimestamp(second, UTC))
"""From 1970 to 2100."""


def thinned(clocks: Iterable[datetime]) -> set[Stamp]:
    """What is left when one backup after another is made by these clocks."""
    there: set[Stamp] = set()
    for number, clock in enumerate(clocks, 1):
        there = kept({*there, Stamp(number, clock, 1)})
    return there


def days(stamps: Iterable[Stamp]) -> list[str]:
    return [stamp.made.date().isoformat() for stamp in sorted(stamps)]


def test_two_years_of_four_backups_a_day() -> None:
    clocks = [NOON + timedelta(hours=6 * number) for number in range(4 * 730)]
    left = thinned(clocks)
    last = clocks[-1]
    ages = sorted({(last.date() - stamp.made.date()).days for stamp in left})
    assert ages[:DAILY] == list(range(DAILY))
    assert len(left) <= LATEST - 1 + DAILY + WEEKLY + MONTHLY
    assert 7 * (WEEKLY - 1) - 6 <= max(age for age in ages if age < 80) <= 7 * WEEKLY
    assert 30 * (MONTHLY - 2) <= max(ages) <= 31 * MONTHLY


def test_days_without_backups_do_not_count() -> None:
    clocks = [NOON + timedelta(days=40 * number) for number in range(9)]
    assert len(thinned(clocks)) == 9


def test_the_newest_of_every_form_stays() -> None:
    stamps = {Stamp(n, NOON + timedelta(days=n), 1 if n < 5 else 2) for n in range(1000)}
    assert {stamp.number for stamp in kept(stamps) if stamp.form == 1} == {4}


@given(st.lists(CLOCKS, max_size=80))
def test_the_newest_stay_and_the_number_is_bounded(clocks: list[datetime]) -> None:
    left = {stamp.number for stamp in thinned(clocks)}
    assert left >= set(range(1, len(clocks) + 1)[-LATEST:])
    assert len(left) <= LATEST + DAILY + WEEKLY + MONTHLY


@given(st.lists(CLOCKS, max_size=80))
def test_thinning_step_by_step_keeps_what_thinning_at_once_keeps_of_late(
    clocks: list[datetime],
) -> None:
    everything = {Stamp(number, clock, 1) for number, clock in enumerate(clocks, 1)}
    newest = sorted(kept(everything), reverse=True)[:LATEST]
    assert set(newest) <= thinned(clocks)


@given(st.integers(0, 59), st.lists(CLOCKS, min_size=1, max_size=4))
def test_a_wrong_clock_pushes_out_no_more_days_than_it_made_backups(
    when: int, wrong: list[datetime]
) -> None:
    """Sixty good days with some backups by a clock gone mad among them."""
    good = [NOON + timedelta(days=number) for number in range(60)]
    left = thinned([*good[:when], *wrong, *good[when:]])
    of_good_days = {stamp.made for stamp in left} & set(good)
    undisturbed = {stamp.made for stamp in thinned(good)}
    lost = undisturbed - of_good_days
    # Each takes the place of at most one day, one week and one month.
    assert len(lost) <= 3 * len(wrong)
    assert good[-1] in of_good_days
    daily = [clock for clock in good[-DAILY:] if clock in of_good_days]
    assert len(daily) >= DAILY - 2 * len(wrong) - 1


def test_a_clock_that_always_starts_in_1970() -> None:
    """Each start is a day of its own, so that not only the last one is kept."""
    starts = [[datetime(1970, 1, 1, hour, tzinfo=UTC) for hour in range(3)] for _ in range(50)]
    left = {stamp.number for stamp in thinned(clock for start in starts for clock in start)}
    ends = {3 * start for start in range(50 - DAILY + 1, 51)}
    assert left >= ends


def test_a_clock_of_2100_that_is_put_right_wears_out_nothing() -> None:
    good = [NOON + timedelta(days=number) for number in range(30)]
    far = datetime(2100, 1, 1, tzinfo=UTC)
    left = thinned([*good[:20], far, *good[20:]])
    assert set(days(left)) >= set(days(Stamp(0, clock, 1) for clock in good[20:]))
    # The future's backup ages like any other.
    later = thinned(
        [
            *good[:20],
            far,
            *good[20:],
            *(far.replace(year=2027) + timedelta(days=n) for n in range(400)),
        ]
    )
    assert far not in {stamp.made for stamp in later}
