"""How long work waits before each activity."""

from dataclasses import dataclass

from beide.engine import Table
from beide.log._hiding import MINIMUM
from beide.log._model import Log
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._other import Answer
from beide.log.questions._spread import Spread, by_activity, longest_first, spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait(Spread):
    """How long work waits before an activity, since what was done before it was completed.

    ``count`` is how often the activity comes after another event. For ``start_known`` of those the
    waiting ends when the work begins; for the others it ends when the activity is completed, so
    that the work itself is in it.
    """

    start_known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Answer):
    """How long work waits, over ``cases`` cases; where it waits longest in all comes first."""

    activities: tuple[Wait, ...]


def waiting(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Waiting:
    """Tell how long work waits before each activity.

    Waiting runs from the completion of the event before to the start of the work, or to its
    completion where no start is known. Work that began earlier than that did not wait. The first
    event of a case has nothing to wait for.

    Parameters
    ----------
    log
        A normalised log.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show an activity of; 5 or more.

    Returns
    -------
    Waiting
        By falling total, then by name. Quartiles are linear between the two nearest times.

    Raises
    ------
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or just not all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    found = [
        Wait(**spread(row, asked), start_known=int(row["start_known"]))
        for row in asked.rows(_waited(asked))
    ]
    shown, other = asked.apart(found, by=longest_first)
    return Waiting(cases=asked.count, minimum=minimum, activities=shown, other=other)


def _waited(asked: Asked) -> Table:
    from beide.log.questions._steps import steps

    table = steps(asked)
    return by_activity(table, table["waited"], start_known=table["start_known"].sum())
