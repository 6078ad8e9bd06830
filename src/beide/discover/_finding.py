"""What a search among cases finds."""

from dataclasses import dataclass

from beide.discover._arrays import Flags
from beide.discover._candidates import Candidates
from beide.discover._sizes import Quarter, Size

STABLE = 3
"""In how many of the four quarters a condition must do better to be called stable."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Finding:
    """A condition that goes together with going well.

    Attributes
    ----------
    features
        The places of its features among the features of the cases.
    mask
        The cases for which it holds.
    where
        The cases on which it rests: all, or for three features the half that did not propose it.
    p
        How often chance alone does as well somewhere in the whole search.
    size
        How large the difference is.
    quarters
        The difference in each quarter of the time.
    """

    features: tuple[int, ...]
    mask: Flags
    where: Flags
    p: float
    size: Size
    quarters: tuple[Quarter, ...]

    @property
    def held_in(self) -> int:
        """In how many quarters cases with the condition went well more often."""
        return sum(
            quarter.difference is not None and quarter.difference > 0 for quarter in self.quarters
        )

    @property
    def stable(self) -> bool:
        """Whether that is three quarters or more."""
        return self.held_in >= STABLE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """What a search found, and what it rests on.

    Attributes
    ----------
    findings
        At most seven, in the order in which they were chosen.
    searched
        How many conditions were tried, of one, two and three features.
    candidates
        Which features were searched, and why others were not.
    weeks
        How many weeks comparable cases may lie apart.
    detectable
        The difference that would mostly have been found, for a condition that holds for one in ten.
    """

    findings: tuple[Finding, ...]
    searched: tuple[int, int, int]
    candidates: Candidates
    weeks: int
    detectable: float
    alpha: float
    permutations: int
