"""How a team's view shifted between two rounds, from the same people twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from beide.errors import TooLittleData
from beide.reflect._crowd import Answers, Crowd, crowd, has_answers
from beide.reflect._hidden import Hidden, Thresholds, Why
from beide.reflect._load import bank as shipped
from beide.reflect._model import Bank, Dimension, Rules
from beide.reflect._response import DIMENSIONS
from beide.reflect._words import say
from beide.text import Text

RULES = Rules()
THRESHOLDS = Thresholds()
LEAST_PAIRS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """How far people moved on one dimension on average, in standard deviations of the population.

    Above 0 is towards change. ``low`` and ``high`` are a 95% interval; ``clearly_more`` and
    ``clearly_less`` the probability of a move of more than the least that matters, up or down.
    """

    mean: float
    low: float
    high: float
    clearly_more: float
    clearly_less: float

    @property
    def text(self) -> Text:
        """Say whether it moved."""
        if self.low > 0:
            return say("shift", "grew")
        return say("shift", "shrank" if self.high < 0 else "unclear")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How a team's view shifted: ``people`` took part both times."""

    people: int
    dimensions: Mapping[Dimension, Shifted]


def shift(
    before: Mapping[str, Answers],
    after: Mapping[str, Answers],
    bank: Bank | None = None,
    *,
    rules: Rules = RULES,
    thresholds: Thresholds = THRESHOLDS,
    least: float = 0.3,
) -> Shift | Hidden:
    """Return how the same people's view shifted between two rounds, or why that is not shown.

    Only people in both rounds are compared: two rounds of different people may differ without
    anyone having changed their mind.

    Parameters
    ----------
    before, after
        The answers of each person under a key that is the same both times and says nothing else.
    bank
        The statements; the shipped ones when left out.
    rules
        The model.
    thresholds
        How many people must be in both rounds. People in only one of them must be none, or as
        many as that: the rounds' own results together with this one would tell what they said.
    least
        The least move that matters, in standard deviations.

    Returns
    -------
    Shift or Hidden

    Raises
    ------
    TooLittleData
        When nobody is in both rounds, so that there is nothing to compare.
    """
    first = {key for key, answers in before.items() if has_answers(answers)}
    second = {key for key, answers in after.items() if has_answers(answers)}
    both = sorted(first & second)
    if first and second and not both:
        raise TooLittleData(
            what_nl="de twee rondes hebben geen enkele deelnemer gemeen",
            what_en="the two rounds have no participant in common",
            needed_nl="twee rondes van dezelfde mensen",
            needed_en="two rounds of the same people",
        )
    if len(both) < max(thresholds.result, LEAST_PAIRS):
        return Hidden(why=Why.TOO_FEW, needed=thresholds.result)
    if any(
        0 < len(one - other) < thresholds.result
        for one, other in ((first, second), (second, first))
    ):
        return Hidden(why=Why.PART_OF_THEM, needed=thresholds.result)
    bank = bank or shipped()
    rounds = [crowd([answers[key] for key in both], bank, rules) for answers in (before, after)]
    moved = {each: _moved(rounds, d, least) for d, each in enumerate(DIMENSIONS)}
    return Shift(people=len(both), dimensions=MappingProxyType(moved))


def _moved(rounds: list[Crowd], dimension: int, least: float) -> Shifted:
    from scipy.special import stdtr, stdtrit  # slow to import, and only needed here

    one, other = rounds
    variance = one.variance[:, dimension] + other.variance[:, dimension]
    known = np.isfinite(variance)
    weight = np.where(known, np.minimum(one.attention, other.attention), 0.0)
    moves = np.where(known, other.place[:, dimension] - one.place[:, dimension], 0.0)
    count = weight.sum() ** 2 / max(float((weight**2).sum()), 1e-12)
    if count < LEAST_PAIRS - 1:
        return Shifted(mean=0.0, low=-np.inf, high=np.inf, clearly_more=0.5, clearly_less=0.5)
    mean = float(weight @ moves / weight.sum())
    squares = float(weight**2 @ (moves - mean) ** 2) / float(weight.sum()) ** 2
    # Nobody moving a hair is possible on paper; on a scale of five points it is not certainty.
    error = max(float(np.sqrt(squares * count / (count - 1))), 1e-9)
    reach = float(stdtrit(count - 1, 0.975)) * error
    return Shifted(
        mean=mean,
        low=mean - reach,
        high=mean + reach,
        clearly_more=float(stdtr(count - 1, (mean - least) / error)),
        clearly_less=float(stdtr(count - 1, (-least - mean) / error)),
    )
