"""
# How much time can be set free

The question every leader asks: how do we make space for experiments when the schedule is full,
without breaking the promise? Beide answers it from the log of the work itself, or says that it
cannot.
"""

import numpy as np
import pytest

from beide import room
from beide.room._trials._logs import Amiss, log_of
from beide.room._trials._worlds import World

ORGANISATION = World()
HALF_A_YEAR = log_of(ORGANISATION, np.random.default_rng([7, 3]), weeks=26)


def test_near_full_load_waiting_explodes() -> None:
    """
    A team that is busy 60% of its time hardly lets work wait. At 80% work waits for longer, and at
    95% for longer than anyone would promise. That is why the last free hours are not free.
    """
    waited = [room.allen_cunneen(4, busy, 1.0) for busy in (0.6, 0.8, 0.95)]

    assert waited == pytest.approx([0.18, 0.75, 4.46], abs=0.01)


def test_a_model_of_the_log_is_held_against_what_it_has_not_seen() -> None:
    """
    The model is made of the first 70% of the weeks. The rest is simulated with its real arrivals.
    What it says of the promise must be right within 3 points.
    """
    found = room.backtest(HALF_A_YEAR, ORGANISATION.within, seed=1)

    assert found.passes
    assert found.simulated == pytest.approx(found.share, abs=0.03)


def test_no_number_when_the_model_does_not_fit() -> None:
    """
    Here a team got work in the last weeks that no log shows. The model cannot know that, so there
    is no number.
    """
    log = log_of(ORGANISATION, np.random.default_rng([7, 3]), weeks=26, amiss=Amiss.HIDDEN_WORK)
    found = room.backtest(log, ORGANISATION.within, seed=1)

    assert not found.passes
    assert found.failures


def test_the_room_is_what_keeps_the_promise_in_the_worse_years_too() -> None:
    """
    Weeks are drawn again from the log, a year at a time. The largest share that keeps the promise
    in the worst tenth of those years is the room; the share that keeps it in a mean year is larger,
    and is only said to be likely.
    """
    found = room.study(HALF_A_YEAR, within=ORGANISATION.within, share=ORGANISATION.share, seed=1)
    asked = found.question(room.Way.HOUR_A_DAY, seed=1, count=20)

    safe = room.largest(asked, found.simulated)
    likely = room.largest(asked, found.simulated, worst=1.0)

    assert 0.02 < safe < likely < 0.5
