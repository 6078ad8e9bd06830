"""Shares with few cases a week: straightened log odds."""

import numpy as np
import pytest
from scipy.special import logit

from beide.effect import effect, shares
from beide.effect._scale import scaled
from tests.unit.effect.data import weeks


def test_weeks_add_up_to_the_log_odds_of_all_cases_together() -> None:
    cases = np.array([2.0, 9.0, 4.0, 5.0])
    kept = np.array([2.0, 6.0, 3.0, 1.0])
    found = scaled(shares(weeks(4), kept, cases), at=2)
    together = (8 + 0.5) / (11 + 1)
    room = together * (1 - together)
    wanted = logit(together) + (8 / 11 - together) / room
    assert np.average(found.values[:2], weights=cases[:2]) == pytest.approx(wanted)
    assert found.variance is not None
    np.testing.assert_allclose(found.variance[:2], 1 / (cases[:2] * room))
    assert found.is_known


def test_no_bias_when_weeks_have_more_cases_afterwards() -> None:
    """The mean log odds of single weeks would move by itself here."""
    rng = np.random.default_rng(5)
    own, single = [], []
    for _ in range(200):
        cases = np.concatenate([np.full(40, 3.0), np.full(12, 12.0)])
        kept = rng.binomial(cases.astype(int), 0.85).astype(float)
        found = scaled(shares(weeks(52), kept, cases), at=40).values
        own.append(found[40:].mean() - found[:40].mean())
        odds = np.log((kept + 0.5) / (cases - kept + 0.5))
        single.append(odds[40:].mean() - odds[:40].mean())
    assert abs(np.mean(own)) < 0.05
    assert np.mean(single) > 0.3


def test_the_weeks_before_do_not_depend_on_the_weeks_after() -> None:
    kept, cases = [8.0, 9.0, 7.0, 10.0], [10.0] * 4
    other = [8.0, 9.0, 1.0, 2.0]
    one = scaled(shares(weeks(4), kept, cases), at=2, as_before=True)
    two = scaled(shares(weeks(4), other, cases), at=2, as_before=True)
    np.testing.assert_allclose(one.values[:2], two.values[:2])
    assert one.variance is not None
    assert two.variance is not None
    np.testing.assert_allclose(one.variance, two.variance)


@pytest.mark.parametrize("kept", [0.0, 6.0])
def test_all_or_none_kept_has_an_interval_around_zero(kept: float) -> None:
    found = effect(shares(weeks(52), [kept] * 52, [6.0] * 52), start=weeks(52)[40])
    assert found.interval.low < 0 < found.interval.high
    assert abs(found.change) < 0.01


def test_points_stay_between_none_and_all() -> None:
    kept = [4.0, 5.0] * 20 + [6.0] * 12
    found = effect(shares(weeks(52), kept, [6.0] * 52), start=weeks(52)[40])
    assert found.level_before == pytest.approx(0.75, abs=0.01)
    assert 0 < found.interval.low < found.interval.high < 1 - found.level_before
    assert found.verdict == "improved"


def test_one_more_case_is_more_sure() -> None:
    rng = np.random.default_rng(1)
    few = rng.binomial(5, 0.8, 52).astype(float)
    many = rng.binomial(50, 0.8, 52).astype(float)
    start = weeks(52)[40]
    wide = effect(shares(weeks(52), few, [5.0] * 52), start=start).interval
    narrow = effect(shares(weeks(52), many, [50.0] * 52), start=start).interval
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)
