"""What chance alone would give: good cases dealt anew among comparable cases.

Westfall and Young (1993), Resampling-based multiple testing: the highest score of all conditions in
each dealing says how high a score has to be, whatever hangs together with what.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from beide.discover._arrays import Bits, Floats, Sets
from beide.discover._bits import Board, Tally, parts
from beide.discover._compiled import shared
from beide.discover._strata import Strata

PERMUTATIONS = 1000
_AT_ONCE = 64


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chance:
    """The highest and lowest score of all conditions in each dealing."""

    highest: Floats
    lowest: Floats

    def p(self, scores: Floats) -> Floats:
        """Return how often the best of all does as well by chance, for each score."""
        return _share_above(self.highest, scores)

    def p_both(self, scores: Floats) -> Floats:
        """Return the same for scores on either side."""
        return _share_above(np.maximum(self.highest, -self.lowest), np.abs(scores))

    def limit(self, alpha: float, *, both: bool = False) -> float:
        """Return the score that the best of all reaches by chance with this probability at most."""
        drawn = np.sort(np.maximum(self.highest, -self.lowest) if both else self.highest)
        over = int(np.floor(alpha * (len(drawn) + 1)))
        return float(drawn[len(drawn) - max(over, 1)])


def _share_above(drawn: Floats, scores: Floats) -> Floats:
    above = len(drawn) - np.searchsorted(np.sort(drawn), scores - 1e-9, side="left")
    return np.asarray((above + 1) / (len(drawn) + 1))


def chance(
    board: Board,
    sets: Sets,
    counted: Tally,
    *,
    rng: np.random.Generator,
    permutations: int = PERMUTATIONS,
    told: Callable[[float], None] | None = None,
) -> Chance:
    """Deal the good cases anew within strata and keep the extremes over all conditions.

    Parameters
    ----------
    board, sets, counted
        The cases, the conditions, and what ``tally`` counted of them.
    rng
        Gives a seed to every dealing beforehand, so that threads change nothing.
    permutations
        How many dealings.
    told
        Is called with the share that is done.
    """
    seeds = rng.integers(0, 2**64, permutations, dtype=np.uint64)
    highest, lowest = np.full(permutations, -np.inf), np.full(permutations, np.inf)
    for start in range(0, permutations, _AT_ONCE):
        some = slice(start, min(start + _AT_ONCE, permutations))
        rows = dealt(board.strata, seeds[some], words=board.bits.shape[1])
        highest[some], lowest[some] = _extremes(board.bits, sets, rows, counted)
        if told:
            told(some.stop / permutations)
    return Chance(highest=highest, lowest=lowest)


def dealt(strata: Strata, seeds: Bits, *, words: int) -> Bits:
    """Return for each seed the good cases dealt anew within strata, ``(seeds, words)``."""
    from beide.discover import _kernel

    rows = np.zeros((len(seeds), words), np.uint64)

    def work(part: slice) -> None:
        _kernel.shuffle(rows[part], seeds[part], strata.starts, strata.kept)

    list(shared(work, parts(len(seeds))))
    return rows


def _extremes(bits: Bits, sets: Sets, rows: Bits, counted: Tally) -> tuple[Floats, Floats]:
    from beide.discover import _kernel

    scale = counted.scale

    def work(part: slice) -> tuple[Floats, Floats]:
        highest, lowest = np.full(len(rows), -np.inf), np.full(len(rows), np.inf)
        _kernel.extremes(
            bits, sets[part], rows, counted.expected[part], scale[part], highest, lowest
        )
        return highest, lowest

    highest, lowest = np.full(len(rows), -np.inf), np.full(len(rows), np.inf)
    for high, low in shared(work, parts(len(sets))):
        np.maximum(highest, high, out=highest)
        np.minimum(lowest, low, out=lowest)
    return highest, lowest
