"""How many cases arrive, week by week."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from beide.log._hiding import MINIMUM, hidden
from beide.log._model import Log
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._other import Answer, Other
from beide.log.questions._told import Told

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalWeek(Told):
    """The cases that arrived in one ISO week; ``None`` where they are too few to show."""

    week: date
    cases: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals(Answer):
    """How many of ``cases`` cases arrived in each week; ``other`` is the hidden weeks together."""

    weeks: tuple[ArrivalWeek, ...]


def arrivals(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Arrivals:
    """Tell how many cases arrive in each week.

    A case arrives in the ISO week (Monday to Sunday, UTC) of its first event.

    Parameters
    ----------
    log
        A normalised log.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show; 5 or more. A week with fewer is hidden, and with one
        hidden week the next smallest is too, so that the total does not give it away.

    Returns
    -------
    Arrivals
        Every week from the first arrival to the last, also those without any.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    counted = _by_week(asked)
    secret = hidden(counted, minimum)
    weeks = (
        ArrivalWeek(week=week, cases=None if week in secret else counted.get(week, 0))
        for week in every_week(min(counted), max(counted))
    )
    other = Other(rows=len(secret), count=sum(counted[week] for week in secret))
    return Arrivals(cases=asked.count, minimum=minimum, weeks=tuple(weeks), other=other)


def every_week(first: date, last: date) -> Iterator[date]:
    """Give every Monday from the first to the last."""
    for number in range((last - first) // _WEEK + 1):
        yield first + number * _WEEK


def _by_week(asked: Asked) -> Mapping[date, int]:
    begun = asked.cases.select(week=asked.cases["first"].truncate("W"))
    found = begun.group_by("week").aggregate(cases=begun.count()).order_by("week")
    return {row["week"].date(): int(row["cases"]) for row in asked.rows(found)}
