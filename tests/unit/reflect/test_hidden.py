"""Few people are hidden, and what would give them away is hidden with them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide import reflect
from tests.unit.reflect.people import Answers, straight_through

ONE = straight_through(5, 4)


def asked(count: int, thresholds: reflect.Thresholds) -> reflect.TeamPicture | reflect.Hidden:
    return reflect.team_picture([ONE] * count, thresholds=thresholds, rng=np.random.default_rng(0))


@given(count=st.integers(0, 12), result=st.integers(2, 8), more=st.integers(0, 4))
@settings(max_examples=25, deadline=None)
def test_below_the_thresholds_there_is_no_number(count: int, result: int, more: int) -> None:
    found = asked(count, reflect.Thresholds(result=result, spread=result + more))
    if count < result:
        assert found == reflect.Hidden(why=reflect.Why.TOO_FEW, needed=result)
        return
    assert isinstance(found, reflect.TeamPicture)
    for part in (found.agreement, found.divisive):
        assert isinstance(part, reflect.Hidden) == (count < result + more)


def test_four_is_too_few_and_five_is_not_and_spread_needs_eight() -> None:
    usual = reflect.Thresholds()
    assert isinstance(asked(4, usual), reflect.Hidden)
    five = asked(5, usual)
    assert isinstance(five, reflect.TeamPicture)
    assert five.agreement == reflect.Hidden(why=reflect.Why.TOO_FEW, needed=8)
    assert isinstance(asked(8, usual).agreement, reflect.Agreement)  # type: ignore[union-attr]


def test_it_says_the_threshold_and_not_how_many_there_were() -> None:
    found = asked(3, reflect.Thresholds())
    assert isinstance(found, reflect.Hidden)
    assert "5 mensen" in found.text.nl
    assert "3" not in found.text.nl + found.text.en


def rounds(both: int, first: int, second: int) -> tuple[dict[str, Answers], dict[str, Answers]]:
    before = {f"b{n}": ONE for n in range(both)} | {f"f{n}": ONE for n in range(first)}
    after = {f"b{n}": ONE for n in range(both)} | {f"s{n}": ONE for n in range(second)}
    return before, after


@pytest.mark.parametrize(
    ("both", "first", "second", "why"),
    [
        (4, 0, 0, reflect.Why.TOO_FEW),
        (8, 1, 0, reflect.Why.PART_OF_THEM),
        (8, 0, 4, reflect.Why.PART_OF_THEM),
        (8, 5, 1, reflect.Why.PART_OF_THEM),
        (5, 0, 0, None),
        (8, 5, 0, None),
        (8, 5, 7, None),
    ],
)
def test_a_few_leavers_cannot_be_worked_out(
    both: int, first: int, second: int, why: reflect.Why | None
) -> None:
    found = reflect.shift(*rounds(both, first, second))
    assert (found.why if isinstance(found, reflect.Hidden) else None) is why
