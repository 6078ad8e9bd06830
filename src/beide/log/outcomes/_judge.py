"""Which cases are good."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import and_, eq, ge, gt, le, lt, ne, or_

from beide.engine import Table
from beide.errors import WrongOption
from beide.log._model import Log
from beide.log.outcomes._attribute import typed
from beide.log.outcomes._condition import Compare, Good, Node
from beide.log.outcomes._outcome import Outcome
from beide.log.outcomes._signs import Sign
from beide.log.outcomes._tables import Tables, tables
from beide.log.outcomes._values import with_values

_COMPARE = {"<=": le, "<": lt, ">=": ge, ">": gt, "=": eq, "!=": ne}
_EQUAL: frozenset[Sign] = frozenset({"=", "!="})
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GoodCases:
    """Which of ``cases`` cases are good: ``good`` of them.

    ``table`` is an expression for the engine, with a row for each case that is over and of which
    every outcome in the condition is known: ``case`` (its code in the log, int32), ``first`` and
    ``last`` (times in UTC) and ``good`` (boolean).
    """

    condition: Good
    cases: int
    good: int
    table: Table


def good_cases(log: Log, good: Good) -> GoodCases:
    """Tell of every case that is over whether its result is good.

    A case of which one of the outcomes is not known counts as neither, also where the others are
    known: else cases without a rating would seem to be slow ones only.

    Parameters
    ----------
    log
        A normalised log.
    good
        When a result is good.

    Returns
    -------
    GoodCases
        One row for each case that counts.

    Raises
    ------
    WrongOption
        When the log has no such attribute, activity or team, or a value does not fit it.
    TooLittleData
        When of no case it is known when its activities began, and the condition needs that.
    """
    here = tables(log)
    table = judged(here, good)
    counted = table.aggregate(cases=table.count(), good=table["good"].sum())
    seen = here.rows(counted)[0]
    return GoodCases(
        condition=good, cases=int(seen["cases"]), good=int(seen["good"] or 0), table=table
    )


def judged(tables: Tables, good: Good) -> Table:
    """Return ``case``, ``first``, ``last`` and ``good`` of each case that counts."""
    outcomes = good.outcomes
    known = with_values(tables, outcomes)
    columns = {outcome: known[f"value_{place}"] for place, outcome in enumerate(outcomes)}
    return known.select("case", "first", "last", good=_holds(good.node, columns))


def _holds(node: Node, columns: Mapping[Outcome, Table]) -> Table:
    if isinstance(node, Compare):
        return _compared(node, columns[node.outcome])
    join = and_ if node.word == "and" else or_
    return reduce(join, (_holds(part, columns) for part in node.parts))


def _compared(node: Compare, value: Table) -> Table:
    against = node.value
    if isinstance(against, timedelta):
        against = against // _MICROSECOND
    elif isinstance(against, str):
        if node.sign not in _EQUAL and not value.type().is_numeric():
            raise WrongOption(
                option=node.outcome.name,
                value=node.source,
                expected_nl="met = of != vergeleken, want het kenmerk bevat geen getallen",
                expected_en="compared by = or !=, as the attribute holds no numbers",
            )
        against = typed(value, node.outcome.name, against)
    return _COMPARE[node.sign](value, against)
