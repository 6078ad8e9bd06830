"""How long something takes, by activity: quartiles and what it takes in all."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from beide.engine import Row, Table
from beide.log.questions._ask import Asked
from beide.log.questions._length import length
from beide.log.questions._told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread(Told):
    """How long something takes at one activity: ``count`` times, in ``cases`` cases.

    Half of the times lie between ``lower`` and ``upper``, the first and third quartile.
    """

    activity: str
    count: int
    cases: int
    lower: timedelta
    median: timedelta
    upper: timedelta
    total: timedelta


def by_activity(table: Table, lengths: Table, **more: Table) -> Table:
    """Return, for each activity in a table with ``case``, what ``spread`` reads and more."""
    return table.group_by("activity").aggregate(
        count=table.count(),
        cases=table["case"].nunique(),
        mean=lengths.mean(),
        # At once: for each quantile apart an engine would hold all lengths once more.
        quartiles=lengths.cast("float64").quantile([0.25, 0.5, 0.75]),
        **more,
    )


def spread(row: Row, asked: Asked) -> dict[str, Any]:
    """Return the fields of a ``Spread``."""
    lower, median, upper = map(length, row["quartiles"])
    return {
        "activity": asked.activities[row["activity"]],
        "count": int(row["count"]),
        "cases": int(row["cases"]),
        "lower": lower,
        "median": median,
        "upper": upper,
        # By way of the mean: a sum of microseconds may be more than 64 bits hold.
        "total": length(row["mean"] * row["count"]),
    }


def longest_first(line: Spread) -> tuple[timedelta, str]:
    """Sort by what takes most time in all, then by name."""
    return -line.total, line.activity
