"""What is stored of an analysis, so that a page only has to read it."""

from datetime import date, datetime, timedelta
from typing import Any

from beide.errors import TooLittleData
from beide.log import PromiseOverTime, PromisePeriod, wilson
from beide.web.evidence.series import LAST_WEEKS

WEEK = timedelta(days=7)


def stored_promise(found: PromiseOverTime, *, minimum: int, until: datetime) -> dict[str, Any]:
    """Return a promise week by week, with what its last full weeks say together.

    Of a hidden week not even the number of cases is kept.
    """
    whole = [week for week in found.periods if _is_whole(week, until.date())]
    return {
        "promised": found.promise.share,
        "minimum": minimum,
        "until": until.date().isoformat(),
        "cases": found.cases,
        "kept": found.kept,
        "weeks": [_week(week) for week in found.periods],
        "last": _last(whole),
        "stability": _stability(whole),
    }


def _is_whole(week: PromisePeriod, until: date) -> bool:
    return not week.is_hidden and week.begin + WEEK - timedelta(days=1) <= until


def _week(week: PromisePeriod) -> dict[str, Any]:
    told: dict[str, Any] = {"start": week.begin.isoformat()}
    if week.is_hidden or week.interval is None:
        return told
    return {
        **told,
        "cases": week.cases,
        "kept": week.kept,
        "share": week.share,
        "low": week.interval.low,
        "high": week.interval.high,
    }


def _last(weeks: list[PromisePeriod]) -> dict[str, Any]:
    chosen = weeks[-LAST_WEEKS:]
    cases, kept = sum(week.cases for week in chosen), sum(week.kept or 0 for week in chosen)
    if not cases:
        return {}
    interval = wilson(kept, cases)
    return {
        "cases": cases,
        "kept": kept,
        "low": interval.low,
        "high": interval.high,
        "weeks": len(chosen),
        "since": chosen[0].begin.isoformat(),
        "until": (chosen[-1].begin + WEEK - timedelta(days=1)).isoformat(),
    }


def _stability(weeks: list[PromisePeriod]) -> dict[str, Any]:
    """Tell whether the last weeks moved as the ones before did; empty with too few weeks."""
    # Only the worker computes this; a page never waits for SciPy to be imported.
    from beide.effect import shares, stability

    if not weeks:
        return {}
    kept = [float(week.kept or 0) for week in weeks]
    cases = [float(week.cases) for week in weeks]
    try:
        return stability(shares([week.begin for week in weeks], kept, cases)).to_dict()
    except TooLittleData:
        return {}
