"""Measuring what is in the data, without using the truths."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from beide.demo._working_time import working_times
from beide.demo.data import DemoData

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
WEEK = np.timedelta64(7, "D")


@dataclass(frozen=True, slots=True)
class Waits:
    """The wait before every event but an order's first; only steps that may split over days."""

    hours: Floats
    order: Ints
    step: Ints
    week: Ints


def completion_week(data: DemoData) -> Ints:
    """Week in which each order was last touched, counted from the start of the data."""
    last = data.events.complete[data.ends[1]]
    return np.asarray((last - np.datetime64(data.since, "s")) // WEEK, dtype=np.int64)


def waits(data: DemoData) -> Waits:
    """Working time between the end of one step and the start of the next."""
    events = data.events
    times = working_times(data.truths, since=data.since - timedelta(days=7), until=data.until)
    calendars = [role.calendar for role in data.truths.roles]
    splits = np.array([step.split for step in data.truths.steps])
    later = np.flatnonzero((np.diff(events.case) == 0) & splits[events.step[1:]]) + 1
    hours = np.zeros(len(later))
    for role, calendar in enumerate(calendars):
        here = events.role[later] == role
        line = times[calendar]
        begin = events.start[later[here]].astype(np.float64)
        before = events.complete[later[here] - 1].astype(np.float64)
        hours[here] = (line.work_until(begin) - line.work_until(before)) / 3600
    week = (events.complete[later - 1] - np.datetime64(data.since, "s")) // WEEK
    return Waits(
        hours=hours,
        order=events.case[later].astype(np.int64),
        step=events.step[later].astype(np.int64),
        week=np.asarray(week, dtype=np.int64),
    )


def within(strata: Iterable[Ints], values: Floats) -> Floats:
    """Take each stratum's mean off, column by column."""
    columns = np.stack(list(strata), axis=1)
    _, group = np.unique(columns, axis=0, return_inverse=True)
    group = group.reshape(-1)
    counts = np.bincount(group)
    table = values.reshape(len(values), -1)
    means = np.stack([np.bincount(group, column) / counts for column in table.T], axis=1)
    return np.asarray(table - means[group])


def effects(
    outcome: Floats, flags: Mapping[str, NDArray[np.bool_]], *, strata: Iterable[Ints]
) -> dict[str, float]:
    """Ordinary least squares of an outcome on flags, within strata."""
    strata = list(strata)
    table = np.stack([flag.astype(np.float64) for flag in flags.values()], axis=1)
    found, *_ = np.linalg.lstsq(within(strata, table), within(strata, outcome)[:, 0], rcond=None)
    return dict(zip(flags, found.tolist(), strict=True))


def log_odds_ratio(
    outcome: NDArray[np.bool_], flag: NDArray[np.bool_], *, strata: Iterable[Ints]
) -> float:
    """Mantel-Haenszel: the common log odds ratio over strata."""
    columns = np.stack(list(strata), axis=1)
    _, group = np.unique(columns, axis=0, return_inverse=True)
    group = group.reshape(-1)
    both, alone = outcome & flag, outcome & ~flag
    neither, only = ~outcome & ~flag, ~outcome & flag
    size = np.bincount(group).astype(np.float64)
    cells = [np.bincount(group, cell, minlength=len(size)) for cell in (both, neither, alone, only)]
    return float(np.log((cells[0] * cells[1] / size).sum() / (cells[2] * cells[3] / size).sum()))
