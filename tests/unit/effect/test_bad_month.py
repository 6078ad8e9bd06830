"""Regression to the mean: a start right after a bad month is remarked on."""

import numpy as np
import pytest

from beide.effect import WHY_THEN, amounts, effect, shares
from tests.unit.effect.data import lead_times, noise, weeks

START = weeks(52)[40]


def logs_with(month: float) -> np.ndarray:
    logs = noise(52, seed=8, persistence=0.0)
    logs[36:40] += month
    return logs


@pytest.mark.parametrize(("month", "is_bad"), [(0.5, True), (0.0, False), (-0.5, False)])
def test_bad_depends_on_the_direction(month: float, is_bad: bool) -> None:
    found = effect(amounts(weeks(52), np.exp(logs_with(month))), start=START)
    assert (WHY_THEN in found.remarks) == is_bad


def test_for_shares_low_is_bad() -> None:
    kept = np.full(52, 8.0)
    kept[::3] = 9
    kept[36:40] = 5
    found = effect(shares(weeks(52), kept, [10.0] * 52), start=START)
    assert WHY_THEN in found.remarks


def test_the_month_alone_is_not_believed() -> None:
    """Against that month it looks like 40% less; against all weeks before it does not."""
    series = amounts(weeks(52), np.exp(logs_with(0.5)))
    assert series.values[40:].mean() / series.values[36:40].mean() < 0.65
    assert effect(series, start=START).interval.low > -0.35


def test_no_remark_on_usual_weeks() -> None:
    said = [WHY_THEN in effect(lead_times(seed=seed), start=START).remarks for seed in range(10)]
    assert sum(said) <= 3
