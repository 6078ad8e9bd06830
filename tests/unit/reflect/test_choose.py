"""Which statement comes next, and when it is enough."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide import reflect
from beide.errors import WrongOption
from tests.unit.reflect.people import Answers, person, straight_through

BANK = reflect.bank()
LEVELS = st.one_of(st.none(), st.integers(1, 5))
PLACE = st.tuples(st.floats(-2, 2), st.floats(-2, 2))


def of(answers: Answers) -> list[reflect.Statement]:
    return [BANK[answer.statement] for answer in answers]


@given(configuration=LEVELS, paradigm=LEVELS, seed=st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_it_always_ends_within_ten_and_never_asks_twice(
    configuration: int | None, paradigm: int | None, seed: int
) -> None:
    answers = straight_through(configuration, paradigm, seed=seed)
    assert 4 <= len(answers) <= 10
    assert len({answer.statement for answer in answers}) == len(answers)
    assert reflect.verdict(answers).is_finished


@given(place=PLACE, seed=st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_both_dimensions_get_two_and_no_key_comes_three_times_in_a_row(
    place: tuple[float, float], seed: int
) -> None:
    asked = of(person(place, np.random.default_rng(seed)))
    assert min(Counter(each.dimension for each in asked).values()) >= 2
    keys = [each.reversed for each in asked]
    assert all(len({*three}) == 2 for three in zip(keys, keys[1:], keys[2:], strict=False))


def test_clear_answers_end_soon_and_answers_in_between_do_not() -> None:
    assert len(straight_through(5, 5)) <= 6
    assert len(straight_through(3, 3)) == 10


def test_someone_who_never_knows_is_asked_ten_times() -> None:
    answers = straight_through(None, None)
    assert len(answers) == 10
    assert reflect.verdict(answers).kind is reflect.Kind.OPEN


def test_not_knowing_one_dimension_still_ends() -> None:
    answers = straight_through(None, 5)
    assert len(answers) == 10
    assert reflect.verdict(answers).positions[reflect.Dimension.PARADIGM].changes > 0.9


def test_a_team_begins_with_the_same_two() -> None:
    rules = reflect.Rules(anchors=True)
    first = {
        frozenset(
            each.key
            for each in of(person((0.2, 0.1), np.random.default_rng(seed), rules=rules))[:2]
        )
        for seed in range(5)
    }
    assert first == {frozenset(each.key for each in BANK.statements if each.anchor)}


def test_the_same_chance_gives_the_same_question() -> None:
    answers = (reflect.Answer("c-systems", 4), reflect.Answer("p-success", 2))
    asked = {
        question.statement.key
        for _ in range(5)
        if (question := reflect.next_question(answers, rng=np.random.default_rng([7, 2])))
    }
    assert len(asked) == 1


def test_statements_take_turns() -> None:
    rng = np.random.default_rng(1)
    asked = Counter(
        each.key for _ in range(150) for each in of(person(tuple(rng.standard_normal(2)), rng))
    )
    assert set(asked) == {statement.key for statement in BANK.statements}
    assert max(asked.values()) < 0.9 * 150


def test_the_third_question_is_drawn_blindly_from_all_that_are_left() -> None:
    answers = (reflect.Answer("c-steps", 5), reflect.Answer("p-profession", 1))
    third = Counter(
        question.statement.key
        for seed in range(300)
        if (question := reflect.next_question(answers, rng=np.random.default_rng(seed)))
    )
    assert len(third) == 30
    assert max(third.values()) < 30


def test_a_question_that_is_only_tried_out_does_not_count() -> None:
    rules = reflect.Rules(try_out_counts=False)
    answers = person((0.5, 0.5), np.random.default_rng(2), rules=rules)
    assert [answer.counts for answer in answers].count(False) == 1
    assert not answers[2].counts


def test_without_trying_out_all_count() -> None:
    rules = reflect.Rules(try_out_after=None)
    answers = person((0.5, 0.5), np.random.default_rng(2), rules=rules)
    assert all(answer.counts for answer in answers)


def test_a_small_bank_runs_out() -> None:
    few: list[reflect.Statement] = []
    for each in BANK.statements:
        if sum(e.dimension is each.dimension and e.reversed is each.reversed for e in few) < 1:
            few.append(each)
    small = reflect.Bank(statements=tuple(few))
    answers = person((0.0, 0.0), np.random.default_rng(0), bank=small)
    assert len(answers) == 4
    assert reflect.next_question(answers, small, rng=np.random.default_rng(0)) is None


@pytest.mark.parametrize(
    ("rule", "value"),
    [("sure", 1.0), ("near", 0.0), ("careless", 0.9), ("at_most", 3), ("correlation", 1.0)],
)
def test_rules_out_of_range_are_refused(rule: str, value: float) -> None:
    with pytest.raises(WrongOption, match=rule):
        reflect.Rules(**{rule: value})  # type: ignore[arg-type]


def test_thresholds_of_every_statement_rise() -> None:
    for statement in BANK.statements:
        assert all(low < high for low, high in pairwise(statement.parameters.b))
