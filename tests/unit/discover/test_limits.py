"""Which features and pairs are searched: enough cases, nothing twice, nothing known too late."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.discover._bits import Board
from beide.discover._candidates import candidates, conditions, groups, least_cases
from beide.discover._model import Cases, Feature, Known
from beide.discover._strata import strata


def world(held: np.ndarray, *, good: np.ndarray | None = None) -> Cases:
    count = held.shape[1]
    return Cases(
        good=np.arange(count) % 3 == 0 if good is None else good,
        kind=np.zeros(count, np.int64),
        week=np.arange(count) // 20,
        features=tuple(
            Feature(kind="attribute", values={"name": str(n)}) for n in range(len(held))
        ),
        held=held,
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.floats(0.02, 0.6))
def test_pairs_agree_with_the_reference(seed: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    held = rng.random((7, 400)) < share
    held[3] = held[2] & held[4]
    group = np.array([0, 0, 1, 2, 3, 4, 5])
    grouped = strata(key=np.zeros(400, np.int64), week=np.arange(400) // 20, good=held[0])
    told = conditions(Board.of(held, held[0], grouped), group)
    expected = set()
    for one, other in combinations(range(7), 2):
        both = int((held[one] & held[other]).sum())
        alone = {int(held[one].sum()), int(held[other].sum())}
        if group[one] != group[other] and both >= 30 and both not in alone:
            expected.add((one, other))
    assert {(a, b) for a, b, _ in told.tolist() if b >= 0} == expected
    assert [a for a, b, _ in told.tolist() if b < 0] == list(range(7))


def test_the_least_is_one_percent_and_never_below_thirty() -> None:
    assert [least_cases(count) for count in (300, 3000, 3001, 100_000)] == [30, 30, 31, 1000]


def test_rare_and_common_features_are_left_out() -> None:
    held = np.zeros((4, 400), np.bool_)
    held[0, :29], held[1, :30], held[2, :370], held[3, :371] = True, True, True, True
    found = candidates(world(held))
    assert found.places.tolist() == [1, 2]
    assert found.rare == 2


def test_a_feature_that_says_the_same_as_the_outcome_is_left_out() -> None:
    held = np.zeros((3, 400), np.bool_)
    good = np.arange(400) % 3 == 0
    held[0], held[1], held[2] = good, ~good, good
    held[1, 0] = True
    held[2, ::7] = ~held[2, ::7]
    found = candidates(world(held, good=good))
    assert len(found.equal) == 2
    assert found.places.tolist() == [2]


def test_a_feature_known_too_late_is_left_out() -> None:
    held = np.random.default_rng(1).random((4, 400)) < 0.5
    plain = world(held)
    moments = (Known.ARRIVAL, Known.FIRST_STEP, Known.LANDMARK, Known.END)
    features = tuple(Feature(kind="attribute", known_at=moment) for moment in moments)
    for known, count in ((Known.ARRIVAL, 1), (Known.FIRST_STEP, 2), (Known.END, 3)):
        asked = Cases(
            good=plain.good, kind=plain.kind, week=plain.week,
            features=features, held=held, known=known,
        )  # fmt: skip
        found = candidates(asked)
        assert len(found.places) == count
        assert features[3] in found.late


def test_two_features_that_hold_for_the_same_cases_are_one() -> None:
    held = np.random.default_rng(2).random((3, 400)) < 0.5
    held[2] = held[0]
    found = candidates(world(held))
    assert found.places.tolist() == [0, 1]
    assert found.twins == {0: (2,)}


def test_a_feature_without_a_group_has_its_own() -> None:
    told = groups(
        (Feature(kind="weekday", group="weekday"), Feature(kind="x"), Feature(kind="x"),
         Feature(kind="weekday", group="weekday"))
    )  # fmt: skip
    assert told[0] == told[3]
    assert len(set(told.tolist())) == 3
