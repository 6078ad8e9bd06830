"""Years are made of real weeks, drawn again."""

import numpy as np
import pytest

from beide.room._weeks import another_year, as_it_was, fair_size, stream, weeks_of
from tests.unit.room.made import network, office


def test_as_it_was_is_every_case_once_in_order() -> None:
    made = network(3, people=office(1), weeks=3)
    found = as_it_was(weeks_of(made))
    assert sorted(found.case) == list(range(made.cases))
    assert (np.diff(found.arrives) >= 0).all()
    assert found.arrives == pytest.approx(made.week[found.case] * 168 + made.offset[found.case])


def test_weeks_come_whole_and_in_the_order_that_was_picked() -> None:
    made = network(3, people=office(1), weeks=3)
    found = stream(weeks_of(made), np.array([2, 0, 2]), warm=1)
    turn = (found.arrives // 168).astype(int)
    for place, week in enumerate([2, 0, 2]):
        assert sorted(found.case[turn == place]) == list(np.flatnonzero(made.week == week))
    assert (found.counted == (turn >= 1)).all()


def test_an_unfinished_case_is_work_but_does_not_count() -> None:
    made = network(3, people=office(1))
    made.counted[5] = False
    found = as_it_was(weeks_of(made))
    assert not found.counted[found.case == 5].any()
    assert found.counted.sum() == made.cases - 1


def test_a_year_has_as_many_weeks_as_was_asked() -> None:
    made = network(3, people=office(1), cases=400, weeks=20)
    found = another_year(weeks_of(made), np.random.default_rng(1), length=10, warm=2)
    assert set((found.arrives // 168).astype(int)) == set(range(12))


def test_the_same_chance_gives_the_same_year() -> None:
    weeks = weeks_of(network(3, people=office(1), weeks=4))
    one, other = (another_year(weeks, np.random.default_rng(7), length=5, warm=1) for _ in range(2))
    assert (one.arrives == other.arrives).all()
    assert (one.case == other.case).all()


@pytest.mark.parametrize("weeks", [8, 13, 26, 52])
def test_drawing_fewer_weeks_is_as_wide_as_students_interval(weeks: int) -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(size=weeks)
    size = fair_size(weeks)
    means = values[rng.integers(0, weeks, (20_000, size))].mean(axis=1)
    drawn = np.quantile(means, 0.95) - values.mean()
    student = {8: 1.895, 13: 1.782, 26: 1.708, 52: 1.675}[weeks]
    wanted = student * values.std(ddof=1) / np.sqrt(weeks)
    assert drawn == pytest.approx(wanted, rel=0.1)
