"""The signal of the base: calm, watch, unsettled, and why."""

import numpy as np
import pytest

from beide.effect import Calm, amounts, stability
from beide.errors import TooLittleData
from tests.unit.effect.data import noise, weeks


def steady(count: int = 60) -> np.ndarray:
    return noise(count, seed=6, persistence=0.0) * 0.5


def of(logs: np.ndarray) -> tuple[Calm, str]:
    found = stability(amounts(weeks(len(logs)), np.exp(logs)))
    return found.calm, found.text.en


def test_calm() -> None:
    calm, why = of(steady())
    assert calm is Calm.CALM
    assert why.startswith("Calm.")


def test_one_week_outside_is_to_watch() -> None:
    logs = steady()
    logs[-3] += 1.0
    calm, why = of(logs)
    assert calm is Calm.WATCH
    assert weeks(60)[-3].isoformat() in why


def test_two_weeks_outside_are_unsettled() -> None:
    logs = steady()
    logs[-3] += 1.0
    logs[-6] += 1.0
    assert of(logs)[0] is Calm.UNSETTLED


def test_a_change_long_ago_is_calm_again() -> None:
    logs = steady()
    logs[:30] += 1.0
    assert of(logs)[0] is Calm.CALM


def test_a_change_lately_is_not_calm() -> None:
    logs = steady()
    logs[-7:] -= 0.8
    calm, why = of(logs)
    assert calm is Calm.UNSETTLED
    assert "level" in why


def test_seldom_wrong_about_lasting_noise() -> None:
    series = [noise(60, seed=seed) for seed in range(40)]
    assert np.mean([of(logs)[0] is not Calm.CALM for logs in series]) < 0.3


def test_why_is_told_in_both_languages() -> None:
    found = stability(amounts(weeks(60), np.exp(steady()))).to_dict()
    assert found["calm"] == "calm"
    assert set(found["why"][0]) == {"nl", "en"}


def test_too_few_weeks() -> None:
    with pytest.raises(TooLittleData):
        stability(amounts(weeks(19), np.exp(steady(19))))
