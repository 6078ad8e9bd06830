"""What is stored of an analysis, so that a page only has to read it."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from beide.errors import TooLittleData
from beide.log import PromiseOverTime, PromisePeriod, wilson
from beide.web.evidence.series import LAST_WEEKS

if TYPE_CHECKING:
    from beide.effect import Series

WEEK = timedelta(days=7)


def stored_promise(found: PromiseOverTime, *, minimum: int, until: datetime) -> dict[str, Any]:
    """Return a promise week by week, with what its last full weeks say together.

    Of a hidden week not even the number of cases is kept.
    """
    whole = [week for week in found.periods if _is_whole(week, until.date())]
    # Before the log ran long enough, mainly quick cases could be both begun and completed in it.
    settled = [week for week in whole if week.settled]
    return {
        "promised": found.promise.share,
        "minimum": minimum,
        "until": until.date().isoformat(),
        "cases": found.cases,
        "kept": found.kept,
        "weeks": [_week(week) for week in found.periods],
        "last": _last(whole),
        "stability": _stability(settled),
        "chart": _chart(settled),
    }


def _is_whole(week: PromisePeriod, until: date) -> bool:
    return not week.is_hidden and week.begin + WEEK - timedelta(days=1) <= until


def _week(week: PromisePeriod) -> dict[str, Any]:
    told: dict[str, Any] = {"start": week.begin.isoformat()}
    if not week.settled:
        told["early"] = True
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
    from beide.effect import stability

    try:
        return stability(_as_series(weeks)).to_dict() if weeks else {}
    except TooLittleData:
        return {}


def _chart(weeks: list[PromisePeriod]) -> dict[str, Any]:
    """Return the limits within which the share moves by itself; empty with too few weeks."""
    from beide.effect import chart

    try:
        return chart(_as_series(weeks)).to_dict() if weeks else {}
    except TooLittleData:
        return {}


def _as_series(weeks: list[PromisePeriod]) -> "Series":
    from beide.effect import shares

    kept = [float(week.kept or 0) for week in weeks]
    return shares([week.begin for week in weeks], kept, [float(week.cases) for week in weeks])
