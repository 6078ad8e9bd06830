"""Each way of freeing time takes out the share that was asked, where it says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.room._ways import Way, freed, servers
from tests.unit.room.made import office

FRIDAY = slice(4 * 24, 5 * 24)
SINGLE = [way for way in Way if way is not Way.TAKING_TURNS]


@given(
    way=st.sampled_from(SINGLE),
    shares=st.tuples(st.floats(0, 0.9), st.floats(0, 0.9)),
    people=st.tuples(st.sampled_from([0.5, 1.0, 2.0, 3.5]), st.sampled_from([1.0, 4.0])),
)
def test_as_much_as_was_asked(
    way: Way, shares: tuple[float, float], people: tuple[float, float]
) -> None:
    everyone = servers(office(*people))
    left = freed(everyone, np.array(shares), way)
    for role, share in enumerate(shares):
        rows = slice(everyone.first[role], everyone.first[role + 1])
        assert left.rate[rows].sum() == pytest.approx((1 - share) * everyone.rate[rows].sum())
    assert (left.rate >= 0).all()
    assert (left.rate <= everyone.rate + 1e-12).all()


def test_an_hour_a_day_is_the_last_hour() -> None:
    left = freed(servers(office(2)), np.array([1 / 8]), Way.HOUR_A_DAY).rate
    days = left[0].reshape(7, 24)
    assert (days[:5, 16] == 0).all()
    assert (days[:5, 9:16] == 1).all()


def test_a_half_day_is_one_afternoon_for_everyone() -> None:
    left = freed(servers(office(2)), np.array([0.1]), Way.HALF_DAY).rate
    assert left[:, FRIDAY].sum(axis=1) == pytest.approx([4, 4])
    assert left.sum(axis=1) == pytest.approx([36, 36])


def test_a_rota_never_sends_everyone_home_at_once() -> None:
    left = freed(servers(office(5)), np.array([0.1]), Way.ROTA).rate
    absent = 5 - left.sum(axis=0)[office(1)[0] > 0]
    assert absent.max() == pytest.approx(1)
    assert absent.sum() == pytest.approx(0.1 * 5 * 40)


def test_taking_turns_is_one_team_each_week() -> None:
    everyone = servers(office(2, 1))
    left = freed(everyone, np.array([0.1, 0.2]), Way.TAKING_TURNS).rate.reshape(3, 2, 168)
    hours = left.sum(axis=2)
    assert hours == pytest.approx(np.array([[32, 40], [32, 40], [40, 24]]))


def test_people_become_rows_that_add_up() -> None:
    people = office(2.5, 1)
    people[0, :24] = 1
    found = servers(people)
    assert list(found.first) == [0, 3, 4]
    assert found.rate[:3].sum(axis=0) == pytest.approx(people[0])
    assert found.rate[3] == pytest.approx(people[1])
