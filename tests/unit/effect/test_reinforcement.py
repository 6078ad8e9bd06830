"""Do both modes strengthen each other: both ways, and only where there is enough."""

import numpy as np
import pytest

from beide.effect import Reinforcement, Reinforces, reinforcement
from beide.effect._arrays import Floats
from beide.effect._panel import Lead
from beide.effect._reinforce import holm
from beide.errors import WrongOption


def moving(
    seed: int, *, to_promise: float = 0.0, to_exploring: float = 0.0
) -> tuple[Floats, Floats]:
    """Return the promise and exploring of twelve teams over two years."""
    rng = np.random.default_rng(seed)
    promise, exploring = rng.standard_normal((2, 12, 24))
    for month in range(1, 24):
        promise[:, month] += to_promise * exploring[:, month - 1]
        exploring[:, month] += to_exploring * promise[:, month - 1]
    return promise, exploring


def ask(promise: Floats, exploring: Floats) -> Reinforcement:
    rng = np.random.default_rng(0)
    return reinforcement(promise=promise, exploring=exploring, rng=rng, permutations=499)


def test_both_ways() -> None:
    found = ask(*moving(1, to_promise=0.6, to_exploring=0.4))
    assert found.verdict is Reinforces.BOTH
    assert found.to_promise is not None
    assert found.to_promise.strength > 0.2
    assert (found.teams, found.months) == (12, 24)


def test_one_way_only() -> None:
    found = ask(*moving(2, to_promise=0.6))
    assert found.verdict is Reinforces.ONE
    assert found.to_promise is not None
    assert found.to_exploring is not None
    assert found.to_promise.is_clear
    assert not found.to_exploring.is_clear


def test_in_each_others_way() -> None:
    found = ask(*moving(3, to_promise=-0.6))
    assert found.verdict is Reinforces.AGAINST
    assert "less" in found.text.en


def test_nothing_is_cannot_tell() -> None:
    found = ask(*moving(4))
    assert found.verdict is Reinforces.CANNOT_TELL
    assert found.to_dict()["to_promise"]["p"] > 0.05


@pytest.mark.parametrize(("teams", "months"), [(5, 24), (12, 17), (1, 24), (0, 0)])
def test_too_little_is_an_answer(teams: int, months: int) -> None:
    promise, exploring = moving(5, to_promise=2.0)
    found = ask(promise[:teams, :months], exploring[:teams, :months])
    assert found.verdict is Reinforces.TOO_LITTLE
    assert found.to_promise is None
    assert found.to_dict()["to_exploring"] is None
    assert f"{teams} teams and {months} months" in found.text.en


def test_a_team_with_a_month_missing_is_left_out() -> None:
    promise, exploring = moving(6, to_promise=0.6)
    promise[3, 7] = np.nan
    found = ask(promise, exploring)
    assert (found.teams, found.left_out) == (11, 1)


def test_shapes_must_agree() -> None:
    with pytest.raises(WrongOption) as refused:
        ask(np.ones((6, 18)), np.ones((6, 19)))
    assert "(6, 19)" in str(refused.value)


def test_same_seed_same_answer() -> None:
    assert ask(*moving(7)) == ask(*moving(7))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [(0.01, 0.04, (0.02, 0.04)), (0.04, 0.01, (0.04, 0.02)), (0.03, 0.03, (0.06, 0.06))],
)
def test_holm(one: float, other: float, wanted: tuple[float, float]) -> None:
    found = holm((Lead(1.0, one), Lead(1.0, other)))
    assert tuple(way.p for way in found) == pytest.approx(wanted)
    assert [way.is_clear for way in found] == [p <= 0.05 for p in wanted]
