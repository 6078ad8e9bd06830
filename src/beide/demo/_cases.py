"""The orders: when they came in, what they are, and which conditions they met."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from beide.demo._truths import Condition, Decoy, Truths
from beide.demo._weeks import Weeks
from beide.demo._working_time import DAY, seconds

Floats = NDArray[np.float64]
Codes = NDArray[np.int8]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cases:
    """One value for every order, in order of arrival."""

    arrival: Floats  # seconds of local clock time since 1970
    week: NDArray[np.int64]
    kind: Codes  # place in truths.types
    decoys: Mapping[str, Codes]  # place in the decoy's values
    conditions: Mapping[str, Flags]
    needs: Mapping[str, Flags]  # steps of the order's type that this order needs
    right: Flags  # right first time, if it is not cancelled

    def __len__(self) -> int:
        return len(self.arrival)


def draw_cases(truths: Truths, *, weeks: Weeks, rng: np.random.Generator) -> Cases:
    """Draw the orders of the whole period."""
    arrival = _arrivals(truths, weeks=weeks, rng=rng)
    week = ((arrival - seconds(weeks.mondays[0])) // (7 * DAY)).astype(np.int64)
    kind = rng.choice(len(truths.types), size=len(week), p=[one.share for one in truths.types])
    needs = _needs(truths, kind=kind, week=week, weeks=weeks, rng=rng)
    conditions = {
        condition.key: _met(
            condition, row, truths=truths, kind=kind, week=week, weeks=weeks, needs=needs, rng=rng
        )
        for row, condition in enumerate(truths.conditions)
    }
    return Cases(
        arrival=arrival,
        week=week,
        kind=kind.astype(np.int8),
        decoys={one.key: _decoy(one, truths=truths, kind=kind, rng=rng) for one in truths.decoys},
        conditions=conditions,
        needs=needs,
        right=_right(truths, kind=kind, conditions=conditions, rng=rng),
    )


def log_odds(chance: Floats | float) -> Floats:
    """Return ln(p / (1 - p)); certain and impossible stay so."""
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(chance) - np.log1p(-np.asarray(chance, dtype=np.float64)))


def happens(odds: Floats, *, rng: np.random.Generator) -> Flags:
    """Draw yes or no for chances on the log-odds scale."""
    return np.asarray(rng.random(odds.shape) < 1 / (1 + np.exp(-odds)))


def _arrivals(truths: Truths, *, weeks: Weeks, rng: np.random.Generator) -> Floats:
    counts = rng.poisson(weeks.arrivals)
    mondays = np.repeat([seconds(day) for day in weeks.mondays], counts)
    day = rng.choice(7, size=len(mondays), p=truths.volume.weekdays)
    begin, end = (datetime.strptime(part, "%H:%M") for part in truths.volume.hours.split("-"))  # noqa: DTZ007
    opening = begin.hour * 3600 + begin.minute * 60
    of_day = opening + rng.random(len(mondays)) * (end - begin).seconds
    return np.sort(mondays + day * DAY + of_day)


def _needs(
    truths: Truths,
    *,
    kind: NDArray[np.int64],
    week: NDArray[np.int64],
    weeks: Weeks,
    rng: np.random.Generator,
) -> Mapping[str, Flags]:
    needs = {}
    for row, step in enumerate(truths.steps):
        chance = np.array([one.steps.get(step.key, 0.0) for one in truths.types])
        needs[step.key] = happens(log_odds(chance)[kind] + weeks.step_log_odds[row, week], rng=rng)
    return needs


def _met(
    condition: Condition,
    row: int,
    *,
    truths: Truths,
    kind: NDArray[np.int64],
    week: NDArray[np.int64],
    weeks: Weeks,
    needs: Mapping[str, Flags],
    rng: np.random.Generator,
) -> Flags:
    by_type = np.array([one.condition_log_odds.get(condition.key, 0.0) for one in truths.types])
    odds = (
        log_odds(condition.before)
        + by_type[kind]
        + weeks.condition_log_odds[row, week]
        + truths.shocks.busy_log_odds * weeks.busy[week]
    )
    can = np.array([one.key in condition.types for one in truths.types])[kind]
    if condition.needs_step:
        can &= needs[condition.needs_step]
    return np.asarray(happens(odds, rng=rng) & can)


def _decoy(
    decoy: Decoy, *, truths: Truths, kind: NDArray[np.int64], rng: np.random.Generator
) -> Codes:
    shares = [(decoy.by_type or {}).get(one.key, decoy.shares) for one in truths.types]
    upper = np.cumsum(np.array(shares), axis=1)[kind]
    drawn = (rng.random(len(kind))[:, None] >= upper).sum(axis=1)
    return np.asarray(np.minimum(drawn, len(decoy.values) - 1), dtype=np.int8)


def _right(
    truths: Truths,
    *,
    kind: NDArray[np.int64],
    conditions: Mapping[str, Flags],
    rng: np.random.Generator,
) -> Flags:
    odds = log_odds(np.array([one.first_time_right for one in truths.types]))[kind]
    for condition in truths.conditions:
        odds = odds + condition.first_time_right_log_odds * conditions[condition.key]
    return happens(odds, rng=rng)
