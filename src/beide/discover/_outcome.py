"""Which cases go well, told at a moment in the case: what counts is what comes after it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Codes, Flags
from beide.discover._landmark import Landmark
from beide.discover._strata import joined
from beide.discover._words import Goal, rounded
from beide.log import Good
from beide.log.outcomes._outcome import TIMES

_BANDS = 5
_TWO_WEEKS = 14 * 86_400


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """Which cases go well, and what that means.

    ``alike`` has codes that must be equal in comparable cases, besides type and week: the weekday
    where a short lead time counts, the step at which a case stands where the moment is not a step,
    and how long it had run where that must be equal too (``by_run``).
    """

    good: Flags
    goal: Goal
    within: timedelta | None
    alike: Codes
    by_weekday: bool = False
    by_run: bool = False


def used_attributes(good: Good) -> frozenset[str]:
    """Return the attributes that the outcome is made of: none of them explains it."""
    named = {outcome.attribute for outcome in good.outcomes}
    rights = (outcome.right for outcome in good.outcomes)
    named |= {right.attribute for right in rights if right is not None}
    named |= {outcome.what for outcome in good.outcomes}
    return frozenset(name for name in named if name)


def is_about_repeats(good: Good) -> bool:
    """Tell whether going well means that no step is done again."""
    return any(
        outcome.what == "first_time_right"
        and (outcome.right is None or not outcome.right.attribute)
        for outcome in good.outcomes
    )


def judge(good: Good, landmark: Landmark, table: dict[str, NDArray[Any]]) -> Judged:
    """Return which cases go well from a moment on.

    A lead time that counts from arrival would favour what happened quickly before the moment. So
    from a later moment the time that is left counts: within so long that as many cases make it as
    make the whole. Where the outcome is more than a lead time, it stays as it is, and cases are
    compared with those that had run as long by then.

    Parameters
    ----------
    good
        What was asked.
    landmark
        The moment.
    table
        ``good``, ``first``, ``last`` and ``moment`` of each case.
    """
    kept = np.asarray(table["good"], np.bool_)
    timed = any(outcome.what in TIMES for outcome in good.outcomes)
    by_weekday = _short(good, table)
    parts = [weekday(table["moment"])] if by_weekday else []
    if landmark.kind == "arrival":
        goal: Goal = "within" if good.within else "good"
        return Judged(
            good=kept,
            goal=goal,
            within=good.within,
            alike=_alike(parts, kept),
            by_weekday=by_weekday,
        )
    if landmark.kind in ("steps", "handover"):
        parts.append(table["activity"])  # what is further along is ready sooner by itself
    if good.within:
        left = seconds(table["last"] - table["moment"])
        limit = rounded(timedelta(seconds=float(np.quantile(left, kept.mean()))))
        return Judged(
            good=left <= limit.total_seconds(),
            goal="then",
            within=limit,
            alike=_alike(parts, kept),
            by_weekday=by_weekday,
        )
    if timed:
        run = seconds(table["moment"] - table["first"])
        parts.append(np.searchsorted(np.quantile(run, np.arange(1, _BANDS) / _BANDS), run))
    return Judged(
        good=kept,
        goal="good",
        within=None,
        alike=_alike(parts, kept),
        by_weekday=by_weekday,
        by_run=timed,
    )


def _short(good: Good, table: dict[str, NDArray[Any]]) -> bool:
    """Tell whether a lead time counts that a weekend makes longer: half of them under two weeks.

    By the clock a case that comes just before the weekend then takes longer by itself.
    """
    if not any(outcome.what == "lead_time" for outcome in good.outcomes):
        return False
    return bool(np.median(seconds(table["last"] - table["first"])) < _TWO_WEEKS)


def _alike(parts: list[NDArray[Any]], kept: Flags) -> Codes:
    return joined(*parts) if parts else np.zeros(len(kept), np.int64)


def weekday(moments: NDArray[Any]) -> Codes:
    """Return the weekday of each moment, Monday 0, in UTC."""
    days = moments.astype("datetime64[D]").astype(np.int64)
    return np.asarray((days + 3) % 7)


def seconds(length: NDArray[Any]) -> NDArray[np.float64]:
    """Return lengths of time in seconds."""
    return np.asarray(length / np.timedelta64(1, "s"), np.float64)
