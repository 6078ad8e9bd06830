"""
Is the promise kept?
====================

A promise is what customers can count on: a lead time, for a share of the cases. Not "as soon as
possible", but "within 2 days for 80%". Beide tells whether it was kept, week by week, and how sure
that is.
"""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from beide import log

FIRST_MONDAY = datetime.fromisoformat("2024-01-01T09:00:00+00:00")


@pytest.fixture
def orders(tmp_path: Path) -> log.Log:
    """Three weeks of orders: 10 that take a day, then 10 of which half take six, then 2."""
    days = [*[(0, 1)] * 10, *[(1, 1), (1, 6)] * 5, *[(2, 1)] * 2]
    lines = ["order,step,done"]
    for order, (week, taken) in enumerate(days):
        begin = FIRST_MONDAY + timedelta(weeks=week)
        lines.append(f"{order},asked,{begin.isoformat()}")
        lines.append(f"{order},delivered,{(begin + timedelta(days=taken)).isoformat()}")
    source = tmp_path / "orders.csv"
    source.write_text("\n".join(lines))
    columns = log.Columns(case="order", activity="step", time="done")
    return log.read(source, into=tmp_path / "orders.log", columns=columns)


def test_write_a_promise_as_you_would_say_it() -> None:
    """In English or in Dutch."""
    promise = log.Promise.parse("within 2 days for 80%")

    assert promise == log.Promise.parse("binnen 48 uur voor 80%")
    assert promise == log.Promise(within=timedelta(days=2), share=0.8)
    assert promise.text.nl == "binnen 2 dagen voor 80%"


def test_kept_or_not_and_how_sure(orders: log.Log) -> None:
    """
    Of 22 orders 17 came within two days: 77%, just under the promised 80%. With so few orders the
    true share may well be anywhere between 57% and 90%, and Beide says so.
    """
    found = log.promise_over_time(orders, log.Promise.parse("within 2 days for 80%"))

    assert (found.kept, found.cases) == (17, 22)
    assert not found.kept_overall
    assert [round(end, 2) for end in found.interval] == [0.57, 0.9]


def test_a_small_week_is_not_shown_apart(orders: log.Log) -> None:
    """
    In the third week 2 orders were completed. That is too few to show: it would be about two
    customers. And because the total is shown, one other week has to be hidden with it; otherwise
    anyone could work the small week out by subtracting.
    """
    found = log.promise_over_time(orders, log.Promise.parse("within 2 days for 80%"))

    assert [week.cases for week in found.periods] == [10, 10, 2]
    assert [week.is_hidden for week in found.periods].count(True) == 2
    assert found.periods[2].is_hidden


def test_the_lead_times_behind_it(orders: log.Log) -> None:
    """Before promising anything, look at how long orders take."""
    found = log.lead_times(orders)

    assert found.median == timedelta(days=1)
    assert found.quantiles[0.9] == timedelta(days=6)
