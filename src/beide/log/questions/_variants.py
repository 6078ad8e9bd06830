"""The roads that cases take: their activities, in order."""

from dataclasses import dataclass

from beide.engine import Row, Table
from beide.errors import WrongOption
from beide.log._hiding import MINIMUM
from beide.log._model import Log
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._other import Answer, Other
from beide.log.questions._told import Told

TOP = 20
"""How many variants are shown when nobody says so."""

_INT32 = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant(Told):
    """One order of activities, and how many cases have exactly that one.

    ``share`` is the part of all cases asked about, between 0 and 1.
    """

    activities: tuple[str, ...]
    cases: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants(Answer):
    """The variants of ``cases`` cases: ``different`` in all, the most frequent of them shown.

    ``other`` is every variant that is not shown, because it is rare or because it comes after the
    ones that were asked for; its ``count`` is in cases.
    """

    different: int
    variants: tuple[Variant, ...]


def variants(
    log: Log, *, where: Filter | None = None, top: int = TOP, minimum: int = MINIMUM
) -> Variants:
    """Tell which orders of activities occur, and how many cases have each.

    Parameters
    ----------
    log
        A normalised log. Events with equal times keep the file's order.
    where
        Which cases it is about; default all.
    top
        How many variants to show at most; 1 or more.
    minimum
        The smallest number of cases to show a variant of; 5 or more.

    Returns
    -------
    Variants
        By falling number of cases; with equal numbers, by the activities' place in the log.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``top`` or ``minimum`` is too small, or the filter does not fit the log.
    """
    if top < 1:
        raise WrongOption(option="top", value=top, expected_nl="1 of meer", expected_en="1 or more")
    asked = ask(log, where, minimum)
    found = asked.rows(_most_frequent(asked, top))
    different = int(found[0]["different"])
    shown = [_variant(row, asked) for row in found if row["cases"] >= minimum]
    while shown and 0 < asked.count - sum(each.cases for each in shown) < minimum:
        shown.pop()
    rest = asked.count - sum(each.cases for each in shown)
    return Variants(
        cases=asked.count,
        minimum=minimum,
        different=different,
        variants=tuple(shown),
        other=Other(rows=different - len(shown), count=rest),
    )


def _most_frequent(asked: Asked, top: int) -> Table:
    """Return the most frequent variants, with how many there are in all.

    A step is told as one number, its position before its activity, so that sorting the numbers of a
    case puts them in order on every engine.
    """
    events, size = asked.events, len(asked.activities)
    number = "int32" if asked.log.about.events * size < _INT32 else "int64"
    place = events["position"].cast("int64") * size + events["activity"]
    steps = events.select("case", step=place.cast(number))
    roads = steps.group_by("case").aggregate(road=steps["step"].collect())
    roads = roads.select(road=roads["road"].sort())
    counted = roads.group_by("road").aggregate(cases=roads.count())
    counted = counted.mutate(different=counted.count().over(), most=counted["cases"].max().over())
    # The rare ones, mostly nearly all, are not shown: those need not be put in order.
    enough = (counted["cases"] >= asked.minimum) | (counted["cases"] == counted["most"])
    found = counted.filter(enough).drop("most")
    return found.order_by(found["cases"].desc(), "road").limit(top)


def _variant(row: Row, asked: Asked) -> Variant:
    names = asked.activities
    return Variant(
        activities=tuple(names[step % len(names)] for step in row["road"]),
        cases=int(row["cases"]),
        share=row["cases"] / asked.count,
    )
