"""The outcomes of the cases of a log."""

from dataclasses import dataclass

from beide.engine import Table
from beide.log._model import Log
from beide.log.outcomes._outcome import UNITS, Measure, Outcome
from beide.log.outcomes._tables import tables
from beide.log.outcomes._values import measure_of, with_values
from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OutcomeTable:
    """The outcome of each case that is over and of which it is known: ``cases`` in all.

    ``table`` is an expression for the engine, with a row a case: ``case`` (its code in the log,
    int32), ``first`` and ``last`` (times in UTC) and ``value``: whole microseconds (int64) of a
    time, true or false (boolean) of a yes or no, a number (float64), or a category (text).
    """

    outcome: Outcome
    measure: Measure
    cases: int
    table: Table

    @property
    def unit(self) -> Text:
        """In what the values are, for people."""
        return UNITS[self.measure]


def outcomes(log: Log, outcome: Outcome) -> OutcomeTable:
    """Return the outcome of every case that is over.

    Cases that still go on, or that began before the log does, have no outcome.

    Parameters
    ----------
    log
        A normalised log.
    outcome
        What is measured.

    Returns
    -------
    OutcomeTable
        One row for each case that is over and of which the outcome is known.

    Raises
    ------
    WrongOption
        When the log has no such attribute, activity or team.
    TooLittleData
        When of no case it is known when its activities began, and the outcome needs that.
    """
    here = tables(log)
    found = with_values(here, [outcome]).rename(value="value_0")
    return OutcomeTable(
        outcome=outcome,
        measure=measure_of(here, outcome),
        cases=here.rows_in(found),
        table=found,
    )
