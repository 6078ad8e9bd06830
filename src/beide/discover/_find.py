"""From cases to what goes together with going well: search, inference, choice."""

from collections.abc import Callable, Sequence

import numpy as np

from beide.discover._arrays import Flags
from beide.discover._candidates import Candidates, candidates
from beide.discover._checks import check, check_depth, check_share
from beide.discover._choose import Rule, choose
from beide.discover._finding import Found
from beide.discover._model import Cases
from beide.discover._permute import PERMUTATIONS
from beide.discover._search import Search
from beide.discover._sizes import detectable
from beide.discover._strata import Strata, strata, unsorted

ALPHA = 0.05
MOST = 7


def find(
    cases: Cases,
    *,
    rng: np.random.Generator,
    depth: int = 3,
    alpha: float = ALPHA,
    most: int = MOST,
    permutations: int = PERMUTATIONS,
    given: Sequence[Flags] = (),
    told: Callable[[float], None] | None = None,
) -> Found:
    """Find under which conditions cases go well more often than comparable cases.

    Conditions of one and two features are tested on all cases: the good cases are dealt anew within
    type and week, and a condition is told when it scores higher than the best of all conditions
    does in all but a few dealings (Westfall-Young). Conditions of three are searched in one half of
    the weeks and tested in the other. Each that is told is sure given those before it, and better
    than it is without any one of its features.

    Parameters
    ----------
    cases
        The cases.
    rng
        Where chance comes from; the same generator gives the same answer.
    depth
        The most features in a condition: 1, 2 or 3.
    alpha
        How often anything at all is told when nothing is true; at most.
    most
        How many conditions to tell at most.
    permutations
        How often the good cases are dealt anew.
    given
        Conditions that were told before, each a flag for every case.
    told
        Is called with the share that is done.

    Returns
    -------
    Found
        What was found, possibly nothing.

    Raises
    ------
    TooLittleData
        When there are too few cases or weeks, or hardly any that went well or did not.
    WrongOption
        When an option is out of range, or types are nearly as many as cases.

    References
    ----------
    P. H. Westfall and S. S. Young (1993), Resampling-based multiple testing. Wiley.
    """
    check(cases)
    check_depth(depth)
    check_share("alpha", alpha)
    kept = candidates(cases)
    grouped = strata(key=cases.kind, week=cases.week, good=cases.good)
    if not len(kept.places):
        return _nothing(cases, kept, grouped, alpha, permutations)
    search = Search(cases, kept, grouped, depth=depth, alpha=alpha, rng=rng, times=permutations)
    pool, limit = search.pairs(told)
    if search.has_triples:
        pool += search.triples()
    rule = Rule(given=given, key=search.key, most=most, alpha=alpha, permutations=permutations)
    chosen = choose(pool, search.ground(), rule, rng=rng)
    return Found(
        findings=tuple(search.finding(each) for each in chosen),
        searched=search.searched,
        candidates=kept,
        weeks=grouped.weeks,
        detectable=detectable(cases.good, search.code, limit=limit),
        alpha=alpha,
        permutations=permutations,
    )


def _nothing(
    cases: Cases, kept: Candidates, grouped: Strata, alpha: float, permutations: int
) -> Found:
    return Found(
        findings=(),
        searched=(0, 0, 0),
        candidates=kept,
        weeks=grouped.weeks,
        detectable=detectable(cases.good, unsorted(grouped), limit=0.0),
        alpha=alpha,
        permutations=permutations,
    )
