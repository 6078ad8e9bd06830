"""Calibration agrees with an independent implementation of the graded response model."""

import mirt
import numpy as np
import pytest

from beide import reflect
from beide.reflect._calibrate import Beliefs, Given, fit
from beide.reflect._response import answer_chances

# One dimension, nobody careless, and hardly anything believed beforehand: what mirt assumes too.
RULES = reflect.Rules(careless=0.0, correlation=0.0)
LOOSE = Beliefs(sharpness=10.0, threshold=10.0)


@pytest.fixture(scope="module")
def statements() -> tuple[reflect.Statement, ...]:
    rng = np.random.default_rng(1)
    own = [s for s in reflect.bank().statements if s.dimension is reflect.Dimension.PARADIGM][:8]
    changed = {
        each.key: reflect.Parameters(
            a=float(rng.uniform(0.9, 2.2)),
            b=tuple(float(b) for b in np.array(each.parameters.b) + rng.normal(0, 0.4)),  # type: ignore[arg-type]
        )
        for each in own
    }
    return reflect.Bank(statements=tuple(own)).with_parameters(changed).statements


def test_same_parameters(statements: tuple[reflect.Statement, ...]) -> None:
    rng = np.random.default_rng(2)
    places = rng.standard_normal(1_500)
    chances = np.array([answer_chances(each, places, 0.0) for each in statements])
    values = (rng.random((len(statements), 1, 1_500)) > chances.cumsum(axis=1)[:, :4]).sum(axis=1).T
    towards = np.where([each.reversed for each in statements], 4 - values, values)

    ours = fit(Given(values), reflect.Bank(statements=statements), RULES, LOOSE)
    theirs = mirt.fit_mirt(towards, model="GRM", n_categories=5, n_quadpts=41).model.parameters

    for place, each in enumerate(statements):
        found = ours[each.key]
        assert found.a == pytest.approx(float(theirs["discrimination"][place]), abs=0.06)
        assert np.array(found.b) == pytest.approx(theirs["thresholds"][place], abs=0.06)
