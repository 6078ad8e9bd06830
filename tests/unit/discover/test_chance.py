"""What chance gives: dealt within strata, the best of all conditions."""

import numpy as np
import pytest

from beide.discover._bits import Board, tally, unpacked
from beide.discover._permute import chance, dealt
from beide.discover._strata import strata
from tests.unit.discover import reference

GOOD = [True, False, True, True, False, False, True, False, True, False]
CODE = [0, 0, 0, 0, 1, 1, 1, 2, 2, 2]
HELD = [
    [True, False, True, False, False, False, True, False, True, True],
    [True, True, False, True, False, True, True, False, False, True],
    [False, True, False, True, True, False, False, True, True, False],
]
SETS = np.array([[0, -1, -1], [1, -1, -1], [2, -1, -1], [0, 1, -1], [1, 2, -1]], np.int32)


@pytest.fixture
def board() -> Board:
    grouped = strata(key=np.array(CODE), week=np.zeros(10, np.int64), good=np.array(GOOD))
    return Board.of(np.array(HELD), np.array(GOOD), grouped)


def test_p_values_agree_with_every_dealing_written_out(board: Board) -> None:
    counted = tally(board, SETS)
    drawn = chance(board, SETS, counted, rng=np.random.default_rng(1), permutations=4_000)
    masks = [reference.holds(HELD, [part for part in row if part >= 0]) for row in SETS.tolist()]
    expected = reference.max_t(masks, GOOD, CODE)
    assert drawn.p(counted.score) == pytest.approx(expected, abs=0.03)
    assert max(expected) > 0.3 > min(expected)


def test_extremes_are_those_of_the_dealt_rows(board: Board) -> None:
    counted = tally(board, SETS)
    drawn = chance(board, SETS, counted, rng=np.random.default_rng(5), permutations=70)
    seeds = np.random.default_rng(5).integers(0, 2**64, 70, dtype=np.uint64)
    for at, row in enumerate(unpacked(dealt(board.strata, seeds, words=1), 10)):
        masks = [reference.holds(HELD, [p for p in one if p >= 0]) for one in SETS.tolist()]
        # The cases of this board came in sorted by stratum.
        scores = [reference.score(mask, row.tolist(), CODE) for mask in masks]
        assert drawn.highest[at] == pytest.approx(max(scores))
        assert drawn.lowest[at] == pytest.approx(min(scores))


def test_dealing_keeps_every_stratum_and_likes_no_case() -> None:
    rng = np.random.default_rng(2)
    code, good = rng.integers(0, 4, 90), rng.random(90) < 0.4
    grouped = strata(key=code, week=np.zeros(90, np.int64), good=good)
    seeds = rng.integers(0, 2**64, 4000, dtype=np.uint64)
    rows = unpacked(dealt(grouped, seeds, words=2), 90)
    for stratum in range(4):
        here = grouped.code == stratum
        assert (rows[:, here].sum(axis=1) == grouped.kept[stratum]).all()
        share = grouped.kept[stratum] / here.sum()
        assert np.abs(rows[:, here].mean(axis=0) - share).max() < 0.04
    first, second = rows[:, 0], rows[:, 89]
    assert abs(np.corrcoef(first, second)[0, 1]) < 0.06


def test_the_limit_is_what_a_p_value_needs(board: Board) -> None:
    counted = tally(board, SETS)
    drawn = chance(board, SETS, counted, rng=np.random.default_rng(1), permutations=199)
    limit = drawn.limit(0.05)
    assert drawn.p(np.array([limit + 1e-6]))[0] <= 0.05
    assert (drawn.highest > limit).sum() <= 0.05 * 200
    assert drawn.limit(0.05, both=True) >= limit


def test_both_sides(board: Board) -> None:
    counted = tally(board, SETS)
    drawn = chance(board, SETS, counted, rng=np.random.default_rng(1), permutations=999)
    assert (drawn.p_both(counted.score) >= drawn.p(counted.score)).all()
    assert drawn.p_both(-counted.score) == pytest.approx(drawn.p_both(counted.score))
