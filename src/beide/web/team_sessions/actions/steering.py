"""What a guide does while a session runs. Every verb names the version its page was made from."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from beide.web.team_sessions import access
from beide.web.team_sessions.actions.changing import changed, in_minutes
from beide.web.team_sessions.actions.revealing import reveal
from beide.web.team_sessions.models import Round, Session, Step
from beide.web.team_sessions.steps import ANSWERING, SHOWING, Moment, moment_of, targets


@transaction.atomic
def move(*, session: Session, to: Moment, version: int, minutes: float = 0) -> bool:
    """Go to another moment, and give it its minutes; tells whether that was done.

    A page that is behind changes nothing: two laptops or a double click go one step, not two.
    """
    current = access.session_to_change(session.pk)
    if current.closed or current.version != version:
        return False
    here = moment_of(current)
    if to not in targets(here, current.topics.count(), access.revealed(current)):
        return False
    topic = access.topic_at(current, to.place)
    if topic is not None and to.step in ANSWERING:
        Round.objects.get_or_create(topic=topic, number=ANSWERING[to.step])
    if topic is not None and to.step in SHOWING:
        reveal(current, topic, SHOWING[to.step])
    if here.step == Step.WELCOME:
        current.on = timezone.localdate()
    current.place, current.step = to.place, to.step
    current.until, current.left = in_minutes(minutes), None
    changed(current, "place", "step", "until", "left", "on")
    return True


@transaction.atomic
def pause(*, session: Session) -> bool:
    """Let the time of this step stand still."""
    current = access.session_to_change(session.pk)
    if current.closed or current.is_paused:
        return False
    current.left = max(current.until - timezone.now(), timedelta(0)) if current.until else NOTHING
    current.until = None
    changed(current, "left", "until")
    return True


@transaction.atomic
def resume(*, session: Session) -> bool:
    """Let the time go on."""
    current = access.session_to_change(session.pk)
    if current.closed or current.left is None:
        return False
    current.until = timezone.now() + current.left if current.left else None
    current.left = None
    changed(current, "left", "until")
    return True


@transaction.atomic
def more_time(*, session: Session, minutes: float) -> bool:
    """Give this step more minutes, counted from now when its time is over."""
    current = access.session_to_change(session.pk)
    if current.closed:
        return False
    extra = timedelta(minutes=minutes)
    if current.left is not None:
        current.left += extra
    else:
        now = timezone.now()
        current.until = max(current.until or now, now) + extra
    changed(current, "left", "until")
    return True


@transaction.atomic
def lock(*, session: Session) -> bool:
    """Let nobody else in; who was in can come back."""
    return set_locked(session, locked=True)


@transaction.atomic
def unlock(*, session: Session) -> bool:
    """Let people in again, unless those who are in agreed on who would see their answers."""
    return set_locked(session, locked=False)


def set_locked(session: Session, *, locked: bool) -> bool:
    """Lock or unlock; tells whether that changed anything."""
    current = access.session_to_change(session.pk)
    if current.closed or current.locked == locked or current.asks_open or current.is_open:
        return False
    current.locked = locked
    changed(current, "locked")
    return True


NOTHING = timedelta(0)
