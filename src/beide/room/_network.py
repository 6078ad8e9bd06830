"""A team of roles, the cases they handled and the weeks in which those arrived: plain arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beide.errors import WrongOption
from beide.room._arrays import WEEK, Bools, Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What is simulated: real cases with their visits to roles, in real weeks.

    Times are hours. A visit is one piece of work of one case for one role.

    Attributes
    ----------
    roles, activities
        Names, by code.
    people
        How many people of each role are at work in each hour of the week, ``(roles, 168)``, from
        Monday 0:00.
    first_visit
        Where the visits of each case begin, and where those of the last one end, ``(cases + 1,)``.
    role, activity
        Who does each visit (-1 for nobody) and what is done, ``(visits,)``.
    delay, work
        Clock hours before a visit can begin, and hours of work, ``(visits,)``.
    week, offset
        In which week each case arrived (from 0) and how many hours after its Monday 0:00.
    counted
        Whether each case counts for the promise; one that never finished is work, but no outcome.
    weeks
        How many weeks there are, also those without arrivals.
    since_first
        Whether lead time is counted from the end of a case's first visit instead of its arrival.
    """

    roles: Sequence[str]
    activities: Sequence[str]
    people: Floats
    first_visit: Ints
    role: Ints
    activity: Ints
    delay: Floats
    work: Floats
    week: Ints
    offset: Floats
    counted: Bools
    weeks: int
    since_first: bool = False

    def __post_init__(self) -> None:
        _check_shape("people", self.people.shape, (len(self.roles), WEEK))
        cases, visits = len(self.week), len(self.role)
        _check_shape("first_visit", self.first_visit.shape, (cases + 1,))
        for name in ("offset", "counted"):
            _check_shape(name, getattr(self, name).shape, (cases,))
        for name in ("activity", "delay", "work"):
            _check_shape(name, getattr(self, name).shape, (visits,))
        for name in ("people", "delay", "work"):
            _check_none_below_zero(name, getattr(self, name))

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return len(self.week)

    @property
    def hours(self) -> Floats:
        """How many hours a week each role works, all people together, ``(roles,)``."""
        total: Floats = self.people.sum(axis=1)
        return total

    @property
    def work_a_week(self) -> Floats:
        """How many hours of work each role gets in a mean week, ``(roles,)``."""
        done = self.role >= 0
        summed = np.bincount(self.role[done], self.work[done], minlength=len(self.roles))
        each: Floats = summed / self.weeks
        return each

    @property
    def case_of_visit(self) -> Ints:
        """The case of each visit, ``(visits,)``."""
        found: Ints = np.repeat(np.arange(self.cases), np.diff(self.first_visit))
        return found


def _check_shape(name: str, found: tuple[int, ...], needed: tuple[int, ...]) -> None:
    if found != needed:
        raise WrongOption(
            option=name,
            value=found,
            expected_nl=f"een reeks van de vorm {needed}",
            expected_en=f"an array of shape {needed}",
        )


def _check_none_below_zero(name: str, values: Floats) -> None:
    wrong = values[~(np.isfinite(values) & (values >= 0))]
    if len(wrong):
        raise WrongOption(
            option=name,
            value=float(wrong[0]),
            expected_nl="overal nul of meer",
            expected_en="zero or more everywhere",
        )
