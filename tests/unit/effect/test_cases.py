"""Series from cases, at the same mix of kinds."""

from datetime import date, timedelta

import numpy as np
import pytest

from beide.effect import weekly_medians, weekly_ratings, weekly_shares
from beide.errors import TooLittleData, WrongOption
from tests.unit.effect.data import MONDAY

DAYS = [date(2024, 1, 1), date(2024, 1, 3), date(2024, 1, 7), date(2024, 1, 8), date(2024, 1, 9)]


def test_medians_without_kinds_are_plain_medians() -> None:
    found = weekly_medians(DAYS, [1.0, 2.0, 9.0, 4.0, 9.0])
    assert found.values == pytest.approx([2.0, 6.0])
    assert found.cases is not None
    assert list(found.cases) == [3.0, 2.0]
    assert found.positions == (0, 1)


def test_shares_without_kinds_are_plain_shares() -> None:
    found = weekly_shares(DAYS, [True, True, False, False, False])
    assert found.values == pytest.approx([2 / 3, 0.0])
    assert found.cases is not None
    assert list(found.cases) == [3.0, 2.0]


def test_ratings_have_a_spread_within_weeks() -> None:
    found = weekly_ratings(DAYS, [7.0, 8.0, 9.0, 5.0, 7.0])
    assert found.values == pytest.approx([8.0, 6.0])
    assert found.spread == pytest.approx(np.sqrt((1 + 0 + 1 + 1 + 1) / 3))


def test_post_stratified_mean_by_hand() -> None:
    """Kind a is 4 of 6 cases; week 1 has means 0.5 and 1, week 2 has 1 and 0."""
    days = [MONDAY] * 3 + [MONDAY + timedelta(weeks=1)] * 3
    kept = [True, False, True, True, True, False]
    found = weekly_shares(days, kept, kinds=["a", "a", "b", "a", "a", "b"])
    assert found.values == pytest.approx([(4 * 0.5 + 2 * 1) / 6, (4 * 1 + 2 * 0) / 6])


def test_a_kind_without_cases_is_taken_to_move_along() -> None:
    """Kind b (usually 10 higher) is absent in week 2, in which a is 1 above its own mean."""
    days = [MONDAY] * 4 + [MONDAY + timedelta(weeks=1)] * 2
    values = [1.0, 3.0, 11.0, 13.0, 4.0, 6.0]
    found = weekly_ratings(days, values, kinds=["a", "a", "b", "b", "a", "a"])
    overall = (4 * 3.5 + 2 * 12.0) / 6
    assert found.values[1] == pytest.approx(overall + 1.5)


def mixed(seed: int) -> tuple[list[date], np.ndarray, np.ndarray]:
    """Return two years in which the slow kind of case becomes rare and nothing else changes."""
    rng = np.random.default_rng(seed)
    week = np.repeat(np.arange(60), 30)
    slow = rng.random(len(week)) < np.where(week < 40, 0.6, 0.1)
    days = np.exp(rng.normal(np.where(slow, 2.0, 1.0), 0.3))
    return [MONDAY + timedelta(weeks=int(each)) for each in week], days, slow


def test_a_changing_mix_is_no_effect() -> None:
    days, values, slow = mixed(1)
    kinds = np.where(slow, "slow", "fast")
    plain, adjusted = weekly_medians(days, values), weekly_medians(days, values, kinds=kinds)
    drop = [np.log(s.values[40:]).mean() - np.log(s.values[:40]).mean() for s in (plain, adjusted)]
    assert drop[0] < -0.4
    assert abs(drop[1]) < 0.05


def test_shares_at_a_fixed_mix_are_less_sure_where_a_kind_is_rare() -> None:
    """Two of three cases are slow as a rule; a week with one slow case rests mostly on that one."""
    week = np.repeat(np.arange(10), 12)
    slow = np.tile(np.arange(12) < 9, 10)
    slow[-12:] = np.arange(12) < 1
    kept = np.tile([True, True, False], 40)
    days = [MONDAY + timedelta(weeks=int(each)) for each in week]
    found = weekly_shares(days, kept, kinds=np.where(slow, "slow", "fast"))
    assert found.cases is not None
    assert found.cases[0] == pytest.approx(12, rel=0.1)
    assert found.cases[-1] < 3


def test_equal_ratings_tell_nothing() -> None:
    with pytest.raises(TooLittleData):
        weekly_ratings(DAYS, [8.0, 8.0, 8.0, 7.0, 7.0])


def test_lengths_must_agree() -> None:
    with pytest.raises(WrongOption) as refused:
        weekly_medians(DAYS, [1.0, 2.0])
    assert "5 / 2 / 2" in str(refused.value)
