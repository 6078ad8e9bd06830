"""Thirteen weeks against the thirteen before, without calling chance a change."""

from datetime import date, timedelta

import numpy as np
import pytest

from beide.web.exchange.trend import Trend, last_monday, trend_of

MONDAY = date(2026, 6, 1)


def weekly(values: "list[float] | np.ndarray") -> dict[date, float]:
    """Give the last value to the Monday asked for, and the others to the weeks before."""
    return {
        MONDAY - timedelta(weeks=back): float(value) for back, value in enumerate(reversed(values))
    }


def trend(values: "list[float] | np.ndarray") -> Trend:
    found = trend_of(weekly(values), until=MONDAY)
    assert found is not None
    return found


def carried_over(rng: np.random.Generator, *, weeks: int, alike: float) -> np.ndarray:
    """Return weeks that resemble the week before them, after a long run-up."""
    values = rng.normal(size=weeks + 30)
    for week in range(1, len(values)):
        values[week] = alike * values[week - 1] + values[week] * np.sqrt(1 - alike**2)
    return values[30:]


def test_the_means_are_those_of_the_two_parts() -> None:
    found = trend([1.0] * 13 + [3.0] * 12 + [16.0])
    assert found.before == 1.0
    assert found.recent == 4.0
    assert found.weeks == 26


def test_a_clear_step_is_seen() -> None:
    wobble = [0.1, -0.1] * 6 + [0.0]
    assert trend([5 + by for by in wobble] + [8 + by for by in wobble]).direction == "higher"
    assert trend([8 + by for by in wobble] + [5 + by for by in wobble]).direction == "lower"


@pytest.mark.parametrize("alike", [0.0, 0.4, 0.7])
def test_nothing_going_on_is_seldom_called_a_change(alike: float) -> None:
    rng = np.random.default_rng(20260601)
    runs = 1500
    found = [trend(carried_over(rng, weeks=26, alike=alike)).direction for _ in range(runs)]
    assert sum(direction != "alike" for direction in found) / runs <= 0.08


def test_every_week_the_same_is_no_change() -> None:
    assert trend([4.0] * 26).direction == "alike"


def test_too_few_weeks_say_nothing() -> None:
    assert trend_of(weekly([1.0] * 20), until=MONDAY) is None
    assert trend_of({}, until=MONDAY) is None


def test_weeks_that_are_hidden_are_left_out() -> None:
    values = weekly([2.0] * 13 + [5.0, 6.0] * 6 + [5.0])
    hidden = {monday: value for monday, value in values.items() if monday.day > 7}
    found = trend_of(hidden, until=MONDAY)
    assert found is not None
    assert found.before == 2.0
    assert found.weeks == len([monday for monday in hidden if monday <= MONDAY])


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (date(2026, 6, 1), date(2026, 5, 25)),
        (date(2026, 6, 7), date(2026, 5, 25)),
        (date(2026, 6, 8), date(2026, 6, 1)),
    ],
)
def test_the_week_that_goes_on_does_not_count(today: date, monday: date) -> None:
    assert last_monday(today) == monday
