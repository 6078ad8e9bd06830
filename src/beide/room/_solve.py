"""The largest share of their time that roles can set free while the promise holds."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from beide.room._arrays import Floats
from beide.room._ways import MOST, Servers, Way, freed, servers
from beide.room._years import Years

WORST = 0.1
"""Which part of the years that the log could have led to must keep the promise as a whole."""
ALL = 1.0
NEAREST = 0.005
_STEP = 0.025
"""About an hour a week for each person."""
_TINY = 1e-6
_LOOK = 24
"""How many years are looked at to choose who may free more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of the years: a promise, and a way of freeing time.

    Attributes
    ----------
    years
        The years it is asked of.
    share
        The share that must be within the promise, with the margin of the backtest in it.
    way, day
        How time is freed; the day of a fixed half-day.
    """

    years: Years
    share: float
    way: Way
    day: int = 4

    @property
    def roles(self) -> int:
        """How many roles there are."""
        return len(self.years.network.roles)

    def people(self, shares: Floats) -> Servers:
        """Return who works when with these shares freed."""
        everyone = servers(self.years.network.people)
        return freed(everyone, shares, self.way, day=self.day)

    def keeps(self, shares: Floats, *, worst: float = WORST) -> bool:
        """Return whether the promise holds in the worst of the years."""
        return self.years.keeps(self.people(shares), self.share, worst=worst)

    def in_time(self, shares: Floats, *, first: int | None = None) -> Floats:
        """Return the share within the promise in each year."""
        return self.years.in_time(self.people(shares), first=first)


def largest(
    question: Question, direction: Floats, *, worst: float = WORST, most: float = MOST
) -> float:
    """Return the largest multiple of a direction of shares for which the promise holds.

    Parameters
    ----------
    question
        What is asked.
    direction
        How the roles' shares relate, ``(roles,)``, the largest of them 1.
    worst
        Which part of the years must keep the promise: 0.1 for a safe answer, 1 for the likeliest.
    most
        The largest multiple to try.

    Returns
    -------
    float
        Found by halving, to within 0.005 and on the safe side; 0 when the promise does not hold
        even without.
    """
    return halved(lambda share: question.keeps(share * direction, worst=worst), most=most)


def halved(holds: Callable[[float], bool], *, most: float, nearest: float = NEAREST) -> float:
    """Return the largest number that holds, up to ``most``, to within ``nearest`` below it."""
    if not holds(0.0):
        return 0.0
    low, high = 0.0, min(8 * NEAREST, most)
    while high < most and holds(high):
        low, high = high, min(2 * high, most)
    while high - low > nearest:
        middle = (low + high) / 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low


def alone(question: Question, role: int, *, worst: float = WORST) -> float:
    """Return the largest share of one role, the others working as they do."""
    return largest(question, np.eye(question.roles)[role], worst=worst)


def together(
    question: Question, simulated: Floats, *, told: Callable[[], None] = lambda: None
) -> Floats:
    """Return shares that roles can free at the same time, ``(roles,)``.

    All begin with half of what they could free equally. Then, a step of 2.5% at a time, the role
    that costs the promise least for each hour frees more, until no role can.

    Parameters
    ----------
    question
        What is asked.
    simulated
        1 for each role that takes part and 0 for the others.
    told
        Called before each step.
    """
    equal = largest(question, simulated) * simulated
    found = _grown(question, equal / 2, told)
    hours = question.years.network.hours
    best: Floats = found if found @ hours >= equal @ hours else equal
    return best


def _grown(question: Question, shares: Floats, told: Callable[[], None]) -> Floats:
    hours = question.years.network.hours
    growing = [role for role in range(question.roles) if hours[role] > 0 and shares[role] > 0]
    while growing:
        told()
        now = _late(question, shares)
        costs = [_late(question, _wider(shares, role)) - now for role in growing]
        role = growing[int(np.argmin((np.array(costs) + _TINY) / hours[growing]))]
        wider = _wider(shares, role)
        if wider[role] <= MOST and question.keeps(wider):
            shares = wider
        else:
            growing.remove(role)
    return shares


def _wider(shares: Floats, role: int) -> Floats:
    """Return shares in which one role frees a step more."""
    wider = shares.copy()
    wider[role] += _STEP
    return wider


def _late(question: Question, shares: Floats) -> float:
    """Return what share of the cases is late in the worse years."""
    return float(np.quantile(1.0 - question.in_time(shares, first=_LOOK), 0.75))
