"""Asking a log how long work waits before each step, and how long the step takes."""

from typing import Any

from beide import log as event_log
from beide.errors import TooLittleData


def times(log: event_log.Log, *, minimum: int) -> dict[str, Any]:
    """Return the times of each step that enough cases have, ready for JSON.

    Each step has ``name``, ``count`` (how often it comes after another), ``cases``, ``waited`` and
    ``took``: half of the times are longer, in seconds. ``took`` is ``None`` where too little is
    known of when the work began; the work itself is then in ``waited``, as ``with_work`` tells.

    Raises
    ------
    TooLittleData
        When the log has fewer cases than may be shown.
    """
    waits = event_log.waiting(log, minimum=minimum)
    took = _took(log, minimum)
    steps = [
        {
            "name": each.activity,
            "count": each.count,
            "cases": each.cases,
            "waited": each.median.total_seconds(),
            "took": took.get(each.activity),
            "with_work": each.start_known < each.count,
        }
        for each in waits.activities
    ]
    return {"cases": waits.cases, "minimum": minimum, "steps": steps}


def _took(log: event_log.Log, minimum: int) -> dict[str, float]:
    try:
        found = event_log.durations(log, minimum=minimum)
    except TooLittleData:
        return {}  # no start is known of any step
    return {each.activity: each.median.total_seconds() for each in found.activities}
