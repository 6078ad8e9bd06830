"""A promise to customers, and whether it is kept."""

import math
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from beide.errors import TooLittleData, WrongOption
from beide.log._durations import parse_duration, short_duration, spoken_duration
from beide.log._hiding import hidden
from beide.log._interval import Interval, wilson
from beide.log._model import Log
from beide.text import Text

MINIMUM = 5
"""Fewer cases than this are not shown apart."""

_SPOKEN = re.compile(
    r"^\s*(?:lead time\s+|doorlooptijd\s+)?(?:within|binnen)\s+(?P<within>.+?)\s+"
    r"(?:for|voor|in|bij)\s+(?P<share>\d+(?:[.,]\d+)?)\s*%\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """What customers can count on: a lead time, for a share of the cases.

    Attributes
    ----------
    within
        The longest lead time that keeps the promise; more than zero.
    share
        For which share of the cases, above 0 and at most 1.

    Raises
    ------
    WrongOption
        When one of the two is out of its range.
    """

    within: timedelta
    share: float

    def __post_init__(self) -> None:
        if self.within <= timedelta(0):
            raise WrongOption(
                option="within",
                value=str(self.within),
                expected_nl="langer dan nul",
                expected_en="longer than zero",
            )
        if not (math.isfinite(self.share) and 0 < self.share <= 1):
            raise WrongOption(
                option="share",
                value=self.share,
                expected_nl="een deel boven 0 en ten hoogste 1, zoals 0.9",
                expected_en="a share above 0 and at most 1, such as 0.9",
            )

    @classmethod
    def parse(cls, text: str) -> "Promise":
        """Return the promise that a person wrote.

        Parameters
        ----------
        text
            Such as ``within 5d for 90%`` or ``binnen 5 dagen voor 90%``.

        Raises
        ------
        WrongOption
            When it is not such a text.

        >>> Promise.parse("within 5d for 90%")
        Promise(within=datetime.timedelta(days=5), share=0.9)
        """
        found = _SPOKEN.match(text)
        if not found:
            raise WrongOption(
                option="promise",
                value=text,
                expected_nl="een belofte zoals 'binnen 5 dagen voor 90%'",
                expected_en="a promise such as 'within 5 days for 90%'",
            )
        share = float(found["share"].replace(",", ".")) / 100
        return cls(within=parse_duration(found["within"]), share=share)

    @property
    def text(self) -> Text:
        """The promise in words."""
        length = spoken_duration(self.within)
        percent = f"{self.share * 100:g}"
        return Text(
            nl=f"binnen {length.nl} voor {percent.replace('.', ',')}%",
            en=f"within {length.en} for {percent}%",
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON; ``within_seconds`` is exact."""
        return {
            "within": short_duration(self.within),
            "within_seconds": self.within.total_seconds(),
            "share": self.share,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWeek:
    """The cases completed in one ISO week.

    ``kept``, ``share`` and ``interval`` are ``None`` where the week is hidden: it has too few cases
    to show, or showing it would give such a week away.
    """

    week: date
    cases: int
    kept: int | None
    share: float | None
    interval: Interval | None

    @property
    def is_hidden(self) -> bool:
        """Whether the week's share is not shown."""
        return self.share is None

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON; ``week`` is its Monday."""
        return {
            "week": self.week.isoformat(),
            "cases": self.cases,
            "kept": self.kept,
            "share": self.share,
            "interval": list(self.interval) if self.interval else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseOverTime:
    """Whether a promise is kept: overall, and by the week in which cases were completed.

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
    weeks: tuple[PromiseWeek, ...]

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
            "weeks": [week.to_dict() for week in self.weeks],
        }


def promise_over_time(
    log: Log, promise: Promise, *, until: date | datetime | None = None, minimum: int = MINIMUM
) -> PromiseOverTime:
    """Tell whether a promise was kept, overall and week by week.

    A case counts in the ISO week (Monday to Sunday, UTC) of its last event. Every case in the log
    counts as completed. Weeks in which no case was completed are not listed.

    Parameters
    ----------
    log
        A normalised log.
    promise
        The promise.
    until
        Count only cases completed before this moment (UTC when it names no zone) or day.
    minimum
        The smallest number of cases to show a share of; 5 or more. Smaller weeks are hidden, and
        with one hidden week the next smallest is too, so that the total does not give it away.

    Returns
    -------
    PromiseOverTime
        Shares between 0 and 1, with 95% Wilson intervals.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases were completed.
    WrongOption
        When ``minimum`` is below 5.

    References
    ----------
    E. B. Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    if minimum < MINIMUM:
        raise WrongOption(
            option="minimum",
            value=minimum,
            expected_nl=f"{MINIMUM} of meer",
            expected_en=f"{MINIMUM} or more",
        )
    found = _completed(log, promise, until)
    cases, kept = sum(week[1] for week in found), sum(week[2] for week in found)
    if cases < minimum:
        raise TooLittleData(
            what_nl=f"er zijn {cases} afgeronde casussen",
            what_en=f"{cases} cases were completed",
            needed_nl=f"minstens {minimum}",
            needed_en=f"at least {minimum}",
        )
    secret = hidden({week: count for week, count, _ in found}, minimum)
    return PromiseOverTime(
        promise=promise,
        cases=cases,
        kept=kept,
        share=kept / cases,
        interval=wilson(kept, cases),
        kept_overall=kept / cases >= promise.share,
        minimum=minimum,
        weeks=tuple(_week(*week, is_hidden=week[0] in secret) for week in found),
    )


def _week(week: date, cases: int, kept: int, *, is_hidden: bool) -> PromiseWeek:
    return PromiseWeek(
        week=week,
        cases=cases,
        kept=None if is_hidden else kept,
        share=None if is_hidden else kept / cases,
        interval=None if is_hidden else wilson(kept, cases),
    )


def _completed(
    log: Log, promise: Promise, until: date | datetime | None
) -> list[tuple[date, int, int]]:
    """Return each week with how many cases were completed, and how many kept the promise."""
    from beide import engine

    here = engine.default()
    cases = here.read_parquet([log.file("cases")])
    if until is not None:
        cases = cases.filter(cases["last"] < _moment(until))
    limit = promise.within // timedelta(microseconds=1)
    weeks = cases.group_by(week=cases["last"].truncate("W")).aggregate(
        cases=cases.count(), kept=(cases.duration <= limit).sum()
    )
    found = here.rows(weeks.order_by("week"))
    return [(row["week"].date(), int(row["cases"]), int(row["kept"])) for row in found]


def _moment(until: date | datetime) -> datetime:
    """Return a day's beginning or a moment, in UTC without saying so, as logs keep it."""
    if not isinstance(until, datetime):
        return datetime.combine(until, time())
    return until.astimezone(UTC).replace(tzinfo=None) if until.tzinfo else until
