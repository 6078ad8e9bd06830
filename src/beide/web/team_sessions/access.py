"""The only way to sessions: for the guide, for members, and for phones that hold a code."""

from datetime import timedelta
from uuid import UUID

from django.db.models import BooleanField, Count, ExpressionWrapper, Prefetch, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from beide import reflect
from beide.web.organisation.models import Membership
from beide.web.organisation.roles import Role
from beide.web.team_sessions.codes import tidy
from beide.web.team_sessions.given import Spot
from beide.web.team_sessions.models import Answer, Round, Seat, Session, Sheet, Step, Topic
from beide.web.team_sessions.secret import seat_key, sheet_key


def sessions_of(organisation: int) -> QuerySet[Session]:
    """Return an organisation's sessions with their tensions, the newest first."""
    topics = Topic.objects.select_related("tension", "outcome").prefetch_related("rounds")
    return (
        Session.objects.filter(organisation=organisation)
        .select_related("guide__person")
        .prefetch_related(Prefetch("topics", topics))
    )


def sessions_for(membership: Membership) -> list[Session]:
    """Return what a member may see in the list: what is over, and what they guide themselves."""
    found = sessions_of(membership.organisation_id)
    return [each for each in found if each.closed or may_guide(membership, each)]


def access_session_to_guide(*, membership: Membership, pk: int) -> Session:
    """Return a session of the member's organisation, for its guide and for administrators."""
    found = sessions_of(membership.organisation_id).filter(pk=pk).first()
    if found is None or not may_guide(membership, found):
        raise Http404
    return found


def access_report(*, membership: Membership, pk: int) -> Session:
    """Return a session whose report this member may read: a running one is its guide's only."""
    found = sessions_of(membership.organisation_id).filter(pk=pk).first()
    if found is None or not (found.closed or may_guide(membership, found)):
        raise Http404
    return found


def may_guide(membership: Membership, session: Session) -> bool:
    """Tell who leads a session: who began it, and administrators."""
    return session.guide_id == membership.pk or membership.has(Role.ADMINISTRATOR)


def access_session_with_code(*, code: str) -> Session:
    """Return the session that a code opens, or opened until it closed."""
    found = (
        Session.objects.filter(code=tidy(code))
        .select_related("organisation")
        .prefetch_related(
            Prefetch(
                "topics",
                Topic.objects.select_related("tension", "outcome").prefetch_related("rounds"),
            )
        )
        .first()
    )
    if found is None:
        raise Http404
    return found


def session_to_change(pk: int) -> Session:
    """Return a session, held until the end of the transaction so that changes take turns."""
    return Session.objects.select_for_update().get(pk=pk)


def session_with_seat(pk: int, secret: str) -> Session | None:
    """Return a session in which this phone has a seat, held like the one above."""
    held = Session.objects.select_for_update(of=("self",))
    return next(iter(held.filter(pk=pk, seats__key=seat_key(secret)).order_by()), None)


def round_in(session: Session, spot: Spot) -> tuple[int | None, bool]:
    """Return the topic a round is about, None when there is no such round, and whether it is shown.

    Read on its own, without what was shown: it is asked for with every answer.
    """
    found = Round.objects.filter(
        topic__session=session.pk, topic__place=spot.place, number=spot.round
    )
    is_shown = ExpressionWrapper(Q(shown__isnull=False), BooleanField())
    return next(iter(found.order_by().values_list("topic", is_shown)), (None, False))


def answers_with(key: str, number: int) -> tuple[UUID | None, list[reflect.Answer]]:
    """Return the sheet with this key, when it has answers in this round, and those answers."""
    rows = list(
        Answer.objects.filter(sheet__key=key, round=number).values_list(
            "sheet", "statement", "value", "counts"
        )
    )
    return rows[0][0] if rows else None, [reflect.Answer(*row[1:]) for row in rows]


def seat_of(session: Session, secret: str | None) -> Seat | None:
    """Return the seat that a phone's secret belongs to, in this session."""
    if not secret:
        return None
    return Seat.objects.filter(session=session.pk, key=seat_key(secret)).first()


def sheet_of(topic: Topic, secret: str) -> Sheet | None:
    """Return what a phone answered about a tension so far, with its answers."""
    return Sheet.objects.filter(key=sheet_key(secret, topic.pk)).prefetch_related("answers").first()


def topic_at(session: Session, place: int) -> Topic | None:
    """Return the tension in this place, without a question where topics were prefetched."""
    return next((topic for topic in session.topics.all() if topic.place == place), None)


def round_at(topic: Topic, number: int) -> Round | None:
    """Return one of the times through the statements about a tension."""
    return next((each for each in topic.rounds.all() if each.number == number), None)


def revealed(session: Session) -> frozenset[tuple[int, int]]:
    """Return the rounds that were shown, as the tension's place and the round's number."""
    return frozenset(
        (topic.place, each.number)
        for topic in session.topics.all()
        for each in topic.rounds.all()
        if each.shown is not None
    )


def counts_of(session: Session, round_number: int | None) -> dict[str, int | None]:
    """Return how many are in, agreed, and are ready with a round; never who."""
    seats = Seat.objects.filter(session=session.pk).values_list("agreed").annotate(Count("pk"))
    people = dict(seats)
    ready = None
    if round_number is not None:
        ready = Sheet.objects.filter(
            topic__session=session.pk, topic__place=session.place, ready=round_number
        ).count()
    return {"in": sum(people.values()), "agreed": people.get(True, 0), "ready": ready}


def forgotten() -> QuerySet[Session]:
    """Select the sessions that were held before yesterday and that nobody closed."""
    yesterday = timezone.localdate() - timedelta(days=1)
    return Session.objects.filter(closed=None, on__lt=yesterday).exclude(step=Step.WELCOME)
