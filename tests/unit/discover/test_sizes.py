"""How large and how sure a difference is."""

from math import inf, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.discover._sizes import detectable, e_value, quarters, score, size
from tests.unit.discover import reference


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 80))
def test_differences_agree_with_the_reference(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    mask, good = rng.random(count) < 0.4, rng.random(count) < 0.5
    code = rng.integers(0, 6, count)
    told = size(mask, good, code, limit=2.0)
    difference, variance = reference.mantel_haenszel(mask.tolist(), good.tolist(), code.tolist())
    assert told.difference == pytest.approx(difference, abs=1e-9)
    assert told.with_ - told.without == pytest.approx(told.difference, abs=1e-9)
    assert told.at_least <= difference - 2 * sqrt(variance) + 1e-9
    assert (told.cases, told.kept) == (mask.sum(), (mask & good).sum())
    plain = reference.score(mask.tolist(), good.tolist(), code.tolist())
    assert score(mask, good, code) == pytest.approx(plain, abs=1e-9)


def test_one_stratum_is_the_difference_of_two_shares() -> None:
    mask = np.array([True] * 10 + [False] * 20)
    good = np.array([True] * 8 + [False] * 2 + [True] * 5 + [False] * 15)
    told = size(mask, good, np.zeros(30, np.int64), limit=0.0)
    assert (told.with_, told.without, told.difference) == pytest.approx((0.8, 0.25, 0.55))


def test_where_nothing_can_be_compared_nothing_is_sure() -> None:
    mask = np.array([True, True, False, False])
    told = size(mask, mask, np.array([0, 0, 1, 1]), limit=1.0)
    assert (told.at_least, told.comparable) == (-1, 0)


def test_e_values() -> None:
    # The example of VanderWeele and Ding: a risk ratio of 3.9 has an E-value of 7.26.
    assert e_value(0.39, 0.10) == pytest.approx(7.26, abs=0.01)
    assert e_value(0.3, 0.3) == e_value(0.2, 0.3) == 1
    assert e_value(0.3, 0.0) == inf


@given(st.floats(0.01, 1), st.floats(0.01, 1))
def test_an_e_value_is_what_just_explains_the_ratio_away(with_: float, without: float) -> None:
    told = e_value(with_, without)
    # The bias that a common cause of this strength on both sides can give.
    assert told * told / (2 * told - 1) == pytest.approx(max(with_ / without, 1), rel=1e-9)


def test_quarters_of_the_time() -> None:
    week = np.repeat(np.arange(40), 20)
    mask = np.tile(np.arange(20) % 2 == 0, 40)
    good = np.where(week < 30, mask, ~mask)
    told = quarters(mask, good, week, week)
    assert [quarter.cases for quarter in told] == [100, 100, 100, 100]
    assert [quarter.difference for quarter in told] == [1, 1, 1, -1]


def test_a_quarter_with_few_cases_says_nothing() -> None:
    week = np.repeat(np.arange(40), 20)
    mask = (np.tile(np.arange(20) == 0, 40)) & (week < 4)
    told = quarters(mask, mask, week, week)
    assert [quarter.difference for quarter in told] == [None] * 4
    assert told[0].cases == 4


def test_what_would_be_found_is_found_four_times_out_of_five() -> None:
    rng = np.random.default_rng(3)
    code = np.repeat(np.arange(100), 20)
    good = rng.random(2000) < 0.5
    least = detectable(good, code, limit=3.0)
    mask = np.tile(np.arange(20) < 2, 100)
    hits = 0
    for _ in range(400):
        drawn = rng.random(2000) < np.where(mask, 0.5 + least, 0.5)
        hits += score(mask, drawn, code) > 3.0
    assert 0.7 < hits / 400 < 0.9
