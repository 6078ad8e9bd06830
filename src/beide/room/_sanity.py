"""How busy each team is and how long work waits for it: the simulation beside a formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from beide.room._arrays import WEEK, Floats, Ints
from beide.room._duty import duty_of
from beide.room._groups import Group
from beide.room._network import Network
from beide.room._queues import allen_cunneen
from beide.room._run import Visits, traced, world_of
from beide.room._ways import servers
from beide.room._weeks import as_it_was, weeks_of
from beide.room._words import team_text
from beide.text import Text

APART = 2.0
_LITTLE = 0.1
_BUSIEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCheck:
    """One team as it works now: a role, or small roles together.

    Of roles together, each figure is the mean of their work, and ``people`` of the roles.

    Attributes
    ----------
    role
        Its name, as of a ``TeamRoom``.
    roles
        The roles in it.
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
    roles: tuple[str, ...]
    busy: float
    work: float
    waited: float
    expected: float
    varies: float
    people: float
    busiest: tuple[int, ...]

    @property
    def name(self) -> Text:
        """Its name, for people."""
        return team_text(self.role)

    @property
    def is_odd(self) -> bool:
        """Whether the simulation and the formula say clearly different things."""
        low, high = sorted((self.waited, self.expected))
        return high - low > _LITTLE and high > APART * low

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, in hours."""
        return {
            "role": self.role,
            "roles": list(self.roles),
            "busy": self.busy,
            "work": self.work,
            "waited": self.waited,
            "expected": self.expected if np.isfinite(self.expected) else None,
            "people": self.people,
            "is_odd": self.is_odd,
            "busiest": list(self.busiest),
        }


class _Seen(NamedTuple):
    """One role: its visits, and for a mean one the work, the wait and what a formula expects."""

    visits: int
    work: float
    waited: float
    expected: float
    varies: float
    people: float
    by_slot: Floats


def role_checks(network: Network, told: Sequence[Group]) -> tuple[RoleCheck, ...]:
    """Return how busy each group of roles is, the real weeks simulated once."""
    weeks = weeks_of(network)
    _, visits = traced(network, world_of(network, servers(network.people)), as_it_was(weeks))
    return tuple(_check(network, visits, group) for group in told)


def _check(network: Network, visits: Visits, group: Group) -> RoleCheck:
    """Return the mean of the roles of a group, each as heavy as it has visits."""
    codes = list(group.codes)
    seen = [_seen(network, visits, code) for code in codes]
    weights = np.array([max(each.visits, 1e-9) for each in seen])

    def mean(values: Sequence[float]) -> float:
        return float(np.average(values, weights=weights))

    return RoleCheck(
        role=group.name,
        roles=group.roles,
        busy=float(network.work_a_week[codes].sum() / network.hours[codes].sum()),
        work=mean([each.work for each in seen]),
        waited=mean([each.waited for each in seen]),
        expected=mean([each.expected for each in seen]),
        varies=mean([each.varies for each in seen]),
        people=float(np.mean([each.people for each in seen])),
        busiest=_busiest(np.sum([each.by_slot for each in seen], axis=0)),
    )


def _seen(network: Network, visits: Visits, role: int) -> _Seen:
    duty = duty_of(network.people[role] > 0)
    mine = visits.role == role
    if not mine.any():
        return _Seen(0, 0.0, 0.0, 0.0, 1.0, 1.0, np.zeros(WEEK))
    ready = duty.before(visits.ready[mine])
    waited = duty.before(visits.began[mine]) - ready
    work = network.work[visits.visit[mine]]
    busy = float(network.work_a_week[role] / network.hours[role])
    people = float(network.hours[role] / duty.passed[-1])
    varies = (_variation(np.diff(np.sort(ready))), _variation(work))
    expected = allen_cunneen(
        max(1, round(people)),
        busy,
        float(work.mean()),
        arrivals_vary=varies[0],
        work_varies=varies[1],
    )
    return _Seen(
        visits=len(work),
        work=float(work.mean()),
        waited=float(waited.mean()),
        expected=expected,
        varies=sum(varies) / 2,
        people=people,
        by_slot=_by_slot(visits.ready[mine], waited, np.flatnonzero(network.people[role] > 0)),
    )


def _variation(values: Floats) -> float:
    """Return the squared coefficient of variation."""
    mean = float(values.mean()) if len(values) else 0.0
    return float(values.var()) / mean**2 if mean > 0 else 1.0


def _by_slot(ready: Floats, waited: Floats, on: Ints) -> Floats:
    """Return for each hour of the week how long the work that comes in it waits in all.

    Work that comes at night waits from the first working hour after it.
    """
    working = np.concatenate([on, on + WEEK])
    slot = working[np.searchsorted(working, np.floor(ready).astype(np.int64) % WEEK)] % WEEK
    return np.asarray(np.bincount(slot, waited, minlength=WEEK), dtype=np.float64)


def _busiest(total: Floats) -> tuple[int, ...]:
    """Return the working hours in which the work comes that waits longest in all."""
    first = np.argsort(-total, kind="stable")[:_BUSIEST]
    return tuple(int(each) for each in np.sort(first[total[first] > 0]))
