"""
What happens in a process?
==========================

A log that was read once can be asked many questions: which roads do cases take, how long does work
wait and where, who passes it to whom, what is done again. Every answer says on how many cases it
rests, and what rests on fewer than five is not shown apart.
"""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from beide import log

FIRST_MONDAY = datetime.fromisoformat("2024-01-01T09:00:00")
DAY = timedelta(days=1)


@pytest.fixture
def orders(tmp_path: Path) -> log.Log:
    """Twelve orders that go straight, eight that are checked twice, and three that are odd."""
    straight = [("asked", "desk"), ("checked", "planning"), ("delivered", "drivers")]
    again = [straight[0], straight[1], ("asked again", "desk"), *straight[1:]]
    odd = [straight[0], ("cancelled", "desk")]
    lines = ["order,step,team,done,channel"]
    for order, road in enumerate([straight] * 12 + [again] * 8 + [odd] * 3):
        begin = FIRST_MONDAY + timedelta(weeks=order % 2)
        channel = "post" if order % 4 == 0 else "web"
        for place, (step, team) in enumerate(road):
            lines.append(f"{order},{step},{team},{begin + place * DAY},{channel}")
    source = tmp_path / "orders.csv"
    source.write_text("\n".join(lines))
    columns = log.Columns(
        case="order", activity="step", time="done", role="team", attributes=("channel",)
    )
    return log.read(source, into=tmp_path / "orders.log", columns=columns)


def test_which_roads_do_cases_take(orders: log.Log) -> None:
    """
    Half of the orders go straight. The three odd ones are too few to show; and because they could
    be worked out by subtracting, the next smallest road is told together with them.
    """
    found = log.variants(orders)

    assert found.different == 3
    assert found.variants[0].activities == ("asked", "checked", "delivered")
    assert found.variants[0].cases == 12
    assert found.other == log.Other(rows=2, count=11)


def test_which_step_comes_after_which(orders: log.Log) -> None:
    """How often, in how many cases, and how long that takes."""
    first = log.directly_follows(orders).pairs[0]

    assert (first.from_, first.to) == ("asked", "checked")
    assert (first.count, first.cases, first.median) == (20, 20, DAY)


def test_where_work_waits(orders: log.Log) -> None:
    """
    Before checking, 28 days in all. This log has no start times, so the checking itself is in it:
    of none of those steps is the start known.
    """
    longest = log.waiting(orders).activities[0]

    assert (longest.activity, longest.total) == ("checked", 28 * DAY)
    assert (longest.count, longest.start_known) == (28, 0)


def test_who_passes_work_to_whom(orders: log.Log) -> None:
    """Connections between teams: from the desk to planning, also for the second check."""
    first = log.connections(orders).connections[0]

    assert (first.from_, first.to) == ("desk", "planning")
    assert (first.count, first.cases) == (28, 20)


def test_what_is_done_again(orders: log.Log) -> None:
    """Eight orders are checked twice, with something else in between: a loop."""
    found = log.rework(orders)

    assert found.cases_with_rework == 8
    assert [(each.activity, each.loop_cases) for each in found.activities] == [("checked", 8)]


def test_how_busy_it_is(orders: log.Log) -> None:
    """Arrivals week by week, and how many orders are open as a week begins."""
    arrived, busy = log.arrivals(orders), log.work_in_progress(orders)

    assert [each.cases for each in arrived.weeks] == [12, 11]
    assert [(each.week, each.open) for each in busy.weeks] == [
        (date(2024, 1, 8), 0),
        (date(2024, 1, 15), 0),
    ]


def test_how_cases_begin_and_end(orders: log.Log) -> None:
    """All orders begin alike. How the few others end is not shown apart."""
    assert [each.share for each in log.starts(orders).activities] == [1.0]
    assert log.ends(orders).activities == ()


def test_a_question_about_some_of_the_cases(orders: log.Log) -> None:
    """A filter says which; two filters are one with ``&``."""
    by_post = log.Filter(attributes={"channel": "post"})
    in_january = log.Filter(period=(date(2024, 1, 1), date(2024, 2, 1)))

    assert log.starts(orders, where=by_post & in_january).cases == 6
