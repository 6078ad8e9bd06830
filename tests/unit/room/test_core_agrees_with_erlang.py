"""A line that never rests waits as long as Erlang said."""

import numpy as np
import pytest

from beide.room._queues import allen_cunneen
from beide.room._run import traced, world_of
from beide.room._trials._erlang import line
from beide.room._ways import servers
from beide.room._weeks import as_it_was, weeks_of


@pytest.mark.parametrize(("people", "busy"), [(1, 0.5), (4, 0.8), (20, 0.8)])
def test_mean_wait(people: int, busy: float) -> None:
    made = line(people, busy, 400_000, rng=np.random.default_rng(1))
    _, visits = traced(made, world_of(made, servers(made.people)), as_it_was(weeks_of(made)))

    waited = float(np.mean(visits.began - visits.ready))

    assert waited == pytest.approx(allen_cunneen(people, busy, 1.0), rel=0.06)
