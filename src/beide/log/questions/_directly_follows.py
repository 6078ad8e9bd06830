"""Which activity comes directly after which, how often, and how long that takes."""

from dataclasses import dataclass
from datetime import timedelta

from beide.engine import Row
from beide.log._hiding import MINIMUM
from beide.log._model import Log
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._length import length, microseconds
from beide.log.questions._other import Answer
from beide.log.questions._told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Told):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectlyFollows(Answer):
    """Which activity comes directly after which, over ``cases`` cases; the most frequent first."""

    pairs: tuple[Pair, ...]


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
    shown, other = asked.apart(_pairs(asked), by=lambda pair: (-pair.count, pair.from_, pair.to))
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
