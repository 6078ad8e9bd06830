"""Where a session stands, as a page asks for it or a socket says it: counts, never who."""

from typing import Any, Literal

from django.utils import timezone

from beide.web.team_sessions import access
from beide.web.team_sessions.models import Session
from beide.web.team_sessions.steps import ANSWERING, SHOWING

Viewer = Literal["phone", "guide"]
State = dict[str, Any]


def state_of(session: Session, viewer: Viewer) -> State:
    """Return what a phone or the guide may know about where a session stands."""
    return both_states(session)[viewer == "guide"]


def both_states(session: Session) -> tuple[State, State]:
    """Return what phones may know, and what the guide may."""
    counts = access.counts_of(session, ANSWERING.get(session.step))
    phone: State = {
        "version": session.version,
        "page": page_of(session),
        "paused": session.is_paused,
        "seconds_left": seconds_left(session),
        "in": counts["in"],
        "ready": counts["ready"],
        "locked": session.locked,
    }
    return phone, phone | {"agreed": counts["agreed"], "needed": session.thresholds.result}


def page_of(session: Session) -> str:
    """Return a name for what is on every phone now: the tension's place, the step, the round."""
    if session.closed:
        return "over"
    number = ANSWERING.get(session.step) or SHOWING.get(session.step) or 0
    return f"{session.place}-{session.step}-{number}"


def seconds_left(session: Session) -> int | None:
    """Return what is left of this step's time, 0 when it is over; None when it has no end."""
    if session.left is not None:
        return round(session.left.total_seconds()) if session.left else None
    if session.until is None:
        return None
    return max(0, round((session.until - timezone.now()).total_seconds()))
