"""What there is to see of a session."""

from functools import partial

from beide.web.live.hub import LookUp
from beide.web.live.watching import Look
from beide.web.team_sessions.models import Session
from beide.web.team_sessions.state import both_states
from beide.web.team_sessions.telling import group_of


def watching(session: Session) -> tuple[str, LookUp]:
    """Return the group of a session, and how to look at it."""
    return group_of(session), partial(look, session.pk)


def look(pk: int) -> Look | None:
    """Look at where a session stands; None when it is there no longer."""
    session = Session.objects.filter(pk=pk).first()
    if session is None:
        return None
    phone, guide = both_states(session)
    clock = {"seconds_left": phone.pop("seconds_left")}
    guide.pop("seconds_left")
    return Look(turn=session.version, audiences={"phone": phone, "guide": guide}, besides=clock)
