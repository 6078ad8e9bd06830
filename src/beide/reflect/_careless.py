"""Whether answers look as if they were read: random or the same all along.

Used only to weigh people in a team's picture and to count; never shown of anyone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beide.reflect._grid import Array
from beide.reflect._model import POINTS, Answer, Bank, Rules
from beide.reflect._response import tables
from beide.reflect._state import check_once, state_of

MIDDLE = (POINTS + 1) // 2
# Someone who always gives the same answer still slips now and then.
STEADY = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """How many people are thought to answer at random, or the same all along."""

    random: float = 0.05
    same: float = 0.05


EXPECTED = Expected()


def attention(
    people: Sequence[Sequence[Answer]], bank: Bank, *, rules: Rules, expected: Expected = EXPECTED
) -> Array:
    """Return for each person the probability that the answers were read.

    Three explanations are compared by how likely they make the answers: reading (the model,
    averaged over all positions), answering at random, and giving the same answer all along.
    Always answering "in between" is not held against anyone: it is also what someone on the
    border says.

    Parameters
    ----------
    people
        The answers of each person.
    bank, rules
        The model.
    expected
        The shares of people for whom the other two explanations hold.

    Returns
    -------
    Array
        Shape (people,), between 0 and 1. Without answers it is what was expected beforehand.
    """
    read = 1 - expected.random - expected.same
    shares = np.array([read, expected.random, expected.same])
    rows = np.array([_likelihoods(answers, bank, rules) for answers in people]).reshape(-1, 3)
    weighed = rows * shares
    probabilities: Array = weighed[:, 0] / weighed.sum(axis=1)
    return probabilities


def _likelihoods(answers: Sequence[Answer], bank: Bank, rules: Rules) -> tuple[float, float, float]:
    check_once(answers)
    given = [answer.value for answer in answers if answer.value is not None]
    return _read(answers, bank, rules), POINTS ** -len(given), _same(given)


def _read(answers: Sequence[Answer], bank: Bank, rules: Rules) -> float:
    """Return how likely the answers are for someone who reads, wherever that person stands."""
    on = tables(bank, rules, careless=0.0)
    all_count = [Answer(answer.statement, answer.value) for answer in answers]
    evidence = state_of(all_count, bank, on).evidence[0]
    return float(evidence[0] @ on.grid.prior @ evidence[1])


def _same(given: Sequence[int]) -> float:
    slip = (1 - STEADY) / (POINTS - 1)
    buttons = [button for button in range(1, POINTS + 1) if button != MIDDLE]
    each = [STEADY ** given.count(b) * slip ** (len(given) - given.count(b)) for b in buttons]
    return sum(each) / len(each)
