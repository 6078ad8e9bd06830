"""A team's answers as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beide.reflect._careless import attention
from beide.reflect._grid import Array, Whole
from beide.reflect._model import Answer, Bank, Rules
from beide.reflect._response import tables
from beide.reflect._state import plane, state_of

Answers = Sequence[Answer]
LEAST_INFORMATION = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Answers of n people.

    ``planes`` (n, nodes, nodes) are their clouds, ``attention`` (n) how likely it is that they
    read the statements, and ``evidence`` (n, 2, nodes) how well each node fits the answers.
    ``place`` and ``variance`` (n, 2) are what the answers alone say; the variance is infinite
    where they say nothing.
    """

    planes: Array
    attention: Array
    evidence: Array
    place: Array
    variance: Array

    def __len__(self) -> int:
        return len(self.attention)


def has_answers(answers: Answers) -> bool:
    """Return whether at least one answer says something."""
    return any(answer.counts and answer.value is not None for answer in answers)


def crowd(people: Sequence[Answers], bank: Bank, rules: Rules) -> Crowd:
    """Return people's answers as arrays."""
    on = tables(bank, rules)
    states = [state_of(answers, bank, on) for answers in people]
    evidence = np.concatenate([state.evidence for state in states])
    states[0].evidence = evidence
    place, variance = _alone(evidence, on.grid.nodes)
    heed = attention(people, bank, rules=rules)
    return Crowd(plane(states[0], on.grid), heed, evidence, place, variance)


def _alone(evidence: Array, nodes: Array) -> tuple[Array, Array]:
    """Return mean and variance of what the answers say, without the pull to the middle.

    A posterior is drawn towards the population's mean, and more so after few answers. Averages
    and differences need that taken out, or a team that answered little would seem to agree.
    """
    prior = np.exp(-(nodes**2) / 2)
    prior /= prior.sum()
    weights = evidence * prior
    weights /= weights.sum(axis=2, keepdims=True)
    mean = weights @ nodes
    spread = np.maximum((weights * (nodes - mean[..., None]) ** 2).sum(axis=2), 1e-6)
    information = 1 / spread - 1 / float(prior @ nodes**2)
    known = information > LEAST_INFORMATION
    information = np.where(known, information, 1.0)
    return np.where(known, mean / spread / information, 0.0), np.where(
        known, 1 / information, np.inf
    )


def resampled(count: int, rng: np.random.Generator, *, times: int) -> Whole:
    """Return people drawn again with replacement: (times, count) places in the list."""
    return rng.integers(0, count, (times, count))
