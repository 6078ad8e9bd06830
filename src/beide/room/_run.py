"""Running the event core: from a network and freed shares to lead times."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from beide.room._arrays import Bools, Floats, Ints
from beide.room._network import Network
from beide.room._ways import Servers

if TYPE_CHECKING:
    from beide.room._kernel import World


class Stream(NamedTuple):
    """Cases as they come in: when (hours, in order), which case they repeat, whether they count."""

    arrives: Floats
    case: Ints
    counted: Bools


class Visits(NamedTuple):
    """What happened at every visit of a run, in order of case: hours, ``(visits,)``."""

    visit: Ints
    role: Ints
    ready: Floats
    began: Floats
    ended: Floats


_NOTHING = np.empty(0, np.int64)
_NO_TIMES = np.empty(0)


def world_of(network: Network, people: Servers) -> "World":
    """Return what the event core needs to know of routes and people."""
    from beide.room._kernel import World

    counts = np.diff(people.first)
    before = np.zeros((len(people.rate), 1))
    return World(
        first_visit=network.first_visit,
        role=network.role,
        delay=network.delay,
        work=network.work,
        first_server=people.first,
        role_of=np.repeat(np.arange(len(counts)), counts),
        rate=np.ascontiguousarray(people.rate),
        done=np.concatenate([before, np.cumsum(people.rate, axis=1)], axis=1),
        until_on=until_on(people.rate),
    )


def until_on(rate: Floats) -> Ints:
    """Return after how many slots each server works at all; -1 where it never does."""
    slots = rate.shape[1]
    works = np.concatenate([rate > 0, rate > 0], axis=1)
    places = np.where(works, np.arange(2 * slots), 4 * slots)
    soonest = np.minimum.accumulate(places[:, ::-1], axis=1)[:, ::-1][:, :slots]
    found: Ints = np.where(soonest < 2 * slots, soonest - np.arange(slots), -1)
    return found


def late_cases(
    network: Network, world: "World", stream: Stream, within: float, *, allowed: int
) -> int:
    """Return how many cases take longer than ``within`` hours, or ``allowed`` + 1."""
    from beide.room._kernel import Trace, run

    lead = np.empty(len(stream.arrives))
    nothing = Trace(_NOTHING, _NO_TIMES, _NO_TIMES, _NO_TIMES)
    since = int(network.since_first)
    late: int = run(world, *stream, since, within, allowed, lead, nothing)
    return late


def lead_times(network: Network, world: "World", stream: Stream) -> Floats:
    """Return the lead time of every case, in hours, in order of arrival."""
    from beide.room._kernel import Trace, run

    lead = np.empty(len(stream.arrives))
    nothing = Trace(_NOTHING, _NO_TIMES, _NO_TIMES, _NO_TIMES)
    run(world, *stream, int(network.since_first), np.inf, len(lead), lead, nothing)
    return lead


def traced(network: Network, world: "World", stream: Stream) -> tuple[Floats, Visits]:
    """Return the lead time of every case and what happened at every visit."""
    from beide.room._kernel import Trace, run

    first, lengths = network.first_visit, np.diff(network.first_visit)[stream.case]
    begins = np.cumsum(lengths) - lengths
    total = int(lengths.sum())
    trace = Trace(begins - first[stream.case], *(np.full(total, np.nan) for _ in range(3)))
    lead = np.empty(len(stream.arrives))
    run(world, *stream, int(network.since_first), np.inf, len(lead), lead, trace)
    visit = np.arange(total) - np.repeat(trace.at, lengths)
    return lead, Visits(visit, network.role[visit], trace.ready, trace.began, trace.ended)
