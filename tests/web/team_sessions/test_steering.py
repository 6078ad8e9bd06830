"""The guide goes step by step; a page that is behind changes nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from beide.web.team_sessions import access, actions
from beide.web.team_sessions.models import Session, Step
from beide.web.team_sessions.state import seconds_left, state_of
from beide.web.team_sessions.steps import (
    Moment,
    following,
    moment_of,
    moments,
    preceding,
    read_moment,
    targets,
)
from tests.web.people import World
from tests.web.team_sessions.made import a_session, go, phones

NOTHING: frozenset[tuple[int, int]] = frozenset()


def walk(session: Session) -> list[str]:
    """Press Next until it is the end; return where one comes."""
    seen = [str(moment_of(session))]
    while there := following(moment_of(session), session.topics.count(), access.revealed(session)):
        go(session, there.step, place=there.place)
        seen.append(str(there))
    return seen


def test_next_leads_through_everything(world: World) -> None:
    session = a_session(world, tensions=2)
    assert walk(session) == [str(moment) for moment in moments(2)]


def test_two_laptops_go_one_step(world: World) -> None:
    session = a_session(world)
    there = Moment(1, Step.TENSION)
    assert actions.move(session=session, to=there, version=1)
    assert not actions.move(session=session, to=Moment(1, Step.ANSWER), version=1)
    session.refresh_from_db()
    assert session.step == Step.TENSION


@pytest.mark.parametrize("step", [Step.PICTURE, Step.TALK, Step.AGAIN, Step.SHIFT, Step.DECIDE])
def test_nothing_is_shown_before_it_was_asked(step: Step) -> None:
    assert Moment(1, step) not in targets(Moment(1, Step.TENSION), 1, NOTHING)


def test_what_was_shown_is_not_asked_again() -> None:
    shown = frozenset({(1, 1)})
    open_now = targets(Moment(1, Step.PICTURE), 1, shown)
    assert Moment(1, Step.ANSWER) not in open_now
    assert preceding(Moment(1, Step.PICTURE), 1, shown) == Moment(1, Step.TENSION)
    assert preceding(Moment(1, Step.WELCOME), 1, shown) is None


def test_the_second_round_can_be_skipped() -> None:
    assert Moment(1, Step.DECIDE) in targets(Moment(1, Step.TALK), 1, frozenset({(1, 1)}))


@pytest.mark.parametrize("text", ["", "1", "x-answer", "1-nothing", "²-answer", "100-answer"])
def test_no_moment_is_read_from_nonsense(text: str) -> None:
    assert read_moment(text) is None
    assert read_moment("2-talk") == Moment(2, Step.TALK)


def test_time_runs_stands_still_and_is_extended(world: World) -> None:
    session = a_session(world)
    actions.move(session=session, to=Moment(1, Step.TENSION), version=1, minutes=5)
    session.refresh_from_db()
    assert seconds_left(session) in {299, 300}
    assert actions.pause(session=session)
    assert not actions.pause(session=session)
    session.refresh_from_db()
    assert session.is_paused
    assert actions.more_time(session=session, minutes=2)
    session.refresh_from_db()
    assert seconds_left(session) in {418, 419, 420}
    assert actions.resume(session=session)
    assert not actions.resume(session=session)
    session.refresh_from_db()
    assert session.until is not None


def test_more_time_counts_from_now_when_it_was_over(world: World) -> None:
    session = a_session(world)
    session.until = timezone.now() - timedelta(minutes=10)
    session.save()
    assert seconds_left(session) == 0
    actions.more_time(session=session, minutes=1)
    session.refresh_from_db()
    assert seconds_left(session) in {59, 60}


def test_a_pause_without_a_time_is_a_pause(world: World) -> None:
    session = a_session(world)
    assert actions.pause(session=session)
    session.refresh_from_db()
    assert state_of(session, "phone")["paused"]
    assert seconds_left(session) is None
    assert actions.resume(session=session)
    session.refresh_from_db()
    assert session.until is None


def test_a_guide_who_lost_the_connection_finds_everything_as_it_was(world: World) -> None:
    session = a_session(world)
    go(session, Step.ANSWER)
    ready, *_others = phones(session, 6)
    ready.answer_all()
    found = access.access_session_to_guide(membership=world.gijs, pk=session.pk)
    assert state_of(found, "guide") == {
        "version": 2,
        "page": "1-answer-1",
        "paused": False,
        "seconds_left": None,
        "in": 6,
        "ready": 1,
        "locked": False,
        "agreed": 0,
        "needed": 5,
    }


def test_phones_are_not_told_what_only_the_guide_needs(world: World) -> None:
    assert {"agreed", "needed"} & set(state_of(a_session(world), "phone")) == set()


def test_who_joins_does_not_put_the_guide_behind(world: World) -> None:
    session = a_session(world)
    phones(session, 3)
    assert actions.move(session=session, to=Moment(1, Step.TENSION), version=1)


def test_once_closed_nothing_moves(world: World) -> None:
    session = a_session(world)
    actions.close(session=session)
    session.refresh_from_db()
    there = Moment(1, Step.TENSION)
    assert not actions.move(session=session, to=there, version=session.version)
    for verb in (actions.pause, actions.resume, actions.lock, actions.unlock):
        assert not verb(session=session)
    assert not actions.more_time(session=session, minutes=1)
    assert state_of(session, "phone")["page"] == "over"


def test_a_session_nobody_closed_is_closed_by_the_next(world: World) -> None:
    old, prepared = a_session(world), a_session(world)
    go(old, Step.TENSION)
    before = timezone.localdate() - timedelta(days=3)
    Session.objects.update(on=before)
    a_session(world)
    old.refresh_from_db()
    prepared.refresh_from_db()
    assert old.closed
    assert not prepared.closed
