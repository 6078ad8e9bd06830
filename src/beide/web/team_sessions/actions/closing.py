"""Closing a session: what could still lead to a phone is wiped, for good."""

from django.db import transaction
from django.utils import timezone

from beide.web.team_sessions import access
from beide.web.team_sessions.actions.changing import changed
from beide.web.team_sessions.models import Answer, Seat, Session, Sheet
from beide.web.team_sessions.snapshot import Shown


@transaction.atomic
def close(*, session: Session) -> bool:
    """Close it; tells whether it was still running."""
    current = access.session_to_change(session.pk)
    if current.closed:
        return False
    current.closed = timezone.localdate()
    current.until = current.left = None
    Seat.objects.filter(session=current).delete()
    forget_unshown(current)
    Sheet.objects.filter(topic__session=current).update(key=None)
    changed(current, "closed", "until", "left")
    return True


def forget_unshown(session: Session) -> None:
    """Remove the answers of rounds of which nothing was ever shown: nobody may learn from them."""
    for topic in session.topics.prefetch_related("rounds"):
        told = [
            each.number
            for each in topic.rounds.all()
            if each.shown is not None and Shown.from_json(each.shown).picture is not None
        ]
        Answer.objects.filter(sheet__topic=topic).exclude(round__in=told).delete()
    Sheet.objects.filter(topic__session=session, answers=None).delete()


def close_forgotten() -> int:
    """Close the sessions that nobody closed; return how many there were."""
    return sum(close(session=session) for session in access.forgotten())
