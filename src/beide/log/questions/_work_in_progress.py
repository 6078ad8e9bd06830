"""How many cases are open at the start of each week."""

from dataclasses import dataclass
from datetime import date, timedelta

from beide.engine import Row, Table
from beide.log._hiding import MINIMUM
from beide.log._model import Log
from beide.log.outcomes import ended_cases
from beide.log.questions._arrivals import every_week
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._told import Told

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWeek(Told):
    """The cases open as a week begins; ``None`` where they are too few to show."""

    week: date
    open: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkInProgress(Told):
    """How many of ``cases`` cases were open as each week began."""

    cases: int
    minimum: int
    weeks: tuple[OpenWeek, ...]


def work_in_progress(
    log: Log, *, where: Filter | None = None, minimum: int = MINIMUM
) -> WorkInProgress:
    """Tell how many cases are open at the start of each week.

    A week starts on Monday at 0:00 UTC. A case is open from its first event until its last: at the
    moment of its first it is, at the moment of its last no longer. A case that still goes on as the
    log ends stays open.

    Parameters
    ----------
    log
        A normalised log.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of open cases to show; 5 or more. No open cases at all are shown as 0.

    Returns
    -------
    WorkInProgress
        Every week from the first Monday on or after the first arrival to the one on or after the
        last completion.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    changes = {_monday(row): int(row["change"]) for row in asked.rows(_changes(asked))}
    weeks, open_now = [], 0
    for week in every_week(min(changes), max(changes)):
        open_now += changes.get(week, 0)
        weeks.append(OpenWeek(week=week, open=None if 0 < open_now < minimum else open_now))
    return WorkInProgress(cases=asked.count, minimum=minimum, weeks=tuple(weeks))


def _changes(asked: Asked) -> Table:
    """Return how many more cases are open at a Monday than at the one before it.

    Told at the Monday before: what happens up to a Monday at 0:00 belongs to the week it ends.
    """
    import ibis

    just_before = ibis.interval(microseconds=1)
    begun = asked.cases.select(
        before=(asked.cases["first"] - just_before).truncate("W"), change=ibis.literal(1)
    )
    over = ended_cases(asked.cases)
    ended = over.select(before=(over["last"] - just_before).truncate("W"), change=ibis.literal(-1))
    both = begun.union(ended)
    return both.group_by("before").aggregate(change=both["change"].sum())


def _monday(row: Row) -> date:
    before: date = row["before"].date()
    return before + _WEEK
