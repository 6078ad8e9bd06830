"""The clock that runs while people work agrees with looking at the wall every minute."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beide.errors import TooLittleData
from beide.log import Calendar, Hours
from beide.log.outcomes._clock import Day, days
from tests.unit.log.outcomes.reference import DAY, MINUTE, worked

SPRING, AUTUMN, CHRISTMAS = date(2024, 3, 29), date(2024, 10, 25), date(2024, 12, 23)
zones = st.sampled_from(
    ["Europe/Amsterdam", "UTC", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe"]
)
minutes = st.integers(0, 1439)
windows = st.tuples(minutes, st.integers(1, 1440)).map(lambda told: (told[0], sum(told)))
weeks = st.lists(
    st.lists(windows, max_size=2).map(lambda found: tuple(sorted(found))), min_size=7, max_size=7
)


def shown(found: tuple[Day, ...], moment: datetime) -> timedelta:
    """Return what the clock shows at a moment."""
    day = found[(moment.date() - found[0].day).days]
    passed = (moment - datetime.combine(day.day, datetime.min.time())) // timedelta(microseconds=1)
    inside = sum(max(0, min(passed, until) - from_) for from_, until in day.pieces)
    return timedelta(microseconds=day.before + inside)


@given(
    zone=zones,
    week=weeks.filter(any),
    begin=st.sampled_from([SPRING, AUTUMN, CHRISTMAS]),
    since=st.integers(0, 4 * 1440),
    length=st.integers(0, 3 * 1440),
)
@example("Europe/Amsterdam", [((150, 300),)] * 7, SPRING, 1440, 2 * 1440)
@example("Europe/Amsterdam", [((60, 150),)] * 7, AUTUMN, 1440, 2 * 1440)
@example("Europe/Amsterdam", [((1320, 1800),)] * 7, AUTUMN, 720, 2 * 1440)
@settings(max_examples=60, deadline=None)
def test_agrees_with_counting_minutes(
    zone: str, week: list[tuple[tuple[int, int], ...]], begin: date, since: int, length: int
) -> None:
    calendar, hours = Calendar(zone=zone), Hours(tuple(week))
    from_ = datetime.combine(begin, datetime.min.time()) + since * MINUTE
    until = from_ + length * MINUTE
    clock = days(calendar, hours, from_.date(), until.date())
    assert shown(clock, until) - shown(clock, from_) == worked(calendar, hours, from_, until)


def test_no_moment_counts_twice() -> None:
    hours = Hours(tuple([((0, 1440), (600, 1500))] * 7))
    found = days(Calendar(holidays=None, zone="UTC"), hours, SPRING, SPRING + 9 * DAY)
    assert all(two.before - one.before == 86_400_000_000 for one, two in pairwise(found))


def test_years_that_cannot_be_are_refused() -> None:
    with pytest.raises(TooLittleData, match="no calendar"):
        days(Calendar(), Hours(), date(1, 1, 1), datetime.now(UTC).date())
