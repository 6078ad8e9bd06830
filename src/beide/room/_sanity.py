"""How busy each role is and how long work waits for it: the simulation beside a formula."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from beide.room._arrays import WEEK, Bools, Floats
from beide.room._duty import duty_of
from beide.room._network import Network
from beide.room._queues import allen_cunneen
from beide.room._run import Visits, traced, world_of
from beide.room._ways import servers
from beide.room._weeks import as_it_was, weeks_of

APART = 2.0
_LITTLE = 0.1
_BUSIEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCheck:
    """One role as it works now.

    Attributes
    ----------
    role
        Its name.
    busy
        The share of its time that its work takes.
    work
        The mean work of a visit, in hours.
    waited
        How long work waits for it in the simulation, in its working hours.
    expected
        How long it would wait by the formula of Allen and Cunneen.
    varies
        How much work comes and goes: the mean of the two squared coefficients of variation.
    people
        How many people there are in a mean working hour.
    busiest
        The hours of the week (0 is Monday 0:00) in which work begins to wait longest.
    """

    role: str
    busy: float
    work: float
    waited: float
    expected: float
    varies: float
    people: float
    busiest: tuple[int, ...]

    @property
    def is_odd(self) -> bool:
        """Whether the simulation and the formula say clearly different things."""
        low, high = sorted((self.waited, self.expected))
        return high - low > _LITTLE and high > APART * low

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, in hours."""
        return {
            "role": self.role,
            "busy": self.busy,
            "work": self.work,
            "waited": self.waited,
            "expected": self.expected if np.isfinite(self.expected) else None,
            "people": self.people,
            "is_odd": self.is_odd,
            "busiest": list(self.busiest),
        }


def role_checks(network: Network, simulated: Bools) -> tuple[RoleCheck, ...]:
    """Return how busy each simulated role is, the real weeks simulated once."""
    weeks = weeks_of(network)
    _, visits = traced(network, world_of(network, servers(network.people)), as_it_was(weeks))
    return tuple(
        _check(network, visits, int(role))
        for role in np.flatnonzero(simulated)
        if network.hours[role]
    )


def _check(network: Network, visits: Visits, role: int) -> RoleCheck:
    duty = duty_of(network.people[role] > 0)
    mine = visits.role == role
    ready = duty.before(visits.ready[mine])
    waited = duty.before(visits.began[mine]) - ready
    work = network.work[visits.visit[mine]]
    busy = float(network.work_a_week[role] / network.hours[role])
    people = float(network.hours[role] / duty.passed[-1])
    varies = (_variation(np.diff(np.sort(ready))), _variation(work))
    mean = float(work.mean())
    return RoleCheck(
        role=network.roles[role],
        busy=busy,
        work=mean,
        waited=float(waited.mean()),
        expected=allen_cunneen(
            max(1, round(people)), busy, mean, arrivals_vary=varies[0], work_varies=varies[1]
        ),
        varies=sum(varies) / 2,
        people=people,
        busiest=_busiest(visits.ready[mine], waited, duty.on),
    )


def _variation(values: Floats) -> float:
    """Return the squared coefficient of variation."""
    mean = float(values.mean()) if len(values) else 0.0
    return float(values.var()) / mean**2 if mean > 0 else 1.0


def _busiest(ready: Floats, waited: Floats, on: Bools) -> tuple[int, ...]:
    """Return the working hours in which the work comes that waits longest in all."""
    slot = np.floor(ready).astype(np.int64) % WEEK
    # Work that comes at night waits from the first hour of the next day.
    working = np.flatnonzero(np.concatenate([on, on]))
    slot = working[np.searchsorted(working, slot)] % WEEK
    total = np.bincount(slot, waited, minlength=WEEK)
    first = np.argsort(-total, kind="stable")[:_BUSIEST]
    return tuple(int(each) for each in np.sort(first[total[first] > 0]))
