"""From each event to the next in its case: who passes the work to whom, and how long it waits."""

import ibis

from beide.engine import Table
from beide.log.questions._ask import Asked
from beide.log.questions._length import microseconds


def steps(asked: Asked) -> Table:
    """Return a row for every event that has one before it in its case.

    The columns are ``case``, ``activity``, ``from_role`` and ``to_role`` (codes or null),
    ``waited`` in microseconds since the event before was completed, and ``start_known``: whether
    that is until the work began, or, where no start is known, until it was completed. Work that
    began before the event before was completed did not wait.
    """
    started = _next_start(asked)
    later = started.filter(started["next_activity"].notnull())
    start = later["next_start"]
    known = start.notnull() & (start <= later["next_time"])
    until = ibis.ifelse(known, start, later["next_time"])
    return later.select(
        "case",
        activity=later["next_activity"],
        from_role=later["role"],
        to_role=later["next_role"],
        waited=ibis.greatest(microseconds(until, later["time"]), 0),
        start_known=known,
    )


def _next_start(asked: Asked) -> Table:
    """Return the events with the start of the next beside them; sorts only where starts are."""
    events = asked.events
    if not asked.rows(events.aggregate(known=events["start"].count()))[0]["known"]:
        return events.mutate(next_start=ibis.null("timestamp(6)"))
    in_case = ibis.window(group_by=events["case"], order_by=events["position"])
    return events.mutate(next_start=events["start"].lead().over(in_case))
