"""Cases of which the truth is known."""

import numpy as np

from beide.discover._model import Cases, Feature


def features(count: int) -> tuple[Feature, ...]:
    return tuple(Feature(kind="attribute", values={"name": f"x{n}"}) for n in range(count))


def cases(
    seed: int = 1, *, count: int = 2000, width: int = 12, weeks: int = 40, helps: float = 0.0
) -> Cases:
    """Return cases of three types with shocks by week; the first two features together may help."""
    rng = np.random.default_rng(seed)
    week = np.sort(rng.integers(0, weeks, count))
    kind = rng.integers(0, 3, count)
    held = rng.random((width, count)) < 0.25 + 0.1 * kind
    level = rng.standard_normal(weeks)[week] * 0.5 + 0.6 * kind + rng.standard_normal(count)
    level += helps * (held[0] & held[1])
    return Cases(good=level > 0.6, kind=kind, week=week, features=features(width), held=held)
