"""Fit the parameters of statements to answers (marginal maximum likelihood, EM on the grid)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beide.reflect._grid import Array, Whole
from beide.reflect._model import POINTS, Answer, Bank, Parameters, Rules, Statement
from beide.reflect._response import graded, tables
from beide.reflect._state import State, plane

ROUNDS = 30
STILL = 2e-3
STEPS = 25
ENOUGH = 1e-4
# Between thresholds, and for log a: what a bank may hold.
NARROWEST = 0.05
WIDEST = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Beliefs:
    """How sure the parameters were beforehand: standard deviations of log a, and of each b."""

    sharpness: float = 0.3
    threshold: float = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """Answers 0 to 4 of n people to all statements, -1 where there is none."""

    values: Whole

    def some(self, rows: Whole) -> "Given":
        """Return some of the people."""
        return Given(self.values[rows])


def given(people: Sequence[Sequence[Answer]], bank: Bank) -> Given:
    """Return answers as a table; those that did not count are worth as much here."""
    values = np.full((len(people), len(bank.statements)), -1, dtype=np.int64)
    for row, answers in enumerate(people):
        for answer in answers:
            if answer.value is not None:
                values[row, bank.index(answer.statement)] = answer.value - 1
    return Given(values)


def log_likelihoods(answers: Given, bank: Bank, rules: Rules) -> Array:
    """Return how likely each person's answers are under a bank, as a logarithm."""
    evidence = _state(answers, bank, rules).evidence
    prior = tables(bank, rules).grid.prior
    found: Array = np.log(np.einsum("ng,gh,nh->n", evidence[:, 0], prior, evidence[:, 1]))
    return found


def fit(answers: Given, bank: Bank, rules: Rules, beliefs: Beliefs) -> dict[str, Parameters]:
    """Return the parameters that fit answers best, held near what they were.

    Parameters
    ----------
    answers
        Of many people.
    bank
        Where the parameters start, and what they are held near.
    rules
        The model; where people stand is taken to be distributed as it says.
    beliefs
        How strongly they are held.

    Returns
    -------
    dict
        Parameters of the statements that were answered.

    References
    ----------
    R. D. Bock and M. Aitkin (1981), Marginal maximum likelihood estimation of item parameters.
    Psychometrika 46, 443-459.
    """
    answered = [
        (place, statement)
        for place, statement in enumerate(bank.statements)
        if (answers.values[:, place] >= 0).any()
    ]
    now = bank
    found: dict[str, Parameters] = {}
    for _ in range(ROUNDS):
        counts = _expected_counts(answers, now, rules)
        before = found
        found = {
            statement.key: _best(
                statement, now[statement.key].parameters, counts[place], now, rules, beliefs
            )
            for place, statement in answered
        }
        now = bank.with_parameters(found)
        if before and max(_apart(before[key], found[key]) for key in found) < STILL:
            break
    return found


def _state(answers: Given, bank: Bank, rules: Rules) -> State:
    on = tables(bank, rules)
    state = State.blank(len(answers.values), on)
    for place in range(len(bank.statements)):
        who = np.flatnonzero(answers.values[:, place] >= 0)
        state.learn(who, np.full(len(who), place), answers.values[who, place], on)
    return state


def _expected_counts(answers: Given, bank: Bank, rules: Rules) -> Array:
    """Return how many people at each node are expected to have given each answer."""
    on = tables(bank, rules)
    planes = plane(_state(answers, bank, rules), on.grid)
    masses = (planes.sum(axis=2), planes.sum(axis=1))
    counts = np.zeros((len(bank.statements), POINTS, len(on.grid.nodes)))
    for place in range(len(bank.statements)):
        for value in range(POINTS):
            who = answers.values[:, place] == value
            counts[place, value] = masses[on.dimension[place]][who].sum(axis=0)
    return counts


def _best(
    statement: Statement,
    start: Parameters,
    counts: Array,
    bank: Bank,
    rules: Rules,
    beliefs: Beliefs,
) -> Parameters:
    """Find one statement's parameters by Fisher scoring; each step must be an improvement."""
    nodes = tables(bank, rules).grid.nodes
    task = Task(
        counts=counts[::-1] if statement.reversed else counts,
        nodes=nodes,
        careless=rules.careless,
        held=_flat(statement.parameters),
        precision=1 / np.array([beliefs.sharpness, *[beliefs.threshold] * 4]) ** 2,
    )
    at = _flat(start)
    value = task.value(at)
    for _ in range(STEPS):
        step = np.linalg.solve(*task.information_and_slope(at))
        better = next(
            (at + step / 2**n for n in range(10) if task.value(at + step / 2**n) > value), at
        )
        gained, at = task.value(better) - value, better
        value += gained
        if gained < ENOUGH:
            break
    first, second, third, fourth = (float(each) for each in at[1:])
    return Parameters(a=float(np.exp(at[0])), b=(first, second, third, fourth))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Task:
    """One statement to fit: log a and four thresholds, to counts of answers (5, nodes)."""

    counts: Array
    nodes: Array
    careless: float
    held: Array
    precision: Array

    def value(self, at: Array) -> float:
        """Return the expected log posterior; minus infinity where thresholds do not rise."""
        if (np.diff(at[1:]) < NARROWEST).any() or abs(at[0]) > WIDEST:
            return -np.inf
        fits = (self.counts * np.log(self._chances(at))).sum()
        return float(fits - (self.precision * (at - self.held) ** 2).sum() / 2)

    def information_and_slope(self, at: Array) -> tuple[Array, Array]:
        """Return Fisher's information (5, 5) and the slope (5) of the value."""
        chances, slopes = self._chances(at), self._slopes(at)
        slope = (slopes * (self.counts / chances)).sum(axis=(1, 2))
        people = self.counts.sum(axis=0)
        information = np.einsum("ikg,jkg,kg->ij", slopes, slopes, people / chances)
        toward = slope - self.precision * (at - self.held)
        return information + np.diag(self.precision), toward

    def _chances(self, at: Array) -> Array:
        chances = graded(float(np.exp(at[0])), at[1:], self.nodes)
        robust: Array = (1 - self.careless) * chances + self.careless / POINTS
        return robust

    def _slopes(self, at: Array) -> Array:
        """Return how each chance moves with each parameter (5, 5, nodes)."""
        a = float(np.exp(at[0]))
        away = self.nodes - at[1:, None]
        level = 1 / (1 + np.exp(-a * away))
        steep = a * level * (1 - level)
        moved = np.zeros((POINTS, POINTS + 1, len(self.nodes)))
        moved[0, 1:POINTS] = steep * away
        for threshold in range(POINTS - 1):
            moved[threshold + 1, threshold + 1] = -steep[threshold]
        slopes: Array = (1 - self.careless) * -np.diff(moved, axis=1)
        return slopes


def _flat(parameters: Parameters) -> Array:
    return np.array([np.log(parameters.a), *parameters.b])


def _apart(one: Parameters, other: Parameters) -> float:
    return float(np.abs(_flat(one) - _flat(other)).max())
