"""Three features at a time: exhaustive, and honest."""

from itertools import combinations

import numpy as np
import pytest

from beide.discover._bits import Board
from beide.discover._candidates import groups, least_cases
from beide.discover._find import find
from beide.discover._honest import diverse, fits, halves, jaccard, searched
from beide.discover._model import Cases, Feature
from beide.discover._strata import strata
from tests.unit.discover import reference
from tests.unit.discover.worlds import cases


def every(world: Cases, group: list[int]) -> dict[tuple[int, ...], float]:
    """Score every three features, plainly."""
    held, good = world.held.tolist(), world.good.tolist()
    code = (1000 * world.kind + world.week).tolist()
    least = least_cases(len(world))
    found: dict[tuple[int, ...], float] = {}
    for row in combinations(range(len(held)), 3):
        if len({group[part] for part in row}) < 3:
            continue
        mask = reference.holds(held, row)
        pairs = [sum(reference.holds(held, pair)) for pair in combinations(row, 2)]
        if sum(mask) >= least and sum(mask) not in pairs:
            found[row] = reference.score(mask, good, code)
    return found


@pytest.mark.parametrize("keep", [3, 500])
def test_the_search_misses_nothing(keep: int) -> None:
    world = cases(3, count=600, width=8, weeks=14, helps=1.0)
    group = [0, 0, 1, 2, 3, 4, 5, 5]
    board = Board.of(
        world.held, world.good, strata(key=world.kind, week=world.week, good=world.good)
    )
    assert board.strata.weeks == 1
    best = searched(board, np.array(group), keep=keep)
    expected = every(world, group)
    scores = [expected[tuple(row)] for row in best.tolist()]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == pytest.approx(max(expected.values()))
    for first in range(6):
        own = sorted((s for row, s in expected.items() if row[0] == first), reverse=True)[:keep]
        told = [s for row, s in zip(best.tolist(), scores, strict=True) if row[0] == first]
        assert told == pytest.approx(own)


def test_proposals_are_not_alike() -> None:
    world = cases(4, count=800)
    board = Board.of(
        world.held, world.good, strata(key=world.kind, week=world.week, good=world.good)
    )
    sets = diverse(board, searched(board, groups(world.features)))
    masks = [board.mask(row) for row in sets]
    assert 2 < len(masks) <= 30
    assert max(jaccard(one, other) for one, other in combinations(masks, 2)) < 0.7


def test_jaccard() -> None:
    one, other = np.array([True, True, False]), np.array([False, True, True])
    assert jaccard(one, other) == pytest.approx(1 / 3)
    assert jaccard(one, one) == 1


def test_halves_take_turns() -> None:
    assert halves(np.arange(8), 1).tolist() == [0, 1, 0, 1, 0, 1, 0, 1]
    assert halves(np.arange(8), 4).tolist() == [0, 0, 0, 0, 1, 1, 1, 1]


def test_three_that_only_work_together_are_found_in_the_other_half() -> None:
    rng = np.random.default_rng(6)
    count = 6000
    held = rng.random((8, count)) < 0.5
    three = held[1] & held[3] & held[6]
    # Two of the three make it a little worse, so that no pair shows it.
    pairs = (held[1] & held[3]).astype(int) + (held[1] & held[6]) + (held[3] & held[6])
    good = rng.random(count) < 0.5 - 0.12 * pairs + 0.66 * three
    week = np.sort(rng.integers(0, 40, count))
    features = tuple(Feature(kind="attribute", values={"name": str(n)}) for n in range(8))
    world = Cases(good=good, kind=week * 0, week=week, features=features, held=held)
    found = find(world, rng=np.random.default_rng(1), permutations=300)
    best = found.findings[0]
    assert best.features == (1, 3, 6)
    assert found.searched[2] == 56
    assert not best.where.all()
    assert len(set((week[best.where] % 2).tolist())) == 1
    assert best.size.cases == (three & best.where).sum()


def test_too_many_features_are_not_searched_by_threes() -> None:
    assert fits(300, 100_000)
    assert not fits(2000, 1_000_000)
