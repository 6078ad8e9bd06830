"""How often each method says something, on many series at once."""

from collections.abc import Callable, Iterator

import numpy as np

from beide.effect._arrays import Floats
from beide.effect._compare import team_weights
from beide.effect._grid import grid
from beide.effect._judge import FEWEST_PLACEBOS, STEADY
from beide.effect._panel import lead
from beide.effect._placebo import placebo_starts
from beide.effect._posterior import Whitened, step, whitened
from beide.effect._reinforce import holm
from beide.effect._trials._rivals import t_test
from beide.effect._watch import ENOUGH, evidence_by_week

_AT_ONCE = 250
_LOWER, _UPPER = 0.025, 0.975
_EXPECTED = 0.25

Method = Callable[[Floats, int], Floats]
"""Takes series and the first week after the start; returns -1, 0 or 1 for each series."""


def effect_signs(series: Floats, at: int) -> Floats:
    """Return the sign of each effect whose interval leaves out zero, else 0."""
    told = [_signs(_seen(part), at, None) for part in _parts(series)]
    return np.concatenate(told)


def held(series: Floats, at: int, *, truth: float) -> float:
    """Return how often the interval holds the true step."""
    told = [_signs(_seen(part), at, None, beside=truth) for part in _parts(series)]
    return float((np.concatenate(told) == 0).mean())


def verdict_signs(series: Floats, at: int) -> Floats:
    """Return the same, but 0 where fake dates make the verdict weaker."""
    return np.concatenate([_told(_seen(part), at) for part in _parts(series)])


def _told(seen: Whitened, at: int) -> Floats:
    weeks = seen.level.shape[1]
    starts = placebo_starts(at)
    fakes = np.array([_signs(seen, fake, min(fake + weeks - at, at)) for fake in starts])
    missed = (fakes != 0).sum(axis=0)
    doubted = (missed > (1 - STEADY) * len(starts)) & (len(starts) >= FEWEST_PLACEBOS)
    told: Floats = np.where(doubted, 0.0, _signs(seen, at, None))
    return told


def _signs(seen: Whitened, at: int, until: int | None, *, beside: float = 0.0) -> Floats:
    below = step(seen, at=at, until=until).below(beside)
    told: Floats = np.where(below >= _UPPER, -1.0, np.where(below <= _LOWER, 1.0, 0.0))
    return told


def watched(series: Floats, at: int) -> Floats:
    """Return the direction in which the evidence was ever enough, else 0."""
    told = []
    for part in _parts(series):
        evidence, change = evidence_by_week(_seen(part), at=at, size=_EXPECTED)
        first = (evidence >= ENOUGH).argmax(axis=1)
        sign = np.sign(change[np.arange(len(part)), first])
        told.append(np.where(evidence.max(axis=1) >= ENOUGH, sign, 0.0))
    return np.concatenate(told)


def peeked(series: Floats, at: int, *, method: Method) -> Floats:
    """Return whether a method says something in any week after the start."""
    weeks = series.shape[1]
    looks = [method(series[:, :until], at) != 0 for until in range(at + 2, weeks + 1)]
    ever: Floats = np.any(looks, axis=0).astype(np.float64)
    return ever


def differences(teams: Floats, at: int) -> Floats:
    """Return the first team less the others, weighted on the weeks before, ``(series, weeks)``."""
    own, others = teams[:, 0], teams[:, 1:]
    weights = team_weights(own[:, :at], others[:, :, :at])
    left: Floats = own - np.einsum("rj,rjw->rw", weights, others)
    return left


def panel_says(
    rng: np.random.Generator, *, panels: int, teams: int, months: int, permutations: int
) -> float:
    """Return how often a panel in which nothing leads says that something does."""
    said = 0
    for _ in range(panels):
        one, other = _path(rng, teams, months), _path(rng, teams, months)
        ways = (
            lead(one, other, rng=rng, permutations=permutations),
            lead(other, one, rng=rng, permutations=permutations),
        )
        said += any(way.is_clear for way in holm(ways))
    return said / panels


def _path(rng: np.random.Generator, teams: int, months: int) -> Floats:
    """Return lasting paths with a trend per team and shocks that all teams share."""
    news = rng.standard_normal((teams, months))
    path = np.empty_like(news)
    path[:, 0] = news[:, 0]
    for month in range(1, months):
        path[:, month] = 0.5 * path[:, month - 1] + news[:, month]
    trend = np.outer(rng.normal(0, 0.1, teams), np.arange(months))
    shared: Floats = path + trend + rng.standard_normal(months)
    return shared


def before_after(series: Floats, at: int) -> Floats:
    """Return what a t-test says, in the form of a method."""
    return t_test(series, at=at)


def _seen(series: Floats) -> Whitened:
    return whitened(grid(tuple(range(series.shape[1]))), series)


def _parts(series: Floats) -> Iterator[Floats]:
    for first in range(0, len(series), _AT_ONCE):
        yield series[first : first + _AT_ONCE]
