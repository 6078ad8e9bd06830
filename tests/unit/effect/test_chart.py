"""Control charts: limits by hand, weeks that hang together, and no run rules."""

import numpy as np
import pytest

from beide.effect import amounts, chart, ratings, shares
from beide.effect._chart import persistence
from beide.errors import TooLittleData, WrongOption
from tests.unit.effect.data import noise, weeks


def alternating(count: int) -> np.ndarray:
    """Return numbers whose lag-one autocorrelation is below zero, so that nothing lasts."""
    return np.tile([1.0, -1.0, 0.5, -0.5], count // 4)


def test_limits_of_an_individuals_chart_by_hand() -> None:
    logs = 0.1 * alternating(24)
    found = chart(amounts(weeks(24), 6 * np.exp(logs)))
    spread = np.abs(np.diff(logs)).mean() / 1.128
    assert found.persistence == 0
    assert found.centre == pytest.approx(6)
    np.testing.assert_allclose(found.high, 6 * np.exp(3 * spread))
    np.testing.assert_allclose(found.low, 6 * np.exp(-3 * spread))
    assert not found.outside.any()


def test_limits_of_laneys_chart_by_hand() -> None:
    cases = np.tile([20.0, 80.0, 40.0, 60.0], 6)
    kept = np.round(cases * (0.8 + 0.1 * alternating(24)))
    found = chart(shares(weeks(24), kept, cases))
    overall = kept.sum() / cases.sum()
    smooth = (kept.sum() + 0.5) / (cases.sum() + 1)
    chance = np.sqrt(smooth * (1 - smooth) / cases)
    z = (kept / cases - overall) / chance
    wide = 3 * chance * np.abs(np.diff(z)).mean() / 1.128
    assert found.persistence == 0
    assert found.centre == pytest.approx(overall)
    np.testing.assert_allclose(found.low, np.clip(overall - wide, 0, 1))
    np.testing.assert_allclose(found.high, np.clip(overall + wide, 0, 1))


def test_one_week_far_off_is_outside() -> None:
    logs = 0.1 * alternating(24)
    logs[17] = 1.5
    found = chart(amounts(weeks(24), np.exp(logs)), baseline=12)
    assert list(np.flatnonzero(found.outside)) == [17]
    assert found.to_dict()["weeks"][17]["outside"]


def test_weeks_that_hang_together_give_few_false_alarms() -> None:
    """Plain limits would be left in most of these series."""
    plain, own = [], []
    for seed in range(60):
        logs = noise(50, seed=seed, persistence=0.6)
        found = chart(amounts(weeks(50), np.exp(logs)), baseline=24)
        own.append(found.outside[24:].any())
        spread = np.abs(np.diff(logs[:24])).mean() / 1.128
        plain.append((np.abs(logs[24:] - logs[:24].mean()) > 3 * spread).any())
    assert np.mean(plain) > 0.5
    assert np.mean(own) < 0.4


def test_a_long_run_on_one_side_is_not_outside() -> None:
    logs = 0.1 * alternating(24)
    logs[12:] = 0.08
    assert not chart(amounts(weeks(24), np.exp(logs)), baseline=12).outside.any()


def test_limits_follow_the_week_before_unless_it_is_missing() -> None:
    logs = noise(60, seed=3, persistence=0.8)
    whole = amounts(weeks(60), np.exp(logs))
    found = chart(whole)
    middle = np.sqrt(found.low * found.high)
    expected = found.centre * np.exp(found.persistence * (logs[:-1] - logs.mean()))
    np.testing.assert_allclose(middle[1:], expected)
    gap = chart(whole.part(np.arange(60) != 30))
    assert np.sqrt(gap.low[30] * gap.high[30]) == pytest.approx(gap.centre)


def test_a_week_with_few_ratings_has_wider_limits() -> None:
    cases = np.tile([4.0, 16.0], 12)
    found = chart(ratings(weeks(24), 8 + 0.2 * alternating(24), cases=cases))
    width = found.high - found.low
    assert width[2] == pytest.approx(2 * width[3])


def test_a_level_that_changed_is_marked() -> None:
    logs = 0.1 * alternating(48)
    logs[30:] -= 1.0
    found = chart(amounts(weeks(48), np.exp(logs)), baseline=24)
    assert found.changes == (weeks(48)[30],)


def test_nothing_is_marked_in_lasting_noise() -> None:
    charts = [chart(amounts(weeks(52), np.exp(noise(52, seed=seed)))) for seed in range(20)]
    assert sum(bool(found.changes) for found in charts) <= 3


def test_weeks_that_are_all_the_same() -> None:
    found = chart(amounts(weeks(20), [3.0] * 20))
    assert found.persistence == 0
    assert not found.outside.any()
    np.testing.assert_allclose(found.low, 3.0, rtol=1e-6)


def test_persistence_is_found() -> None:
    found = [persistence(noise(400, seed=seed, persistence=0.6)) for seed in range(5)]
    assert np.mean(found) == pytest.approx(0.6, abs=0.06)


def test_too_few_weeks() -> None:
    with pytest.raises(TooLittleData):
        chart(amounts(weeks(11), [1.0 + week for week in range(11)]))


@pytest.mark.parametrize("baseline", [4, 30])
def test_a_baseline_that_cannot_be(baseline: int) -> None:
    with pytest.raises(WrongOption):
        chart(amounts(weeks(24), np.exp(alternating(24))), baseline=baseline)
