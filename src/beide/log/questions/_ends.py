"""With which activities cases begin and end."""

from dataclasses import dataclass
from typing import Any

from beide.engine import Table
from beide.log._model import Log
from beide.log._promise import MINIMUM
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._other import Other, apart


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """An activity with which ``cases`` cases begin or end: a ``share`` of all, from 0 to 1."""

    activity: str
    cases: int
    share: float

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {"activity": self.activity, "cases": self.cases, "share": self.share}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """With which activities ``cases`` cases begin or end; the most frequent first."""

    cases: int
    minimum: int
    activities: tuple[End, ...]
    other: Other

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "cases": self.cases,
            "minimum": self.minimum,
            "activities": [activity.to_dict() for activity in self.activities],
            "other": self.other.to_dict(),
        }


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
    return _told(asked, asked.events.filter(asked.events["position"] == 0), minimum)


def ends(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Ends:
    """Tell with which activities cases end.

    Parameters
    ----------
    log
        A normalised log. Of events with equal times the last in the file is the last. Every case
        in the log counts as completed.
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
    return _told(asked, asked.events.filter(asked.events["next_activity"].isnull()), minimum)


def _told(asked: Asked, outer: Table, minimum: int) -> Ends:
    counted = outer.group_by("activity").aggregate(cases=outer.count())
    found = [
        End(
            activity=asked.activities[row["activity"]],
            cases=int(row["cases"]),
            share=row["cases"] / asked.count,
        )
        for row in asked.rows(counted)
    ]
    found.sort(key=lambda each: (-each.cases, each.activity))
    shown, other = apart(found, minimum)
    return Ends(cases=asked.count, minimum=minimum, activities=shown, other=other)
