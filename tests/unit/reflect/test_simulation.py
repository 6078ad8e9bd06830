"""Many at once go the same way as one person does."""

import numpy as np
import pytest

from beide import reflect
from beide.reflect._choose import allowed, expected_entropy, is_finished, is_settled
from beide.reflect._response import tables
from beide.reflect._simulate import World, adaptive, draw_people, with_sharpness
from beide.reflect._state import State, plane, state_of
from tests.unit.reflect.people import person

BANK, RULES = reflect.bank(), reflect.Rules()


def test_a_crowd_is_as_many_single_people() -> None:
    rng = np.random.default_rng(0)
    people = [person((c, p), rng)[: 3 + n % 4] for n, (c, p) in enumerate(rng.normal(size=(12, 2)))]
    on = tables(BANK, RULES)
    each = [state_of(answers, BANK, on) for answers in people]
    together = State(
        *(np.concatenate([getattr(state, part) for state in each]) for part in State.__slots__)
    )
    for one, state in zip(range(12), each, strict=True):
        planes, alone = plane(together, on.grid), plane(state, on.grid)
        settled, alone_settled = is_settled(planes, on, RULES), is_settled(alone, on, RULES)
        assert planes[one] == pytest.approx(alone[0])
        assert expected_entropy(planes, on)[one] == pytest.approx(expected_entropy(alone, on)[0])
        assert (
            is_finished(together, settled, RULES)[one]
            == is_finished(state, alone_settled, RULES)[0]
        )
        assert (
            allowed(together, settled, on, RULES)[one]
            == allowed(state, alone_settled, on, RULES)[0]
        ).all()


def test_people_are_distributed_as_is_assumed() -> None:
    found = draw_people(20_000, World(style=0.4), RULES, np.random.default_rng(1))
    assert np.cov(found.positions.T) == pytest.approx(np.array([[1, 0.3], [0.3, 1]]), abs=0.03)
    assert found.yes.std() == pytest.approx(0.4, abs=0.01)


def test_sharper_statements_need_fewer_questions() -> None:
    rng = np.random.default_rng(2)
    people = draw_people(800, World(), RULES, rng)
    means = [
        adaptive(people, with_sharpness(BANK, a), RULES, World(), rng).questions.mean()
        for a in (0.8, 1.5, 3.0)
    ]
    assert means == sorted(means, reverse=True)
    assert means[0] - means[2] > 2


def test_the_same_seed_gives_the_same() -> None:
    def told() -> np.ndarray:
        rng = np.random.default_rng(4)
        people = draw_people(100, World(noise=0.1), RULES, rng)
        return adaptive(people, BANK, RULES, World(noise=0.1), rng).forms

    assert (told() == told()).all()
