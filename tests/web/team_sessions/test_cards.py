"""A session on paper: what was counted from cards becomes a picture, once."""

import pytest

from beide import reflect
from beide.web.team_sessions import actions
from beide.web.team_sessions.models import Round, Session, Step, Way
from beide.web.tensions.models import Tension
from tests.web.people import World
from tests.web.team_sessions.made import go, shown

STATEMENTS = [
    next(
        each
        for each in reflect.bank().statements
        if each.dimension is dimension and each.reversed == turned
    )
    for dimension in reflect.Dimension
    for turned in (False, True)
]


@pytest.fixture
def session(world: World) -> Session:
    """Begin a session on paper."""
    tension = Tension.objects.create(organisation=world.noord, what="Dit past niet.", origin="ai")
    return actions.begin(
        organisation=world.noord, guide=world.gijs, tensions=[tension], way=Way.PAPER
    )


def enter(session: Session, people: int, *, number: int = 1, changes: bool = True) -> bool:
    """Enter cards on which everyone says that everything changes, or that nothing does."""
    found = Round.objects.get(topic__session=session, number=number)
    counts = {
        each.key: [0, 0, 0, 0, people] if changes is not each.reversed else [people, 0, 0, 0, 0]
        for each in STATEMENTS
    }
    return actions.enter_counts(session=session, round=found, people=people, counts=counts)


def test_no_code_opens_a_session_on_paper(session: Session) -> None:
    assert session.code is None


def test_cards_become_a_picture_without_a_figure_for_agreement(session: Session) -> None:
    go(session, Step.ANSWER)
    assert enter(session, 12)
    go(session, Step.PICTURE)
    picture = shown(session, 1).picture
    assert picture is not None
    assert [form.value for form in picture.forms] == ["innovation"]
    assert picture.people == 12
    assert picture.agreement is None
    assert picture.divisive is None


def test_what_was_shown_stays_as_it_was(session: Session) -> None:
    go(session, Step.ANSWER)
    enter(session, 12)
    go(session, Step.PICTURE)
    before = shown(session, 1)
    assert not enter(session, 12, changes=False)
    assert shown(session, 1) == before


@pytest.mark.parametrize("people", [0, 1, 4])
def test_fewer_cards_than_the_threshold_are_not_shown(session: Session, people: int) -> None:
    go(session, Step.ANSWER)
    if people:
        enter(session, people)
    go(session, Step.PICTURE)
    found = shown(session, 1)
    assert found.picture is None
    assert found.covered is not None


@pytest.mark.parametrize(("again", "is_shown"), [(12, True), (11, False), (15, False), (17, True)])
def test_a_few_cards_more_or_fewer_the_second_time_are_not_shown(
    session: Session, again: int, is_shown: bool
) -> None:
    go(session, Step.ANSWER)
    enter(session, 12)
    go(session, Step.PICTURE)
    go(session, Step.AGAIN)
    enter(session, again, number=2, changes=False)
    go(session, Step.SHIFT)
    found = shown(session, 2)
    assert (found.picture is not None) is is_shown
    assert found.shift is None
