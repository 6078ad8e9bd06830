"""Connections: work passing from one role or team to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from beide.engine import Row, Table
from beide.errors import TooLittleData
from beide.log._model import Log
from beide.log._promise import MINIMUM
from beide.log.questions._ask import Asked, ask, names_of
from beide.log.questions._filter import Filter
from beide.log.questions._length import length
from beide.log.questions._other import Other, apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """Work passing from one role to another: ``count`` times, in ``cases`` cases.

    ``median`` is how long the work then waits: from the completion by the first role to the start
    by the second, or to its completion where no start is known.
    """

    from_: str
    to: str
    count: int
    cases: int
    median: timedelta

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, in seconds, with ``from`` for ``from_``."""
        return {
            "from": self.from_,
            "to": self.to,
            "count": self.count,
            "cases": self.cases,
            "median": self.median.total_seconds(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """How work passes between roles, over ``cases`` cases; the most frequent first."""

    cases: int
    minimum: int
    connections: tuple[Connection, ...]
    other: Other

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "cases": self.cases,
            "minimum": self.minimum,
            "connections": [connection.to_dict() for connection in self.connections],
            "other": self.other.to_dict(),
        }


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
    names = names_of(asked.engine, log, "roles")
    found = [_connection(row, names) for row in asked.rows(_between_roles(asked))]
    found.sort(key=lambda each: (-each.count, each.from_, each.to))
    shown, other = apart(found, minimum)
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
