"""Times are in order, and people work in working hours."""

from datetime import date, datetime, time, timedelta

import numpy as np

from beide.demo import truths
from beide.demo.data import DemoData

FREE_2025 = ["04-21", "05-05", "05-29", "06-09", "12-25", "12-26"]  # within the data's period
FREE_2026 = ["01-01", "04-06", "04-27", "05-14", "05-25"]
FREE = {date.fromisoformat(f"2025-{day}") for day in FREE_2025} | {
    date.fromisoformat(f"2026-{day}") for day in FREE_2026
}


def test_a_step_ends_after_it_begins(data: DemoData) -> None:
    assert (data.events.complete > data.events.start).all()


def test_steps_of_an_order_follow_each_other(data: DemoData) -> None:
    same = np.diff(data.events.case) == 0
    assert (data.events.start[1:][same] >= data.events.complete[:-1][same]).all()
    assert (np.diff(data.events.case) >= 0).all()


def test_nothing_happens_outside_the_period(data: DemoData) -> None:
    assert data.events.start.min() >= np.datetime64(data.since)
    assert data.events.complete.max() < np.datetime64(data.until) + np.timedelta64(1, "D")


def test_people_work_in_their_hours(data: DemoData) -> None:
    week = {
        role.key: [_hours(text) for text in truths().calendars[role.calendar]]
        for role in truths().roles
    }
    keys = [role.key for role in truths().roles]
    for role, *moments in zip(
        data.events.role.tolist(),
        data.events.start.tolist(),
        data.events.complete.tolist(),
        strict=True,
    ):
        for moment in moments:
            opens, closes = week[keys[role]][moment.weekday()]
            assert opens <= moment.time() <= closes


def test_nobody_works_on_a_holiday(data: DemoData) -> None:
    days = set(data.events.start.astype("datetime64[D]").tolist())
    days |= set(data.events.complete.astype("datetime64[D]").tolist())
    assert not days & FREE
    length = (data.until - data.since).days
    weekdays = {
        day
        for day in (data.since + timedelta(days=step) for step in range(length))
        if day.weekday() < 5
    }
    assert weekdays - days == {day for day in FREE if data.since <= day and day.weekday() < 5}


def test_visits_at_home_are_not_cut_in_two(data: DemoData) -> None:
    whole = [code for code, step in enumerate(data.truths.steps) if not step.split]
    visits = np.isin(data.events.step, whole)
    begin = data.events.start[visits].astype("datetime64[D]")
    assert (begin == data.events.complete[visits].astype("datetime64[D]")).all()


def _hours(text: str) -> tuple[time, time]:
    if not text:
        return time.max, time.min
    begin, end = (datetime.strptime(part, "%H:%M").time() for part in text.split("-"))  # noqa: DTZ007
    return begin, end
