"""The fast arithmetic gives what plain loops over every square give."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide import reflect
from beide.reflect._choose import expected_entropy
from beide.reflect._response import tables
from beide.reflect._state import plane, state_of
from tests.unit.reflect import reference

BANK = reflect.bank()
KEYS = [statement.key for statement in BANK.statements]
SOME_ANSWERS = st.lists(
    st.builds(
        reflect.Answer,
        st.sampled_from(KEYS),
        st.one_of(st.none(), st.integers(1, 5)),
        st.booleans(),
    ),
    max_size=8,
    unique_by=lambda answer: answer.statement,
)
SOME_RULES = st.builds(
    reflect.Rules, careless=st.sampled_from([0.0, 0.05, 0.2]), correlation=st.floats(-0.5, 0.8)
)


@given(answers=SOME_ANSWERS, rules=SOME_RULES)
@settings(max_examples=25, deadline=None)
def test_the_posterior(answers: list[reflect.Answer], rules: reflect.Rules) -> None:
    found = reflect.posterior(answers, rules=rules)
    slow = reference.weights(answers, BANK, rules)
    assert found.weights == pytest.approx(np.array(slow), rel=1e-9, abs=1e-15)
    assert dict(found.forms) == pytest.approx(reference.forms(slow))
    assert dict(found.nearly) == pytest.approx(reference.forms(slow, near=0.3))


@given(answers=SOME_ANSWERS, key=st.sampled_from(KEYS))
@settings(max_examples=6, deadline=None)
def test_how_much_a_statement_is_expected_to_tell(answers: list[reflect.Answer], key: str) -> None:
    answers = [answer for answer in answers if answer.statement != key]
    rules = reflect.Rules()
    on = tables(BANK, rules)
    fast = expected_entropy(plane(state_of(answers, BANK, on), on.grid), on)[0]
    assert fast[BANK.index(key)] == pytest.approx(
        reference.expected_entropy(key, answers, BANK, rules), rel=1e-9
    )


@pytest.mark.parametrize("statement", BANK.statements, ids=KEYS)
def test_how_likely_each_answer_is(statement: reflect.Statement) -> None:
    on = tables(BANK, reflect.Rules())
    found = on.chances[BANK.index(statement.key)]
    slow = [reference.chances(statement, place, 0.05) for place in reference.NODES]
    assert pytest.approx(np.array(slow)) == found.T
    assert found.sum(axis=0) == pytest.approx(np.ones(24))


def test_the_grid_is_24_by_24_with_edges_on_the_borders() -> None:
    on = tables(BANK, reflect.Rules()).grid
    assert on.nodes == pytest.approx(np.array(reference.NODES))
    for border in (-0.3, 0.0, 0.3):
        assert np.abs(on.edges - border).min() < 1e-12


@given(near=st.floats(0.15, 0.6))
def test_any_border_falls_on_an_edge(near: float) -> None:
    on = tables(BANK, reflect.Rules(near=near)).grid
    assert len(on.nodes) % 2 == 0
    for border in (-near, 0.0, near):
        assert np.abs(on.edges - border).min() < 1e-9
    assert on.edges[-1] >= 3.5
