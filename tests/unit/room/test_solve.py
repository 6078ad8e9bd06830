"""Halving finds what a search along a fine grid finds."""

from dataclasses import replace

import numpy as np
import pytest

from beide.errors import Cancelled
from beide.room._arrays import Floats
from beide.room._run import lead_times, world_of
from beide.room._solve import ALL, Question, largest, together
from beide.room._trials._worlds import World
from beide.room._ways import Way
from beide.room._years import years

WORLD = World(cases_a_week=30, busy=0.5, within=96.0)


def question(*, way: Way = Way.SPREAD, share: float = 0.9, count: int = 10) -> Question:
    network = WORLD.network(np.random.default_rng(2), weeks=13)
    drawn = years(network, WORLD.within, seed=3, count=count)
    return Question(years=drawn, share=share, way=way)


def slowly(asked: Question, shares: Floats) -> float:
    """Return the share in time in the worst of ten years, with work as heavy as it may be."""
    drawn = asked.years
    found = []
    for year, arrivals in enumerate(drawn.streams):
        heavier = np.append(drawn.heavier[year], 1.0)[drawn.network.role]
        network = replace(drawn.network, work=drawn.network.work * heavier)
        lead = lead_times(network, world_of(network, asked.people(shares)), arrivals)
        found.append(np.mean(lead[arrivals.counted] <= drawn.within))
    return float(min(found))


@pytest.mark.parametrize("way", [Way.SPREAD, Way.HALF_DAY])
def test_largest_agrees_with_a_grid(way: Way) -> None:
    asked = question(way=way)
    ones = np.ones(asked.roles)
    grid = np.arange(0, 0.6, 0.02)
    holds = [slowly(asked, share * ones) >= asked.share for share in grid]
    last = grid[np.flatnonzero(~np.array(holds))[0]]
    assert 0.05 < last < 0.5
    assert last - 0.02 - 0.005 <= largest(asked, ones) <= last


def test_a_promise_that_does_not_hold_leaves_nothing() -> None:
    asked = question(share=0.9999)
    assert largest(asked, np.ones(asked.roles)) == 0
    assert (together(asked, list(np.eye(asked.roles))) == 0).all()


def test_one_role_alone_can_free_at_least_what_all_can() -> None:
    asked = question(count=10)
    equal = largest(asked, np.ones(asked.roles))
    assert largest(asked, np.eye(asked.roles)[1]) >= equal - 0.005
    assert largest(asked, np.ones(asked.roles), worst=ALL) >= equal


def test_together_is_safe_and_frees_no_less_than_equal_shares() -> None:
    asked = question(count=10)
    hours = asked.years.network.hours
    found = together(asked, list(np.eye(asked.roles)))
    assert asked.keeps(found)
    assert found @ hours >= largest(asked, np.ones(asked.roles)) * hours.sum() - 1e-9


def test_the_same_seed_gives_the_same_answer() -> None:
    one, other = question(), question()
    assert (one.in_time(np.full(4, 0.1)) == other.in_time(np.full(4, 0.1))).all()


def test_cancel_stops_the_work() -> None:
    asked = question()
    drawn = asked.years
    stopped = replace(drawn, cancel=lambda: True)
    with pytest.raises(Cancelled):
        largest(Question(years=stopped, share=0.9, way=Way.SPREAD), np.ones(4))
