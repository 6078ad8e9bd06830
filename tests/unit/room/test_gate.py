"""The gate lets a log pass that goes on as it was, and stops one in which something changed."""

from dataclasses import replace

import numpy as np
import pytest

from beide.room._gate import Backtest, backtest
from beide.room._trials._logs import Amiss, log_of
from beide.room._trials._worlds import World

WORLD = World()
FITS = Backtest(
    cases=300,
    weeks=4,
    share=0.93,
    simulated=0.94,
    distance=0.05,
    own_distance=0.1,
    open=20.0,
    simulated_open=21.0,
    undecided=(),
)


def test_an_ordinary_log_passes() -> None:
    log = log_of(WORLD, np.random.default_rng([7, 3]), weeks=26)
    found = backtest(log, WORLD.within, seed=1)
    assert found.failures == ()
    assert found.gap == pytest.approx(0, abs=0.03)


@pytest.mark.parametrize("amiss", list(Amiss))
def test_a_log_in_which_something_changed_does_not(amiss: Amiss) -> None:
    log = log_of(WORLD, np.random.default_rng([7, 3]), weeks=26, amiss=amiss)
    assert not backtest(log, WORLD.within, seed=1).passes


@pytest.mark.parametrize(
    ("changes", "fails"),
    [
        ({}, ()),
        ({"simulated": 0.965}, ("share",)),
        ({"simulated": 0.895}, ("share",)),
        ({"distance": 0.16, "own_distance": 0.5}, ("distance",)),
        ({"distance": 0.12, "own_distance": 0.07}, ("distance",)),
        ({"simulated_open": 24.5}, ("open",)),
        ({"undecided": ("a",)}, ("undecided",)),
    ],
)
def test_what_does_not_fit_is_named(changes: dict[str, object], fails: tuple[str, ...]) -> None:
    found = replace(FITS, **changes)  # type: ignore[arg-type]
    assert found.failures == fails
    assert found.passes == (not fails)


def test_only_being_too_rosy_costs_a_margin() -> None:
    assert FITS.margin == pytest.approx(0.01)
    assert replace(FITS, simulated=0.92).margin == 0


def test_the_same_seed_gives_the_same_figures() -> None:
    log = log_of(WORLD, np.random.default_rng(1), weeks=13)
    assert backtest(log, 72.0, seed=4) == backtest(log, 72.0, seed=4)
