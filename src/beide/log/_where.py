"""Where in a source something is, to tell a person."""

from collections.abc import Callable
from dataclasses import dataclass

from beide.engine import Engine, Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A column of a source: its name in the file, and in the parts that were read."""

    file: str
    column: str
    field: str
    line: Callable[[int], int]


def first_row(engine: Engine, raw: Table, condition: Table, field: str) -> Row:
    """Return ``row`` and ``value`` of the first row in the file where a condition holds."""
    found = raw.filter(condition).order_by("row").limit(1)
    return engine.rows(found.select("row", value=found[field]))[0]
