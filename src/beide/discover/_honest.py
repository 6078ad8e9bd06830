"""Three features at a time: searched in one half of the weeks, tested in the other, both ways."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from beide.discover._arrays import Bits, Codes, Flags, Floats, Sets
from beide.discover._bits import Board, Tally, packed, tally
from beide.discover._candidates import least_cases
from beide.discover._compiled import shared
from beide.discover._permute import Chance, chance
from beide.discover._strata import PERIODS, Strata, strata

TESTED = 30
"""How many conditions a half may propose to the other."""
ALIKE = 0.7
"""Conditions that share more of their cases than this (Jaccard) are one and the same."""
_KEPT = 256
_LOOKED_AT = 5_000
_WORK = 40_000_000_000
"""Words of 64 cases that a search may visit: about half a minute."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Half:
    """What was proposed by one half of the weeks, and tested in the other.

    ``cases`` are the places of the cases in which it was tested.
    """

    cases: Codes
    sets: Sets
    counted: Tally
    p: Floats
    chance: Chance


def halves(week: Codes, weeks: int) -> Codes:
    """Return 0 or 1 for each case: even and odd periods take turns."""
    return np.asarray(week // weeks % 2)


def fits(features: int, cases: int) -> bool:
    """Tell whether three at a time can be searched exhaustively."""
    return features**3 / 6 * (cases / 128) <= _WORK


def honest(
    *,
    held: Flags,
    good: Flags,
    key: Codes,
    week: Codes,
    weeks: int,
    group: Codes,
    rng: np.random.Generator,
    permutations: int,
) -> Iterator[Half]:
    """Propose in one half of the weeks and test in the other; then the other way round.

    Parameters
    ----------
    held, good, key, week
        Features ``(features, cases)``, outcomes, types and weeks.
    weeks
        How many weeks strata hold: halves take turns by that many.
    group
        The group of each feature.
    """
    turn = halves(week, weeks)
    for side in (0, 1):
        board = _board(held, good, key, week, weeks, where=turn == side)
        sets = diverse(board, searched(board, group))
        if not len(sets):
            continue
        tested = np.flatnonzero(turn != side)
        other = _board(held, good, key, week, weeks, where=turn != side)
        counted = tally(other, sets)
        least = least_cases(len(tested))
        enough = (counted.cases >= least) & (len(tested) - counted.cases >= least)
        if not enough.any():
            continue
        sets, counted = sets[enough], tally(other, sets[enough])
        drawn = chance(other, sets, counted, rng=rng, permutations=permutations)
        yield Half(cases=tested, sets=sets, counted=counted, p=drawn.p(counted.score), chance=drawn)


def _board(held: Flags, good: Flags, key: Codes, week: Codes, weeks: int, *, where: Flags) -> Board:
    some = np.flatnonzero(where)
    shortest = weeks if weeks in PERIODS else 1
    grouped = strata(key=key[some], week=week[some], good=good[some], shortest=shortest)
    return Board.of(held[:, some], good[some], grouped)


def searched(board: Board, group: Codes, *, keep: int = _KEPT) -> Sets:
    """Return the best conditions of three features, the best first.

    Exhaustive: every three features of different groups that hold for enough cases are scored; of
    those that begin with the same feature the best ``keep`` are returned.
    """
    from beide.discover import _kernel

    features, strata_ = len(group), board.strata
    together = board.together
    least = least_cases(len(strata_.order))
    size, share, spread = strata_.size, strata_.share, strata_.spread
    planes, levels = levelled(strata_)

    def work(first: int) -> tuple[Sets, Floats]:
        found, scores = np.full((keep, 3), -1, np.int32), np.zeros(keep)
        count = _kernel.triples(
            board.bits, first, together, group, board.good, strata_.code, size, share, spread,
            planes, levels, least, found, scores,
        )  # fmt: skip
        return found[:count], scores[:count]

    answers = list(shared(work, range(features)))
    if not answers:
        return np.empty((0, 3), np.int32)
    sets = np.concatenate([found for found, _ in answers])
    scores = np.concatenate([score for _, score in answers])
    best = np.lexsort((sets[:, 2], sets[:, 1], sets[:, 0], -scores))
    return sets[best]


def levelled(grouped: Strata) -> tuple[Bits, Floats]:
    """Return each case's share and variance in its stratum as coarse levels, a bit a plane.

    Returns
    -------
    Bits
        Four planes for the share of good cases, three for the variance of one case.
    Floats
        The lowest share, the step of a level, and the same for the variance.
    """
    planes, levels = [], []
    nobody = packed(np.zeros(len(grouped.code), np.bool_))
    for values, count in ((grouped.share, 4), (grouped.spread * grouped.size, 3)):
        low, most = float(values.min()), 2**count - 1
        step = (float(values.max()) - low) / most
        levels += [low, step]
        level = np.rint((values - low) / (step or 1.0)).astype(np.int64)
        bits = ((level >> plane & 1).astype(np.bool_) for plane in range(count))
        planes += [packed(bit[grouped.code]) if bit.any() else nobody for bit in bits]
    return np.array(planes), np.array(levels)


def diverse(board: Board, sets: Sets, *, most: int = TESTED) -> Sets:
    """Return the first conditions that share at most 70% of their cases with those before."""
    chosen: list[int] = []
    masks: list[Flags] = []
    for place in range(min(len(sets), _LOOKED_AT)):
        mask = board.mask(sets[place])
        if all(jaccard(mask, other) < ALIKE for other in masks):
            chosen.append(place)
            masks.append(mask)
        if len(chosen) == most:
            break
    return sets[chosen]


def jaccard(one: Flags, other: Flags) -> float:
    """Return which part of the cases of either is of both."""
    either = int((one | other).sum())
    return float((one & other).sum()) / either if either else 1.0
