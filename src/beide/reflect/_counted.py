"""A team's picture from cards: how often each answer was given, not who gave which together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from beide.change import Form
from beide.errors import WrongOption
from beide.reflect._average import chances_of_average, place_of_average
from beide.reflect._grid import Array, Grid, Whole
from beide.reflect._hidden import Hidden, Thresholds, Why
from beide.reflect._load import bank as shipped
from beide.reflect._model import POINTS, Bank, Dimension, Rules
from beide.reflect._posterior import Position, Posterior
from beide.reflect._response import DIMENSIONS, Tables, tables
from beide.reflect._spread import MEANS, SPREADS, USUAL, Spread, likelihoods, normals, team_spread
from beide.reflect._spread import POINTS as PLACES
from beide.reflect._sureness import where_it_stands
from beide.reflect._verdict import Kind, judge, title
from beide.text import Text

RULES = Rules()
THRESHOLDS = Thresholds()
HAIR = 1e-9
Counts = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedPicture:
    """How a team sees a tension, from counted cards.

    ``people`` is how many cards there were. ``kind`` and ``forms`` are about the team's average
    place, in ``positions``; ``cloud`` is where its people are expected to stand, and ``chances``
    how much of that lies in each form. How far people agree cannot be told from counts: two halves
    that see it each their own way leave the same ticks as people who are all of two minds.
    """

    people: int
    chances: Mapping[Form, float]
    cloud: Posterior
    positions: Mapping[Dimension, Position]
    kind: Kind
    forms: tuple[Form, ...]
    title: Text
    sentences: tuple[Text, Text]


def counted(
    counts: Counts,
    bank: Bank | None = None,
    *,
    people: int,
    rules: Rules = RULES,
    thresholds: Thresholds = THRESHOLDS,
) -> CountedPicture | Hidden:
    """Return how a team sees a tension, from how often each answer was given to each statement.

    The counts of all statements are weighed together as if each came from other people, and their
    weight is then lowered to what answers of the same people are worth.

    Parameters
    ----------
    counts
        For each statement's key how often 1, 2, 3, 4 and 5 were ticked. Together they may be fewer
        than there are people: some do not know yet.
    bank
        The statements; the shipped ones when left out.
    people
        How many cards there were.
    rules
        The model, and how sure one must be.
    thresholds
        ``result`` is how many people there must be.

    Returns
    -------
    CountedPicture or Hidden
        Hidden when there were fewer cards than ``thresholds.result``, or when no statement was
        answered by as many people.

    Raises
    ------
    WrongOption
        When a statement is not in the bank, or its counts are not five numbers that people can
        have given.

    References
    ----------
    C. Varin, N. Reid and D. Firth (2011), An overview of composite likelihood methods.
    Statistica Sinica 21, 5-42.
    """
    bank = bank or shipped()
    table = {bank.index(key): _row(key, row, people) for key, row in counts.items()}
    most = max((int(row.sum()) for row in table.values()), default=0)
    if min(people, most) < max(thresholds.result, 1):
        return Hidden(why=Why.TOO_FEW, needed=thresholds.result)
    return _picture(table, people, tables(bank, rules), rules)


def _row(key: str, row: Sequence[int], people: int) -> Whole:
    fits = len(row) == POINTS and all(
        isinstance(each, int | np.integer) and each >= 0 for each in row
    )
    if not fits or sum(row) > people:
        raise WrongOption(
            option=f"counts[{key!r}]",
            expected_nl=f"{POINTS} hele getallen van 0 of meer, samen hoogstens {people}",
            expected_en=f"{POINTS} whole numbers of 0 or more, together at most {people}",
            value=list(row),
        )
    return np.array(row, dtype=np.int64)


def _picture(table: Mapping[int, Whole], people: int, on: Tables, rules: Rules) -> CountedPicture:
    by_dimension = [
        {each: table[each] for each in members.tolist() if each in table} for members in on.members
    ]
    answered = [sum(int(row.sum()) for row in rows.values()) for rows in by_dimension]
    spreads = (_spread(by_dimension[0], people, on), _spread(by_dimension[1], people, on))
    cloud = Posterior(np.outer(_stand(spreads[0], on.grid), _stand(spreads[1], on.grid)), on.grid)
    places = [place_of_average(spread) for spread in spreads]
    chances = chances_of_average(spreads, 0.0)
    nearly = chances_of_average(spreads, rules.near)
    kind, forms = judge(chances, nearly, (answered[0], answered[1]), rules)
    return CountedPicture(
        people=people,
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
    )


def _spread(rows: Mapping[int, Whole], people: int, on: Tables) -> Spread:
    """Return how likely each mean and spread is, from the counts on one dimension."""
    chances = on.chances[list(rows)].reshape(-1, len(on.grid.nodes))
    counts = np.array(list(rows.values()), dtype=np.float64).ravel()
    if counts.sum() == 0:
        return team_spread(np.zeros((0, len(MEANS), len(SPREADS))), np.zeros(0))
    weight = _worth(chances, counts.sum() / people, on)
    return team_spread(likelihoods(chances, on.grid.nodes), weight * counts)


def _worth(chances: Array, each: float, on: Tables) -> float:
    """Return what an answer is worth when someone gives this many on one dimension.

    Someone's answers share where that person stands. With ``noise`` the variance of what one
    answer says and ``among`` that between people, the mean of n people who give m answers each has
    variance among / n + noise / (n m), where answers of as many different people would have
    (among + noise) / (n m).
    """
    slopes = np.gradient(chances, on.grid.nodes, axis=1)
    information = (slopes**2 / chances).sum(axis=0) / (len(chances) / POINTS)
    prior = on.grid.prior.sum(axis=0)
    noise, among = 1 / float(information @ prior), USUAL**2
    return float((among + noise) / (max(each, 1.0) * among + noise))


def _stand(spread: Spread, on: Grid) -> Array:
    """Return where people are expected to stand on one dimension, over the nodes; sums to 1."""
    shares = spread.weights.ravel() @ normals()
    # A point on an edge belongs half to either square.
    sides = (PLACES - HAIR, PLACES + HAIR)
    halves = [np.histogram(side, bins=on.edges, weights=shares)[0] for side in sides]
    found: Array = (halves[0] + halves[1]) / (halves[0] + halves[1]).sum()
    return found
