"""What is believed about one number: Student's t distributions, weighted."""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from beide.effect._arrays import Floats

_HALVINGS = 32
_UNLIKELY = 1e-7


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """Weighted t distributions with the same degrees of freedom, for one series or for many.

    Attributes
    ----------
    weights, means, scales
        ``(series, cells)``; the weights of a series add up to 1.
    freedom
        Degrees of freedom, above 2.
    """

    weights: Floats
    means: Floats
    scales: Floats
    freedom: float

    def below(self, value: Floats | float) -> Floats:
        """Return the probability that the number is below a value, ``(..., series)``."""
        value = np.asarray(value, dtype=np.float64)[..., None]
        chances = stdtr(self.freedom, (value - self.means) / self.scales)
        total: Floats = (self.weights * chances).sum(axis=-1)
        return total

    def quantiles(self, *chances: float) -> Floats:
        """Return what the number is below with these probabilities, ``(chances, series)``."""
        wanted = np.array(chances)[:, None]
        likely = self._without_unlikely() if len(self.weights) == 1 else self
        return _halved(likely, wanted)

    def _without_unlikely(self) -> "Mixture":
        """Return one series without the cells that change nothing."""
        kept = self.weights[0] > _UNLIKELY
        weights = self.weights[:, kept] / self.weights[:, kept].sum()
        return Mixture(weights, self.means[:, kept], self.scales[:, kept], self.freedom)

    @property
    def mean(self) -> Floats:
        """The mean, ``(series,)``."""
        total: Floats = (self.weights * self.means).sum(axis=1)
        return total

    @property
    def sd(self) -> Floats:
        """The standard deviation, ``(series,)``."""
        within = self.scales**2 * self.freedom / (self.freedom - 2)
        between = (self.means - self.mean[:, None]) ** 2
        found: Floats = np.sqrt((self.weights * (within + between)).sum(axis=1))
        return found


def _halved(belief: Mixture, wanted: Floats) -> Floats:
    """Return quantiles by halving the range between the lowest and the highest cell's."""
    each = belief.means + belief.scales * stdtrit(belief.freedom, wanted)[..., None]
    low, high = each.min(axis=2), each.max(axis=2)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        is_low = belief.below(middle) < wanted
        low, high = np.where(is_low, middle, low), np.where(is_low, high, middle)
    found: Floats = (low + high) / 2
    return found
