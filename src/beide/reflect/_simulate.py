"""People with a known position, who answer as the model says, or worse."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from beide.reflect._choose import choose, is_finished, is_settled
from beide.reflect._grid import Array, Whole
from beide.reflect._model import POINTS, Bank, Parameters, Rules, Statement
from beide.reflect._posterior import quantiles
from beide.reflect._response import Tables, tables
from beide.reflect._state import State, form_chances, near_chances, plane

CHUNK = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """How people answer.

    ``noise`` is the share of random answers; ``style`` how much people differ in saying yes to
    anything, in standard deviations of the scale.
    """

    noise: float = 0.0
    style: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Positions (n, 2) and the tendency to say yes (n)."""

    positions: Array
    yes: Array

    def some(self, part: slice) -> "People":
        """Return a part of the people."""
        return People(self.positions[part], self.yes[part])


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What the reflection says of n people.

    ``forms`` and ``near`` (n, 4) are the chances of each form and of being in or just next to it,
    ``intervals`` (n, 2, 2) the ends of the 90% intervals, ``questions`` (n) how many there were,
    and ``asked`` (statements) how often each came.
    """

    forms: Array
    near: Array
    intervals: Array
    questions: Whole
    asked: Array


def with_sharpness(bank: Bank, a: float) -> Bank:
    """Return the bank with one sharpness for all; words, keys and thresholds stay."""
    return bank.with_parameters(
        {each.key: Parameters(a=a, b=each.parameters.b) for each in bank.statements}
    )


def draw_people(count: int, world: World, rules: Rules, rng: np.random.Generator) -> People:
    """Draw people from the distribution that the reflection assumes."""
    covariance = np.array([[1, rules.correlation], [rules.correlation, 1]])
    positions = rng.standard_normal((count, 2)) @ np.linalg.cholesky(covariance).T
    return People(positions, world.style * rng.standard_normal(count))


class Answering:
    """Draws answers 0 to 4 from people, by the parameters of a bank."""

    def __init__(self, bank: Bank, world: World, rng: np.random.Generator) -> None:
        each: tuple[Statement, ...] = bank.statements
        self.a = np.array([one.parameters.a for one in each])
        self.b = np.array([one.parameters.b for one in each])
        self.key = np.array([-1 if one.reversed else 1 for one in each])
        self.world, self.rng = world, rng

    def draw(self, people: People, who: Whole, statements: Whole, on: Tables) -> Whole:
        """Return the answers of these people to these statements, one each."""
        key = self.key[statements]
        position = people.positions[who, on.dimension[statements]] + key * people.yes[who]
        steps = self.a[statements, None] * (position[:, None] - self.b[statements])
        level = (self.rng.random((len(who), 1)) < 1 / (1 + np.exp(-steps))).sum(axis=1)
        answers = np.where(key > 0, level, POINTS - 1 - level)
        random = self.rng.random(len(who)) < self.world.noise
        return np.where(random, self.rng.integers(0, POINTS, len(who)), answers)


def adaptive(
    people: People, bank: Bank, rules: Rules, world: World, rng: np.random.Generator
) -> Told:
    """Let everyone go through the reflection, many at once, by the same functions as one person."""
    on = tables(bank, rules)
    answering = Answering(bank, world, rng)
    return _joined([_told(_reflect(part, on, rules, answering), on) for part in _chunks(people)])


def fixed(
    people: People, bank: Bank, length: int, rules: Rules, world: World, rng: np.random.Generator
) -> Told:
    """Ask everyone the same statements: as many of each dimension and key as can be."""
    on = tables(bank, rules)
    answering = Answering(bank, world, rng)
    order = _balanced(on)[:length]
    return _joined([_told(_ask_all(part, order, on, answering), on) for part in _chunks(people)])


def _chunks(people: People) -> Iterator[People]:
    count = len(people.yes)
    return (people.some(slice(start, start + CHUNK)) for start in range(0, count, CHUNK))


def _reflect(people: People, on: Tables, rules: Rules, answering: Answering) -> State:
    state = State.blank(len(people.yes), on)
    busy = np.arange(len(people.yes))
    for step in range(rules.at_most + 1):
        planes = plane(state.among(busy), on.grid)
        settled = is_settled(planes, on, rules)
        going = ~is_finished(state.among(busy), settled, rules)
        busy, planes, settled = busy[going], planes[going], settled[going]
        if not busy.size:
            break
        trying = step == rules.try_out_after
        chosen = choose(
            state.among(busy), planes, settled, on, rules, rng=answering.rng, trying=trying
        )
        state.ask(busy, chosen, on)
        if rules.try_out_counts or not trying:
            state.learn(busy, chosen, answering.draw(people, busy, chosen, on), on)
    return state


def _balanced(on: Tables) -> Whole:
    """Return all statements, those nearest to the border first, dimensions and keys in turn."""
    nodes = on.grid.nodes
    # How fast the mean answer changes at the border tells both sharpness and location.
    means = np.tensordot(on.chances, np.arange(POINTS), axes=(1, 0))
    slope = np.abs(np.diff(means[:, np.abs(nodes).argsort()[:2]], axis=1))[:, 0]
    kinds = [
        sorted(np.flatnonzero((on.dimension == d) & (on.key == k)), key=lambda i: -slope[i])
        for k, d in ((1, 0), (-1, 1), (-1, 0), (1, 1))
    ]
    turns = max(len(kind) for kind in kinds)
    return np.array([kind[turn] for turn in range(turns) for kind in kinds if turn < len(kind)])


def _ask_all(people: People, order: Whole, on: Tables, answering: Answering) -> State:
    state = State.blank(len(people.yes), on)
    who = np.arange(len(people.yes))
    for statement in order:
        same = np.full(len(who), statement)
        state.ask(who, same, on)
        state.learn(who, same, answering.draw(people, who, same, on), on)
    return state


def _told(state: State, on: Tables) -> Told:
    planes = plane(state, on.grid)
    ends = [quantiles(planes.sum(axis=axis), on.grid, (0.05, 0.95)) for axis in (2, 1)]
    return Told(
        forms=form_chances(planes, on.grid),
        near=near_chances(planes, on.grid),
        intervals=np.stack(ends, axis=1),
        questions=state.asked.sum(axis=1),
        asked=state.asked.sum(axis=0).astype(np.float64),
    )


def _joined(parts: list[Told]) -> Told:
    return Told(
        forms=np.concatenate([part.forms for part in parts]),
        near=np.concatenate([part.near for part in parts]),
        intervals=np.concatenate([part.intervals for part in parts]),
        questions=np.concatenate([part.questions for part in parts]),
        asked=np.sum([part.asked for part in parts], axis=0),
    )
