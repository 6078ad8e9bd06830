"""What must hold of where someone stands, whatever was answered."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import reflect
from beide.errors import WrongOption
from tests.unit.reflect.people import towards
from tests.unit.reflect.test_agrees_with_reference import BANK, KEYS, SOME_ANSWERS


@given(answers=SOME_ANSWERS)
def test_it_sums_to_one(answers: list[reflect.Answer]) -> None:
    found = reflect.posterior(answers)
    assert found.weights.sum() == pytest.approx(1)
    assert sum(found.forms.values()) == pytest.approx(1)
    assert all(found.nearly[form] >= found.forms[form] for form in found.forms)


@given(answers=SOME_ANSWERS, key=st.sampled_from(KEYS))
def test_not_knowing_changes_nothing(answers: list[reflect.Answer], key: str) -> None:
    answers = [answer for answer in answers if answer.statement != key]
    more = [*answers, reflect.Answer(key, None)]
    assert (reflect.posterior(more).weights == reflect.posterior(answers).weights).all()


@given(answers=SOME_ANSWERS, key=st.sampled_from(KEYS), value=st.integers(1, 5))
def test_an_answer_that_does_not_count_changes_nothing(
    answers: list[reflect.Answer], key: str, value: int
) -> None:
    answers = [answer for answer in answers if answer.statement != key]
    more = [*answers, reflect.Answer(key, value, counts=False)]
    assert (reflect.posterior(more).weights == reflect.posterior(answers).weights).all()


@given(answers=SOME_ANSWERS, order=st.randoms())
def test_the_order_of_answers_does_not_matter(
    answers: list[reflect.Answer], order: np.random.Generator
) -> None:
    shuffled = answers.copy()
    order.shuffle(shuffled)
    one, other = reflect.posterior(answers), reflect.posterior(shuffled)
    assert one.weights == pytest.approx(other.weights)


@given(answers=SOME_ANSWERS)
def test_turning_statements_and_answers_round_is_the_same(answers: list[reflect.Answer]) -> None:
    turned = reflect.Bank(
        statements=tuple(replace(each, reversed=not each.reversed) for each in BANK.statements)
    )
    round_answers = [
        replace(answer, value=6 - answer.value if answer.value else None) for answer in answers
    ]
    one, other = reflect.posterior(answers), reflect.posterior(round_answers, turned)
    assert one.weights == pytest.approx(other.weights)


@pytest.mark.parametrize("dimension", reflect.Dimension)
def test_more_change_in_the_answer_is_more_change_in_the_result(
    dimension: reflect.Dimension,
) -> None:
    for statement in BANK.statements:
        if statement.dimension is dimension:
            found = [
                reflect.posterior([towards(statement.key, level)]).position(dimension).mean
                for level in range(1, 6)
            ]
            assert found == sorted(found)
            assert found[0] < -0.2
            assert found[-1] > 0.2


def test_before_any_answer_it_is_the_population() -> None:
    found = reflect.posterior([]).position(reflect.Dimension.PARADIGM)
    assert found.mean == pytest.approx(0, abs=1e-9)
    assert found.sd == pytest.approx(1, abs=0.01)
    assert (found.low, found.high) == pytest.approx((-1.645, 1.645), abs=0.02)
    assert found.changes == pytest.approx(0.5)


def test_one_statement_is_answered_once() -> None:
    twice = [reflect.Answer("c-systems", 4), reflect.Answer("c-systems", 5)]
    with pytest.raises(WrongOption, match="c-systems") as caught:
        reflect.posterior(twice)
    assert "één antwoord per stelling" in caught.value.in_language("nl")


def test_a_statement_must_exist() -> None:
    with pytest.raises(WrongOption, match="c-unknown"):
        reflect.posterior([reflect.Answer("c-unknown", 4)])


@pytest.mark.parametrize("value", [0, 6, -1, 99])
def test_an_answer_outside_the_scale_is_refused(value: int) -> None:
    with pytest.raises(WrongOption, match=str(value)) as caught:
        reflect.Answer("c-systems", value)
    assert "1 tot en met 5" in caught.value.in_language("nl")
