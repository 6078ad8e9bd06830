"""Parameters are learnt from answers, and taken over only when they predict better."""

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from beide import reflect
from beide.errors import TooLittleData
from beide.reflect._calibrate import Task
from beide.reflect._response import graded
from tests.unit.reflect.people import Answers, drawn

BANK = reflect.bank()


def elsewhere(sd: float, seed: int) -> reflect.Bank:
    """Return a bank whose thresholds lie elsewhere than the experts thought."""
    rng = np.random.default_rng(seed)
    moved: dict[str, reflect.Parameters] = {}
    for each in BANK.statements:
        b = np.array(each.parameters.b) + sd * rng.standard_normal()
        moved[each.key] = reflect.Parameters(a=1.4, b=tuple(float(one) for one in b))  # type: ignore[arg-type]
    return BANK.with_parameters(moved)


def answered(true: reflect.Bank, people: int, seed: int) -> list[Answers]:
    rng = np.random.default_rng(seed)
    places = rng.multivariate_normal([0, 0], [[1, 0.3], [0.3, 1]], people)
    return [
        tuple(
            reflect.Answer(each.key, drawn(each, (c, p), rng), counts=bool(rng.integers(2)))
            for each in rng.choice(np.array(true.statements, dtype=object), 10, replace=False)
        )
        for c, p in places
    ]


def off(bank: reflect.Bank, true: reflect.Bank) -> float:
    """Return how far thresholds are from the true ones."""
    pairs = zip(bank.statements, true.statements, strict=True)
    return float(
        np.sqrt(np.mean([np.subtract(o.parameters.b, t.parameters.b) ** 2 for o, t in pairs]))
    )


def test_better_parameters_are_taken_over() -> None:
    true = elsewhere(0.5, seed=1)
    found = reflect.recalibrate(answered(true, 600, seed=2), rng=np.random.default_rng(0))
    assert found.promoted
    assert found.gain > 2 * found.unsure > 0
    assert off(found.bank, true) < 0.6 * off(BANK, true)
    assert {each.version for each in found.bank.statements} == {2}
    assert found.bank.version == "2x32"
    assert found.bank["c-systems"].text == BANK["c-systems"].text


def test_parameters_that_were_right_stay() -> None:
    answers = answered(BANK, 300, seed=3)
    found = reflect.recalibrate(answers, BANK, rng=np.random.default_rng(0))
    assert not found.promoted
    assert found.bank is BANK
    assert found.changed == {}
    assert found.people == 300


def test_too_few_people() -> None:
    with pytest.raises(TooLittleData, match="at least 300"):
        reflect.recalibrate(answered(BANK, 20, seed=4), rng=np.random.default_rng(0))


def test_the_slope_is_the_slope() -> None:
    """The analytic derivative agrees with plain differences."""
    rng = np.random.default_rng(5)
    task = Task(
        counts=rng.uniform(0, 30, (5, 24)),
        nodes=np.linspace(-3, 3, 24),
        careless=0.05,
        held=np.array([0.2, -1.2, -0.4, 0.4, 1.2]),
        precision=np.array([11.0, 6.0, 6.0, 6.0, 6.0]),
    )
    at = task.held + np.array([0.2, -0.3, 0.1, 0.2, -0.1])
    slope = task.information_and_slope(at)[1]
    assert slope == pytest.approx(approx_fprime(at, task.value, 1e-6), rel=1e-3, abs=1e-2)


def test_the_five_answers_are_certain_together() -> None:
    found = graded(1.7, np.array([-1.0, 0.0, 0.5, 2.0]), np.linspace(-4, 4, 9))
    assert found.shape == (5, 9)
    assert found.sum(axis=0) == pytest.approx(np.ones(9))
    assert (found > 0).all()
