"""Weeks begin on Monday at 0:00 UTC, and every week is there."""

from datetime import datetime, timedelta
from pathlib import Path

from beide import log
from tests.unit.log.questions import made
from tests.unit.log.questions.reference import Case, Event

MONDAY = datetime.fromisoformat("2024-01-08")
INSTANT = timedelta(microseconds=1)
WEEK = timedelta(weeks=1)


def log_of(folder: Path, first: datetime, last: datetime, cases: int = 6) -> log.Log:
    about = {"kind": "web", "size": 1, "urgent": False}
    events = [Event("asked", None, None, first), Event("done", None, None, last)]
    return made.write([Case(about, events)] * cases, folder)


def opened(found: log.Log) -> list[tuple[str, int | None]]:
    return [(f"{each.week:%m-%d}", each.open) for each in log.work_in_progress(found).weeks]


def test_a_case_is_open_at_the_moment_it_begins(tmp_path: Path) -> None:
    assert opened(log_of(tmp_path, MONDAY, MONDAY + WEEK)) == [("01-08", 6), ("01-15", 0)]


def test_a_case_that_begins_just_after_is_open_a_week_later(tmp_path: Path) -> None:
    found = log_of(tmp_path, MONDAY + INSTANT, MONDAY + WEEK + INSTANT)
    assert opened(found) == [("01-15", 6), ("01-22", 0)]


def test_a_case_within_a_week_is_never_open_at_its_start(tmp_path: Path) -> None:
    found = log_of(tmp_path, MONDAY + INSTANT, MONDAY + WEEK - INSTANT)
    assert opened(found) == [("01-15", 0)]


def test_quiet_weeks_are_there(tmp_path: Path) -> None:
    found = log_of(tmp_path, MONDAY - INSTANT, MONDAY + 2 * WEEK)
    assert opened(found) == [("01-08", 6), ("01-15", 6), ("01-22", 0)]


def test_few_open_cases_are_not_shown(tmp_path: Path) -> None:
    about = {"kind": "web", "size": 1, "urgent": False}
    lasts = [MONDAY + WEEK] * 4 + [MONDAY + 2 * WEEK] * 2
    cases = [
        Case(about, [Event("asked", None, None, MONDAY), Event("done", None, None, last)])
        for last in lasts
    ]
    found = made.write(cases, tmp_path)
    assert opened(found) == [("01-08", 6), ("01-15", None), ("01-22", 0)]


def test_cases_arrive_in_the_week_of_their_first_event(tmp_path: Path) -> None:
    about = {"kind": "web", "size": 1, "urgent": False}
    firsts = [MONDAY - INSTANT] * 5 + [MONDAY] * 6 + [MONDAY + 2 * WEEK] * 7
    cases = [Case(about, [Event("asked", None, None, first)]) for first in firsts]
    weeks = log.arrivals(made.write(cases, tmp_path)).weeks
    found = [(f"{each.week:%m-%d}", each.cases) for each in weeks]
    assert found == [("01-01", 5), ("01-08", 6), ("01-15", 0), ("01-22", 7)]


def test_a_small_week_is_hidden_with_the_next_smallest(tmp_path: Path) -> None:
    about = {"kind": "web", "size": 1, "urgent": False}
    firsts = [MONDAY] * 9 + [MONDAY + WEEK] * 2 + [MONDAY + 2 * WEEK] * 6
    cases = [Case(about, [Event("asked", None, None, first)]) for first in firsts]
    found = log.arrivals(made.write(cases, tmp_path))
    assert [each.cases for each in found.weeks] == [9, None, None]
    assert found.other == log.Other(rows=2, count=8)
