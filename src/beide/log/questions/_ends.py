"""With which activities cases begin and end."""

from dataclasses import dataclass

from beide.engine import Table
from beide.log._hiding import MINIMUM
from beide.log._model import Log
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._other import Answer
from beide.log.questions._told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Told):
    """An activity with which ``cases`` cases begin or end: a ``share`` of all, from 0 to 1."""

    activity: str
    cases: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends(Answer):
    """With which activities ``cases`` cases begin or end; the most frequent first."""

    activities: tuple[End, ...]


def starts(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Ends:
    """Tell with which activities cases begin.

    Parameters
    ----------
    log
        A normalised log. Of events with equal times the first in the file is the first.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show an activity of; 5 or more.

    Returns
    -------
    Ends
        By falling number of cases, then by name.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    return _told(asked, asked.events.filter(asked.events["position"] == 0))


def ends(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Ends:
    """Tell with which activities cases end.

    Parameters
    ----------
    log
        A normalised log. Of events with equal times the last in the file is the last. Cases that
        still go on are left out.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show an activity of; 5 or more.

    Returns
    -------
    Ends
        By falling number of cases, then by name.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum, ended=True)
    return _told(asked, asked.events.filter(asked.events["next_activity"].isnull()))


def _told(asked: Asked, outer: Table) -> Ends:
    counted = outer.group_by("activity").aggregate(cases=outer.count())
    found = [
        End(
            activity=asked.activities[row["activity"]],
            cases=int(row["cases"]),
            share=row["cases"] / asked.count,
        )
        for row in asked.rows(counted)
    ]
    shown, other = asked.apart(found, by=lambda each: (-each.cases, each.activity))
    return Ends(cases=asked.count, minimum=asked.minimum, activities=shown, other=other)
