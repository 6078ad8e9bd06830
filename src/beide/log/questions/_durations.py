"""How long the work on an activity takes, where its start is known."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from beide.engine import Row, Table
from beide.errors import TooLittleData
from beide.log._model import Log
from beide.log._promise import MINIMUM
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._length import length, microseconds
from beide.log.questions._other import Other, apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """How long an activity takes, from its start to its completion.

    ``count`` is how often its start is known, in ``cases`` cases. Half of the times lie between
    ``lower`` and ``upper``, the first and third quartile.
    """

    activity: str
    count: int
    cases: int
    lower: timedelta
    median: timedelta
    upper: timedelta
    total: timedelta

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, in seconds."""
        return {
            "activity": self.activity,
            "count": self.count,
            "cases": self.cases,
            "lower": self.lower.total_seconds(),
            "median": self.median.total_seconds(),
            "upper": self.upper.total_seconds(),
            "total": self.total.total_seconds(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Durations:
    """How long activities take, over ``cases`` cases; the one that took most time in all first."""

    cases: int
    minimum: int
    activities: tuple[Duration, ...]
    other: Other

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "cases": self.cases,
            "minimum": self.minimum,
            "activities": [activity.to_dict() for activity in self.activities],
            "other": self.other.to_dict(),
        }


def durations(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Durations:
    """Tell how long the work on each activity takes.

    Parameters
    ----------
    log
        A normalised log with start times. Events without one, or that began after they were
        finished, are left out.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show an activity of; 5 or more.

    Returns
    -------
    Durations
        By falling total, then by name. Quartiles are linear between the two nearest times.

    Raises
    ------
    TooLittleData
        When no start is known; when fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    found = [_duration(row, asked) for row in asked.rows(_by_activity(asked))]
    if not found:
        raise TooLittleData(
            what_nl="van geen enkele stap is bekend wanneer die begon",
            what_en="of no activity is it known when it began",
            needed_nl="een log met een kolom voor het begin",
            needed_en="a log with a column for the start",
        )
    found.sort(key=lambda each: (-each.total, each.activity))
    shown, other = apart(found, minimum)
    return Durations(cases=asked.count, minimum=minimum, activities=shown, other=other)


def _by_activity(asked: Asked) -> Table:
    # A null start compares as unknown, which a filter leaves out.
    events = asked.events.filter(asked.events["start"] <= asked.events["time"])
    taken = events.select("activity", "case", taken=microseconds(events["time"], events["start"]))
    return taken.group_by("activity").aggregate(
        count=taken.count(),
        cases=taken["case"].nunique(),
        mean=taken["taken"].mean(),
        **{f"q{share}": taken["taken"].quantile(share / 100) for share in (25, 50, 75)},
    )


def _duration(row: Row, asked: Asked) -> Duration:
    return Duration(
        activity=asked.activities[row["activity"]],
        count=int(row["count"]),
        cases=int(row["cases"]),
        lower=length(row["q25"]),
        median=length(row["q50"]),
        upper=length(row["q75"]),
        # By way of the mean: a sum of microseconds may be more than 64 bits hold.
        total=length(row["mean"] * row["count"]),
    )
