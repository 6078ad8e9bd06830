"""What could change: more work, fewer people, another step. Applied to a network."""

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from beide.errors import WrongOption
from beide.room._arrays import WEEK, Bools, Ints
from beide.room._network import Network


@dataclass(frozen=True, slots=True)
class Arrivals:
    """So many times as many cases arrive: 1.1 is a tenth more."""

    factor: float


@dataclass(frozen=True, slots=True)
class Work:
    """Work takes so many times as long, for one role or for all."""

    factor: float
    role: str | None = None


@dataclass(frozen=True, slots=True)
class People:
    """So many people more in a role, or fewer with a number below zero."""

    role: str
    more: float


@dataclass(frozen=True, slots=True)
class Removed:
    """A step is no longer done."""

    activity: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A step is done by another role."""

    activity: str
    role: str


Change: TypeAlias = Arrivals | Work | People | Removed | Moved


def changed(network: Network, change: Change) -> Network:
    """Return a network in which something is different.

    Raises
    ------
    WrongOption
        When a factor is below zero, or a role or step does not occur.
    """
    match change:
        case Arrivals(factor=factor):
            return _with_arrivals(network, _positive("factor", factor))
        case Work(factor=factor, role=role):
            mine = network.role >= 0 if role is None else network.role == _role(network, role)
            times = np.where(mine, _positive("factor", factor), 1.0)
            return replace(network, work=network.work * times)
        case People(role=name, more=more):
            people = network.people.copy()
            row = people[_role(network, name)]
            people[_role(network, name)] = np.where(row > 0, np.maximum(row + more, 0.0), 0.0)
            return replace(network, people=people)
        case Removed(activity=activity):
            return _without(network, network.activity == _activity(network, activity))
        case Moved(activity=activity, role=name):
            mine = network.activity == _activity(network, activity)
            return replace(network, role=np.where(mine, _role(network, name), network.role))


def touched(network: Network, does: Bools, change: Change) -> list[int]:
    """Return the roles that a change is about; every role when it is about all cases.

    Parameters
    ----------
    network
        What would be changed.
    does
        Which roles do each step, ``(activities, roles)``.
    change
        What would be different.
    """
    match change:
        case People(role=name):
            return [_role(network, name)]
        case Work(role=str() as name):
            return [_role(network, name)]
        case Removed(activity=activity):
            return np.flatnonzero(does[_activity(network, activity)]).tolist()
        case Moved(activity=activity, role=name):
            doing = np.flatnonzero(does[_activity(network, activity)]).tolist()
            return sorted({*doing, _role(network, name)})
        case _:
            return list(range(len(network.roles)))


def _with_arrivals(network: Network, factor: float) -> Network:
    """Repeat some of the cases, or leave some out; each week keeps its own mix."""
    rng = np.random.default_rng(network.cases)
    times = int(factor) + (rng.random(network.cases) < factor % 1.0)
    chosen = np.repeat(np.arange(network.cases), times)
    again = np.concatenate([[False], chosen[1:] == chosen[:-1]])
    offset = network.offset[chosen] + again * rng.uniform(-0.5, 0.5, len(chosen))
    picked = _cases(network, chosen)
    return replace(picked, offset=np.clip(offset, 0.0, WEEK - 1e-6))


def _cases(network: Network, chosen: Ints) -> Network:
    lengths = np.diff(network.first_visit)[chosen]
    first = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    visit = np.arange(first[-1]) + np.repeat(network.first_visit[chosen] - first[:-1], lengths)
    return replace(
        network,
        first_visit=first,
        role=network.role[visit],
        activity=network.activity[visit],
        delay=network.delay[visit],
        work=network.work[visit],
        week=network.week[chosen],
        offset=network.offset[chosen],
        counted=network.counted[chosen],
    )


def _without(network: Network, gone: Bools) -> Network:
    """Leave visits out; a case keeps one visit at least, without work."""
    first = np.zeros(len(gone), dtype=bool)
    first[network.first_visit[:-1]] = True
    keep = ~gone | first
    empty = gone & first
    lengths = np.add.reduceat(keep.astype(np.int64), network.first_visit[:-1])
    return replace(
        network,
        first_visit=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        role=np.where(empty, -1, network.role)[keep],
        activity=network.activity[keep],
        delay=np.where(empty, 0.0, network.delay)[keep],
        work=np.where(empty, 0.0, network.work)[keep],
    )


def _positive(name: str, value: float) -> float:
    if not (np.isfinite(value) and value >= 0):
        raise WrongOption(
            option=name, value=value, expected_nl="nul of meer", expected_en="zero or more"
        )
    return value


def _role(network: Network, name: str) -> int:
    return _place(list(network.roles), name, "role")


def _activity(network: Network, name: str) -> int:
    return _place(list(network.activities), name, "activity")


def _place(names: list[str], name: str, option: str) -> int:
    if name not in names:
        listed = ", ".join(names)
        raise WrongOption(
            option=option,
            value=name,
            expected_nl=f"een van deze: {listed}",
            expected_en=f"one of these: {listed}",
        )
    return names.index(name)
