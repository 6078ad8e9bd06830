"""From cases to what goes together with going well: search, inference, choice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np

from beide.discover._arrays import Codes, Flags
from beide.discover._bits import Board, tally
from beide.discover._candidates import Candidates, candidates, conditions, groups, singles
from beide.discover._checks import check, check_depth, check_share
from beide.discover._choose import POOL, Ground, Rule, Sure, choose
from beide.discover._honest import Half, fits, halves, honest
from beide.discover._model import Cases
from beide.discover._permute import PERMUTATIONS, chance
from beide.discover._sizes import Quarter, Size, detectable, quarters, size
from beide.discover._strata import Strata, joined, strata

ALPHA = 0.05
MOST = 7
_TO_PAIRS = 0.6
"""The part of the error rate for up to two features; the rest is for three."""
_STABLE = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finding:
    """A condition that goes together with going well.

    Attributes
    ----------
    features
        The places of its features among the features of the cases.
    mask
        The cases for which it holds.
    where
        The cases on which it rests: all, or for three features the half that did not propose it.
    p
        How often chance alone does as well somewhere in the whole search.
    size
        How large the difference is.
    quarters
        The difference in each quarter of the time.
    """

    features: tuple[int, ...]
    mask: Flags
    where: Flags
    p: float
    size: Size
    quarters: tuple[Quarter, ...]

    @property
    def held_in(self) -> int:
        """In how many quarters cases with the condition went well more often."""
        return sum(
            quarter.difference is not None and quarter.difference > 0 for quarter in self.quarters
        )

    @property
    def stable(self) -> bool:
        """Whether that is three quarters or more."""
        return self.held_in >= _STABLE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """What a search found, and what it rests on.

    Attributes
    ----------
    findings
        At most seven, in the order in which they were chosen.
    searched
        How many conditions were tried, of one, two and three features.
    candidates
        Which features were searched, and why others were not.
    weeks
        How many weeks comparable cases may lie apart.
    detectable
        The difference that would mostly have been found, for a condition that holds for one in ten.
    """

    findings: tuple[Finding, ...]
    searched: tuple[int, int, int]
    candidates: Candidates
    weeks: int
    detectable: float
    alpha: float
    permutations: int


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
    search = _Search(cases, kept, grouped, depth=depth, alpha=alpha, rng=rng, times=permutations)
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


def unsorted(grouped: Strata) -> Codes:
    """Return the stratum of each case in the order the cases came in."""
    code = np.empty_like(grouped.code)
    code[grouped.order] = grouped.code
    return code


class _Search:
    """One search: the cases that it is in, how the error rate is divided, and what was tested."""

    def __init__(
        self,
        cases: Cases,
        kept: Candidates,
        grouped: Strata,
        *,
        depth: int,
        alpha: float,
        rng: np.random.Generator,
        times: int,
    ) -> None:
        self.cases, self.grouped, self.places = cases, grouped, kept.places
        self.rng, self.times, self.depth = rng, times, depth
        self.group = groups(tuple(cases.features[place] for place in kept.places.tolist()))
        self.code = unsorted(grouped)
        self.held = cases.held[kept.places]
        self.sets = singles(len(self.group))
        self.extra: list[Flags] = []
        count = len(self.group)
        self.has_triples = depth == 3 and count > 2 and fits(count, len(cases))
        self.to_pairs = alpha * (_TO_PAIRS if self.has_triples else 1.0)
        self.to_half = (alpha - self.to_pairs) / 2
        self.searched = (count, 0, 0)

    def pairs(self, told: Callable[[float], None] | None) -> tuple[list[Sure], float]:
        """Return the sure conditions of one or two features, and the score that chance reaches."""
        board = Board.of(self.held, self.cases.good, self.grouped)
        if self.depth > 1:
            self.sets = conditions(board, self.group)
        counted = tally(board, self.sets)
        drawn = chance(board, self.sets, counted, rng=self.rng, permutations=self.times, told=told)
        p, scores, limit = drawn.p(counted.score), counted.score, drawn.limit(self.to_pairs)
        one = len(self.group)
        self.searched = (one, len(self.sets) - one, 0)
        everywhere = np.ones(len(self.cases), np.bool_)
        places = np.flatnonzero(p <= self.to_pairs)
        best = places[np.argsort(-scores[places], kind="stable")][:POOL]
        pool = [
            Sure(
                row=tuple(int(part) for part in self.sets[at] if part >= 0),
                at=at,
                mask=board.mask(self.sets[at]),
                where=everywhere,
                p=float(p[at]),
                score=float(scores[at]),
                limit=limit,
            )
            for at in best.tolist()
        ]
        return pool, limit

    def triples(self) -> list[Sure]:
        """Return the sure conditions of three features."""
        pool = []
        for half in honest(
            held=self.held,
            good=self.cases.good,
            key=self.cases.kind,
            week=self.cases.week,
            weeks=self.grouped.weeks,
            group=self.group,
            rng=self.rng,
            permutations=self.times,
        ):
            pool += self._tested(half)
        one, two, _ = self.searched
        self.searched = (one, two, comb(one, 3))
        return pool

    def _tested(self, half: Half) -> list[Sure]:
        """Add what a half tested to the family, and return what is sure of it."""
        where = np.zeros(len(self.cases), np.bool_)
        where[half.cases] = True
        rows = [tuple(int(part) for part in each) for each in half.sets]
        masks = [np.logical_and.reduce(self.held[list(row)], axis=0) for row in rows]
        first, limit = len(self.sets) + len(self.extra), half.chance.limit(self.to_half)
        self.extra += [mask & where for mask in masks]
        return [
            Sure(
                row=rows[at],
                at=first + at,
                mask=masks[at],
                where=where,
                p=float(half.p[at]),
                score=float(half.counted.score[at]),
                limit=limit,
            )
            for at in np.flatnonzero(half.p <= self.to_half).tolist()
        ]

    def ground(self) -> Ground:
        """Return the cases with everything that was tested on them."""
        features = len(self.group)
        tested = singles(len(self.extra))
        tested[:, 0] += features
        return Ground(
            held=np.concatenate([self.held, np.array(self.extra)]) if self.extra else self.held,
            features=features,
            sets=np.concatenate([self.sets, tested]),
            good=self.cases.good,
            week=self.cases.week,
            code=self.code,
            shortest=self.grouped.weeks,
        )

    def key(self, before: Sequence[Flags]) -> Codes:
        """Return what may not differ within a stratum, given what was told before."""
        parts = [self.cases.kind, *before]
        if self.has_triples:
            parts.append(halves(self.cases.week, self.grouped.weeks))
        return joined(*parts)

    def finding(self, sure: Sure) -> Finding:
        """Return a condition with its size and how it held over time."""
        good, code, week = self.cases.good, self.code, self.cases.week
        where, mask = sure.where, sure.mask
        return Finding(
            features=tuple(int(self.places[part]) for part in sure.row),
            mask=mask,
            where=where,
            p=sure.p,
            size=size(mask[where], good[where], code[where], limit=sure.limit),
            quarters=quarters(mask[where], good[where], code[where], week[where]),
        )
