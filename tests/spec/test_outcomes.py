"""
When is a result good?
======================

How long a case takes is one way to look at it. A customer who waits a weekend does not count the
hours in which nobody works; another would rather wait a day and get it right the first time. Beide
measures what you promise: time by the clock or in working hours, whether it was right the first
time, what the customer thought of it, or anything else that the log keeps of a case.
"""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from beide import engine, log

FRIDAY = datetime.fromisoformat("2024-01-05T15:00:00+01:00")
DAY = timedelta(days=1)


@pytest.fixture
def repairs(tmp_path: Path) -> log.Log:
    """Repairs brought in on Fridays at three: ready on Monday at ten, or a week later."""
    lines = ["repair,step,done,rating"]
    for repair in range(24):
        begin = FRIDAY + 7 * (repair % 3) * DAY
        again = repair % 4 == 0
        steps = ["brought in", "repaired", *["repaired"] * again, "fetched"]
        end = begin + timedelta(days=3, hours=-5) + 7 * again * DAY
        times = [begin, *[begin + timedelta(minutes=30)] * (len(steps) - 2), end]
        rating = "" if repair == 23 else 6 + repair % 4
        lines += [
            f"{repair},{step},{at.isoformat()},{rating}"
            for step, at in zip(steps, times, strict=True)
        ]
    source = tmp_path / "repairs.csv"
    source.write_text("\n".join(lines))
    columns = log.Columns(case="repair", activity="step", time="done", attributes=("rating",))
    return log.read(source, into=tmp_path / "repairs.log", columns=columns)


def test_working_time_leaves_out_nights_and_weekends(repairs: log.Log) -> None:
    """
    From Friday at three to Monday at ten is almost three days by the clock. Of the working hours,
    Monday to Friday from nine to five, only three passed. Dutch holidays are left out too.
    """
    clock = log.outcomes(repairs, log.Outcome(what="lead_time"))
    worked = log.outcomes(repairs, log.Outcome(what="working_time"))

    assert shortest(clock) == timedelta(days=2, hours=19)
    assert shortest(worked) == timedelta(hours=3)


def test_hours_of_your_own(repairs: log.Log) -> None:
    """A workshop that is open on Saturday morning."""
    calendar = log.Calendar(hours=log.Hours.parse("ma-vr 9:00-17:00, za 9:00-12:00"))

    found = log.outcomes(repairs, log.Outcome(what="working_time", calendar=calendar))

    assert shortest(found) == timedelta(hours=6)


def test_right_first_time(repairs: log.Log) -> None:
    """Six repairs were done twice. You say which steps may be done only once."""
    right = log.FirstTimeRight(once=("repaired",))
    good = log.good("right first time", using=(log.Outcome(what="first_time_right", right=right),))

    assert log.good_cases(repairs, good).good == 18


def test_say_what_good_is(repairs: log.Log) -> None:
    """
    In one sentence, in English or Dutch. One repair was never rated; it is neither good nor bad,
    and does not count.
    """
    good = log.good("lead_time <= 3d and rating >= 8")

    assert good == log.good("doorlooptijd <= 3 dagen en cijfer >= 8")
    assert good.text.nl == "doorlooptijd hoogstens 3 dagen en cijfer minstens 8"
    found = log.good_cases(repairs, good)
    assert (found.good, found.cases) == (11, 23)


def test_promise_it(repairs: log.Log) -> None:
    """A promise is such a condition, with the share of cases for which it holds."""
    promise = log.promise("lead_time <= 3d and rating >= 8 for 40% each month")

    found = log.promise_over_time(repairs, promise)

    assert found.kept_overall
    assert promise.text.en == "lead time at most 3 days and rating at least 8 for 40% each month"


def test_ask_about_the_ones_that_went_well(repairs: log.Log) -> None:
    """Every question can be asked of the cases with one result."""
    well = log.Filter(outcome=log.good("right first time"))

    assert log.variants(repairs, where=well).variants[0].activities == (
        "brought in",
        "repaired",
        "fetched",
    )


def shortest(found: log.OutcomeTable) -> timedelta:
    values = engine.default().values(found.table, "value")
    return timedelta(microseconds=min(values))
