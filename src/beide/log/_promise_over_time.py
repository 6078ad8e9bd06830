"""Whether a promise is kept, week by week or month by month."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from beide.errors import TooLittleData
from beide.log._hiding import MINIMUM, check_minimum, hidden
from beide.log._interval import Interval, wilson
from beide.log._model import Log
from beide.log._promise import Period, Promise
from beide.log.outcomes import Moment, judged, moment, tables
from beide.log.questions import select

_UNITS: dict[Period, str] = {"week": "W", "month": "M"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisePeriod:
    """The cases completed in one ISO week or one month; ``begin`` is its first day.

    ``kept``, ``share`` and ``interval`` are ``None`` where the period is hidden: it has too few
    cases to show, or showing it would give such a period away. ``settled`` tells that the log then
    ran long enough: before that mainly quick cases could be both begun and completed in it.
    """

    begin: date
    cases: int
    kept: int | None
    share: float | None
    interval: Interval | None
    kept_promise: bool | None
    settled: bool

    @property
    def is_hidden(self) -> bool:
        """Whether the period's share is not shown."""
        return self.share is None

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "begin": self.begin.isoformat(),
            "cases": self.cases,
            "kept": self.kept,
            "share": self.share,
            "interval": list(self.interval) if self.interval else None,
            "kept_promise": self.kept_promise,
            "settled": self.settled,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseOverTime:
    """Whether a promise is kept: overall, and by the period in which cases were completed.

    ``kept_overall`` says that the overall share reaches the promised one; ``interval`` says how
    sure that share is.
    """

    promise: Promise
    cases: int
    kept: int
    share: float
    interval: Interval
    kept_overall: bool
    minimum: int
    periods: tuple[PromisePeriod, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "promise": self.promise.to_dict(),
            "cases": self.cases,
            "kept": self.kept,
            "share": self.share,
            "interval": list(self.interval),
            "kept_overall": self.kept_overall,
            "minimum": self.minimum,
            "periods": [period.to_dict() for period in self.periods],
        }


def promise_over_time(
    log: Log, promise: Promise, *, until: Moment | None = None, minimum: int = MINIMUM
) -> PromiseOverTime:
    """Tell whether a promise was kept, overall and week by week or month by month.

    A case counts in the ISO week (Monday to Sunday, UTC) or the month of its last event. Cases that
    still go on, that began before the log does, or of which an outcome in the promise is not known
    do not count. Periods in which no case was completed are not listed.

    Parameters
    ----------
    log
        A normalised log.
    promise
        The promise.
    until
        Count only cases completed before this moment (UTC when it names no zone) or day.
    minimum
        The smallest number of cases to show a share of; 5 or more. Smaller periods are hidden, and
        with one hidden period the next smallest is too, so that the total does not give it away.

    Returns
    -------
    PromiseOverTime
        Shares between 0 and 1, with 95% Wilson intervals.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases count.
    WrongOption
        When ``minimum`` is below 5, or the promise does not fit the log.

    References
    ----------
    E. B. Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    check_minimum(minimum)
    found = _completed(log, promise, until)
    cases, kept = sum(each[1] for each in found), sum(each[2] for each in found)
    if cases < minimum:
        raise TooLittleData(
            what_nl=f"er zijn {cases} afgeronde casussen",
            what_en=f"{cases} cases were completed",
            needed_nl=f"minstens {minimum}",
            needed_en=f"at least {minimum}",
        )
    secret = hidden({begin: count for begin, count, _ in found}, minimum)
    return PromiseOverTime(
        promise=promise,
        cases=cases,
        kept=kept,
        share=kept / cases,
        interval=wilson(kept, cases),
        kept_overall=kept / cases >= promise.share,
        minimum=minimum,
        periods=tuple(_period(log, promise, *each, is_hidden=each[0] in secret) for each in found),
    )


def _period(
    log: Log, promise: Promise, begin: date, cases: int, kept: int, *, is_hidden: bool
) -> PromisePeriod:
    return PromisePeriod(
        begin=begin,
        cases=cases,
        kept=None if is_hidden else kept,
        share=None if is_hidden else kept / cases,
        interval=None if is_hidden else wilson(kept, cases),
        kept_promise=None if is_hidden else kept / cases >= promise.share,
        settled=datetime.combine(begin, time(), UTC) >= log.about.steady_from,
    )


def _completed(log: Log, promise: Promise, until: Moment | None) -> list[tuple[date, int, int]]:
    """Return each period with how many cases were completed, and how many kept the promise."""
    here = tables(log)
    cases = judged(here, promise.good)
    inside = select(here, promise.scope, here.cases)
    if inside is not here.cases:
        cases = cases.semi_join(inside, "case")
    if until is not None:
        cases = cases.filter(cases["last"] < moment(until))
    periods = cases.group_by(begin=cases["last"].truncate(_UNITS[promise.period])).aggregate(
        cases=cases.count(), kept=cases["good"].sum()
    )
    found = here.rows(periods.order_by("begin"))
    return [(row["begin"].date(), int(row["cases"]), int(row["kept"])) for row in found]
