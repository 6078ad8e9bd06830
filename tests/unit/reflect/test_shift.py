"""How the same people's view shifted between two rounds."""

import numpy as np
import pytest

from beide import reflect
from beide.errors import TooLittleData
from tests.unit.reflect.people import Answers, person, straight_through

CONFIGURATION, PARADIGM = reflect.Dimension


def two_rounds(
    count: int, moved: tuple[float, float], seed: int
) -> tuple[dict[str, Answers], dict[str, Answers]]:
    rng = np.random.default_rng(seed)
    places = rng.standard_normal((count, 2)) * 0.8
    before = {f"{n}": person((c, p), rng) for n, (c, p) in enumerate(places)}
    after = {f"{n}": person((c, p), rng) for n, (c, p) in enumerate(places + np.array(moved))}
    return before, after


def shifted(count: int, moved: tuple[float, float], seed: int) -> reflect.Shift:
    found = reflect.shift(*two_rounds(count, moved, seed))
    assert isinstance(found, reflect.Shift)
    return found


def test_a_clear_shift_is_seen_on_its_own_dimension() -> None:
    found = shifted(25, (0.0, 1.2), seed=1)
    assert found.people == 25
    assert found.dimensions[PARADIGM].low > 0
    assert found.dimensions[PARADIGM].clearly_more > 0.95
    assert found.dimensions[PARADIGM].text.nl.startswith(
        "Gemiddeld zien jullie hier bijna zeker meer"
    )
    assert found.dimensions[CONFIGURATION].low < 0 < found.dimensions[CONFIGURATION].high


def test_turning_time_round_turns_the_sign_round() -> None:
    before, after = two_rounds(12, (0.6, -0.6), seed=2)
    there, back = reflect.shift(before, after), reflect.shift(after, before)
    assert isinstance(there, reflect.Shift)
    assert isinstance(back, reflect.Shift)
    for dimension in reflect.Dimension:
        one, other = there.dimensions[dimension], back.dimensions[dimension]
        assert one.mean == pytest.approx(-other.mean)
        assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
        assert one.clearly_more == pytest.approx(other.clearly_less)


def test_the_intervals_hold_what_they_say() -> None:
    held = []
    for seed in range(30):
        found = shifted(10, (0.4, 0.0), seed)
        held += [
            shift.low <= true <= shift.high
            for true, shift in zip((0.4, 0.0), found.dimensions.values(), strict=True)
        ]
    assert np.mean(held) >= 0.88


def test_the_same_answers_twice_are_no_shift() -> None:
    before, _ = two_rounds(8, (0, 0), seed=3)
    found = reflect.shift(before, before)
    assert isinstance(found, reflect.Shift)
    for shift in found.dimensions.values():
        assert shift.mean == pytest.approx(0)
        assert shift.clearly_more < 0.01
        assert shift.text.en.endswith("cannot be told.")


def test_different_people_are_never_compared() -> None:
    before, after = two_rounds(8, (1, 1), seed=4)
    others = {f"other {key}": answers for key, answers in after.items()}
    with pytest.raises(TooLittleData, match="two rounds of the same people"):
        reflect.shift(before, others)


def test_a_dimension_on_which_nobody_knew_says_nothing() -> None:
    unknowing = {str(n): straight_through(4, None, seed=n) for n in range(6)}
    found = reflect.shift(unknowing, unknowing)
    assert isinstance(found, reflect.Shift)
    assert found.dimensions[PARADIGM].high == np.inf
    assert found.dimensions[PARADIGM].text.nl.endswith("niet te zeggen.")
