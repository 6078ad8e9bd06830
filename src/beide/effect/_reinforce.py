"""Do both modes strengthen each other? Only told where there is enough to tell."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from beide.effect._arrays import Floats
from beide.effect._panel import Lead, lead
from beide.errors import WrongOption
from beide.text import Text

FEWEST_TEAMS = 6
FEWEST_MONTHS = 18
PERMUTATIONS = 1999
_SURE = 0.05


class Reinforces(StrEnum):
    """What can be said of the exchange as a whole."""

    BOTH = "both"
    ONE = "one"
    AGAINST = "against"
    CANNOT_TELL = "cannot_tell"
    TOO_LITTLE = "too_little"


_WORDS = {
    Reinforces.BOTH: Text(
        nl="Beide kanten op gaat meer samen met meer, een maand later, in dezelfde teams.",
        en="Both ways, more goes together with more, a month later, in the same teams.",
    ),
    Reinforces.ONE: Text(
        nl="Eén kant op gaat meer samen met meer, een maand later. De andere kant op is dat niet "
        "te zien.",
        en="One way, more goes together with more, a month later. The other way it cannot be seen.",
    ),
    Reinforces.AGAINST: Text(
        nl="Meer van het één gaat samen met minder van het ander, een maand later. Kijk samen "
        "waar ze elkaar in de weg zitten.",
        en="More of the one goes together with less of the other, a month later. Look together "
        "at where they get in each other's way.",
    ),
    Reinforces.CANNOT_TELL: Text(
        nl="In deze maanden is geen duidelijk verband te zien. Dat wil niet zeggen dat het er "
        "niet is.",
        en="No clear connection can be seen in these months. That does not mean there is none.",
    ),
    Reinforces.TOO_LITTLE: Text(
        nl="Te weinig om te zeggen: er zijn {teams} teams en {months} maanden, nodig zijn "
        f"{FEWEST_TEAMS} teams en {FEWEST_MONTHS} maanden. Begin je in teams na elkaar, dan is "
        "het eerder te zien.",
        en="Too little to tell: there are {teams} teams and {months} months, and "
        f"{FEWEST_TEAMS} teams and {FEWEST_MONTHS} months are needed. If teams start one after "
        "another, it can be seen sooner.",
    ),
}


@dataclass(frozen=True, slots=True)
class Direction:
    """One way: what leads, and what follows a month later.

    ``p`` is corrected for asking both ways. ``is_clear`` says it is at most 5%.
    """

    strength: float
    p: float
    is_clear: bool

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {"strength": self.strength, "p": self.p, "is_clear": self.is_clear}


@dataclass(frozen=True, slots=True)
class Reinforcement:
    """Whether the hierarchy's promise and the network's exploring go before each other.

    Attributes
    ----------
    verdict
        Both ways, one way, against each other, cannot tell, or too little to tell.
    to_promise
        From exploring to the promise a month later; ``None`` when there is too little.
    to_exploring
        From the promise to exploring a month later; ``None`` when there is too little.
    teams, months
        On how much it rests.
    left_out
        Teams with a month missing.
    """

    verdict: Reinforces
    to_promise: Direction | None
    to_exploring: Direction | None
    teams: int
    months: int
    left_out: int

    @property
    def text(self) -> Text:
        """The verdict in a sentence."""
        return _WORDS[self.verdict].format(teams=self.teams, months=self.months)

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "verdict": str(self.verdict),
            "text": {"nl": self.text.nl, "en": self.text.en},
            "to_promise": self.to_promise.to_dict() if self.to_promise else None,
            "to_exploring": self.to_exploring.to_dict() if self.to_exploring else None,
            "teams": self.teams,
            "months": self.months,
            "left_out": self.left_out,
        }


def reinforcement(
    *,
    promise: Floats,
    exploring: Floats,
    rng: np.random.Generator,
    permutations: int = PERMUTATIONS,
) -> Reinforcement:
    """Tell whether the promise and exploring strengthen each other, by team and month.

    Each month of the one is held against the month before of the other and of itself, with team
    and month effects and team trends. Whole paths are permuted between teams, both ways, and the
    two p-values are corrected by Holm's method.

    Parameters
    ----------
    promise
        How well the promise was kept, higher is better, ``(teams, months)``.
    exploring
        How much was explored, ``(teams, months)``. A team with a month missing (NaN) in either is
        left out.
    rng
        Where the permutations come from.
    permutations
        How many.

    Returns
    -------
    Reinforcement
        With fewer than 6 teams or 18 months: that it is too little to tell.

    Raises
    ------
    WrongOption
        When the two are not of the same shape.

    References
    ----------
    S. Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    """
    promise, exploring = _checked(promise, exploring)
    whole = np.isfinite(promise).all(axis=1) & np.isfinite(exploring).all(axis=1)
    promise, exploring = promise[whole], exploring[whole]
    teams, months = promise.shape
    left_out = int((~whole).sum())
    if teams < FEWEST_TEAMS or months < FEWEST_MONTHS:
        return Reinforcement(Reinforces.TOO_LITTLE, None, None, teams, months, left_out)
    ways = (
        lead(exploring, promise, rng=rng, permutations=permutations),
        lead(promise, exploring, rng=rng, permutations=permutations),
    )
    there, back = holm(ways)
    verdict = _verdict((there, back))
    return Reinforcement(verdict, there, back, teams, months, left_out)


def holm(ways: tuple[Lead, Lead]) -> tuple[Direction, Direction]:
    """Return two directions with p-values that allow for both having been asked."""
    least, most = min(way.p for way in ways), max(way.p for way in ways)
    first = min(1.0, 2 * least)
    second = max(first, most)
    one, other = ways
    p_one, p_other = (first, second) if one.p <= other.p else (second, first)
    return (
        Direction(one.strength, p_one, p_one <= _SURE),
        Direction(other.strength, p_other, p_other <= _SURE),
    )


def _verdict(ways: tuple[Direction, Direction]) -> Reinforces:
    clear = [way for way in ways if way.is_clear]
    if not clear:
        return Reinforces.CANNOT_TELL
    if any(way.strength < 0 for way in clear):
        return Reinforces.AGAINST
    return Reinforces.BOTH if len(clear) == len(ways) else Reinforces.ONE


def _checked(promise: Floats, exploring: Floats) -> tuple[Floats, Floats]:
    one, other = np.asarray(promise, dtype=np.float64), np.asarray(exploring, dtype=np.float64)
    if one.ndim != 2 or one.shape != other.shape:
        raise WrongOption(
            option="promise / exploring",
            value=f"{one.shape} / {other.shape}",
            expected_nl="allebei teams bij maanden, even groot",
            expected_en="both teams by months, of the same shape",
        )
    return one, other
