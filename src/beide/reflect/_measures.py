"""How right the reflection is about people whose position is known."""

from dataclasses import dataclass

import numpy as np

from beide.reflect._grid import Array, Flags, Whole
from beide.reflect._model import Rules
from beide.reflect._simulate import People, Told

BINS = 10
CLEAR = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What was found over all people; shares are between 0 and 1.

    ``ece`` is how far stated probabilities are from how often it was so. ``accuracy`` is how often
    the likeliest form was right, ``accuracy_clear`` the same for people at least half a standard
    deviation from both borders. ``declared`` is how often one form was named and
    ``accuracy_declared`` how often the person then was in it or just next to it; ``between`` and
    ``accuracy_between`` say the same of two forms. ``coverage90`` is how often a 90% interval
    holds the true position; ``most_asked`` and ``least_asked`` are shares of people.
    """

    ece: float
    accuracy: float
    accuracy_clear: float
    declared: float
    accuracy_declared: float
    between: float
    accuracy_between: float
    coverage90: float
    median_questions: float
    mean_questions: float
    most_asked: float
    least_asked: float


def measure(people: People, told: Told, rules: Rules) -> Measures:
    """Compare what was told of people with where they are."""
    true = _form(people.positions)
    stated, right = told.forms.max(axis=1), told.forms.argmax(axis=1) == true
    declared, rightly = _declared(people, told, rules)
    between, in_pair = _between(told, true, rules, ~declared)
    inside = people.positions[..., None] - told.intervals
    return Measures(
        ece=calibration_error(stated, right),
        accuracy=_share(right),
        accuracy_clear=_share(right[(np.abs(people.positions) > CLEAR).all(axis=1)]),
        declared=_share(declared),
        accuracy_declared=_share(rightly[declared]),
        between=_share(between),
        accuracy_between=_share(in_pair[between]),
        coverage90=_share((inside[..., 0] >= 0) & (inside[..., 1] <= 0)),
        median_questions=float(np.median(told.questions)),
        mean_questions=float(told.questions.mean()),
        most_asked=float(told.asked.max() / len(true)),
        least_asked=float(told.asked.min() / len(true)),
    )


def calibration_error(stated: Array, right: Flags) -> float:
    """Return the expected calibration error: the mean gap between what is said and what is so.

    Parameters
    ----------
    stated
        Probabilities (n) that were stated.
    right
        Whether it was so (n).

    Returns
    -------
    float
        Over ten bins of equal width, weighed by how many fall in each. Chance alone makes it
        about 0.01 at 10,000.

    References
    ----------
    M. P. Naeini, G. F. Cooper and M. Hauskrecht (2015), Obtaining well calibrated probabilities
    using Bayesian binning. AAAI 29.
    """
    bins = np.minimum((stated * BINS).astype(np.int64), BINS - 1)
    gaps = np.bincount(bins, weights=stated - right, minlength=BINS)
    return float(np.abs(gaps).sum() / len(stated))


def _form(positions: Array) -> Whole:
    return 2 * (positions[:, 0] > 0) + (positions[:, 1] > 0)


def _declared(people: People, told: Told, rules: Rules) -> tuple[Flags, Flags]:
    """Return who got one form, and of everyone whether the named one is right or just next to."""
    form = told.near.argmax(axis=1)
    near = rules.near
    config, paradigm = people.positions.T
    fits_config = np.where(form >> 1, config > -near, config < near)
    fits_paradigm = np.where(form & 1, paradigm > -near, paradigm < near)
    return told.near.max(axis=1) >= rules.sure, fits_config & fits_paradigm


def _between(told: Told, true: Whole, rules: Rules, left: Flags) -> tuple[Flags, Flags]:
    """Return who of those left got two forms, and of everyone whether theirs is among the two."""
    halves = [(0, 1), (2, 3), (0, 2), (1, 3)]
    chances = np.stack([told.forms[:, list(half)].sum(axis=1) for half in halves], axis=1)
    members = np.array([[form in half for form in range(4)] for half in halves])
    return left & (chances.max(axis=1) >= rules.sure), members[chances.argmax(axis=1), true]


def _share(flags: Flags) -> float:
    return float(flags.mean()) if flags.size else float("nan")
