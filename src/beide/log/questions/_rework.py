"""Rework: activities that are done again in the same case."""

from dataclasses import dataclass

from beide.engine import Row, Table
from beide.log._hiding import MINIMUM
from beide.log._model import Log
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._other import Answer, part
from beide.log.questions._told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat(Told):
    """An activity that is done more than once in ``cases`` cases.

    ``count`` is how often it is done again. It is done again at once, or it comes back after other
    activities, a loop: ``loops`` times, in ``loop_cases`` of the cases. These two are ``None``
    where the cases with or without a loop are too few to show.
    """

    activity: str
    count: int
    cases: int
    loops: int | None
    loop_cases: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rework(Answer):
    """What is done again, over ``cases`` cases; what is most often done again comes first.

    ``cases_with_rework`` is in how many cases anything is done again; ``None`` where those, or the
    cases without, are too few to show.
    """

    cases_with_rework: int | None
    activities: tuple[Repeat, ...]


def rework(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Rework:
    """Tell which activities are done again in the same case.

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
    Rework
        By falling count, then by name.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    again = _again(asked)
    found = [_repeat(row, asked, minimum) for row in asked.rows(_by_activity(again))]
    shown, other = asked.apart(found, by=lambda each: (-each.count, each.activity))
    with_rework = asked.rows(again.aggregate(n=again["case"].nunique()))[0]["n"]
    return Rework(
        cases=asked.count,
        minimum=minimum,
        cases_with_rework=part(int(with_rework), asked.count, minimum),
        activities=shown,
        other=other,
    )


def _again(asked: Asked) -> Table:
    """Return each case and activity done more than once: how often again, and how often a loop."""
    import ibis

    events = asked.events
    at_once = ibis.ifelse(events["next_activity"] == events["activity"], 1, 0)
    each = events.group_by("case", "activity").aggregate(done=events.count(), at_once=at_once.sum())
    again = each.filter(each["done"] > 1)
    return again.select(
        "case", "activity", more=again["done"] - 1, loops=again["done"] - 1 - again["at_once"]
    )


def _by_activity(again: Table) -> Table:
    return again.group_by("activity").aggregate(
        count=again["more"].sum(),
        cases=again.count(),
        loops=again["loops"].sum(),
        loop_cases=(again["loops"] > 0).sum(),
    )


def _repeat(row: Row, asked: Asked, minimum: int) -> Repeat:
    loop_cases = part(int(row["loop_cases"]), int(row["cases"]), minimum)
    return Repeat(
        activity=asked.activities[row["activity"]],
        count=int(row["count"]),
        cases=int(row["cases"]),
        loops=None if loop_cases is None else int(row["loops"]),
        loop_cases=loop_cases,
    )
