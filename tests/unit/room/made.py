"""Small networks for tests."""

import numpy as np

from beide.room._arrays import WEEK, Floats
from beide.room._network import Network

WORKDAYS = np.array([day * 24 + hour for day in range(5) for hour in range(9, 17)])


def office(*people: float) -> Floats:
    """Return so many people of each role from nine to five on working days."""
    found = np.zeros((len(people), WEEK))
    found[:, WORKDAYS] = np.array(people)[:, None]
    return found


def network(seed: int, *, people: Floats, cases: int = 60, weeks: int = 2) -> Network:
    """Return cases with one to four visits, some of them nobody's, some after a delay."""
    rng = np.random.default_rng(seed)
    lengths = rng.integers(1, 5, cases)
    visits = int(lengths.sum())
    role = rng.integers(-1, len(people), visits)
    return Network(
        roles=tuple(f"team {number}" for number in range(len(people))),
        activities=("work",),
        people=people,
        first_visit=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        role=role,
        activity=np.zeros(visits, dtype=np.int64),
        delay=np.where((rng.random(visits) < 0.3) | (role < 0), rng.exponential(6.0, visits), 0.0),
        work=np.where(role < 0, 0.0, rng.exponential(1.5, visits)),
        week=np.sort(rng.integers(0, weeks, cases)),
        offset=rng.uniform(0, 7 * 24, cases),
        counted=np.ones(cases, dtype=np.bool_),
        weeks=weeks,
        since_first=bool(seed % 2),
    )
