"""What the answers say: one form, between two, or still open. Never forced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

import numpy as np

from beide.change import Form, content
from beide.reflect._choose import is_finished, is_settled
from beide.reflect._grid import FORMS, Array
from beide.reflect._load import bank as shipped
from beide.reflect._model import Answer, Bank, Dimension, Rules
from beide.reflect._posterior import Position, Posterior, posterior
from beide.reflect._response import DIMENSIONS, tables
from beide.reflect._state import State, form_chances, near_chances, plane, state_of
from beide.reflect._sureness import how_sure, where_it_stands
from beide.reflect._words import capital, say
from beide.text import Text

RULES = Rules()

# Two forms share one answer: both stay or both change, in one dimension.
HALVES = tuple(
    (dimension, tuple(n for n in range(4) if (n >> 1 if dimension == 0 else n & 1) == side))
    for dimension in (0, 1)
    for side in (0, 1)
)


class Kind(StrEnum):
    """How far the answers carry."""

    FORM = "form"
    BETWEEN = "between"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """How much an answer added to (or took from) the probability of the verdict."""

    answer: Answer
    change: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the answers say, and how sure that is.

    ``forms`` holds one form, two forms with the likeliest first, or none when it is still open.
    ``weighed`` lists the answers that count, the one that weighed most first. ``is_finished``
    tells whether there is nothing more to ask. ``sentences`` tell each dimension in words, and
    ``sureness`` the whole as a number of people out of ten.
    """

    kind: Kind
    forms: tuple[Form, ...]
    chances: Mapping[Form, float]
    positions: Mapping[Dimension, Position]
    cloud: Posterior
    answered: int
    asked: int
    is_finished: bool
    weighed: tuple[Weighed, ...]
    title: Text
    sentences: tuple[Text, Text]
    sureness: Text


def verdict(
    answers: Sequence[Answer], bank: Bank | None = None, *, rules: Rules = RULES
) -> Verdict:
    """Return which form of change these answers point to, and how sure that is.

    One form is named when at least ``rules.sure`` of the probability lies in it or just next to
    it. If not, and that much lies in two forms that share an answer, it is between those two.
    Otherwise it is still open. Nothing is said about a dimension with fewer answers than
    ``rules.per_dimension``.

    Parameters
    ----------
    answers
        At most one for each statement, in any order; may be given while people still answer.
    bank
        The statements; the shipped ones when left out.
    rules
        How sure one must be, and the model.

    Returns
    -------
    Verdict

    Raises
    ------
    WrongOption
        When a statement is answered twice or is not in the bank.
    """
    bank = bank or shipped()
    on = tables(bank, rules)
    state = state_of(answers, bank, on)
    planes = plane(state, on.grid)
    cloud = posterior(answers, bank, rules=rules)
    chances = form_chances(planes, on.grid)[0]
    enough = (int(state.answered[0, 0]), int(state.answered[0, 1]))
    kind, forms = judge(chances, near_chances(planes, on.grid)[0], enough, rules)
    positions = MappingProxyType({each: cloud.position(each) for each in DIMENSIONS})
    return Verdict(
        kind=kind,
        forms=forms,
        chances=cloud.forms,
        positions=positions,
        cloud=cloud,
        answered=sum(enough),
        asked=len(answers),
        is_finished=bool(is_finished(state, is_settled(planes, on, rules), rules)[0]),
        weighed=_weigh(answers, forms or (FORMS[int(chances.argmax())],), bank, rules),
        title=title(kind, forms),
        sentences=(
            where_it_stands(DIMENSIONS[0], positions[DIMENSIONS[0]].changes),
            where_it_stands(DIMENSIONS[1], positions[DIMENSIONS[1]].changes),
        ),
        sureness=how_sure(forms, cloud.forms, cloud.nearly) if sum(enough) else _nothing(),
    )


def judge(
    chances: Array, nearly: Array, answered: tuple[int, int], rules: Rules
) -> tuple[Kind, tuple[Form, ...]]:
    """Return how far these probabilities (four each) carry, and to which forms."""
    enough = [count >= rules.per_dimension for count in answered]
    best = int(nearly.argmax())
    if all(enough) and nearly[best] >= rules.sure:
        return Kind.FORM, (FORMS[best],)
    halves = [half for dimension, half in HALVES if enough[dimension]]
    pair = max(halves, key=lambda half: float(chances[list(half)].sum()), default=())
    if pair and chances[list(pair)].sum() >= rules.sure:
        ordered = sorted(pair, key=lambda n: -chances[n])
        return Kind.BETWEEN, tuple(FORMS[n] for n in ordered)
    return Kind.OPEN, ()


def title(kind: Kind, forms: tuple[Form, ...]) -> Text:
    """Return the verdict as a heading."""
    named = dict(
        zip(("form", "other"), (content().forms[form].name for form in forms), strict=False)
    )
    return capital(say("title", kind, **named))


def _nothing() -> Text:
    return say("sureness", "nothing")


def _weigh(
    answers: Sequence[Answer], forms: tuple[Form, ...], bank: Bank, rules: Rules
) -> tuple[Weighed, ...]:
    """Leave out each answer in turn, and see what becomes of the verdict."""
    counting = [a for a in answers if a.counts and a.value is not None]
    if not counting:
        return ()
    on = tables(bank, rules)
    places = [FORMS.index(form) for form in forms]
    states = [state_of([b for b in counting if b is not a], bank, on) for a in (*counting, None)]
    evidence = np.concatenate([state.evidence for state in states])
    state = State(evidence, states[0].asked, states[0].answered, states[0].last)
    found = form_chances(plane(state, on.grid), on.grid)[:, places].sum(axis=1)
    weighed = [
        Weighed(answer=answer, change=float(found[-1] - left))
        for answer, left in zip(counting, found[:-1], strict=True)
    ]
    return tuple(sorted(weighed, key=lambda each: -abs(each.change)))
