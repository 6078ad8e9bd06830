"""Which activity comes directly after which, how often, and how long that takes."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from beide.engine import Row
from beide.log._model import Log
from beide.log._promise import MINIMUM
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._length import length, microseconds
from beide.log.questions._other import Other, apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An activity and one that comes directly after it.

    ``count`` is how often, ``cases`` in how many cases; ``median`` and ``mean`` are the time from
    the completion of the first to the completion of the second.
    """

    from_: str
    to: str
    count: int
    cases: int
    median: timedelta
    mean: timedelta

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, in seconds, with ``from`` for ``from_``."""
        return {
            "from": self.from_,
            "to": self.to,
            "count": self.count,
            "cases": self.cases,
            "median": self.median.total_seconds(),
            "mean": self.mean.total_seconds(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectlyFollows:
    """Which activity comes directly after which, over ``cases`` cases; the most frequent first."""

    cases: int
    minimum: int
    pairs: tuple[Pair, ...]
    other: Other

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "cases": self.cases,
            "minimum": self.minimum,
            "pairs": [pair.to_dict() for pair in self.pairs],
            "other": self.other.to_dict(),
        }


def directly_follows(
    log: Log, *, where: Filter | None = None, minimum: int = MINIMUM
) -> DirectlyFollows:
    """Tell which activity comes directly after which, how often, and how long that takes.

    Parameters
    ----------
    log
        A normalised log. Events with equal times follow each other in the file's order.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show a pair of; 5 or more.

    Returns
    -------
    DirectlyFollows
        Pairs by falling count, then by name. Times are from completion to completion; a median
        lies halfway between the two in the middle.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    pairs = sorted(_pairs(asked), key=lambda pair: (-pair.count, pair.from_, pair.to))
    shown, other = apart(pairs, minimum)
    return DirectlyFollows(cases=asked.count, minimum=minimum, pairs=shown, other=other)


def _pairs(asked: Asked) -> list[Pair]:
    events = asked.events.filter(asked.events["next_activity"].notnull())
    steps = events.select(
        "case",
        from_=events["activity"],
        to=events["next_activity"],
        taken=microseconds(events["next_time"], events["time"]),
    )
    found = steps.group_by("from_", "to").aggregate(
        count=steps.count(),
        cases=steps["case"].nunique(),
        median=steps["taken"].quantile(0.5),
        mean=steps["taken"].mean(),
    )
    return [_pair(row, asked) for row in asked.rows(found)]


def _pair(row: Row, asked: Asked) -> Pair:
    return Pair(
        from_=asked.activities[row["from_"]],
        to=asked.activities[row["to"]],
        count=int(row["count"]),
        cases=int(row["cases"]),
        median=length(row["median"]),
        mean=length(row["mean"]),
    )
