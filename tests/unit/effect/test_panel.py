"""Teams by months: the quick sums agree with a regression written out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.effect._arrays import Floats
from beide.effect._panel import lead


def written_out(leader: Floats, follower: Floats) -> tuple[float, float]:
    """Return the coefficient and t of the leader's last month, with a dummy for everything."""
    teams, months = leader.shape
    rows, wanted = [], []
    for team in range(teams):
        for month in range(1, months):
            row = np.zeros(2 + 2 * teams + months)
            row[0] = leader[team, month - 1]
            row[1] = follower[team, month - 1]
            row[2 + team] = 1
            row[2 + teams + team] = month
            row[2 + 2 * teams + month] = 1
            rows.append(row)
            wanted.append(follower[team, month])
    x, y = np.array(rows), np.array(wanted)
    inverse = np.linalg.pinv(x.T @ x)
    found = inverse @ x.T @ y
    left = y - x @ found
    freedom = len(y) - np.linalg.matrix_rank(x)
    error = np.sqrt(left @ left / freedom * inverse[0, 0])
    return float(found[0]), float(found[0] / error)


def panels(seed: int, teams: int = 6, months: int = 18) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(seed)
    leader = rng.standard_normal((teams, months)).cumsum(axis=1)
    follower = rng.standard_normal((teams, months))
    follower[:, 1:] += 0.5 * leader[:, :-1]
    return leader, follower


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_agrees_with_a_regression_written_out(seed: int) -> None:
    """The strength, and the p-value from writing every permutation out."""
    leader, follower = panels(seed)
    follower = follower - 0.4 * np.roll(leader, 1, axis=1)
    found = lead(leader, follower, rng=np.random.default_rng(seed), permutations=19)
    rng = np.random.default_rng(seed)
    slope, own = written_out(leader, follower)
    others = [abs(written_out(leader[rng.permutation(6)], follower)[1]) for _ in range(19)]
    assert found.p == pytest.approx((1 + sum(other >= abs(own) for other in others)) / 20)
    assert np.sign(found.strength) == np.sign(slope)


def test_strength_is_in_spreads() -> None:
    leader, follower = panels(1)
    one = lead(leader, follower, rng=np.random.default_rng(0), permutations=9)
    other = lead(100 * leader, follower / 7, rng=np.random.default_rng(0), permutations=9)
    assert one.strength == pytest.approx(other.strength)
    assert one.p == other.p


def test_what_all_teams_share_does_not_count() -> None:
    leader, follower = panels(2)
    rng = np.random.default_rng(5)
    shared, own, trend = rng.normal(size=18), rng.normal(size=(6, 1)), rng.normal(size=(6, 1))
    moved = leader + 9 * shared + 9 * own + trend * np.arange(18)
    one = lead(leader, follower, rng=np.random.default_rng(0), permutations=99)
    other = lead(moved, follower, rng=np.random.default_rng(0), permutations=99)
    assert one.p == other.p
    assert one.strength == pytest.approx(other.strength)


def test_a_leader_that_never_moves_leads_nothing() -> None:
    _, follower = panels(3)
    found = lead(np.ones((6, 18)), follower, rng=np.random.default_rng(0), permutations=99)
    assert found.p == 1.0
