"""What every question begins with: the events of the cases that it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from beide.engine import Engine, Row, Table
from beide.errors import TooLittleData, WrongOption
from beide.log._model import Log, Part
from beide.log._promise import MINIMUM
from beide.log.questions._filter import Filter
from beide.log.questions._select import select


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The tables of the cases that a question is about, ``count`` cases in all."""

    engine: Engine
    events: Table
    cases: Table
    count: int
    activities: Sequence[str]
    """Names by their code."""

    def rows(self, expression: Table) -> list[Row]:
        """Compute an expression."""
        return self.engine.rows(expression)


def ask(log: Log, where: Filter | None, minimum: int) -> Asked:
    """Return what a question is about.

    Raises
    ------
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or so few fall outside it that they could
        be worked out by subtracting.
    """
    from beide import engine

    if minimum < MINIMUM:
        raise WrongOption(
            option="minimum",
            value=minimum,
            expected_nl=f"{MINIMUM} of meer",
            expected_en=f"{MINIMUM} or more",
        )
    here = engine.default()
    events = here.read_parquet([log.file("events")])
    cases = here.read_parquet([log.file("cases")])
    names = names_of(here, log, "activities")
    count = log.about.cases
    if where is not None:
        cases = select(log, where, cases=cases, events=events, names=names)
        count = int(here.rows(cases.aggregate(n=cases.count()))[0]["n"])
        events = events.semi_join(cases, "case")
    _check_enough(count, log.about.cases, minimum)
    return Asked(engine=here, events=events, cases=cases, count=count, activities=names)


def names_of(here: Engine, log: Log, part: Part) -> Sequence[str]:
    """Return the names of a log's ``activities`` or ``roles``, by their code."""
    table = here.read_parquet([log.file(part)])
    return here.values(table.order_by("code"), "name")


def _check_enough(count: int, all_cases: int, minimum: int) -> None:
    # How many exactly would tell the size of a group that is too small to show.
    if count < minimum:
        raise TooLittleData(
            what_nl=f"minder dan {minimum} casussen passen bij de vraag",
            what_en=f"fewer than {minimum} cases fit the question",
            needed_nl=f"minstens {minimum}",
            needed_en=f"at least {minimum}",
        )
    if 0 < all_cases - count < minimum:
        raise TooLittleData(
            what_nl=f"buiten het filter vallen minder dan {minimum} casussen, en die zijn te "
            "herleiden uit het verschil met alle casussen",
            what_en=f"fewer than {minimum} cases fall outside the filter, and the difference with "
            "all cases would give them away",
            needed_nl="een filter dat meer casussen weglaat, of geen filter",
            needed_en="a filter that leaves more cases out, or no filter",
        )
