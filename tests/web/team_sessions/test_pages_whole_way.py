"""A whole session by page alone, without scripts: from beginning to report, in both languages."""

import pytest

from beide.web.team_sessions.models import Session
from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.team_sessions.made import phones
from tests.web.team_sessions.pages import Browser, inside, move, stands_at, words

SAID = {
    "en": ("You are in", "You are ready", "What was decided", "Report of a session"),
    "nl": ("Je doet mee", "Je bent klaar", "Wat er is besloten", "Verslag van een sessie"),
}


@pytest.mark.parametrize("language", ["en", "nl"])
def test_from_beginning_to_report(world: World, signed_in: As, language: str) -> None:
    tension = Tension.objects.create(organisation=world.noord, what="Dit past niet.", origin="ai")
    in_, ready, decided, report = SAID[language]
    guide = signed_in(world.gijs, language=language)
    begun = guide.post("/o/noord/sessions/new/", {"tensions": tension.pk, "way": "phones"})
    session = Session.objects.get()
    assert begun["Location"] == inside(session)
    person, others = Browser(session, language).join(), phones(session, 4)
    assert in_ in person.page()
    for to in ("1-tension", "1-answer"):
        move(guide, session, to)
    assert ready in person.answer_all().page()
    for other in others:
        other.answer_all()
    move(guide, session, "1-picture")
    assert 'class="standing' in words(guide.get(inside(session)).content)
    assert 'class="standing' in person.page()
    move(guide, session, "1-again")
    person.answer_all("5")
    for other in others:
        other.answer_all()
    move(guide, session, "1-shift")
    assert words(guide.get(inside(session, "screen/")).content).count("<image href") == 2
    move(guide, session, "1-decide")
    form = {"form": "renewal", "sure": "likely", "shared": "", "decided": "We doen het samen."}
    page = words(guide.post(inside(session, "decide/1/"), form, follow=True).content)
    assert decided in page
    assert f'href="/o/noord/hierarchy/start/?tension={tension.pk}"' in page
    move(guide, session, "1-end")
    closed = guide.post(inside(session, "close/"), follow=True)
    assert report in words(closed.content)
    assert "We doen het samen." in words(
        signed_in(world.ben).get(inside(session, "report/")).content
    )
    assert tension.form == "renewal"


def test_nothing_is_shown_before_the_reveal(world: World, signed_in: As) -> None:
    tension = Tension.objects.create(organisation=world.noord, what="Dit past niet.", origin="ai")
    guide = signed_in(world.gijs)
    guide.post("/o/noord/sessions/new/", {"tensions": tension.pk, "way": "phones"})
    session = Session.objects.get()
    person, others = Browser(session).join(), phones(session, 5)
    move(guide, session, "1-answer")
    for other in others:
        other.answer_all()
    for page in (inside(session), inside(session, "screen/"), inside(session, "report/")):
        assert "<image href" not in guide.get(page).content.decode()
    assert "<image href" not in person.page()


def test_a_button_that_is_behind_changes_nothing(world: World, signed_in: As) -> None:
    tension = Tension.objects.create(organisation=world.noord, what="Dit past niet.", origin="ai")
    guide = signed_in(world.gijs)
    guide.post("/o/noord/sessions/new/", {"tensions": tension.pk, "way": "phones"})
    session = Session.objects.get()
    old = session.version
    move(guide, session, "1-tension")
    page = guide.post(inside(session, "move/"), {"to": "1-answer", "version": old}, follow=True)
    assert stands_at(session) == "1-tension"
    assert "had moved on already" in words(page.content)
