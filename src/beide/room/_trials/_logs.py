"""Logs as an organisation would leave them, some of them with something amiss."""

from dataclasses import replace
from enum import StrEnum

import numpy as np

from beide.room._arrays import WEEK, Bools
from beide.room._events import Events
from beide.room._network import Network
from beide.room._run import traced, world_of
from beide.room._trials._worlds import World
from beide.room._ways import servers
from beide.room._weeks import as_it_was, weeks_of

_WARM = 4
_LAST = 0.7
_SLOWER, _HELD, _HIDDEN = 1.4, 30.0, 0.35


class Amiss(StrEnum):
    """What a model of the first 70% of a log cannot know of the rest."""

    SLOWER = "slower"
    HELD_BACK = "held_back"
    HIDDEN_WORK = "hidden_work"


def log_of(
    world: World,
    rng: np.random.Generator,
    *,
    weeks: int,
    starts: bool = True,
    amiss: Amiss | None = None,
) -> Events:
    """Return the log of some weeks of an organisation.

    Parameters
    ----------
    world
        How it works.
    rng
        Chance.
    weeks
        How many weeks the log spans.
    starts
        Whether the log tells when work began.
    amiss
        What changes for the last 30% of the weeks.
    """
    network = world.network(rng, weeks=weeks + _WARM)
    hidden = np.zeros(network.cases, dtype=bool)
    if amiss is not None:
        network, hidden = _changed(network, amiss, _WARM + round(_LAST * weeks), rng)
    stream = as_it_was(weeks_of(network))
    _, visits = traced(network, world_of(network, servers(network.people)), stream)
    lengths = np.diff(network.first_visit)[stream.case]
    case = np.repeat(np.arange(len(stream.case)), lengths)
    since, until = _WARM * WEEK, (_WARM + weeks) * WEEK
    return _as_seen(
        Events(
            roles=network.roles,
            activities=network.activities,
            case=case,
            activity=network.activity[visits.visit],
            role=visits.role,
            start=visits.began if starts else np.full(len(case), np.nan),
            end=visits.ended,
            whole=~hidden[stream.case],
            since=float(since),
            until=float(until),
        )
    )


def _as_seen(everything: Events) -> Events:
    """Return what a log of a period holds: what was completed in it, without hidden work."""
    seen = (everything.end > everything.since) & (everything.end <= everything.until)
    complete = np.ones(len(everything.whole), dtype=bool)
    np.logical_and.at(complete, everything.case, seen)
    seen &= everything.whole[everything.case]
    cases, number = np.unique(everything.case[seen], return_inverse=True)
    return replace(
        everything,
        case=number.astype(np.int64),
        activity=everything.activity[seen],
        role=everything.role[seen],
        start=everything.start[seen] - everything.since,
        end=everything.end[seen] - everything.since,
        whole=complete[cases],
        since=0.0,
        until=everything.until - everything.since,
    )


def _changed(
    network: Network, amiss: Amiss, week: int, rng: np.random.Generator
) -> tuple[Network, Bools]:
    """Return a network in which something changes in a week, and which of its cases are hidden."""
    visible = np.zeros(network.cases, dtype=bool)
    late = (network.week >= week)[network.case_of_visit]
    if amiss is Amiss.SLOWER:
        return replace(network, work=np.where(late, _SLOWER, 1.0) * network.work), visible
    if amiss is Amiss.HELD_BACK:
        last = np.zeros(len(network.role), dtype=bool)
        last[network.first_visit[1:] - 1] = True
        held = rng.exponential(_HELD, len(network.role))
        return replace(network, delay=np.where(late & last, held, 0.0)), visible
    return _with_hidden_work(network, week, rng)


def _with_hidden_work(
    network: Network, week: int, rng: np.random.Generator
) -> tuple[Network, Bools]:
    """Return the network with work for the second role that no log holds."""
    count = rng.poisson(_HIDDEN * network.hours[1] * (network.weeks - week))
    first = network.first_visit[-1] + 1 + np.arange(count)
    added = replace(
        network,
        first_visit=np.concatenate([network.first_visit, first]),
        role=np.append(network.role, np.ones(count, dtype=np.int64)),
        activity=np.append(network.activity, np.ones(count, dtype=np.int64)),
        delay=np.append(network.delay, np.zeros(count)),
        work=np.append(network.work, rng.exponential(1.0, count)),
        week=np.append(network.week, rng.integers(week, network.weeks, count)),
        offset=np.append(network.offset, rng.uniform(0, 5 * 24, count)),
        counted=np.append(network.counted, np.zeros(count, dtype=np.bool_)),
    )
    return added, np.arange(added.cases) >= network.cases
