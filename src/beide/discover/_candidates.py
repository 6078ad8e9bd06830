"""Which features and which combinations of them are searched, without a look at the outcome."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from beide.discover._arrays import Codes, Sets
from beide.discover._bits import Board
from beide.discover._model import Cases, Feature, Known

FEWEST = 30
"""Cases for which a condition must hold, and cases for which it must not."""
SHARE = 0.01
_EQUAL = 0.995


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """The features to search, and why others are not.

    Attributes
    ----------
    places
        Where the searched features stand among all.
    late, equal, rare
        Features known only later, features that say the same as the outcome, and features that hold
        for too few or too many cases.
    twins
        For a searched feature the others that hold for exactly the same cases.
    """

    places: Codes
    late: tuple[Feature, ...]
    equal: tuple[Feature, ...]
    rare: int
    twins: dict[int, tuple[int, ...]]


def least_cases(cases: int) -> int:
    """Return for how many cases a condition must hold at least."""
    return max(FEWEST, int(np.ceil(SHARE * cases)))


def candidates(cases: Cases) -> Candidates:
    """Return the features that can be searched.

    A feature that is known only after the moment from which the outcome counts is left out, and so
    is one that says the same as the outcome, or the opposite, in 99.5% of the cases.
    """
    late = [f for f in cases.features if f.known_at > cases.known or f.known_at is Known.END]
    least, count = least_cases(len(cases)), len(cases)
    equal, rare, seen = [], 0, dict[bytes, int]()
    twins: dict[int, tuple[int, ...]] = {}
    for place, feature in enumerate(cases.features):
        if feature in late:
            continue
        held = cases.held[place]
        holds = int(held.sum())
        same = float((held == cases.good).mean())
        if holds < least or count - holds < least:
            rare += 1
        elif max(same, 1 - same) >= _EQUAL:
            equal.append(feature)
        elif (first := seen.setdefault(np.packbits(held).tobytes(), place)) != place:
            twins[first] = (*twins.get(first, ()), place)
    kept = list(seen.values())
    return Candidates(
        places=np.array(kept, np.int64),
        late=tuple(late),
        equal=tuple(equal),
        rare=rare,
        twins=twins,
    )


def groups(features: tuple[Feature, ...]) -> Codes:
    """Return a code for each feature's group; a feature without a group has one of its own."""
    names = [feature.group or f"{place}" for place, feature in enumerate(features)]
    _, code = np.unique(names, return_inverse=True)
    return np.asarray(code, dtype=np.int64)


def singles(features: int) -> Sets:
    """Return every feature as a condition by itself."""
    return np.stack([np.arange(features), np.full(features, -1), np.full(features, -1)], 1).astype(
        np.int32
    )


def all_pairs(group: Codes) -> Sets:
    """Return every two features of different groups."""
    first, second = np.triu_indices(len(group), 1)
    apart = group[first] != group[second]
    third = np.full(int(apart.sum()), -1)
    return np.stack([first[apart], second[apart], third], axis=1).astype(np.int32)


def conditions(board: Board, group: Codes) -> Sets:
    """Return the single features and the pairs that hold for enough cases, and not for all.

    A pair that holds for just the cases of one of its features says nothing more and is left out.
    """
    features, count = len(group), len(board.strata.order)
    together, least = board.together, least_cases(count)
    pairs = all_pairs(group)
    held = together[pairs[:, 0], pairs[:, 1]]
    alone = np.diag(together)
    smaller = np.minimum(alone[pairs[:, 0]], alone[pairs[:, 1]])
    return np.concatenate([singles(features), pairs[(held >= least) & (held < smaller)]])


def parents(row: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return a condition with each of its features left out."""
    return [parent for parent in combinations(row, len(row) - 1) if parent]
