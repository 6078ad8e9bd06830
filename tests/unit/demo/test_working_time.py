"""The line of working time agrees with counting the minutes one by one."""

from datetime import date, datetime, timedelta
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.demo import truths
from beide.demo._holidays import easter, holidays
from beide.demo._working_time import working_times

SINCE, UNTIL = date(2026, 3, 30), date(2026, 4, 30)  # Easter and King's Day are in between
TIMES = working_times(truths(), since=SINCE, until=UNTIL)
MINUTES = 30 * 24 * 60
MOMENTS = st.integers(min_value=24 * 60, max_value=MINUTES)
CALENDARS = st.sampled_from(sorted(TIMES))


def clock(minute: int) -> datetime:
    return datetime(2026, 3, 30) + timedelta(minutes=minute)  # noqa: DTZ001


def is_work(minute: int, calendar: str) -> bool:
    moment = clock(minute)
    if moment.date() in holidays(moment.year, rules=truths().holidays):
        return False
    hours = truths().calendars[calendar][moment.weekday()]
    begin, end = hours.split("-") if hours else ("24:00", "24:00")
    return begin <= f"{moment:%H:%M}" < end


@cache
def minutes_of(calendar: str) -> tuple[bool, ...]:
    return tuple(is_work(minute, calendar) for minute in range(MINUTES))


def seconds(minute: int) -> float:
    return (clock(minute) - datetime(1970, 1, 1)).total_seconds()  # noqa: DTZ001


@settings(deadline=None)  # the first look at a calendar counts all its minutes
@given(minute=MOMENTS, calendar=CALENDARS)
def test_work_until_is_the_count_of_minutes(minute: int, calendar: str) -> None:
    counted = sum(minutes_of(calendar)[:minute])
    assert TIMES[calendar].work_until(np.array([seconds(minute)]))[0] == counted * 60


@given(minute=MOMENTS, calendar=CALENDARS)
def test_begin_is_at_work_and_after_as_much_work(minute: int, calendar: str) -> None:
    line = TIMES[calendar]
    work = line.work_until(np.array([seconds(minute)]))
    begin = line.begin_after(work)
    assert is_work(int(begin[0] - seconds(0)) // 60, calendar)
    assert line.work_until(begin)[0] == work[0]
    assert line.end_after(work)[0] <= begin[0]


@pytest.mark.parametrize(
    "sunday",
    ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25"],
)
def test_easter(sunday: str) -> None:
    day = date.fromisoformat(sunday)
    assert easter(day.year) == day


def test_kings_day_is_never_on_a_sunday() -> None:
    rules = truths().holidays
    assert date(2025, 4, 26) not in holidays(2026, rules=rules)
    assert date(2031, 4, 26) in holidays(2031, rules=rules)
    assert date(2031, 4, 27) not in holidays(2031, rules=rules)


def test_liberation_day_is_free_every_five_years() -> None:
    rules = truths().holidays
    assert date(2025, 5, 5) in holidays(2025, rules=rules)
    assert date(2026, 5, 5) not in holidays(2026, rules=rules)
