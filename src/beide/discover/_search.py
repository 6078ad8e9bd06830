"""One search: pairs on all cases, threes in halves, and the family of all that was tested."""

from collections.abc import Callable, Sequence
from math import comb

import numpy as np

from beide.discover._arrays import Codes, Flags
from beide.discover._bits import Board, tally
from beide.discover._candidates import Candidates, conditions, groups, singles
from beide.discover._choose import POOL, Ground, Sure
from beide.discover._finding import Finding
from beide.discover._honest import Half, fits, halves, honest
from beide.discover._model import Cases
from beide.discover._permute import chance
from beide.discover._sizes import quarters, size
from beide.discover._strata import Strata, joined, unsorted

_TO_PAIRS = 0.6
"""The part of the error rate for up to two features; the rest is for three."""


class Search:
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
