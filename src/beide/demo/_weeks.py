"""What holds in each week: how busy it is, what has changed, what went wrong for everyone."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from beide.demo._truths import Intervention, Truths

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weekly figures. Rows follow the order of the truths, columns are weeks."""

    mondays: tuple[date, ...]
    arrivals: Floats  # expected orders a week
    busy: Floats  # log waiting, shared by all
    wait_log: Floats  # steps by weeks
    condition_log_odds: Floats  # conditions by weeks, change since the start
    step_log_odds: Floats  # steps by weeks, change since the start


def weeks_of(truths: Truths, *, until: date, rng: np.random.Generator) -> Weeks:
    """Lay the truths out over the weeks of a period that ends at ``until``."""
    count = truths.period.weeks
    first = truths.period.monday(weeks_before_end=count, until=until)
    mondays = tuple(first + timedelta(weeks=week) for week in range(count))
    busy = _busy(truths, rng=rng)
    wait = _changed_waits(truths) + _shocks(truths, mondays=mondays, rng=rng) + busy
    return Weeks(
        mondays=mondays,
        arrivals=_arrivals(truths, mondays=mondays),
        busy=busy,
        wait_log=wait,
        condition_log_odds=_changed_conditions(truths),
        step_log_odds=_changed_steps(truths),
    )


def ramp(change: Intervention, *, weeks: int) -> Floats:
    """Return how far an intervention has come in each week, from 0 to 1."""
    since = np.arange(weeks) - (weeks - change.weeks_before_end)
    return np.asarray(np.clip((since + 1) / change.ramp_weeks, 0.0, 1.0))


def _arrivals(truths: Truths, *, mondays: tuple[date, ...]) -> Floats:
    volume = truths.volume
    season = np.array([volume.months[(day + timedelta(days=3)).month - 1] for day in mondays])
    weights = season * (1 + volume.growth_per_year) ** (np.arange(len(mondays)) / 52)
    return np.asarray(volume.orders * weights / weights.sum())


def _busy(truths: Truths, *, rng: np.random.Generator) -> Floats:
    shocks = truths.shocks
    noise = rng.normal(0.0, shocks.week_spread, truths.period.weeks)
    busy = np.empty_like(noise)
    before = noise[0]
    for week, new in enumerate(noise):
        before = shocks.week_memory * before + (1 - shocks.week_memory**2) ** 0.5 * new
        busy[week] = before
    return busy


def _changed_waits(truths: Truths) -> Floats:
    rows = {step.key: row for row, step in enumerate(truths.steps)}
    logs = np.zeros((len(rows), truths.period.weeks))
    for change in truths.interventions:
        grown = ramp(change, weeks=truths.period.weeks)
        for wait in change.wait:
            logs[[rows[key] for key in wait.steps]] += wait.log * grown
    return logs


def _changed_conditions(truths: Truths) -> Floats:
    rows = {condition.key: row for row, condition in enumerate(truths.conditions)}
    odds = np.zeros((len(rows), truths.period.weeks))
    for change in truths.interventions:
        for part in change.condition:
            odds[rows[part.key]] += part.log_odds * ramp(change, weeks=truths.period.weeks)
    return odds


def _changed_steps(truths: Truths) -> Floats:
    rows = {step.key: row for row, step in enumerate(truths.steps)}
    odds = np.zeros((len(rows), truths.period.weeks))
    for change in truths.interventions:
        for part in change.step:
            odds[rows[part.step]] += part.log_odds * ramp(change, weeks=truths.period.weeks)
    return odds


def _shocks(truths: Truths, *, mondays: tuple[date, ...], rng: np.random.Generator) -> Floats:
    shocks, weeks = truths.shocks, len(mondays)
    rows = {step.key: row for row, step in enumerate(truths.steps)}
    own = rng.normal(0.0, shocks.role_spread, (len(truths.roles), weeks))
    roles = {role.key: row for row, role in enumerate(truths.roles)}
    logs = own[[roles[step.role] for step in truths.steps]]
    logs[:, [day.month in shocks.summer_months for day in mondays]] += shocks.summer_log
    for delay in truths.delays:
        first = weeks - delay.weeks_before_end
        logs[[rows[key] for key in delay.steps], first : first + delay.weeks] += delay.log
    return logs
