"""A team under the threshold: only in the open, and only when all of them agreed."""

from beide.web.team_sessions import actions
from beide.web.team_sessions.models import Step
from tests.web.people import World
from tests.web.team_sessions.made import Phone, a_session, go, phones, shown


def test_four_people_see_nothing_and_why(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    for phone in phones(session, 4):
        phone.answer_all()
    go(session, Step.PICTURE)
    found = shown(session, 1)
    assert found.picture is None
    assert found.covered is not None
    assert found.covered.why == "too_few"


def test_four_people_who_all_agreed_see_their_picture(world: World) -> None:
    session = a_session(world)
    inside = phones(session, 4)
    assert actions.ask_to_open(session=session)
    for phone in inside:
        assert not actions.open_up(session=session)
        assert actions.agree(session=session, secret=phone.secret)
    assert actions.open_up(session=session)
    assert not actions.open_up(session=session)
    go(session, Step.ANSWER)
    for phone in inside:
        phone.answer_all()
    go(session, Step.PICTURE)
    picture = shown(session, 1).picture
    assert picture is not None
    assert picture.people == 4
    assert picture.agreed is not None


def test_nobody_comes_in_who_was_not_asked(world: World) -> None:
    session = a_session(world)
    inside = phones(session, 3)
    actions.ask_to_open(session=session)
    session.refresh_from_db()
    assert session.locked
    assert not actions.unlock(session=session)
    for phone in inside:
        actions.agree(session=session, secret=phone.secret)
    actions.open_up(session=session)
    assert not actions.unlock(session=session)


def test_the_question_can_be_taken_back_and_asked_anew(world: World) -> None:
    session = a_session(world)
    inside = phones(session, 3)
    assert not actions.agree(session=session, secret=inside[0].secret)
    actions.ask_to_open(session=session)
    actions.agree(session=session, secret=inside[0].secret)
    assert actions.ask_no_longer(session=session)
    assert not actions.ask_no_longer(session=session)
    Phone(session)
    assert actions.ask_to_open(session=session)
    assert not session.seats.filter(agreed=True).exists()


def test_one_alone_or_enough_people_are_not_asked(world: World) -> None:
    session = a_session(world)
    phones(session, 1)
    assert not actions.ask_to_open(session=session)
    phones(session, 4)
    assert not actions.ask_to_open(session=session)


def test_who_already_answered_is_not_opened_up(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    phones(session, 3)[0].answer()
    go(session, Step.TENSION)
    assert not actions.ask_to_open(session=session)


def test_a_secret_that_has_no_seat_agrees_to_nothing(world: World) -> None:
    session = a_session(world)
    phones(session, 2)
    actions.ask_to_open(session=session)
    assert not actions.agree(session=session, secret="someone else's")
    assert not session.seats.filter(agreed=True).exists()


def test_thresholds_are_those_of_the_beginning(world: World) -> None:
    world.noord.threshold = 9
    world.noord.save()
    session = a_session(world)
    world.noord.threshold = 5
    world.noord.save()
    session.refresh_from_db()
    assert (session.thresholds.result, session.thresholds.spread) == (9, 9)
