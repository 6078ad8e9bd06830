"""Which statement to ask next, and when it is enough."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from beide.reflect._grid import Array, Flags, Whole
from beide.reflect._load import bank as shipped
from beide.reflect._model import Answer, Bank, Rules, Statement
from beide.reflect._response import Tables, tables
from beide.reflect._state import State, near_chances, plane, state_of

RULES = Rules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A statement to put before someone; ``counts`` is False for one that is only tried out."""

    statement: Statement
    counts: bool

    def answer(self, value: int | None) -> Answer:
        """Return an answer of 1 to 5, or None for "I don't know yet"."""
        return Answer(self.statement.key, value, self.counts)


def next_question(
    answers: Sequence[Answer],
    bank: Bank | None = None,
    *,
    rules: Rules = RULES,
    rng: np.random.Generator,
) -> Question | None:
    """Return what to ask next, or None when it is enough.

    It is the statement whose answer is expected to tell most about the form of change, drawn from
    the few best. "I don't know yet" tells nothing, and counts as asked.

    Parameters
    ----------
    answers
        All answers so far, in the order in which they were asked.
    bank
        The statements; the shipped ones when left out.
    rules
        How to choose and when to stop.
    rng
        Draws among the best. Make it from a number kept with the answers, together with how many
        there are, and the same question comes back after a refresh.

    Returns
    -------
    Question or None

    Raises
    ------
    WrongOption
        When a statement is answered twice or is not in the bank.

    References
    ----------
    W. J. van der Linden and P. J. Pashley (2010), Item selection and ability estimation in
    adaptive testing. In Elements of Adaptive Testing. Springer.
    """
    bank = bank or shipped()
    on = tables(bank, rules)
    state = state_of(answers, bank, on)
    planes = plane(state, on.grid)
    settled = is_settled(planes, on, rules)
    if is_finished(state, settled, rules)[0]:
        return None
    trying = rules.try_out_after == len(answers)
    chosen = choose(state, planes, settled, on, rules, rng=rng, trying=trying)
    return Question(
        statement=bank.statements[int(chosen[0])], counts=rules.try_out_counts or not trying
    )


def is_settled(planes: Array, on: Tables, rules: Rules) -> Flags:
    """Return for each person whether one form, or just next to it, is sure enough."""
    settled: Flags = near_chances(planes, on.grid).max(axis=1) >= rules.sure
    return settled


def is_finished(state: State, settled: Flags, rules: Rules) -> Flags:
    """Return for each person whether nothing more is to be asked."""
    asked = state.asked.sum(axis=1)
    enough = settled & (state.answered >= rules.per_dimension).all(axis=1)
    finished: Flags = enough | (asked >= rules.at_most) | state.asked.all(axis=1)
    return finished


def choose(
    state: State,
    planes: Array,
    settled: Flags,
    on: Tables,
    rules: Rules,
    *,
    rng: np.random.Generator,
    trying: bool,
) -> Whole:
    """Return a statement for each person: one to try out, or one of the most telling."""
    free = allowed(state, settled, on, rules)
    if trying:
        return _draw(rng.random(free.shape), free, 1, rng)
    # Equal statements should not always come in the order of the file.
    cost = expected_entropy(planes, on) + 1e-7 * rng.random(free.shape)
    return _draw(cost, free, rules.among, rng)


def expected_entropy(planes: Array, on: Tables) -> Array:
    """Return how unsure of the form (in nats) one may expect to be after each statement.

    People by statements. A statement is about one dimension, so the other one can be summed to
    its two sides first; that makes this cheap.
    """
    found = np.empty((len(planes), len(on.key)))
    half = on.grid.half
    for own, members in enumerate(on.members):
        mass = planes if own == 0 else planes.swapaxes(1, 2)
        sides = np.stack([mass[:, :, :half].sum(axis=2), mass[:, :, half:].sum(axis=2)], axis=2)
        chances = on.chances[members].reshape(-1, 2, half)
        # A small product for each person: one large product would start threads, and these cost
        # more than they bring as soon as the machine has other work.
        stays, changes = chances[:, 0] @ sides[:, :half], chances[:, 1] @ sides[:, half:]
        parts = np.stack([stays, changes]).reshape(2, len(planes), len(members), -1, 2)
        answers = parts.sum(axis=(0, 4))
        found[:, members] = _x_log_x(answers).sum(axis=2) - _x_log_x(parts).sum(axis=(0, 3, 4))
    return found


def _x_log_x(x: Array) -> Array:
    return x * np.log(np.maximum(x, 1e-300))


def allowed(state: State, settled: Flags, on: Tables, rules: Rules) -> Flags:
    """Return which statements each person may get; never none while any is left."""
    free = ~state.asked
    if rules.anchors:
        free = _prefer(free, on.anchor[None, :] > 0)
    lacking = np.maximum(rules.per_dimension - state.answered, 0)
    left = rules.at_most - state.asked.sum(axis=1)
    must = settled | (lacking.sum(axis=1) >= left)
    free = _prefer(free, ~must[:, None] | (lacking[:, on.dimension] > 0))
    # Three in a row that are answered the same way lull people into agreeing.
    run = state.last[:, 0] * (state.last[:, 0] == state.last[:, 1])
    return _prefer(free, on.key[None, :] != run[:, None])


def _prefer(free: Flags, fits: Flags) -> Flags:
    both = free & fits
    return np.where(both.any(axis=1, keepdims=True), both, free)


def _draw(cost: Array, free: Flags, among: int, rng: np.random.Generator) -> Whole:
    """Draw one of the cheapest free statements for each person."""
    cost = np.where(free, cost, np.inf)
    size = min(among, cost.shape[1])
    best = np.argpartition(cost, size - 1, axis=1)[:, :size]
    order = np.take_along_axis(cost, best, axis=1).argsort(axis=1)
    offered = np.minimum(free.sum(axis=1), size)
    drawn = (rng.random(len(cost)) * offered).astype(np.int64)
    place = np.take_along_axis(order, drawn[:, None], axis=1)
    chosen: Whole = np.take_along_axis(best, place, axis=1)[:, 0]
    return chosen
