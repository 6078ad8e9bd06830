"""A team's picture: the cloud, the forms, how far people agree. Nothing in it is about a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from beide.change import Form
from beide.reflect._agreement import Agreement, Divisive, NotSure, agreement, divisive
from beide.reflect._average import chances_of_average, place_of_average
from beide.reflect._crowd import Answers, Crowd, crowd, has_answers
from beide.reflect._hidden import Hidden, Thresholds, Why
from beide.reflect._load import bank as shipped
from beide.reflect._model import Bank, Dimension, Rules
from beide.reflect._posterior import Position, Posterior
from beide.reflect._response import DIMENSIONS, tables
from beide.reflect._spread import Spread, likelihoods, team_spread
from beide.reflect._sureness import where_it_stands
from beide.reflect._verdict import Kind, judge, title
from beide.text import Text

RULES = Rules()
THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPicture:
    """How a team sees a tension.

    ``people`` gave at least one answer that says something; of these ``careless`` seem not to have
    read the statements, and weigh less. ``chances`` is the mean of what each person's answers say.
    ``kind`` and ``forms`` are about the team's average place, in ``positions``; a team that
    differs much may stand nowhere in particular. ``divisive`` and ``agreement`` may be hidden.
    """

    people: int
    careless: int
    chances: Mapping[Form, float]
    cloud: Posterior
    positions: Mapping[Dimension, Position]
    kind: Kind
    forms: tuple[Form, ...]
    title: Text
    sentences: tuple[Text, Text]
    agreement: Agreement | Hidden
    divisive: Divisive | NotSure | Hidden


def team_picture(
    people: Sequence[Answers],
    bank: Bank | None = None,
    *,
    rules: Rules = RULES,
    thresholds: Thresholds = THRESHOLDS,
    rng: np.random.Generator,
) -> TeamPicture | Hidden:
    """Return how a team sees a tension, or why that is not shown.

    Parameters
    ----------
    people
        The answers of each person, in any order.
    bank
        The statements; the shipped ones when left out.
    rules
        The model, and how sure one must be.
    thresholds
        How many people must have answered, for any result and for how far they differ.
    rng
        Draws the team anew, for intervals.

    Returns
    -------
    TeamPicture or Hidden
        Hidden when fewer people answered than ``thresholds.result``.

    Raises
    ------
    WrongOption
        When someone answers a statement twice, or one that is not in the bank.

    References
    ----------
    R. J. Mislevy (1984), Estimating latent distributions. Psychometrika 49, 359-381.
    """
    bank = bank or shipped()
    answered = [answers for answers in people if has_answers(answers)]
    if len(answered) < max(thresholds.result, 1):
        return Hidden(why=Why.TOO_FEW, needed=thresholds.result)
    them = crowd(answered, bank, rules)
    return _picture(them, bank, rules, thresholds, rng)


def _picture(
    them: Crowd, bank: Bank, rules: Rules, thresholds: Thresholds, rng: np.random.Generator
) -> TeamPicture:
    cloud = _cloud(them, bank, rules)
    spreads = (_spread(them, 0, cloud), _spread(them, 1, cloud))
    places = [place_of_average(spread) for spread in spreads]
    chances = chances_of_average(spreads, 0.0)
    nearly = chances_of_average(spreads, rules.near)
    known = np.isfinite(them.variance).sum(axis=0)
    kind, forms = judge(chances, nearly, (int(known[0]), int(known[1])), rules)
    hidden = Hidden(why=Why.TOO_FEW, needed=thresholds.spread)
    enough = len(them) >= thresholds.spread
    return TeamPicture(
        people=len(them),
        careless=int((them.attention < 0.5).sum()),
        chances=cloud.forms,
        cloud=cloud,
        positions=MappingProxyType(dict(zip(DIMENSIONS, places, strict=True))),
        kind=kind,
        forms=forms,
        title=title(kind, forms),
        sentences=(
            where_it_stands(DIMENSIONS[0], places[0].changes),
            where_it_stands(DIMENSIONS[1], places[1].changes),
        ),
        agreement=agreement(spreads) if enough else hidden,
        divisive=divisive(them, spreads, bank, rules, rng) if enough else hidden,
    )


def _cloud(them: Crowd, bank: Bank, rules: Rules) -> Posterior:
    share = them.attention / them.attention.sum()
    return Posterior(np.tensordot(share, them.planes, axes=1), tables(bank, rules).grid)


def _spread(them: Crowd, dimension: int, cloud: Posterior) -> Spread:
    found = likelihoods(them.evidence[:, dimension], cloud.grid.nodes)
    return team_spread(found, them.attention)
