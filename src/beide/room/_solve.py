"""The largest share of their time that roles can set free while the promise holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from beide.room._arrays import Floats
from beide.room._ways import MOST, Servers, Way, freed, servers
from beide.room._years import Years

WORST = 0.1
"""Which part of the years that the log could have led to must keep the promise as a whole."""
ALL = 1.0
NEAREST = 0.005
_FIRST_STEP = 0.04
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
    question: Question,
    direction: Floats,
    *,
    worst: float = WORST,
    most: float = MOST,
    start: float = 0.0,
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
    start
        Where to begin looking; a multiple that probably holds saves time.

    Returns
    -------
    float
        Found by halving, to within 0.005 and on the safe side; 0 when the promise does not hold
        even without.
    """
    return halved(
        lambda share: question.keeps(share * direction, worst=worst), most=most, start=start
    )


def halved(
    holds: Callable[[float], bool], *, most: float, nearest: float = NEAREST, start: float = 0.0
) -> float:
    """Return the largest number that holds, up to ``most``, to within ``nearest`` below it."""
    if not holds(start):
        return halved(holds, most=start, nearest=nearest) if start > 0.0 else 0.0
    low, step = start, _FIRST_STEP
    high = min(low + step, most)
    while high < most and holds(high):
        low, step = high, 2 * step
        high = min(low + step, most)
    while high - low > nearest:
        middle = (low + high) / 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low


def together(
    question: Question,
    teams: Sequence[Floats],
    *,
    equal: float | None = None,
    told: Callable[[float], None] = lambda _: None,
) -> Floats:
    """Return shares that teams can free at the same time, ``(roles,)``.

    All begin with half of what they could free equally. Then, a step at a time, the team that costs
    the promise least for each hour frees more, until no team can: first in large steps, then in
    steps of 2.5%.

    Parameters
    ----------
    question
        What is asked.
    teams
        1 for the roles of each team and 0 for the others, each ``(roles,)``; roles of one team free
        the same share of their time.
    equal
        The largest share that all can free equally, where that was found before.
    told
        Called before each step with how much of the search is done, from 0 to 1.
    """
    everyone: Floats = np.sum(teams, axis=0)
    evenly = (largest(question, everyone) if equal is None else equal) * everyone
    if len(teams) == 1:
        return evenly
    hours = question.years.network.hours
    found = evenly / 2
    for step in (max(2 * _STEP, float(evenly.max()) / 6), _STEP):
        found = _grown(question, found, teams, step, told)
    best: Floats = found if found @ hours >= evenly @ hours else evenly
    return best


def _grown(
    question: Question,
    shares: Floats,
    teams: Sequence[Floats],
    step: float,
    told: Callable[[float], None],
) -> Floats:
    """Return wider shares. What a step costs only rises, so only the cheapest is tried again."""
    hours = [float(team @ question.years.network.hours) for team in teams]
    growing = {at: -np.inf for at, team in enumerate(teams) if (shares * team).any()}
    now, looked = _late(question, shares), dict[int, float]()
    while growing:
        told(1.0 - len(growing) / len(teams))
        at = min(growing, key=lambda each: growing[each])
        wider = shares + step * teams[at]
        if at not in looked:
            looked[at] = _late(question, wider)
            growing[at] = (looked[at] - now + _TINY) / hours[at]
        elif wider.max() <= MOST and question.keeps(wider):
            shares, now, looked = wider, looked[at], {}
        else:
            del growing[at]
    return shares


def _late(question: Question, shares: Floats) -> float:
    """Return what share of the cases is late in the worse years."""
    return float(np.quantile(1.0 - question.in_time(shares, first=_LOOK), 0.75))
