"""What is asked about the room of a promise, as it is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from beide.web.evidence.models import Promise
from beide.web.room.models import HOUR_A_DAY

Changes = Sequence[Mapping[str, Any]]


def about_room(
    promise: Promise,
    *,
    way: str = HOUR_A_DAY,
    teams: str = "",
    people: Mapping[str, int] | None = None,
    changes: Changes = (),
) -> dict[str, Any]:
    """Return a question: how much time there is, or what changes would do.

    ``teams`` says what a team is: roles, activities or one; left empty it follows from the log.
    """
    return {
        "way": way,
        "teams": teams or teams_of(promise),
        "people": dict(people or {}),
        "changes": [dict(change) for change in changes],
        "minimum": promise.organisation.threshold,
        "promised": promised(promise),
    }


def teams_of(promise: Promise) -> str:
    """Return what a team is in a log: its roles, or all of it when it knows no roles."""
    return "roles" if promise.log.about.get("roles") else "one"


def promised(promise: Promise) -> dict[str, Any]:
    """Return what was promised, to see later whether that is still so."""
    return {
        "within_hours": float(promise.within_hours),
        "condition": promise.condition,
        "scope": promise.scope,
        "share": float(promise.share),
    }


def can_be_asked(promise: Promise) -> bool:
    """Tell whether room can be computed for a promise: a lead time, for all cases."""
    return not promise.condition and not promise.scope
