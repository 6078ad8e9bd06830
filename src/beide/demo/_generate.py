"""From truths to event data."""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from beide.demo._cases import Cases, draw_cases
from beide.demo._clock import Walk, Walked
from beide.demo._path import visits
from beide.demo._truths import Truths
from beide.demo._weeks import weeks_of
from beide.demo._working_time import DAY, seconds, working_times
from beide.demo._written import truths as written_down
from beide.demo.data import DemoData, Events, Orders

BEFORE_THE_START = timedelta(days=7)  # calendars begin a little earlier than the data


def generate(
    *, truths: Truths | None = None, seed: int | None = None, until: date | None = None
) -> DemoData:
    """Generate the demo organisation's event data.

    Parameters
    ----------
    truths
        What is true. Without it, what ``truths.toml`` says.
    seed
        The same seed gives the same data. Without it, the seed of the truths.
    until
        The last day with data; the dates of everything that changed move along. Without it, the
        day of the truths.

    Returns
    -------
    DemoData
        About 12,000 orders and 90,000 events over 78 weeks. Times are local clock times.

    Notes
    -----
    Every order walks through its steps; before each it waits a log-normal number of working
    hours, multiplied by the effects in the truths. Queues are not simulated. Takes under a second.
    """
    truths = truths or written_down()
    seed = truths.seed if seed is None else seed
    until = until or truths.period.until
    rng = np.random.default_rng(seed)
    weeks = weeks_of(truths, until=until, rng=rng)
    cases = draw_cases(truths, weeks=weeks, rng=rng)
    times = working_times(truths, since=weeks.mondays[0] - BEFORE_THE_START, until=until)
    walk = Walk(truths, cases=cases, weeks=weeks, times=times, rng=rng)
    walked = walk.through(visits(truths, cases=cases, rng=rng))
    end = seconds(until) + DAY
    events = _events(walked, end=end)
    seen = np.unique(events.case)
    return DemoData(
        truths=truths,
        seed=seed,
        since=weeks.mondays[0],
        until=until,
        events=_renumbered(events, seen=seen),
        orders=_orders(truths, cases=cases, walked=walked, end=end, seen=seen, rng=rng),
        conditions={key: met[seen] for key, met in cases.conditions.items()},
    )


def _events(walked: Walked, *, end: int) -> Events:
    """Keep what was done before the end, in order."""
    known = np.flatnonzero(walked.complete < end)
    # Steps follow each other, so an order's events keep the order of its visits.
    known = known[np.argsort(walked.case[known], kind="stable")]
    return Events(
        case=walked.case[known].astype(np.int32),
        step=walked.step[known],
        role=walked.role[known],
        start=walked.start[known].astype("datetime64[s]"),
        complete=walked.complete[known].astype("datetime64[s]"),
    )


def _renumbered(events: Events, *, seen: NDArray[np.int32]) -> Events:
    """Number the orders without gaps: one that came in too late has no event at all."""
    return Events(
        case=np.searchsorted(seen, events.case).astype(np.int32),
        step=events.step,
        role=events.role,
        start=events.start,
        complete=events.complete,
    )


def _orders(
    truths: Truths,
    *,
    cases: Cases,
    walked: Walked,
    end: int,
    seen: NDArray[np.int32],
    rng: np.random.Generator,
) -> Orders:
    over = _last(walked, orders=len(cases)) < end
    ready = over & ~walked.cancelled
    rated = ready & (rng.random(len(cases)) < truths.outcomes.answers)
    rating = np.where(rated, _rating(truths, cases=cases, walked=walked, rng=rng), -1)
    has_form = cases.needs["meetformulier"]
    form = np.where(has_form, cases.conditions["form_complete"], -1)
    return Orders(
        number=_numbers(cases.arrival[seen]),
        kind=cases.kind[seen],
        decoys=_only(cases.decoys, seen),
        form_complete=form[seen].astype(np.int8),
        first_time_right=np.where(ready, cases.right, -1)[seen].astype(np.int8),
        rating=rating[seen].astype(np.int8),
        ready=ready[seen],
        cancelled=(over & walked.cancelled)[seen],
    )


def _rating(
    truths: Truths, *, cases: Cases, walked: Walked, rng: np.random.Generator
) -> NDArray[np.float64]:
    told, orders = truths.outcomes, len(cases)
    first = np.full(orders, np.inf)
    np.minimum.at(first, walked.case, walked.complete)
    days = np.maximum((_last(walked, orders=orders) - first) / DAY, 0.25)
    rating = told.rating + told.rating_per_log_day * np.log(days)
    rating += told.rating_wrong * ~cases.right
    for condition in truths.conditions:
        rating += condition.rating * cases.conditions[condition.key]
    rating += rng.normal(0.0, told.rating_spread, orders)
    return np.asarray(np.clip(np.rint(rating), 1, 10))


def _last(walked: Walked, *, orders: int) -> NDArray[np.float64]:
    last = np.zeros(orders)
    np.maximum.at(last, walked.case, walked.complete)
    return last


def _numbers(arrival: NDArray[np.float64]) -> tuple[str, ...]:
    """Number the orders through the year, as an order system does."""
    years = arrival.astype("datetime64[s]").astype("datetime64[Y]").astype(np.int64) + 1970
    first = np.searchsorted(years, years, side="left")
    counts = np.arange(len(years)) - first + 1
    return tuple(f"HN-{year}-{count:05d}" for year, count in zip(years, counts, strict=True))


def _only(
    decoys: Mapping[str, NDArray[np.int8]], seen: NDArray[np.int32]
) -> Mapping[str, NDArray[np.int8]]:
    return {key: codes[seen] for key, codes in decoys.items()}
