"""From many conditions that are sure to a few that say something new, one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import NormalDist

import numpy as np

from beide.discover._arrays import Codes, Flags, Sets
from beide.discover._bits import Board, tally
from beide.discover._candidates import parents
from beide.discover._honest import ALIKE, jaccard
from beide.discover._permute import chance
from beide.discover._sizes import score
from beide.discover._strata import strata

POOL = 400
"""Sure conditions that are looked at again; those with the highest scores."""
_SURE = 0.05
_TIMES = 10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sure:
    """A condition that is sure by itself.

    Attributes
    ----------
    row
        The places of its features.
    at
        Its place in the family of everything that was tested.
    mask
        The cases for which it holds.
    where
        The cases in which it was tested: all, or the half that did not propose it.
    p, score, limit
        How often chance does as well, the score, and the score that chance reaches.
    """

    row: tuple[int, ...]
    at: int
    mask: Flags
    where: Flags
    p: float
    score: float
    limit: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """The cases on which conditions are compared, with everything that was tested on them.

    ``held`` has the features and below them, as one row each, the conditions that were tested in
    half of the cases; ``sets`` is the family of all that was tested.
    """

    held: Flags
    features: int
    sets: Sets
    good: Flags
    week: Codes
    code: Codes
    shortest: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rule:
    """How to choose: what is known already, how many at most, and how sure."""

    given: Sequence[Flags]
    key: Callable[[Sequence[Flags]], Codes]
    most: int
    alpha: float
    permutations: int


def choose(
    pool: Sequence[Sure], ground: Ground, rule: Rule, *, rng: np.random.Generator
) -> list[Sure]:
    """Choose conditions one by one, each sure given those before it.

    Given those before, everything that was tested is tested again, not only what is left in the
    pool: what is left was picked for its luck, and would look sure too easily.
    """
    chosen: list[Sure] = []
    left = sorted(pool, key=lambda each: (-each.score, each.row))[:POOL]
    while left and len(chosen) < rule.most:
        before = [*rule.given, *(each.mask for each in chosen)]
        ranked = _again(left, ground, rule, rule.key(before), rng=rng) if before else left
        at = next((at for at, each in enumerate(ranked) if beats_parents(each, ground)), None)
        if at is None:
            break
        best = ranked[at]
        chosen.append(best)
        left = [each for each in ranked[at + 1 :] if jaccard(each.mask, best.mask) < ALIKE]
    return chosen


def _again(
    left: Sequence[Sure], ground: Ground, rule: Rule, key: Codes, *, rng: np.random.Generator
) -> list[Sure]:
    """Return the conditions that are still sure within finer strata, the best first."""
    finer = strata(key=key, week=ground.week, good=ground.good, shortest=ground.shortest)
    board = Board.of(ground.held, ground.good, finer)
    counted = tally(board, ground.sets)
    times = min(rule.permutations, ceil(_TIMES / rule.alpha))
    drawn = chance(board, ground.sets, counted, rng=rng, permutations=times)
    at = np.array([each.at for each in left])
    scores = counted.score[at]
    p = drawn.p(scores)
    order = sorted(range(len(left)), key=lambda place: (-scores[place], left[place].row))
    return [left[place] for place in order if p[place] <= rule.alpha]


def beats_parents(sure: Sure, ground: Ground) -> bool:
    """Tell whether a condition does better than it does without any one of its features.

    Among the cases of each parent it is tested (5%, one side), corrected for the number of features
    that could have been added.
    """
    enough = NormalDist().inv_cdf(1 - _SURE / max(ground.features - 1, 1))
    for parent in parents(sure.row):
        inside = np.logical_and.reduce(ground.held[list(parent)], axis=0) & sure.where
        if score(sure.mask[inside], ground.good[inside], ground.code[inside]) < enough:
            return False
    return True
