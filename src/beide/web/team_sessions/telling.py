"""Say to everyone who watches a session that something in it changed; never what, or by whom."""

from functools import partial

from django.db import transaction

from beide.web.live.groups import tell as tell_group
from beide.web.team_sessions.models import Session


def group_of(session: Session) -> str:
    """Return the name under which a session's watchers listen."""
    return f"session.{session.pk}"


def tell(session: Session, *, at_once: bool = False) -> None:
    """Tell it when the change is certain: at once, or at the pace at which pages count."""
    transaction.on_commit(partial(tell_group, group_of(session), at_once=at_once))
