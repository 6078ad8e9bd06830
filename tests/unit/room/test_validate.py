"""The validation holds figures against bars, and its worlds are what they say."""

from dataclasses import replace

import numpy as np
import pytest

from beide.room._trials._logs import log_of
from beide.room._trials._measure import truth_of
from beide.room._trials._worlds import World
from beide.room.validate import KINDS, ValidationReport

GOOD = ValidationReport(
    erlang_gap=0.004,
    safe_rate=0.97,
    share_of_true={"13": 0.6, "26": 0.7},
    gate_pass=0.8,
    gate_fail=1.0,
    details={"13_weeks": {"safe_rate": 0.97}},
    logs=200,
    quick=False,
    seed=1,
    seconds=300.0,
)


def test_good_figures_hold() -> None:
    assert GOOD.holds
    assert set(GOOD.to_dict()["holds"]) == {check.name for check in GOOD.checks}
    assert "200 logs" in GOOD.text.en


@pytest.mark.parametrize(
    "worse",
    [
        {"erlang_gap": 0.016},
        {"safe_rate": 0.94},
        {"share_of_true": {"13": 0.54, "26": 0.7}},
        {"share_of_true": {"13": 0.6, "26": 0.64}},
        {"gate_fail": 0.8},
    ],
)
def test_one_bad_figure_fails(worse: dict[str, object]) -> None:
    assert not replace(GOOD, **worse).holds  # type: ignore[arg-type]


def test_two_hundred_logs_of_which_some_without_starts_and_some_with_rising_volume() -> None:
    assert sum(kind.logs for kind in KINDS.values()) == 200
    assert {kind.weeks for kind in KINDS.values()} == {13, 26}
    assert any(not kind.starts for kind in KINDS.values())
    assert any(kind.drift for kind in KINDS.values())


def test_a_world_is_as_busy_as_it_says() -> None:
    world = World()
    network = world.network(np.random.default_rng(0), weeks=400)
    assert network.work_a_week / network.hours == pytest.approx(world.busy, abs=0.04)


def test_volume_rises_to_what_the_truth_is_about() -> None:
    world = World(drift=0.2)
    network = world.network(np.random.default_rng(0), weeks=400)
    early, late = network.week < 100, network.week >= 300
    assert late.sum() / early.sum() == pytest.approx(0.975 / 0.825, abs=0.04)
    truth = truth_of(world, seed=0, weeks=300).network
    assert truth.cases / 300 == pytest.approx(world.cases_a_week, rel=0.02)


def test_a_log_holds_what_was_completed_in_its_period() -> None:
    log = log_of(World(), np.random.default_rng(0), weeks=13)
    assert (log.end > 0).all()
    assert (log.end <= log.until).all()
    assert 0.9 < log.whole.mean() < 1
    assert (np.diff(log.case) >= 0).all()


def test_the_truth_falls_as_more_is_freed() -> None:
    truth = truth_of(World(), seed=0, weeks=200)
    found = [truth.share(np.full(4, share)) for share in (0.0, 0.15, 0.3)]
    assert found == sorted(found, reverse=True)
