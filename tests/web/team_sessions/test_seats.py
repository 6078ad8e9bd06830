"""Coming in, coming back, leaving; locked, full and closed."""

import pytest

from beide.web.team_sessions import access, actions
from beide.web.team_sessions.actions import NotLetIn, Why
from beide.web.team_sessions.codes import ALPHABET, tidy
from beide.web.team_sessions.models import Answer, Seat, Session, Sheet, Step
from tests.web.people import World
from tests.web.team_sessions.made import Phone, a_session, go, phones


def refused(session: Session, secret: str | None = None) -> Why:
    with pytest.raises(NotLetIn) as caught:
        actions.take_seat(session=session, secret=secret)
    return caught.value.why


def test_a_code_is_read_in_any_case_and_with_spaces(world: World) -> None:
    session = a_session(world)
    assert session.code is not None
    assert set(session.code) <= set(ALPHABET)
    typed = f" {session.code[:3].lower()} - {session.code[3:]} "
    assert tidy(typed) == session.code
    assert access.access_session_with_code(code=typed) == session
    assert session.spelled_code == f"{session.code[:3]} {session.code[3:]}"


def test_nothing_that_is_kept_is_the_secret(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    phone = Phone(session)
    phone.answer()
    keys = {Seat.objects.get().key, Sheet.objects.get().key}
    assert len(keys) == 2
    assert not any(phone.secret in str(key) for key in keys)


def test_a_phone_comes_back_to_its_own_seat(world: World) -> None:
    session = a_session(world)
    seat, secret = actions.take_seat(session=session)
    assert actions.take_seat(session=session, secret=secret) == (seat, secret)
    assert session.seats.count() == 1


def test_a_secret_that_was_brought_along_is_not_taken_over(world: World) -> None:
    session = a_session(world)
    _seat, secret = actions.take_seat(session=session, secret="known to someone else")
    assert secret != "known to someone else"


def test_when_it_is_full_nobody_comes_in_and_all_can_come_back(world: World) -> None:
    session = a_session(world, most=300)
    inside = phones(session, 300)
    assert [refused(session) for _ in range(100)] == [Why.FULL] * 100
    assert actions.take_seat(session=session, secret=inside[7].secret)[1] == inside[7].secret
    assert session.seats.count() == 300


def test_when_it_is_locked_who_was_in_can_come_back(world: World) -> None:
    session = a_session(world)
    phone = Phone(session)
    assert actions.lock(session=session)
    assert refused(session) is Why.LOCKED
    assert actions.take_seat(session=session, secret=phone.secret)[1] == phone.secret
    assert actions.unlock(session=session)
    Phone(session)
    assert session.seats.count() == 2


def test_when_it_is_over_nobody_comes_in_or_back(world: World) -> None:
    session = a_session(world)
    phone = Phone(session)
    assert actions.close(session=session)
    assert not actions.close(session=session)
    assert refused(session, phone.secret) is Why.CLOSED
    assert access.access_session_with_code(code=session.code or "").closed


def test_leaving_takes_along_what_is_still_covered(world: World) -> None:
    session = a_session(world)
    leaver, *others = phones(session, 6)
    go(session, Step.ANSWER)
    for phone in (leaver, *others):
        phone.answer_all()
    actions.leave(session=session, secret=leaver.secret)
    assert session.seats.count() == 5
    assert Sheet.objects.filter(ready=1).count() == 5
    assert not Answer.objects.filter(sheet__ready=0).exists()


def test_leaving_later_leaves_what_was_shown(world: World) -> None:
    session = a_session(world)
    leaver, *others = phones(session, 6)
    go(session, Step.ANSWER)
    for phone in (leaver, *others):
        phone.answer_all()
    go(session, Step.PICTURE)
    go(session, Step.AGAIN)
    leaver.answer()
    actions.leave(session=session, secret=leaver.secret)
    assert Answer.objects.filter(round=1).exists()
    assert not Answer.objects.filter(round=2).exists()
    assert Sheet.objects.filter(ready=1).count() == 6
