"""Taking part: coming in, agreeing, leaving."""

from enum import StrEnum

from django.db import transaction

from beide.web.team_sessions import access
from beide.web.team_sessions.actions.changing import changed
from beide.web.team_sessions.models import FEWEST_IN_OPEN, Answer, Seat, Session, Sheet, Step
from beide.web.team_sessions.secret import new_secret, seat_key, sheet_key
from beide.web.team_sessions.telling import tell


class Why(StrEnum):
    """Why someone cannot come in."""

    CLOSED = "closed"
    LOCKED = "locked"
    FULL = "full"


class NotLetIn(Exception):
    """Nobody can come in now; the page says what to do."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why.value)


@transaction.atomic
def take_seat(*, session: Session, secret: str | None = None) -> tuple[Seat, str]:
    """Let a phone in; one that was in already keeps its seat. Raises NotLetIn."""
    current = access.session_to_change(session.pk)
    if current.closed:
        raise NotLetIn(Why.CLOSED)
    seat = access.seat_of(current, secret)
    if seat is not None and secret:
        return seat, secret
    if current.locked:
        raise NotLetIn(Why.LOCKED)
    if current.seats.count() >= current.most:
        raise NotLetIn(Why.FULL)
    # A secret from elsewhere is not taken over: whoever set it would know the key.
    secret = new_secret()
    seat = Seat.objects.create(session=current, key=seat_key(secret))
    tell(current)
    return seat, secret


@transaction.atomic
def leave(*, session: Session, secret: str) -> None:
    """Give up a seat, and take along the answers that were not shown yet."""
    current = access.session_to_change(session.pk)
    Seat.objects.filter(session=current.pk, key=seat_key(secret)).delete()
    for topic in current.topics.prefetch_related("rounds"):
        sheet = Sheet.objects.filter(key=sheet_key(secret, topic.pk)).first()
        if sheet is not None:
            shown = [each.number for each in topic.rounds.all() if each.shown is not None]
            Answer.objects.filter(sheet=sheet).exclude(round__in=shown).delete()
            sheet.ready = min(sheet.ready, max(shown, default=0))
            sheet.save(update_fields=["ready"])
    tell(current)


@transaction.atomic
def ask_to_open(*, session: Session) -> bool:
    """Ask a small team whether answers may be recognised. Nobody can come in after that."""
    current = access.session_to_change(session.pk)
    if current.is_open or not is_small(current) or has_answered(current):
        return False
    current.seats.update(agreed=False)
    current.asks_open = current.locked = True
    changed(current, "asks_open", "locked")
    return True


@transaction.atomic
def ask_no_longer(*, session: Session) -> bool:
    """Take that question back."""
    current = access.session_to_change(session.pk)
    if current.is_open or not current.asks_open:
        return False
    current.asks_open = current.locked = False
    changed(current, "asks_open", "locked")
    return True


@transaction.atomic
def agree(*, session: Session, secret: str) -> bool:
    """Agree that one's answers can be recognised."""
    current = access.session_to_change(session.pk)
    seat = access.seat_of(current, secret)
    if seat is None or not current.asks_open:
        return False
    seat.agreed = True
    seat.save(update_fields=["agreed"])
    tell(current)
    return True


@transaction.atomic
def open_up(*, session: Session) -> bool:
    """Begin the open way, when everyone who is in has agreed."""
    current = access.session_to_change(session.pk)
    everyone = current.asks_open and not current.seats.filter(agreed=False).exists()
    if current.is_open or not everyone or not is_small(current) or has_answered(current):
        return False
    current.is_open = True
    changed(current, "is_open")
    return True


def is_small(session: Session) -> bool:
    """Tell whether a session is too small to show anything, and still more than one person."""
    return session.step in {Step.WELCOME, Step.TENSION} and (
        FEWEST_IN_OPEN <= session.seats.count() < session.result_from
    )


def has_answered(session: Session) -> bool:
    """Tell whether anyone has answered. They did so without agreeing to be recognised."""
    return Answer.objects.filter(sheet__topic__session=session.pk).exists()
