"""A question as a page asks it, and as it is kept."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from beide import log as event_log

Asked = Mapping[str, Any]
ABOUT_CASES = ("since", "until", "activity", "attribute", "value")


def key_of(asked: Asked) -> str:
    """Return the same mark for the same question."""
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def plain(cleaned: Asked) -> dict[str, Any]:
    """Return which cases a form asks about, ready to keep."""
    asked = {name: cleaned.get(name) or None for name in ABOUT_CASES}
    days = {name: day for name, day in asked.items() if isinstance(day, date)}
    return {**asked, **{name: day.isoformat() for name, day in days.items()}}


def about_map(cleaned: Asked, *, view: str, minimum: int) -> dict[str, Any]:
    """Return the question for a process map, of which small groups are hidden."""
    return {**plain(cleaned), "view": view, "minimum": minimum}


def about_cases(cleaned: Asked, *, state: str, good: str, minimum: int) -> dict[str, Any]:
    """Return the question for a list of cases; ``good`` says when one kept the promise."""
    return {**plain(cleaned), "state": state, "good": good, "minimum": minimum}


def about_values(*, minimum: int) -> dict[str, Any]:
    """Return the question what attributes hold, in at least so many cases."""
    return {"minimum": minimum}


def about_steps(*, minimum: int) -> dict[str, Any]:
    """Return the question how long steps wait and take, in at least so many cases."""
    return {"minimum": minimum}


def where(asked: Asked) -> event_log.Filter | None:
    """Return which cases a question is about; nothing when it is about all.

    Cases count by the day on which they ended; ``until`` counts as a whole day.
    """
    if not any(asked.get(name) for name in ABOUT_CASES):
        return None
    since, until = asked.get("since"), asked.get("until")
    return event_log.Filter(
        period=(
            date.fromisoformat(since) if since else None,
            date.fromisoformat(until) + timedelta(days=1) if until else None,
        ),
        attributes={asked["attribute"]: asked["value"]} if asked.get("attribute") else {},
        activities=(asked["activity"],) if asked.get("activity") else (),
    )
