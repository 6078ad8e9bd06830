"""How long the work on an activity takes, where its start is known."""

from dataclasses import dataclass

from beide.engine import Table
from beide.errors import TooLittleData
from beide.log._hiding import MINIMUM
from beide.log._model import Log
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._length import microseconds
from beide.log.questions._other import Answer
from beide.log.questions._spread import Spread, by_activity, longest_first, spread


class Duration(Spread):
    """How long an activity takes, from its start to its completion, where its start is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Durations(Answer):
    """How long activities take, over ``cases`` cases; the one that took most time in all first."""

    activities: tuple[Duration, ...]


def durations(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Durations:
    """Tell how long the work on each activity takes.

    Parameters
    ----------
    log
        A normalised log with start times. Events without one, or that began after they were
        finished, are left out.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show an activity of; 5 or more.

    Returns
    -------
    Durations
        By falling total, then by name. Quartiles are linear between the two nearest times.

    Raises
    ------
    TooLittleData
        When no start is known; when fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    found = [Duration(**spread(row, asked)) for row in asked.rows(_taken(asked))]
    if not found:
        raise TooLittleData(
            what_nl="van geen enkele stap is bekend wanneer die begon",
            what_en="of no activity is it known when it began",
            needed_nl="een log met een kolom voor het begin",
            needed_en="a log with a column for the start",
        )
    shown, other = asked.apart(found, by=longest_first)
    return Durations(cases=asked.count, minimum=minimum, activities=shown, other=other)


def _taken(asked: Asked) -> Table:
    # A null start compares as unknown, which a filter leaves out.
    events = asked.events.filter(asked.events["start"] <= asked.events["time"])
    return by_activity(events, microseconds(events["time"], events["start"]))
