"""Halving finds what a search along a fine grid finds."""

import numpy as np
import pytest

from beide.errors import Cancelled
from beide.room._solve import ALL, Question, alone, largest, together
from beide.room._trials._worlds import World
from beide.room._ways import Way
from beide.room._years import Years, years

WORLD = World(cases_a_week=30, busy=0.5, within=96.0)


def question(*, way: Way = Way.SPREAD, share: float = 0.9, count: int = 10) -> Question:
    network = WORLD.network(np.random.default_rng(2), weeks=13)
    drawn = years(network, WORLD.within, seed=3, count=count)
    return Question(years=drawn, share=share, way=way)


@pytest.mark.parametrize("way", [Way.SPREAD, Way.HALF_DAY])
def test_largest_agrees_with_a_grid(way: Way) -> None:
    asked = question(way=way)
    ones = np.ones(asked.roles)
    grid = np.arange(0, 0.6, 0.02)
    holds = []
    for share in grid:
        found = np.sort(asked.in_time(share * ones))
        holds.append(found[0] >= asked.share and found[:1].mean() >= asked.share)
    last = grid[np.flatnonzero(~np.array(holds))[0]]
    assert 0.05 < last < 0.5
    assert last - 0.02 - 0.005 <= largest(asked, ones) <= last


def test_a_promise_that_does_not_hold_leaves_nothing() -> None:
    asked = question(share=0.9999)
    assert largest(asked, np.ones(asked.roles)) == 0
    assert (together(asked) == 0).all()


def test_one_role_alone_can_free_at_least_what_all_can() -> None:
    asked = question(count=10)
    equal = largest(asked, np.ones(asked.roles))
    assert alone(asked, 1) >= equal - 0.005
    assert largest(asked, np.ones(asked.roles), worst=ALL) >= equal


def test_together_is_safe_and_frees_no_less_than_equal_shares() -> None:
    asked = question(count=10)
    hours = asked.years.network.hours
    found = together(asked)
    assert asked.keeps(found)
    assert found @ hours >= largest(asked, np.ones(asked.roles)) * hours.sum() - 1e-9


def test_the_same_seed_gives_the_same_answer() -> None:
    one, other = question(), question()
    assert (one.in_time(np.full(4, 0.1)) == other.in_time(np.full(4, 0.1))).all()


def test_cancel_stops_the_work() -> None:
    asked = question()
    drawn = asked.years
    stopped = Years(
        network=drawn.network,
        streams=drawn.streams,
        counted=drawn.counted,
        within=drawn.within,
        cancel=lambda: True,
    )
    with pytest.raises(Cancelled):
        largest(Question(years=stopped, share=0.9, way=Way.SPREAD), np.ones(4))
