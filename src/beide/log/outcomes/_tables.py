"""The tables of a log, on the engine that computes with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from beide.engine import Engine, Row, Table
from beide.errors import EngineFailure
from beide.log._model import Log, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The events and cases of a log, and the engine that computes with them."""

    log: Log
    engine: Engine
    events: Table
    cases: Table

    def rows(self, expression: Table) -> list[Row]:
        """Compute an expression that has few rows."""
        return self.engine.rows(expression)

    def rows_in(self, expression: Table) -> int:
        """Return how many rows an expression has."""
        return int(self.rows(expression.aggregate(n=expression.count()))[0]["n"])

    def names(self, part: Part) -> Sequence[str]:
        """Return the names of the ``activities`` or ``roles``, by their code."""
        return names_in(self.log.file(part))


def names_in(path: Path) -> Sequence[str]:
    """Return the names in ``activities.parquet`` or ``roles.parquet``, by their code."""
    try:
        seen = path.stat()
        return _names_in(path, (seen.st_ino, seen.st_mtime_ns, seen.st_size))
    except (OSError, ValueError) as error:
        raise EngineFailure(detail=str(error)) from error


@lru_cache(maxsize=256)
def _names_in(path: Path, _mark: tuple[int, int, int]) -> Sequence[str]:
    """Read names once for as long as the file is the same one: every question asks for them."""
    from pyarrow import parquet

    held = parquet.read_table(path, columns=["code", "name"])
    return tuple(held.sort_by("code")["name"].to_pylist())


def tables(log: Log) -> Tables:
    """Return the tables of a log."""
    from beide import engine

    here = engine.default()
    return Tables(
        log=log,
        engine=here,
        events=here.read_parquet([log.file("events")]),
        cases=here.read_parquet([log.file("cases")]),
    )


def whole_cases(cases: Table) -> Table:
    """Return the cases that are over and began inside the log: no other has an outcome."""
    return cases.filter(cases["whole"])


def ended_cases(cases: Table) -> Table:
    """Return the cases that do not go on any more: they are over, or were silently left."""
    return cases.filter(cases["unfinished"].isnull() | (cases["unfinished"] != "running"))
