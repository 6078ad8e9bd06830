"""Comparable cases: the shortest period that leaves enough of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.discover._strata import joined, strata


@pytest.mark.parametrize(("cases", "weeks"), [(2000, 1), (300, 4), (60, 13), (20, 13)])
def test_the_shortest_period_with_enough_cases(cases: int, weeks: int) -> None:
    week = np.arange(cases) * 52 // cases
    kind = np.arange(cases) % 3
    assert strata(key=kind, week=week, good=week > 9).weeks == weeks


def test_it_begins_at_the_shortest_that_is_allowed() -> None:
    week = np.arange(2000) % 52
    assert strata(key=week * 0, week=week, good=week > 9, shortest=4).weeks == 4


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 200))
def test_every_case_is_in_the_stratum_of_its_key_and_period(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    key, week, good = rng.integers(0, 3, count), rng.integers(0, 30, count), rng.random(count) < 0.5
    told = strata(key=key, week=week, good=good)
    assert sorted(told.order.tolist()) == list(range(count))
    assert told.size.sum() == count
    assert (np.diff(told.code) >= 0).all()
    for stratum in range(len(told.kept)):
        inside = told.order[told.starts[stratum] : told.starts[stratum + 1]]
        assert len({(key[at], week[at] // told.weeks) for at in inside}) == 1
        assert told.kept[stratum] == good[inside].sum()
    assert len(told.kept) == len(set(zip(key.tolist(), (week // told.weeks).tolist(), strict=True)))


def test_codes_of_every_combination() -> None:
    told = joined(np.array([1, 1, 2, 2]), np.array([True, False, True, True]))
    assert told[2] == told[3]
    assert len(set(told.tolist())) == 3
