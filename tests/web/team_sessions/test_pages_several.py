"""A session on several tensions takes them in turn, and its report tells of each."""

from beide.web.team_sessions.actions import close
from beide.web.team_sessions.models import Step
from tests.web.conftest import As
from tests.web.people import World
from tests.web.team_sessions.made import a_session, go, phones
from tests.web.team_sessions.pages import inside, words

DECIDED = {"form": "none", "sure": "open", "shared": ""}


def test_after_one_comes_the_next(world: World, signed_in: As) -> None:
    session, guide = a_session(world, tensions=2), signed_in(world.gijs)
    go(session, Step.TENSION)
    page = words(guide.get(inside(session)).content)
    assert "Tension 1 of 2" in page
    assert "Tension 2: Everyone answers" not in page.partition("Go to another step")[0]
    go(session, Step.TENSION, place=2)
    page = words(guide.get(inside(session)).content)
    assert "Tension 2 of 2" in page
    assert "Dit past niet 1." in page


def test_the_report_has_a_chapter_for_each(world: World, signed_in: As) -> None:
    session, guide = a_session(world, tensions=2), signed_in(world.gijs)
    people = phones(session, 5)
    go(session, Step.ANSWER)
    for person in people:
        person.answer_all()
    go(session, Step.PICTURE)
    for place in (1, 2):
        sent = DECIDED | {"decided": f"Besluit {place}."}
        guide.post(inside(session, f"decide/{place}/"), sent)
    close(session=session)
    page = words(signed_in(world.ben).get(inside(session, "report/")).content)
    assert page.count('class="chapter') == 2
    assert page.index("Besluit 1.") < page.index("Besluit 2.")
    assert page.count("<image href") == 1
    assert "Nothing was shown about this tension." in page


def test_one_tension_has_no_number(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    go(session, Step.TENSION)
    assert "Tension 1" not in words(guide.get(inside(session)).content)
