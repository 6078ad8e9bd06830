"""The weekly series of a plan's outcome, from its log. Only the worker imports this."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from beide import log as event_log
from beide.effect import Series, weekly_medians, weekly_ratings, weekly_shares
from beide.engine import Table
from beide.errors import TooLittleData
from beide.log._hiding import hidden
from beide.log.outcomes import Tables, column, tables
from beide.log.questions import select
from beide.web.effects import asking
from beide.web.effects.models import Plan

WEEK = timedelta(days=7)
AN_HOUR = 3_600_000_000  # microseconds
A_MINUTE = 1 / 60  # hours; a lead time of nothing has no logarithm
Measure = Plan.Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Cases:
    """One day, one value and perhaps one kind for each case that counts, by their place."""

    days: list[date]
    values: list[float]
    kinds: list[str] | None

    def by_week(self) -> dict[date, int]:
        """Return how many cases count in each week, by its Monday."""
        found: dict[date, int] = {}
        for day in self.days:
            monday = day - timedelta(days=day.weekday())
            found[monday] = found.get(monday, 0) + 1
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """The series, and the weeks in it that are too small to show."""

    series: Series
    hidden: frozenset[date]


def weeks_of(log: event_log.Log, plan: Plan, scope: Mapping[str, Any], *, minimum: int) -> Weeks:
    """Return the outcome of a plan by week, in one scope.

    Only whole weeks count, from when the log ran long enough: before that mainly quick cases could
    be both begun and completed in it.

    Raises
    ------
    TooLittleData
        When there are no such weeks, or fewer cases than may be shown.
    WrongOption
        When the log has no such attribute, role or rating.
    """
    found = _cases(log, plan, scope)
    if len(found.days) < minimum:
        raise TooLittleData(
            what_nl=f"er zijn minder dan {minimum} afgeronde casussen in hele weken",
            what_en=f"fewer than {minimum} cases were completed in whole weeks",
            needed_nl="meer weken, of meer casussen",
            needed_en="more weeks, or more cases",
        )
    return Weeks(series=_series(plan, found), hidden=hidden(found.by_week(), minimum))


def _series(plan: Plan, found: Cases) -> Series:
    match plan.measure:
        case Measure.LEAD_TIME:
            hours = [max(value / AN_HOUR, A_MINUTE) for value in found.values]
            return weekly_medians(found.days, hours, kinds=found.kinds)
        case Measure.RATING:
            return weekly_ratings(found.days, found.values, kinds=found.kinds)
        case _:
            return weekly_shares(found.days, [bool(v) for v in found.values], kinds=found.kinds)


def _cases(log: event_log.Log, plan: Plan, scope: Mapping[str, Any]) -> Cases:
    here = tables(log)
    known = _outcome(log, plan)
    inside = select(here, asking.where(plan, scope), here.cases)
    asked = [*_whole_weeks(log, known)]
    rows = here.rows(_with_kind(here, inside, plan.kinds, known.filter(*asked)))
    return Cases(
        days=[row["last"].date() for row in rows],
        values=[float(row["value"]) for row in rows],
        kinds=[str(row["kind"]) for row in rows] if plan.kinds else None,
    )


def _outcome(log: event_log.Log, plan: Plan) -> Table:
    """Return ``case``, ``last`` and ``value`` of each case of which the outcome is known."""
    if plan.measure == Measure.KEPT:
        judged = event_log.good_cases(log, asking.good(plan)).table
        return judged.select("case", "last", value=judged["good"].cast("int8"))
    what = event_log.Outcome(what="rating" if plan.measure == Measure.RATING else "lead_time")
    return event_log.outcomes(log, what).table.select("case", "last", "value")


def _whole_weeks(log: event_log.Log, known: Table) -> list[Table]:
    first, end = log.about.steady_from.date(), log.about.until.date() + timedelta(days=1)
    begin = first + timedelta(days=-first.weekday() % 7)
    until = end - timedelta(days=end.weekday())
    midnights = [datetime.combine(day, time(), UTC).replace(tzinfo=None) for day in (begin, until)]
    return [known["last"] >= midnights[0], known["last"] < midnights[1]]


def _with_kind(here: Tables, inside: Table, kinds: str, known: Table) -> Table:
    import ibis

    kind = column(here.log, inside, kinds).cast("string") if kinds else ibis.literal("")
    mine = inside.select("case", kind=ibis.coalesce(kind, ""))
    return known.join(mine, "case").select("case", "last", "value", "kind").order_by("case")
