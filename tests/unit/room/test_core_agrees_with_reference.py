"""The compiled core does what a plain simulation does."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.room._run import lead_times, traced, world_of
from beide.room._ways import Way, freed, servers
from beide.room._weeks import as_it_was, weeks_of
from tests.unit.room.made import network, office
from tests.unit.room.reference import Simulation


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    people=st.lists(st.sampled_from([0.5, 1.0, 1.5, 2.0, 3.0]), min_size=1, max_size=3),
    share=st.sampled_from([0.0, 0.1, 0.33]),
    way=st.sampled_from(list(Way)),
)
def test_same_lead_times(seed: int, people: list[float], share: float, way: Way) -> None:
    made = network(seed, people=office(*people))
    at_work = freed(servers(made.people), np.full(len(people), share), way)
    stream = as_it_was(weeks_of(made))

    found = lead_times(made, world_of(made, at_work), stream)

    assert found == pytest.approx(Simulation(made, at_work, stream).run(), abs=1e-6)


def test_a_visit_is_ready_then_begun_then_ended() -> None:
    made = network(4, people=office(1, 1))
    stream = as_it_was(weeks_of(made))
    lead, visits = traced(made, world_of(made, servers(made.people)), stream)
    served = visits.role >= 0

    assert np.isfinite(lead).all()
    assert np.isnan(visits.began[~served]).all()
    assert (visits.began[served] >= visits.ready[served]).all()
    assert (visits.ended[served] > visits.began[served]).all()


def test_work_for_which_nobody_ever_comes_is_never_done() -> None:
    made = network(4, people=office(1, 0))
    lead = lead_times(made, world_of(made, servers(made.people)), as_it_was(weeks_of(made)))
    needs = np.bincount(made.case_of_visit, made.role == 1, minlength=made.cases) > 0

    order = weeks_of(made).order
    assert (np.isinf(lead) == needs[order]).all()


def test_the_same_input_gives_the_same_output() -> None:
    made = network(5, people=office(2, 1))
    stream = as_it_was(weeks_of(made))
    world = world_of(made, servers(made.people))
    assert (lead_times(made, world, stream) == lead_times(made, world, stream)).all()
