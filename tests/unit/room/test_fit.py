"""What a log shows of an organisation is what the organisation is."""

from dataclasses import replace

import numpy as np
import pytest

from beide.room._fit import fit
from beide.room._run import lead_times, world_of
from beide.room._scale import scaled
from beide.room._trials._logs import log_of
from beide.room._trials._worlds import World
from beide.room._ways import servers
from beide.room._weeks import as_it_was, weeks_of

WORLD = World()
LOG = log_of(WORLD, np.random.default_rng(5), weeks=13)
SILENT = log_of(WORLD, np.random.default_rng(5), weeks=13, starts=False)


def test_the_people_at_work_are_found() -> None:
    found = fit(LOG).network.people
    assert (found.max(axis=1) == WORLD.people).all()
    assert ((found > 0) == (WORLD.calendar() > 0)).mean() > 0.99


def test_the_work_of_a_week_is_found() -> None:
    found = fit(LOG).network
    assert found.work_a_week / found.hours == pytest.approx(WORLD.busy, abs=0.08)


def test_waiting_is_explained_when_people_never_idle() -> None:
    assert (fit(LOG).unexplained < 0.2).all()


def test_waiting_for_others_is_seen_as_such() -> None:
    # Every piece of work of the third team waits a day for a customer first.
    later = np.where(LOG.role == 2, 24.0, 0.0)
    since = np.cumsum(later) - np.repeat(
        np.concatenate([[0.0], np.cumsum(later)])[LOG.first[:-1]], np.diff(LOG.first)
    )
    found = fit(replace(LOG, start=LOG.start + since, end=LOG.end + since))
    mine = found.network.role == 2
    assert found.unexplained[2] > 0.5
    assert found.network.delay[mine].mean() > 12


@pytest.mark.parametrize("events", [LOG, SILENT], ids=["starts", "complete only"])
def test_simulated_lead_times_are_the_real_ones(events: object) -> None:
    log = LOG if events is LOG else SILENT
    network = scaled(fit(log)).fit.network
    stream = as_it_was(weeks_of(network))
    lead = lead_times(network, world_of(network, servers(network.people)), stream)
    assert lead.mean() == pytest.approx(log.lead[log.whole].mean(), rel=0.1)


def test_without_starts_the_first_role_is_left_out() -> None:
    found = fit(SILENT)
    assert found.outside == (0,)
    assert found.inferred == (1, 2, 3)


def test_people_that_are_known_are_believed() -> None:
    found = fit(LOG, people={"b": 6}).network
    assert found.people[1].max() == 6


def test_work_that_ends_before_it_begins_is_counted_and_takes_no_time() -> None:
    start = LOG.start.copy()
    start[:50] = LOG.end[:50] + 1
    found = fit(replace(LOG, start=start))
    assert found.negative == 50
    assert (found.network.work >= 0).all()


def test_a_role_that_never_rests_works_all_hours() -> None:
    rng = np.random.default_rng(0)
    shifted = rng.uniform(0, 120, len(LOG.whole))[LOG.case]
    log = replace(LOG, start=LOG.start + shifted, end=LOG.end + shifted)
    assert (fit(log).network.people[0] > 0).mean() > 0.6
