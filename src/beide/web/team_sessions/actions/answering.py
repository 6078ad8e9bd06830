"""Answering a statement, and taking the last answer back."""

from enum import StrEnum
from uuid import UUID

from django.db import transaction

from beide import reflect
from beide.web.team_sessions import access
from beide.web.team_sessions.asking import known, question_after
from beide.web.team_sessions.given import Given, Spot
from beide.web.team_sessions.models import Answer, Session, Sheet
from beide.web.team_sessions.phone import Asked, asked
from beide.web.team_sessions.secret import sheet_key
from beide.web.team_sessions.steps import ANSWERING
from beide.web.team_sessions.telling import tell


class Taken(StrEnum):
    """What became of an answer."""

    NEW = "new"
    ALREADY = "already"
    # An old page: there is something else to answer now.
    STALE = "stale"
    # What people said was shown already.
    LATE = "late"
    CLOSED = "closed"
    # The phone is not in this session, or not any more.
    STRANGER = "stranger"


def answer(
    *,
    session: Session,
    secret: str,
    place: int,
    round: int,  # noqa: A002 - the glossary's word
    position: int,
    statement: str,
    value: int | None,
) -> Taken:
    """Keep an answer at its place. The same one twice counts once; an old page changes nothing.

    An answer that was on its way while the guide went on is kept as long as that round is covered.
    """
    spot = Spot(place=place, round=round, position=position)
    given = Given(spot=spot, statement=statement, value=value)
    return answer_and_ask(session=session, secret=secret, given=given)[0]


def answer_and_ask(
    *, session: Session, secret: str, given: Given, last: Asked | None = None
) -> tuple[Taken, Asked | None]:
    """Keep an answer, and return with what became of it what the phone is asked now.

    ``last`` is what the phone was asked before, where that is remembered: while nothing changed
    since, it need not be worked out again.
    """
    taken, now = keep(session, secret, given, last)
    return taken, now or asked(session, secret)


@transaction.atomic
def keep(
    session: Session, secret: str, given: Given, last: Asked | None
) -> tuple[Taken, Asked | None]:
    """Keep an answer; nothing is asked when it was not new or is not the time."""
    current, spot = access.session_with_seat(session.pk, secret), given.spot
    if current is None or current.closed:
        return refusal(session), None
    follow(session, current)
    if last is not None and not is_up_to_date(last, current, spot):
        last = None
    topic, is_shown = (last.topic, False) if last else access.round_in(current, spot)
    if topic is None or is_shown:
        return Taken.LATE if is_shown else Taken.STALE, None
    sheet, answers = access.answers_with(sheet_key(secret, topic), spot.round)
    if spot.position < len(answers):
        there = answers[spot.position]
        same = (there.statement, there.value) == (given.statement, given.value)
        return Taken.ALREADY if same else Taken.STALE, None
    question = asks(last, answers, secret, topic, spot)
    if question is None or question.statement.key != given.statement:
        return Taken.STALE, None
    Answer.objects.create(
        sheet_id=sheet or sheet_to_fill(topic, secret),
        round=spot.round,
        position=spot.position,
        statement=given.statement,
        value=given.value,
        counts=question.counts,
    )
    after = known([*answers, question.answer(given.value)])
    question = question_after(after, secret=secret, topic=topic, round=spot.round)
    if question is None:
        Sheet.objects.filter(key=sheet_key(secret, topic)).update(ready=spot.round)
        tell(current)
    return Taken.NEW, asked_now(current, topic, spot, question)


def follow(session: Session, current: Session) -> None:
    """Bring a session that was read a while ago up to date, for the page that comes next."""
    for name in ("step", "place", "version", "until", "left", "locked"):
        setattr(session, name, getattr(current, name))


def is_up_to_date(last: Asked, current: Session, spot: Spot) -> bool:
    """Tell whether the guide did nothing since, and it is about the same round."""
    here = (current.version, spot.place, spot.round)
    return (last.version, last.place, last.round) == here


def asks(
    last: Asked | None, answers: list[reflect.Answer], secret: str, topic: int, spot: Spot
) -> reflect.Question | None:
    """Return what is asked at this spot, None when it is no spot to answer at now."""
    if spot.position != len(answers):
        return None
    # Another page of the same phone may have gone another way since.
    given = {answer.statement for answer in answers}
    if (
        last
        and last.position == spot.position
        and last.statement
        and last.statement.key not in given
    ):
        return last.question
    return question_after(known(answers), secret=secret, topic=topic, round=spot.round)


def asked_now(
    session: Session, topic: int, spot: Spot, question: reflect.Question | None
) -> Asked | None:
    """Return what is asked after a new answer, when the session is still at that moment."""
    if session.place != spot.place or ANSWERING.get(session.step) != spot.round:
        return None
    return Asked(
        topic=topic,
        version=session.version,
        place=spot.place,
        round=spot.round,
        position=spot.position + 1,
        question=question,
    )


@transaction.atomic
def take_back(
    *,
    session: Session,
    secret: str,
    place: int,
    round: int,  # noqa: A002
    position: int,
) -> bool:
    """Take the last answer back; ``position`` is its place, so that twice takes back one."""
    current = access.session_with_seat(session.pk, secret)
    topic, is_shown = access.round_in(session, Spot(place=place, round=round, position=position))
    if current is None or current.closed or topic is None or is_shown:
        return False
    answers = Answer.objects.filter(sheet__key=sheet_key(secret, topic), round=round)
    last = answers.select_related("sheet").last()
    if last is None or last.position != position:
        return False
    last.delete()
    if last.sheet.ready == round:
        last.sheet.ready = round - 1
        last.sheet.save(update_fields=["ready"])
        tell(current)
    return True


def refusal(session: Session) -> Taken:
    """Return why someone without a seat in a running session cannot answer."""
    is_closed = Session.objects.filter(pk=session.pk).exclude(closed=None).exists()
    return Taken.CLOSED if is_closed else Taken.STRANGER


def sheet_to_fill(topic: int, secret: str) -> UUID:
    """Return the phone's sheet about this tension, a new one if it has none."""
    return Sheet.objects.get_or_create(key=sheet_key(secret, topic), defaults={"topic_id": topic})[
        0
    ].pk
