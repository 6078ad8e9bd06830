"""The same question where nothing started, to see how often the answer misleads."""

from collections.abc import Mapping

import numpy as np

from beide.effect._compare import Compared, compared
from beide.effect._grid import Grid
from beide.effect._mixture import Mixture
from beide.effect._posterior import Whitened, step, whitened
from beide.effect._result import Placebo, Range
from beide.effect._scale import change, grid_for, usual
from beide.effect._series import Series, day
from beide.effect._window import FEWEST_AFTER, Window

_DATES = 20
_FIRST = 8
_LOWER, _UPPER = 0.025, 0.975
"""The ends of an interval that holds the truth 19 times out of 20."""


def placebo_starts(before: int) -> list[int]:
    """Return up to 20 fake starts among the weeks before the real one."""
    first, last = max(_FIRST, before // 3), before - FEWEST_AFTER
    spread = np.linspace(first, last, min(_DATES, last - first + 1))
    return [int(at) for at in np.unique(np.round(spread))]


def placebos_in_time(seen: Whitened, found: Window) -> tuple[Placebo, ...]:
    """Return what would have been said on earlier dates, from the weeks before the start only."""
    told = []
    for at in placebo_starts(found.at):
        belief = step(seen, at=at, until=min(at + found.after, found.at))
        name = day(found.series.weeks[at]).isoformat()
        told.append(_placebo(name, found.series, found.at, belief))
    return tuple(told)


def placebos_in_space(found: Window, others: Mapping[str, Series]) -> tuple[Placebo, ...]:
    """Return what would have been said of each other team, beside the ones left."""
    if len(others) < 2:
        return ()
    told = []
    for name, other in others.items():
        rest = {team: series for team, series in others.items() if team != name}
        here = np.isin(other.weeks, found.series.weeks)
        own = other.part(here)
        before = int((own.weeks < found.series.weeks[found.at]).sum())
        beside = compared(Window(own, before), rest)
        belief = difference(beside)
        told.append(_placebo(name, beside.window.series, beside.window.at, belief))
    return tuple(told)


def difference(beside: Compared) -> Mixture:
    """Return what is known of the step in a difference between teams."""
    seen = whitened(grid_of(beside), beside.scaled.values[None])
    return step(seen, at=beside.window.at)


def grid_of(beside: Compared) -> Grid:
    """Return the cells that fit a difference between teams."""
    return grid_for(beside.window.series, beside.scaled)


def range_of(series: Series, at: int, belief: Mixture) -> tuple[float, Range]:
    """Return the change and its 95% interval as people count them."""
    level = usual(series.part(np.arange(len(series.values)) < at))
    middle, low, high = (
        change(series.kind, level, float(value[0]))
        for value in belief.quantiles(0.5, _LOWER, _UPPER)
    )
    return middle, Range(low, high)


def _placebo(name: str, series: Series, at: int, belief: Mixture) -> Placebo:
    size, interval = range_of(series, at, belief)
    return Placebo(name, size, interval, holds_zero=interval.low <= 0 <= interval.high)
