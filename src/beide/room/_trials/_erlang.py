"""The event core on lines of which the mean wait is known."""

import numpy as np

from beide.room._arrays import WEEK
from beide.room._network import Network
from beide.room._queues import allen_cunneen
from beide.room._run import traced, world_of
from beide.room._ways import servers
from beide.room._weeks import as_it_was, weeks_of

LINES = ((1, 0.6), (4, 0.8), (10, 0.7))
"""How many people there are, and how busy."""
_AT_ONCE = 250_000


def line(people: int, busy: float, cases: int, *, rng: np.random.Generator) -> Network:
    """Return one role that never rests, with work that comes and takes time at random."""
    arrives = np.cumsum(rng.exponential(1.0 / (busy * people), cases))
    each = np.zeros(cases, dtype=np.int64)
    return Network(
        roles=("team",),
        activities=("work",),
        people=np.full((1, WEEK), float(people)),
        first_visit=np.arange(cases + 1),
        role=each,
        activity=each,
        delay=np.zeros(cases),
        work=rng.exponential(1.0, cases),
        week=(arrives // WEEK).astype(np.int64),
        offset=arrives % WEEK,
        counted=np.ones(cases, dtype=np.bool_),
        weeks=int(arrives[-1] // WEEK) + 1,
    )


def erlang_gap(cases: int, *, seed: int) -> float:
    """Return how far the mean wait is from Erlang's at most, as a ratio, over ``cases`` each."""
    gaps = []
    for people, busy in LINES:
        waited = []
        for part in range(max(1, cases // _AT_ONCE)):
            rng = np.random.default_rng([seed, people, part])
            made = line(people, busy, min(cases, _AT_ONCE), rng=rng)
            world = world_of(made, servers(made.people))
            _, visits = traced(made, world, as_it_was(weeks_of(made)))
            waited.append(float(np.mean(visits.began - visits.ready)))
        gaps.append(abs(float(np.mean(waited)) / allen_cunneen(people, busy, 1.0) - 1.0))
    return max(gaps)
