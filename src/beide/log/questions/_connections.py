"""Connections: work passing from one role or team to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from beide.engine import Row, Table
from beide.errors import TooLittleData
from beide.log._hiding import MINIMUM
from beide.log._model import Log
from beide.log.questions._ask import Asked, ask
from beide.log.questions._filter import Filter
from beide.log.questions._length import length
from beide.log.questions._other import Answer
from beide.log.questions._told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection(Told):
    """Work passing from one role to another: ``count`` times, in ``cases`` cases.

    ``median`` is how long the work then waits: from the completion by the first role to the start
    by the second, or to its completion where no start is known.
    """

    from_: str
    to: str
    count: int
    cases: int
    median: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections(Answer):
    """How work passes between roles, over ``cases`` cases; the most frequent first."""

    connections: tuple[Connection, ...]


def connections(log: Log, *, where: Filter | None = None, minimum: int = MINIMUM) -> Connections:
    """Tell how work passes from role to role.

    Work passes when two events directly after each other have two different roles. An event without
    a role is no link: nothing passes to it or from it.

    Parameters
    ----------
    log
        A normalised log with roles or teams.
    where
        Which cases it is about; default all.
    minimum
        The smallest number of cases to show a connection of; 5 or more.

    Returns
    -------
    Connections
        By falling count, then by name. A median lies halfway between the two in the middle.

    Raises
    ------
    TooLittleData
        When the log has no roles; when fewer than ``minimum`` cases fit the filter, or just not
        all.
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    """
    asked = ask(log, where, minimum)
    if not log.about.roles:
        raise TooLittleData(
            what_nl="het log heeft geen rollen",
            what_en="the log has no roles",
            needed_nl="een log met een kolom voor de rol of het team",
            needed_en="a log with a column for the role or team",
        )
    names = asked.names("roles")
    found = [_connection(row, names) for row in asked.rows(_between_roles(asked))]
    shown, other = asked.apart(found, by=lambda each: (-each.count, each.from_, each.to))
    return Connections(cases=asked.count, minimum=minimum, connections=shown, other=other)


def _between_roles(asked: Asked) -> Table:
    from beide.log.questions._steps import steps

    table = steps(asked)
    # A comparison with a role that is not known is unknown, which a filter leaves out.
    passed = table.filter(table["from_role"] != table["to_role"])
    return passed.group_by("from_role", "to_role").aggregate(
        count=passed.count(),
        cases=passed["case"].nunique(),
        median=passed["waited"].quantile(0.5),
    )


def _connection(row: Row, names: Sequence[str]) -> Connection:
    return Connection(
        from_=names[row["from_role"]],
        to=names[row["to_role"]],
        count=int(row["count"]),
        cases=int(row["cases"]),
        median=length(row["median"]),
    )
