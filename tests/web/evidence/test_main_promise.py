"""What the home page asks: the organisation's first promise and how it went lately."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from beide.log import wilson
from beide.web.evidence import access
from beide.web.evidence.models import EventLog
from beide.web.evidence.series import Series, Verdict
from tests.web.evidence.logs import a_promise
from tests.web.people import World


def test_the_first_promise_in_one_query(
    log: EventLog, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    first = a_promise(log)
    a_promise(log, share=0.5)
    with django_assert_max_num_queries(1):
        found = access.main_promise(world.noord)
        assert found == first
        assert found.log.name == "Orders 2026"
        assert access.latest(found)


def test_none_without_a_promise(log: EventLog, world: World) -> None:
    assert access.main_promise(world.noord) is None
    assert access.main_promise(world.zuid) is None


def test_latest_is_about_the_last_four_whole_weeks(log: EventLog) -> None:
    latest = access.latest(a_promise(log))
    assert latest
    assert (latest.cases, latest.kept, latest.weeks) == (80, 76, 4)
    assert (latest.since, latest.until) == (date(2026, 10, 5), date(2026, 11, 1))
    assert (latest.low, latest.high) == tuple(wilson(76, 80))
    assert latest.points == (0.95,) * 8
    assert latest.holds


def test_nothing_was_computed() -> None:
    series = Series.from_stored({})
    assert series.weeks == ()
    assert series.latest() is None


@pytest.mark.parametrize(
    ("kept", "verdict"),
    [(99, "holds"), (92, "just_holds"), (88, "just_broken"), (60, "broken")],
)
def test_verdicts(kept: int, verdict: Verdict) -> None:
    low, high = wilson(kept, 100)
    last = {
        "cases": 100,
        "kept": kept,
        "low": low,
        "high": high,
        "weeks": 4,
        "since": "2026-10-05",
        "until": "2026-11-01",
    }
    latest = Series.from_stored({"promised": 0.9, "last": last}).latest()
    assert latest
    assert latest.verdict == verdict
    assert latest.holds == (kept >= 90)


def test_weeks_without_cases_are_holes_that_are_filled() -> None:
    weeks = [{"start": "2026-09-07", "cases": 9}, {"start": "2026-09-28"}]
    series = Series.from_stored({"promised": 0.9, "weeks": weeks})
    assert [(week.start.day, week.cases) for week in series.weeks] == [
        (7, 9),
        (14, 0),
        (21, 0),
        (28, None),
    ]
    assert series.hidden == 1
