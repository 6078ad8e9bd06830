"""How one person's view shifted between two times."""

import numpy as np
import pytest

from beide import reflect
from beide.errors import WrongOption
from tests.unit.reflect.people import person, straight_through

CONFIGURATION, PARADIGM = reflect.Dimension


def cloud(configuration: int | None, paradigm: int | None) -> reflect.Posterior:
    return reflect.verdict(straight_through(configuration, paradigm)).cloud


def test_the_same_answers_are_no_shift() -> None:
    for each in reflect.person_shift(cloud(4, 2), cloud(4, 2)).values():
        assert each.mean == 0
        assert each.more == pytest.approx(0.5)


def test_a_clear_move_is_seen_on_its_own_dimension() -> None:
    found = reflect.person_shift(cloud(1, 1), cloud(1, 5))
    assert found[PARADIGM].more > 0.97
    assert found[PARADIGM].mean > 1
    assert 0.2 < found[CONFIGURATION].more < 0.8


def test_turning_time_round_turns_it_round() -> None:
    there, back = (
        reflect.person_shift(one, other)
        for one, other in ((cloud(2, 4), cloud(4, 4)), (cloud(4, 4), cloud(2, 4)))
    )
    for dimension in reflect.Dimension:
        assert there[dimension].mean == pytest.approx(-back[dimension].mean)
        assert there[dimension].more == pytest.approx(1 - back[dimension].more)


def test_it_agrees_with_drawing_from_both_clouds() -> None:
    before, after = cloud(2, 2), cloud(3, 4)
    rng = np.random.default_rng(1)
    drawn = []
    for posterior in (before, after):
        masses = posterior.weights.sum(axis=0)
        squares = rng.choice(len(masses), size=200_000, p=masses)
        width = posterior.grid.edges[1] - posterior.grid.edges[0]
        drawn.append(posterior.grid.edges[squares] + width * rng.random(len(squares)))
    found = reflect.person_shift(before, after)[PARADIGM]
    assert found.more == pytest.approx(float((drawn[1] > drawn[0]).mean()), abs=0.01)
    assert found.mean == pytest.approx(float((drawn[1] - drawn[0]).mean()), abs=0.02)


def test_it_is_as_often_right_as_it_says() -> None:
    """Among moves said to be up with nine in ten, at least about nine in ten are."""
    rng = np.random.default_rng(3)
    right = []
    for _ in range(100):
        places = rng.standard_normal((2, 2))
        clouds = [reflect.verdict(person((c, p), rng)).cloud for c, p in places]
        found = reflect.person_shift(clouds[0], clouds[1])
        for d, dimension in enumerate(reflect.Dimension):
            if found[dimension].more >= 0.8:
                right.append(places[1][d] > places[0][d])
    assert len(right) > 30
    assert np.mean(right) > 0.85


def test_clouds_of_other_rules_are_not_compared() -> None:
    answers = straight_through(4, 4)
    other = reflect.posterior(answers, rules=reflect.Rules(near=0.5))
    with pytest.raises(WrongOption, match="same grid"):
        reflect.person_shift(reflect.posterior(answers), other)
