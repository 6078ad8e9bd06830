"""What is known of many people at once; one person is a crowd of one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beide.errors import WrongOption
from beide.reflect._grid import Array, Flags, Grid, Whole
from beide.reflect._model import Answer, Bank
from beide.reflect._response import Tables


@dataclass(slots=True, eq=False)
class State:
    """Answers so far, of n people.

    ``evidence`` (n, 2, nodes) holds how well each position on each dimension fits the answers,
    ``asked`` (n, statements) what was asked, ``answered`` (n, 2) how many answers each dimension
    has, and ``last`` (n, 2) the keys of the last two statements, the latest first.
    """

    evidence: Array
    asked: Flags
    answered: Whole
    last: Whole

    @classmethod
    def blank(cls, people: int, on: Tables) -> "State":
        """Return people who were asked nothing yet."""
        return cls(
            evidence=np.ones((people, 2, len(on.grid.nodes))),
            asked=np.zeros((people, len(on.key)), dtype=bool),
            answered=np.zeros((people, 2), dtype=np.int64),
            last=np.zeros((people, 2), dtype=np.int64),
        )

    def ask(self, who: Whole, statements: Whole, on: Tables) -> None:
        """Note that these people were asked these statements."""
        self.asked[who, statements] = True
        self.last[who, 1] = self.last[who, 0]
        self.last[who, 0] = on.key[statements]

    def learn(self, who: Whole, statements: Whole, values: Whole, on: Tables) -> None:
        """Take in answers 0 to 4; each person at most once in a call."""
        dimension = on.dimension[statements]
        self.evidence[who, dimension] *= on.chances[statements, values]
        self.answered[who, dimension] += 1

    def among(self, who: Whole | Flags) -> "State":
        """Return a copy with some of the people."""
        return State(self.evidence[who], self.asked[who], self.answered[who], self.last[who])


def state_of(answers: Sequence[Answer], bank: Bank, on: Tables) -> State:
    """Return the state of one person; raise WrongOption when a statement is answered twice."""
    check_once(answers)
    state = State.blank(1, on)
    me = np.zeros(1, dtype=np.int64)
    for answer in answers:
        statement = np.array([bank.index(answer.statement)])
        state.ask(me, statement, on)
        if answer.counts and answer.value is not None:
            state.learn(me, statement, np.array([answer.value - 1]), on)
    return state


def check_once(answers: Sequence[Answer]) -> None:
    """Refuse a second answer to one statement: nothing is counted twice."""
    seen = set()
    for answer in answers:
        if answer.statement in seen:
            raise WrongOption(
                option="answers",
                expected_nl="een lijst met één antwoord per stelling",
                expected_en="a list with one answer to each statement",
                value=answer.statement,
            )
        seen.add(answer.statement)


def plane(state: State, on: Grid) -> Array:
    """Return the posterior over the plane, people by rows by columns; each sums to 1."""
    weights = on.prior * state.evidence[:, 0, :, None] * state.evidence[:, 1, None, :]
    normalised: Array = weights / weights.sum(axis=(1, 2), keepdims=True)
    return normalised


def form_chances(planes: Array, on: Grid) -> Array:
    """Return the probability of each form, people by four, in the order of ``FORMS``."""
    size = len(planes)
    sides = planes.reshape(size, 2, on.half, 2, on.half)
    found: Array = sides.sum(axis=(2, 4)).reshape(size, 4)
    return found


def near_chances(planes: Array, on: Grid) -> Array:
    """Return the probability of being in each form or just next to it, people by four."""
    found: Array = (on.near @ planes @ on.near.T).reshape(len(planes), 4)
    return found
