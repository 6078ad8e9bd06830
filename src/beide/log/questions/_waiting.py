"""How long work waits before each activity."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from beide.engine import Row, Table
from beide.log._model import Log
from beide.log._promise import MINIMUM
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._length import length
from beide.log.questions._other import Other, apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How long work waits before an activity, since what was done before it was completed.

    ``count`` is how often the activity comes after another event, in ``cases`` cases. For
    ``start_known`` of those the waiting ends when the work begins; for the others it ends when the
    activity is completed, so that the work itself is in it.
    """

    activity: str
    count: int
    cases: int
    start_known: int
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
            "start_known": self.start_known,
            "lower": self.lower.total_seconds(),
            "median": self.median.total_seconds(),
            "upper": self.upper.total_seconds(),
            "total": self.total.total_seconds(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How long work waits, over ``cases`` cases; where it waits longest in all comes first."""

    cases: int
    minimum: int
    activities: tuple[Wait, ...]
    other: Other

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "cases": self.cases,
            "minimum": self.minimum,
            "activities": [activity.to_dict() for activity in self.activities],
            "other": self.other.to_dict(),
        }


def waiting(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Waiting:
    """Tell how long work waits before each activity.

    Waiting runs from the completion of the event before to the start of the work, or to its
    completion where no start is known. Work that began earlier than that did not wait. The first
    event of a case has nothing to wait for.

    Parameters
    ----------
    log
        A normalised log.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show an activity of; 5 or more.

    Returns
    -------
    Waiting
        By falling total, then by name. Quartiles are linear between the two nearest times.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    found = [_wait(row, asked) for row in asked.rows(_by_activity(asked))]
    found.sort(key=lambda each: (-each.total, each.activity))
    shown, other = apart(found, minimum)
    return Waiting(cases=asked.count, minimum=minimum, activities=shown, other=other)


def _by_activity(asked: Asked) -> Table:
    from beide.log.questions._steps import steps

    table = steps(asked)
    return table.group_by("activity").aggregate(
        count=table.count(),
        cases=table["case"].nunique(),
        start_known=table["start_known"].sum(),
        mean=table["waited"].mean(),
        **{f"q{share}": table["waited"].quantile(share / 100) for share in (25, 50, 75)},
    )


def _wait(row: Row, asked: Asked) -> Wait:
    return Wait(
        activity=asked.activities[row["activity"]],
        count=int(row["count"]),
        cases=int(row["cases"]),
        start_known=int(row["start_known"]),
        lower=length(row["q25"]),
        median=length(row["q50"]),
        upper=length(row["q75"]),
        # By way of the mean: a sum of microseconds may be more than 64 bits hold.
        total=length(row["mean"] * row["count"]),
    )
