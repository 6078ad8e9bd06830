"""Lengths of time between the engine and an answer."""

from datetime import timedelta

from beide.engine import Table


def microseconds(until: Table, since: Table) -> Table:
    """Return the time between two columns, in whole microseconds."""
    return until.delta(since, unit="microsecond")


def length(found: float) -> timedelta:
    """Return microseconds as a length of time."""
    return timedelta(microseconds=float(found))
