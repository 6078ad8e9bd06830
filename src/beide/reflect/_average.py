"""The team's average place: where it lies, and in which form."""

import numpy as np

from beide.reflect._grid import FORMS, Array
from beide.reflect._posterior import Position
from beide.reflect._spread import MEANS, Spread, quantile

CONFIDENCE = 0.9


def place_of_average(spread: Spread) -> Position:
    """Return the place of the team's average on one dimension."""
    mean = float(spread.means @ MEANS)
    tail = (1 - CONFIDENCE) / 2
    low, high = quantile(MEANS, spread.means, (tail, 1 - tail))
    sd = float(np.sqrt(spread.means @ (MEANS - mean) ** 2))
    return Position(mean=mean, sd=sd, low=low, high=high, changes=spread.above(0))


def chances_of_average(spreads: tuple[Spread, Spread], near: float) -> Array:
    """Return the probability that the average lies in each form, or in it or near it."""
    changes = [spread.above(-near) for spread in spreads]
    stays = [1 - spread.above(near) for spread in spreads]
    sides = (stays, changes)
    return np.array([sides[n >> 1][0] * sides[n & 1][1] for n in range(len(FORMS))])
