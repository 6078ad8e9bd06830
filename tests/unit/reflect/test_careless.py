"""Answers that were not read weigh less; answering in between is not held against anyone."""

import numpy as np
import pytest

from beide import reflect
from beide.reflect._careless import attention
from tests.unit.reflect.people import Answers, person, straight_through

BANK, RULES = reflect.bank(), reflect.Rules()


def heed(people: list[Answers]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return attention(people, BANK, rules=RULES)


def unread(buttons: list[int]) -> Answers:
    """Walk through the reflection pressing these buttons in turn."""
    answers: Answers = ()
    rng = np.random.default_rng(0)
    while question := reflect.next_question(answers, rng=rng):
        answers += (question.answer(buttons[len(answers) % len(buttons)]),)
    return answers


def auc(low: np.ndarray, high: np.ndarray) -> float:
    """Return how often one of the first weighs less than one of the second."""
    return float((low[:, None] < high[None, :]).mean())


@pytest.mark.parametrize("button", [1, 2, 4, 5])
def test_the_same_button_all_along_is_seen(button: int) -> None:
    assert heed([unread([button])])[0] < 0.2


def test_in_between_all_along_may_be_meant() -> None:
    assert heed([straight_through(3, 3)])[0] > 0.9


def test_clear_views_are_trusted() -> None:
    for configuration, paradigm in ((1, 1), (5, 1), (1, 5), (5, 5)):
        assert heed([straight_through(configuration, paradigm)])[0] > 0.9


def test_random_answers_weigh_less_than_read_ones() -> None:
    """A handful of answers tells little, so it is a matter of degree and nobody is left out."""
    rng = np.random.default_rng(3)
    read = heed([person(tuple(rng.standard_normal(2)), rng) for _ in range(150)])
    random = heed([unread(list(rng.integers(1, 6, 10))) for _ in range(150)])
    assert auc(random, read) > 0.62
    assert read.mean() > 0.85
    assert (read < 0.5).mean() < 0.08


def test_without_answers_nothing_is_thought_of_anyone() -> None:
    assert heed([()])[0] == pytest.approx(0.9)
