"""What could change, applied to a network."""

import numpy as np
import pytest

from beide.errors import WrongOption
from beide.room import Arrivals, Change, Moved, People, Removed, Work
from beide.room._changes import changed
from tests.unit.room.made import network, office

NETWORK = network(6, people=office(2, 1), cases=400, weeks=4)


def test_more_cases_and_fewer() -> None:
    more, fewer = changed(NETWORK, Arrivals(1.5)), changed(NETWORK, Arrivals(0.5))
    assert more.cases == pytest.approx(600, abs=40)
    assert fewer.cases == pytest.approx(200, abs=40)
    assert more.work.sum() / NETWORK.work.sum() == pytest.approx(1.5, abs=0.15)
    assert changed(NETWORK, Arrivals(1.0)).cases == 400


def test_longer_work_for_all_or_for_one_team() -> None:
    assert changed(NETWORK, Work(1.2)).work == pytest.approx(1.2 * NETWORK.work)
    mine = NETWORK.role == 1
    found = changed(NETWORK, Work(2.0, "team 1")).work
    assert found[mine] == pytest.approx(2 * NETWORK.work[mine])
    assert found[~mine] == pytest.approx(NETWORK.work[~mine])


def test_one_person_fewer_works_in_no_hour() -> None:
    found = changed(NETWORK, People("team 0", -1)).people
    assert found[0].sum() == 40
    assert (changed(NETWORK, People("team 1", -1)).people[1] == 0).all()


def test_nobody_comes_to_work_at_night() -> None:
    found = changed(NETWORK, People("team 0", 1)).people
    assert ((found[0] > 0) == (NETWORK.people[0] > 0)).all()


def test_a_step_that_is_gone_leaves_its_cases() -> None:
    found = changed(NETWORK, Removed("work"))
    assert found.cases == NETWORK.cases
    assert len(found.role) == NETWORK.cases
    assert found.work.sum() == 0


def test_a_step_done_by_another_team() -> None:
    assert (changed(NETWORK, Moved("work", "team 1")).role == 1).all()


@pytest.mark.parametrize(
    "change",
    [Arrivals(-1), Work(np.nan), People("x", 1), Removed("x"), Moved("work", "x"), Work(1, "x")],
)
def test_what_cannot_be(change: Change) -> None:
    with pytest.raises(WrongOption):
        changed(NETWORK, change)
