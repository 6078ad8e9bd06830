"""How far a team agrees, and on which statement it differs most."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from beide.reflect._crowd import Crowd, resampled
from beide.reflect._grid import Array
from beide.reflect._model import POINTS, Bank, Dimension, Rules, Statement
from beide.reflect._response import DIMENSIONS, Tables, tables
from beide.reflect._spread import SPREADS, Spread, quantile
from beide.reflect._words import say
from beide.text import Text

DRAWS = 2_000
CLOSE = 0.75
APART = 0.4
TOO_WIDE = 0.6
# People truly differ when a spread of more than this (in standard deviations) is this sure.
LITTLE = 0.3
SURE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far people agree, with its 90% interval.

    It is 1 when all stand in one place, and 0 when they differ as much as people picked from
    everywhere. ``spread`` is how far people differ on each dimension, in standard deviations of
    the population, net of what each is unsure of.
    """

    value: float
    low: float
    high: float
    spread: Mapping[Dimension, float]

    @property
    def text(self) -> Text:
        """Say it in words."""
        if self.high - self.low > TOO_WIDE:
            return say("agreement", "unsure")
        if self.value >= CLOSE:
            return say("agreement", "close")
        return say("agreement", "apart" if self.value < APART else "partly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Divisive:
    """The statement on which people differ most.

    ``answers`` is how often each of the five is expected (sums to 1), and ``further`` by how much
    the variance of the answers exceeds that on a middling statement, with its 99% interval.
    """

    statement: Statement
    answers: tuple[float, ...]
    further: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSure:
    """No statement stands out clearly enough."""

    text: Text


def agreement(spreads: tuple[Spread, Spread]) -> Agreement:
    """Return how far people agree, from how likely each spread is on both dimensions."""
    squares = (SPREADS[:, None] ** 2 + SPREADS[None, :] ** 2) / 2
    values = np.clip(1 - squares, 0, 1).ravel()
    weights = np.outer(spreads[0].spreads, spreads[1].spreads).ravel()
    low, value, high = quantile(values, weights, (0.05, 0.5, 0.95))
    return Agreement(
        value=value,
        low=low,
        high=high,
        spread=MappingProxyType(
            {
                each: quantile(SPREADS, spread.spreads, (0.5,))[0]
                for each, spread in zip(DIMENSIONS, spreads, strict=True)
            }
        ),
    )


def divisive(
    people: Crowd,
    spreads: tuple[Spread, Spread],
    bank: Bank,
    rules: Rules,
    rng: np.random.Generator,
) -> Divisive | NotSure:
    """Return the statement on which people differ most, if that is sure.

    People answer different statements, so what each would say to all of them is predicted from
    where that person stands. A statement is shown only when people truly differ on its dimension,
    and differ more on it than on the middling statement, in nearly every team drawn anew.

    Parameters
    ----------
    people
        Enough of them; the caller minds the threshold.
    spreads
        How far they differ on both dimensions.
    bank, rules
        The model.
    rng
        Draws the teams anew.

    Returns
    -------
    Divisive or NotSure
    """
    on = tables(bank, rules)
    expected, chances = _predicted(people, on)
    variances = _weighted_variance(expected.T[:, None], people.attention[None])[:, 0]
    widest = int(variances.argmax())
    again = resampled(len(people), rng, times=DRAWS)
    drawn = _weighted_variance(expected.T[:, again], people.attention[again])
    further = drawn[widest] - np.median(drawn, axis=0)
    truly = spreads[on.dimension[widest]].spreads
    # The widest was picked out of many, so the interval is a strict one.
    low, high = np.quantile(further, (0.005, 0.995))
    if low <= 0 or truly[SPREADS > LITTLE].sum() < SURE:
        return NotSure(text=say("divisive", "not_sure"))
    shares = people.attention @ chances[:, widest] / people.attention.sum()
    return Divisive(
        statement=bank.statements[widest],
        answers=tuple(float(share) for share in shares),
        further=float(variances[widest] - np.median(variances)),
        low=float(low),
        high=float(high),
    )


def _predicted(people: Crowd, on: Tables) -> tuple[Array, Array]:
    """Return the mean answer (n, statements) and the chances of all five (n, statements, 5)."""
    chances = np.empty((len(people), len(on.key), POINTS))
    for dimension, members in enumerate(on.members):
        masses = people.planes.sum(axis=2 - dimension)
        chances[:, members] = np.einsum("ng,jkg->njk", masses, on.chances[members])
    return chances @ np.arange(1, POINTS + 1), chances


def _weighted_variance(values: Array, weight: Array) -> Array:
    total = weight.sum(axis=-1)
    mean = (weight * values).sum(axis=-1) / total
    found: Array = (weight * (values - mean[..., None]) ** 2).sum(axis=-1) / total
    return found
