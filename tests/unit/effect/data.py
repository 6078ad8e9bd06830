"""Series for tests: weeks from a Monday on, and noise that lasts."""

from datetime import date, timedelta

import numpy as np

from beide.effect import Series, amounts
from beide.effect._arrays import Floats
from beide.effect._trials._worlds import World, weeks_of

MONDAY = date(2024, 1, 1)


def weeks(count: int, *, first: date = MONDAY) -> list[date]:
    """Return Mondays."""
    return [first + timedelta(weeks=week) for week in range(count)]


def noise(count: int, *, seed: int, persistence: float = 0.4) -> Floats:
    """Return the logarithms of a lead time in which nothing happens."""
    rng = np.random.default_rng(seed)
    found: Floats = weeks_of(World(persistence=persistence), rng, 1, weeks=count)[0]
    return found


def lead_times(
    count: int = 52, *, seed: int = 0, step: float = 0.0, at: int = 40, persistence: float = 0.4
) -> Series:
    """Return weekly lead times of about six days, with a step in the logarithm from a week on."""
    logs = noise(count, seed=seed, persistence=persistence)
    logs[at:] += step
    return amounts(weeks(count), 6 * np.exp(logs))
