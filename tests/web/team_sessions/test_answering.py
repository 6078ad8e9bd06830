"""Answers are kept once, in their place, as long as their round is covered."""

from beide.web.team_sessions import access, actions
from beide.web.team_sessions.actions import Taken
from beide.web.team_sessions.given import read_answer, read_spot
from beide.web.team_sessions.models import Answer, Round, Step
from tests.web.people import World
from tests.web.team_sessions.made import Phone, a_session, go, phones


def test_the_same_statement_comes_back_after_a_refresh(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    phone = Phone(session)
    phone.answer()
    assert phone.now == phone.now


def test_everyone_begins_with_the_anchors(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    for phone in phones(session, 4):
        phone.answer()
        phone.answer()
    anchors = set(Answer.objects.values_list("statement", flat=True))
    assert len(anchors) == 2


def test_a_double_press_counts_once(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    phone = Phone(session)
    now = phone.now
    assert now is not None
    assert phone.send(now, 4) is Taken.NEW
    assert phone.send(now, 4) is Taken.ALREADY
    assert Answer.objects.count() == 1


def test_a_second_tab_with_another_answer_changes_nothing(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    phone = Phone(session)
    now = phone.now
    assert now is not None
    phone.send(now, 4)
    assert phone.send(now, 1) is Taken.STALE
    assert Answer.objects.get().value == 4


def test_an_answer_to_something_that_was_not_asked_is_not_kept(world: World) -> None:
    session = a_session(world)
    phone = Phone(session)
    go(session, Step.ANSWER)
    taken = actions.answer(
        session=session,
        secret=phone.secret,
        place=1,
        round=1,
        position=0,
        statement="something",
        value=3,
    )
    assert taken is Taken.STALE
    assert not Answer.objects.exists()


def test_an_answer_on_its_way_is_kept_while_the_round_is_covered(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    phone = Phone(session)
    now = phone.now
    assert now is not None
    go(session, Step.TENSION)
    assert phone.now is None
    assert phone.send(now, 4) is Taken.NEW


def test_an_answer_after_the_picture_comes_too_late(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    phone = Phone(session)
    now = phone.now
    assert now is not None
    go(session, Step.PICTURE)
    assert phone.send(now, 4) is Taken.LATE
    assert not Answer.objects.exists()


def test_before_its_time_nothing_is_answered(world: World) -> None:
    session = a_session(world)
    phone = Phone(session)
    go(session, Step.ANSWER)
    now = phone.now
    assert now is not None
    Round.objects.all().delete()
    assert phone.send(now, 4) is Taken.STALE


def test_who_left_and_who_is_too_late_are_told_apart(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    left, stayed = phones(session, 2)
    one, other = left.now, stayed.now
    assert one is not None
    assert other is not None
    actions.leave(session=session, secret=left.secret)
    assert left.send(one, 3) is Taken.STRANGER
    actions.close(session=session)
    assert stayed.send(other, 3) is Taken.CLOSED


def test_the_last_answer_is_taken_back_once(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    phone = Phone(session)
    count = phone.answer_all()
    assert access.counts_of(session, 1)["ready"] == 1
    back = {"session": session, "secret": phone.secret, "place": 1, "round": 1}
    assert actions.take_back(**back, position=count - 1)  # type: ignore[arg-type]
    assert not actions.take_back(**back, position=count - 1)  # type: ignore[arg-type]
    assert Answer.objects.count() == count - 1
    assert access.counts_of(session, 1)["ready"] == 0


def test_what_does_not_fit_is_not_read() -> None:
    good = {"place": "1", "round": 1, "position": "0", "statement": "rules", "value": "unsure"}
    read = read_answer(good)
    assert read is not None
    assert read.value is None
    for wrong in (
        {"value": "6"},
        {"value": "0"},
        {"value": ""},
        {"value": None},
        {"value": 4.5},
        {"value": ["4"]},
        {"statement": ""},
        {"statement": 7},
        {"statement": "x" * 61},
        {"position": "-1"},
        {"position": "²"},
        {"place": "1000"},
        {"round": True},
    ):
        assert read_answer(good | wrong) is None, wrong
    assert read_spot({"place": 1}) is None
