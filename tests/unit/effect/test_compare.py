"""Comparison teams: what all share cancels out."""

from datetime import timedelta

import numpy as np
import pytest

from beide.effect import Series, Verdict, amounts, effect, shares
from beide.effect._arrays import Floats
from beide.effect._compare import team_weights
from beide.errors import TooLittleData, WrongOption
from tests.unit.effect.data import noise, weeks

START = weeks(52)[40]


def teams(count: int, *, step: float, shared: float = 0.0) -> tuple[Series, dict[str, Series]]:
    """Return a team with a step and others without, that share lasting shocks."""
    common = 2 * noise(52, seed=99, persistence=0.7)
    common[40:] += shared
    own = common + 0.5 * noise(52, seed=1)
    own[40:] += step
    others = {
        f"team {name}": amounts(weeks(52), 5 * np.exp(common + 0.5 * noise(52, seed=10 + name)))
        for name in range(count)
    }
    return amounts(weeks(52), 6 * np.exp(own)), others


def test_what_happens_everywhere_is_no_effect() -> None:
    own, others = teams(4, step=0.0, shared=-0.7)
    assert effect(own, start=START).verdict is Verdict.IMPROVED
    found = effect(own, start=START, compare=others)
    assert found.verdict is Verdict.CANNOT_TELL
    assert abs(found.change) < 0.15


def test_an_effect_is_surer_with_teams_beside_it() -> None:
    own, others = teams(4, step=np.log(0.7))
    alone, beside = effect(own, start=START), effect(own, start=START, compare=others)
    assert beside.verdict is Verdict.IMPROVED
    assert np.subtract(*alone.interval) / np.subtract(*beside.interval) > 1.5


def test_weights_are_told_and_add_up_to_one() -> None:
    own, others = teams(5, step=0.0)
    found = effect(own, start=START, compare=others)
    assert set(found.weights) == set(others)
    assert sum(found.weights.values()) == pytest.approx(1.0)
    assert min(found.weights.values()) >= 0


def test_three_teams_weigh_the_same() -> None:
    own, others = teams(3, step=0.0)
    found = effect(own, start=START, compare=others)
    assert list(found.weights.values()) == pytest.approx([1 / 3] * 3)


def test_a_team_that_moves_along_weighs_more() -> None:
    rng = np.random.default_rng(0)
    own = rng.standard_normal((1, 40))
    others = rng.standard_normal((1, 4, 40))
    others[0, 2] = own[0] + 0.1 * rng.standard_normal(40)
    weights = team_weights(own, others)[0]
    assert weights.argmax() == 2
    assert weights[2] > 0.5


def test_weights_agree_with_a_slow_search() -> None:
    """The best of many non-negative weights, by the same penalised distance."""
    rng = np.random.default_rng(3)
    own, others = rng.standard_normal(30), rng.standard_normal((4, 30))
    own, others = own - own.mean(), others - others.mean(axis=1, keepdims=True)
    size = (others**2).mean()

    def distance(weights: Floats) -> Floats:
        left = own - weights @ others
        found: Floats = (left**2).sum(axis=-1) + 0.5 * 30 * size * ((weights - 0.25) ** 2).sum(
            axis=-1
        )
        return found

    tried = rng.dirichlet(np.ones(4), 50_000)
    found = team_weights(own[None], others[None])[0]
    assert distance(found) <= distance(tried).min() + 1e-3


def test_asked_of_each_other_team_too() -> None:
    own, others = teams(4, step=np.log(0.7))
    found = effect(own, start=START, compare=others)
    assert [fake.name for fake in found.in_space] == list(others)
    assert all(abs(fake.change) < abs(found.change) for fake in found.in_space)


def test_the_same_elsewhere_makes_the_verdict_weaker() -> None:
    own, others = teams(4, step=np.log(0.7))
    logs = np.log(others["team 2"].values)
    logs[40:] += np.log(0.5)
    others["team 2"] = amounts(weeks(52), np.exp(logs))
    found = effect(own, start=START, compare=others)
    assert found.verdict is not Verdict.IMPROVED
    assert any("team 2" in remark.en for remark in found.remarks)


def test_only_weeks_that_all_teams_have() -> None:
    own, others = teams(3, step=0.0)
    others["team 1"] = others["team 1"].part(np.arange(52) != 12)
    found = effect(own, start=START, compare=others)
    assert (found.weeks_before, found.weeks_after) == (39, 12)


def test_a_team_with_too_few_weeks_is_refused() -> None:
    own, others = teams(3, step=0.0)
    others["team 1"] = others["team 1"].part(np.arange(52) > 30)
    with pytest.raises(TooLittleData):
        effect(own, start=START, compare=others)


def test_another_kind_of_outcome_is_refused() -> None:
    own, others = teams(2, step=0.0)
    others["team 1"] = shares(weeks(52), [1.0] * 52, [2.0] * 52)
    with pytest.raises(WrongOption) as refused:
        effect(own, start=START, compare=others)
    assert "team 1" in str(refused.value)


def test_shares_beside_shares() -> None:
    rng = np.random.default_rng(2)
    cases = np.full(52, 20.0)
    low = np.repeat([0.7, 0.55], [40, 12])
    beside = {
        str(team): shares(weeks(52), rng.binomial(20, low).astype(float), cases)
        for team in range(3)
    }
    own = shares(weeks(52), rng.binomial(20, 0.7, 52).astype(float), cases)
    found = effect(own, start=START, compare=beside, until=START + timedelta(weeks=20))
    assert found.change > 0.05
    assert found.verdict in {Verdict.IMPROVED, Verdict.PROBABLY}


def test_the_team_itself_is_refused() -> None:
    own, others = teams(2, step=0.0)
    with pytest.raises(WrongOption) as refused:
        effect(own, start=START, compare={**others, "us": own})
    assert "'us'" in str(refused.value)
