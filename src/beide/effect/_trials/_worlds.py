"""Series with known truths: how an outcome moves when nothing started."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from beide.effect._arrays import Floats

SHOCK = 0.18
"""The standard deviation of one week's news in a log median, as a ratio: about 18%."""
_SETTLES = 60
_SEASON = 52.0


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How weeks move by themselves.

    Attributes
    ----------
    persistence
        How much of a week's deviation is left the next week.
    drift
        The standard deviation of a week's step of the level.
    heavy
        Whether some weeks are far off: Student's t with 3 degrees of freedom.
    before, after
        How many weeks come before and after the start.
    """

    persistence: float = 0.4
    drift: float = 0.0
    heavy: bool = False
    before: int = 40
    after: int = 12

    @property
    def weeks(self) -> int:
        """How many weeks there are."""
        return self.before + self.after


WORLDS: Mapping[str, World] = {
    "persistence_0": World(persistence=0.0),
    "persistence_0.4": World(),
    "persistence_0.7": World(persistence=0.7),
    "drift": World(persistence=0.0, drift=0.025),
    "heavy_tails": World(heavy=True),
    "small": World(before=16, after=8),
}


def weeks_of(
    world: World, rng: np.random.Generator, series: int, *, weeks: int | None = None
) -> Floats:
    """Return log outcomes, ``(series, weeks)``, in which nothing started."""
    count = weeks or world.weeks
    news = _news(world, rng, (series, count + _SETTLES))
    lasting = np.empty_like(news)
    lasting[:, 0] = news[:, 0] / np.sqrt(1 - world.persistence**2)
    for week in range(1, news.shape[1]):
        lasting[:, week] = world.persistence * lasting[:, week - 1] + news[:, week]
    steps = world.drift * rng.standard_normal((series, count))
    moving: Floats = lasting[:, _SETTLES:] + np.cumsum(steps, axis=1)
    return moving


def _news(world: World, rng: np.random.Generator, shape: tuple[int, int]) -> Floats:
    if world.heavy:
        news: Floats = rng.standard_t(3, shape) / np.sqrt(3.0)
    else:
        news = rng.standard_normal(shape)
    return SHOCK * news


def teams_of(world: World, rng: np.random.Generator, series: int, teams: int) -> Floats:
    """Return teams that share a season and shocks, ``(series, teams, weeks)``."""
    shared = weeks_of(World(persistence=0.7), rng, series, weeks=world.weeks)
    turn = rng.uniform(0, 2 * np.pi, (series, 1))
    season = 0.15 * np.sin(2 * np.pi * np.arange(world.weeks) / _SEASON + turn)
    own = weeks_of(world, rng, series * teams).reshape(series, teams, world.weeks)
    together: Floats = 0.6 * own + (shared + season)[:, None]
    return together


def after_bad_months(world: World, rng: np.random.Generator, series: int) -> Floats:
    """Return series in which the start comes right after a bad month, ``(series, weeks)``.

    Bad is a month whose mean lies a standard deviation of months, or more, above the mean of all
    (the outcome is a lead time, so high is bad).
    """
    found: list[Floats] = []
    while len(found) < series:
        for run in weeks_of(world, rng, 64, weeks=4 * world.weeks):
            months = np.convolve(run, np.full(4, 0.25), mode="valid")
            ends = np.flatnonzero(months > months.mean() + months.std()) + 4
            fits = ends[(ends >= world.before) & (ends + world.after <= len(run))]
            if len(fits):
                start = int(fits[0])
                found.append(run[start - world.before : start + world.after])
    return np.array(found[:series])
