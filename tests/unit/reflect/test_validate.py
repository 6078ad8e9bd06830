"""The reflection says no more than it knows, on people whose position is known."""

import numpy as np
import pytest

from beide import reflect
from beide.checks import Check
from beide.reflect._measures import calibration_error


@pytest.fixture(scope="module")
def quick() -> reflect.Validity:
    return reflect.validate(quick=True, seed=11)


def test_every_bound_holds(quick: reflect.Validity) -> None:
    assert {check.name: check.value for check in quick.checks if not check.holds} == {}
    assert quick.holds


def test_the_keys_that_programs_read(quick: reflect.Validity) -> None:
    told = quick.to_dict()
    names = (
        "ece ece_noisy median_questions accuracy_clear accuracy_declared coverage90 "
        "people seed fixed_6 fixed_12 shipped"
    )
    assert set(names.split()) <= set(told)
    assert told["people"] == 4_000


def test_fixed_forms_are_measured_beside_it(quick: reflect.Validity) -> None:
    found = quick.found
    assert found["fixed_6"].median_questions == 6
    assert found["fixed_12"].median_questions == 12
    assert found["fixed_12"].accuracy > found["fixed_6"].accuracy
    assert found["adaptive"].accuracy_clear > found["fixed_6"].accuracy_clear
    assert found["adaptive"].least_asked > 0.03
    assert found["adaptive"].most_asked < 0.9


def test_a_check_that_does_not_hold_is_seen() -> None:
    check = Check(name="ece", value=0.03, most=0.02, text=reflect.bank().statements[0].text)
    assert not check.holds


def test_calibration_error_of_what_is_known() -> None:
    rng = np.random.default_rng(1)
    stated = rng.uniform(0.25, 1, 50_000)
    honest = rng.random(50_000) < stated
    boasting = rng.random(50_000) < stated - 0.1
    assert calibration_error(stated, honest) < 0.01
    assert calibration_error(stated, boasting) == pytest.approx(0.1, abs=0.01)
