"""How far two distributions are apart."""

import numpy as np

from beide.room._arrays import Floats


def distance(one: Floats, other: Floats) -> float:
    """Return how far one set of values must be moved, in the mean, to become like the other.

    Parameters
    ----------
    one, other
        Values, of any number; zero when either is empty.

    References
    ----------
    L. N. Vaserstein (1969), Problemy Peredachi Informatsii 5(3), 64-72: the area between the two
    distribution functions.
    """
    if not len(one) or not len(other):
        return 0.0
    one, other = np.sort(one), np.sort(other)
    values = np.sort(np.concatenate([one, other]))
    below = [np.searchsorted(each, values[:-1], side="right") / len(each) for each in (one, other)]
    return float(np.sum(np.abs(below[0] - below[1]) * np.diff(values)))
