"""Organisations that work exactly as the engine supposes, or just not."""

from dataclasses import dataclass

import numpy as np

from beide.room._arrays import WEEK, Floats, Ints
from beide.room._network import Network

_DAY_BEGINS, _DAY_ENDS = 9, 17
_ARRIVES_FROM, _ARRIVES_UNTIL = 8, 18
_ROUTES = ((0, 1, 3), (0, 1, 2, 3), (0, 2, 1, 2, 3), (0, 1, 0, 3), (0, 3))
_ROUTE_CHANCES = (0.35, 0.25, 0.15, 0.10, 0.15)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How an organisation works.

    Attributes
    ----------
    cases_a_week
        How many cases arrive in a mean week.
    people
        How many people each of the four roles has.
    busy
        The share of its time that each role needs.
    drift
        How much more cases arrive at the end of a log than at its beginning, as a ratio.
    within, share
        The promise: hours, and the share of cases.
    """

    cases_a_week: float = 100.0
    people: tuple[int, int, int, int] = (4, 3, 3, 4)
    busy: float = 0.64
    drift: float = 0.0
    within: float = 72.0
    share: float = 0.9

    def network(self, rng: np.random.Generator, *, weeks: int, level: float = 1.0) -> Network:
        """Return weeks of this organisation.

        Parameters
        ----------
        rng
            Chance.
        weeks
            How many.
        level
            How busy it is throughout, as a ratio; the drift comes on top.
        """
        rise = 1.0 + self.drift * (np.arange(weeks) + 0.5) / weeks - self.drift
        per_week = rng.poisson(self.cases_a_week * level * rise)
        week = np.repeat(np.arange(weeks), per_week)
        cases = int(per_week.sum())
        routes = [_ROUTES[each] for each in rng.choice(len(_ROUTES), cases, p=_ROUTE_CHANCES)]
        lengths = np.array([len(route) for route in routes], dtype=np.int64)
        role = np.array([role for route in routes for role in route], dtype=np.int64)
        return Network(
            roles=("a", "b", "c", "d"),
            activities=("a", "b", "c", "d"),
            people=self.calendar(),
            first_visit=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
            role=role,
            activity=role,
            delay=np.zeros(len(role)),
            work=rng.gamma(1.5, 1.0 / 1.5, len(role)) * self._mean_work()[role],
            week=week.astype(np.int64),
            offset=_arrivals(rng, cases),
            counted=np.ones(cases, dtype=np.bool_),
            weeks=weeks,
            since_first=True,
        )

    def calendar(self) -> Floats:
        """Return the people at work in each hour: office hours, one fewer on Friday afternoon."""
        people = np.zeros((len(self.people), WEEK))
        for day in range(5):
            people[:, day * 24 + _DAY_BEGINS : day * 24 + _DAY_ENDS] = np.array(self.people)[
                :, None
            ]
        people[:, 4 * 24 + 13 : 4 * 24 + _DAY_ENDS] -= 1
        return people

    def _mean_work(self) -> Floats:
        """Return the hours of one visit to each role that make it as busy as it is."""
        visits: Ints = np.zeros(len(self.people), dtype=np.int64)
        mean = np.zeros(len(self.people))
        for route, chance in zip(_ROUTES, _ROUTE_CHANCES, strict=True):
            np.add.at(visits, list(route), 1)
            mean += chance * np.bincount(route, minlength=len(self.people))
        hours: Floats = self.busy * self.calendar().sum(axis=1) / (self.cases_a_week * mean)
        return hours


def _arrivals(rng: np.random.Generator, cases: int) -> Floats:
    """Return hours of the week: on working days, more in the morning and on Monday."""
    day = rng.choice(5, cases, p=(0.26, 0.2, 0.2, 0.19, 0.15))
    hour = _ARRIVES_FROM + (_ARRIVES_UNTIL - _ARRIVES_FROM) * rng.beta(1.2, 1.8, cases)
    offset: Floats = day * 24.0 + hour
    return offset
