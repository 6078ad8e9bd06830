"""The same seed gives the same answer, on one core and on many; and it can be stopped."""

from collections.abc import Callable

import numpy as np
import pytest

from beide.errors import Cancelled
from beide.room import Room, _years
from beide.room._answer import answer
from beide.room._control import Control
from beide.room._study import Study, study
from beide.room._trials._logs import log_of
from beide.room._trials._worlds import World
from beide.room._ways import Way
from beide.text import Text

WORLD = World(cases_a_week=40, busy=0.5, people=(6, 5, 3, 4))
LOG = log_of(WORLD, np.random.default_rng(4), weeks=16)
PROMISE = Text(nl="binnen 5 dagen", en="within 5 days")


def studied(cancel: Callable[[], bool] | None = None) -> Study:
    return study(LOG, within=120.0, share=0.9, seed=1, cancel=cancel)


def answered(way: Way, control: Control | None = None) -> Room:
    return answer(studied(), promise=PROMISE, way=way, seed=1, control=control)


def test_the_same_on_one_core_and_on_seven(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    for count in (1, 7):
        monkeypatch.setattr(_years, "cores", lambda count=count: count)
        told.append(answered(Way.HALF_DAY).to_dict())
    assert told[0] == told[1]


class Stop:
    """Says to stop once it was asked so often."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("after", [0, 5, 40])
def test_a_study_stops_where_it_is(after: int) -> None:
    with pytest.raises(Cancelled):
        studied(Stop(after))


@pytest.mark.parametrize("after", [3, 50, 200])
@pytest.mark.parametrize("way", [Way.HOUR_A_DAY, Way.HALF_DAY])
def test_a_search_stops_inside_the_solver(way: Way, after: int) -> None:
    stop = Stop(after)
    with pytest.raises(Cancelled):
        answered(way, Control(cancel=stop))
    assert stop.left == -1  # it is asked once more than it lets go on, and then never again
