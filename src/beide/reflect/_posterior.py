"""Where someone stands, as far as the answers tell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from beide.change import Form
from beide.reflect._grid import FORMS, Array, Grid
from beide.reflect._load import bank as shipped
from beide.reflect._model import Answer, Bank, Dimension, Rules
from beide.reflect._response import DIMENSIONS, tables
from beide.reflect._state import form_chances, near_chances, plane, state_of

RULES = Rules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place on one dimension, and how likely it is that it changes.

    In standard deviations of the population; above 0 means that it changes.
    """

    mean: float
    sd: float
    low: float
    high: float
    changes: float


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """A cloud on the plane: ``weights`` sums to 1, rows are configuration, columns paradigm."""

    weights: Array
    grid: Grid

    @property
    def forms(self) -> Mapping[Form, float]:
        """The probability of each form."""
        return _by_form(form_chances(self.weights[None], self.grid)[0])

    @property
    def nearly(self) -> Mapping[Form, float]:
        """The probability of being in each form or just next to it. These sum to more than 1."""
        return _by_form(near_chances(self.weights[None], self.grid)[0])

    def position(self, dimension: Dimension, *, confidence: float = 0.9) -> Position:
        """Return the place on one dimension, with an interval of this probability."""
        masses = self.weights.sum(axis=1 - DIMENSIONS.index(dimension))
        nodes = self.grid.nodes
        mean = float(masses @ nodes)
        tail = (1 - confidence) / 2
        low, high = quantiles(masses[None], self.grid, (tail, 1 - tail))[0]
        return Position(
            mean=mean,
            sd=float(np.sqrt(masses @ (nodes - mean) ** 2)),
            low=float(low),
            high=float(high),
            changes=float(masses[self.grid.half :].sum()),
        )


def posterior(
    answers: Sequence[Answer], bank: Bank | None = None, *, rules: Rules = RULES
) -> Posterior:
    """Return where someone stands after these answers.

    The order of the answers makes no difference. "I don't know yet" and answers that do not count
    change nothing.

    Parameters
    ----------
    answers
        At most one for each statement.
    bank
        The statements; the shipped ones when left out.
    rules
        ``careless`` and ``correlation`` are part of the model, ``near`` shapes the grid.

    Returns
    -------
    Posterior

    Raises
    ------
    WrongOption
        When a statement is answered twice or is not in the bank.
    """
    bank = bank or shipped()
    on = tables(bank, rules)
    return Posterior(plane(state_of(answers, bank, on), on.grid)[0], on.grid)


def quantiles(masses: Array, on: Grid, levels: tuple[float, ...]) -> Array:
    """Return quantiles of distributions over the nodes (n, nodes), even inside a square."""
    reached = np.concatenate([np.zeros((len(masses), 1)), masses.cumsum(axis=1)], axis=1)
    rows = np.arange(len(masses))
    found = []
    for level in levels:
        # The last edge at or below the level; rounding must not push it off the grid.
        before = np.minimum((reached <= level).sum(axis=1) - 1, masses.shape[1] - 1)
        inside = (level - reached[rows, before]) / np.maximum(masses[rows, before], 1e-300)
        found.append(on.edges[before] + np.clip(inside, 0, 1) * (on.edges[1] - on.edges[0]))
    return np.stack(found, axis=1)


def _by_form(chances: Array) -> Mapping[Form, float]:
    pairs = zip(FORMS, chances, strict=True)
    return MappingProxyType({form: float(chance) for form, chance in pairs})
