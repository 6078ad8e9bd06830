"""The truths as they are written down, checked once and shared."""

from functools import cache

from beide.demo._check import check
from beide.demo._toml import load
from beide.demo._truths import Truths


@cache
def truths() -> Truths:
    """Return what is true in the demo organisation's data.

    Returns
    -------
    Truths
        Frozen and shared. Waits are working hours, effects on waiting are natural logs, effects
        on chances are log odds.

    Raises
    ------
    ContentError
        When ``truths.toml`` is incomplete, contradicts itself, or names something unknown.
    """
    loaded = load(Truths, "truths.toml")
    check(loaded, file="truths.toml")
    return loaded
