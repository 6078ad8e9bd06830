"""What a guide sees: the list, preparing, the script, a team that is too small, the screen."""

import re

import pytest
from pytest_django import DjangoAssertNumQueries

from beide.web.team_sessions.actions import agree, close
from beide.web.team_sessions.models import Session, Step
from beide.web.team_sessions.script import minutes_in_all, script
from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.team_sessions.made import a_session, go, phones
from tests.web.team_sessions.pages import inside, words


def test_the_script_takes_45_minutes_and_has_words_for_every_step() -> None:
    assert minutes_in_all(1) == 45
    for part in script().values():
        for text in (part.title, part.screen, *part.say, *part.do, *part.say_paper, *part.paper):
            assert text.nl
            assert text.en
            assert text.nl != text.en


def test_an_empty_list_says_what_to_do(world: World, signed_in: As) -> None:
    page = words(signed_in(world.ben).get("/o/noord/sessions/").content)
    assert "There has been no session yet." in page
    assert 'href="/o/noord/sessions/new/"' in page


def test_without_a_tension_there_is_nothing_to_prepare(world: World, signed_in: As) -> None:
    page = words(signed_in(world.ben).get("/o/noord/sessions/new/").content)
    assert "There is no tension to talk about yet." in page
    assert 'href="/o/noord/tensions/new/"' in page


def test_a_running_session_is_in_the_list_of_its_guide_only(world: World, signed_in: As) -> None:
    session = a_session(world)
    at = f'href="{inside(session)}"'
    assert at in words(signed_in(world.gijs).get("/o/noord/sessions/").content)
    assert at in words(signed_in(world.anna).get("/o/noord/sessions/").content)
    assert at not in words(signed_in(world.ben).get("/o/noord/sessions/").content)
    close(session=session)
    assert inside(session, "report/") in words(
        signed_in(world.ben).get("/o/noord/sessions/").content
    )


def test_the_tension_in_the_address_is_chosen(world: World, signed_in: As) -> None:
    tension = Tension.objects.create(organisation=world.noord, what="Deze.", origin="ai")
    page = words(signed_in(world.ben).get(f"/o/noord/sessions/new/?tension={tension.pk}").content)
    boxes = re.findall(r'<input[^>]*name="tensions"[^>]*>', page)
    assert [f'value="{tension.pk}"' in box and "checked" in box for box in boxes] == [True]


def test_without_a_choice_nothing_begins(world: World, signed_in: As) -> None:
    Tension.objects.create(organisation=world.noord, what="Deze.", origin="ai")
    page = signed_in(world.ben).post("/o/noord/sessions/new/", {"way": "phones"})
    assert "Choose at least one tension." in words(page.content)
    assert not Session.objects.exists()


def test_a_tension_of_others_cannot_be_chosen(world: World, signed_in: As) -> None:
    theirs = Tension.objects.create(organisation=world.zuid, what="Van hen.", origin="ai")
    Tension.objects.create(organisation=world.noord, what="Van ons.", origin="ai")
    client = signed_in(world.ben)
    client.post("/o/noord/sessions/new/", {"tensions": theirs.pk, "way": "phones"})
    assert not Session.objects.exists()
    assert "Van hen" not in words(client.get("/o/noord/sessions/new/").content)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_says_what_to_say_and_do(world: World, signed_in: As, language: str) -> None:
    session = a_session(world)
    guide = signed_in(world.gijs, language=language)
    for each in phones(session, 5):
        assert each.secret
    for step in (Step.WELCOME, Step.TENSION, Step.ANSWER):
        if step != Step.WELCOME:
            go(session, step)
        page = words(guide.get(inside(session)).content)
        for line in (*script()[step].say, *script()[step].do):
            assert line.in_language(language).replace("'", "&#x27;") in page


def test_the_screen_shows_code_and_qr_and_how_many_are_in(world: World, signed_in: As) -> None:
    session = a_session(world)
    phones(session, 3)
    guide = signed_in(world.gijs)
    page = words(guide.get(inside(session, "screen/")).content)
    assert session.spelled_code in page
    assert "testserver/s/" in page
    assert '<strong data-count="in">3</strong>' in page
    drawn = guide.get(inside(session, "qr/"))
    assert drawn["Content-Type"] == "image/svg+xml"
    assert drawn.content.startswith(b"<svg")


def test_the_screen_for_the_beamer_has_no_buttons(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    assert "<button" not in words(guide.get(inside(session, "screen/")).content)
    steering = words(guide.get(inside(session, "screen/?steer=1")).content)
    assert "Begin with the tension" in steering


def test_steering_from_the_screen_comes_back_to_the_screen(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    sent = {"to": "1-tension", "version": session.version, "from": "screen"}
    answer = guide.post(inside(session, "move/"), sent)
    assert answer["Location"] == inside(session, "screen/") + "?steer=1"


def test_a_computer_that_phones_cannot_reach_is_told(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    assert "Phones cannot reach" not in words(guide.get(inside(session)).content)
    page = words(guide.get(inside(session), headers={"host": "127.0.0.1:8000"}).content)
    assert "Phones cannot reach 127.0.0.1" in page


def test_a_small_team_is_told_why_and_can_agree(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    people = phones(session, 3)
    page = words(guide.get(inside(session)).content)
    assert "A picture needs 5 people" in page
    guide.post(inside(session, "open/"), {"do": "ask"})
    waiting = words(guide.get(inside(session)).content)
    assert "data-when-all disabled" in waiting
    assert '<strong data-count="agreed">0</strong> of <strong data-count="in">3</strong>' in waiting
    guide.post(inside(session, "open/"), {"do": "open"})
    session.refresh_from_db()
    assert not session.is_open
    for person in people:
        agree(session=session, secret=person.secret)
    guide.post(inside(session, "open/"), {"do": "open"})
    assert "You answer in the open" in words(guide.get(inside(session)).content)


def test_time_can_stand_still_and_grow(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    guide.post(inside(session, "move/"), {"to": "1-tension", "version": session.version})
    guide.post(inside(session, "pause/"), {"do": "pause"})
    assert "the clock stands still" in words(guide.get(inside(session)).content)
    session.refresh_from_db()
    before = session.left
    guide.post(inside(session, "time/"))
    session.refresh_from_db()
    assert before is not None
    assert session.left is not None
    assert (session.left - before).total_seconds() == 120
    guide.post(inside(session, "pause/"), {"do": "resume"})
    session.refresh_from_db()
    assert session.left is None


def test_the_guides_pages_ask_little_of_the_database(
    world: World, signed_in: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    session, guide = a_session(world, tensions=2), signed_in(world.gijs)
    people = phones(session, 5)
    go(session, Step.ANSWER)
    for person in people:
        person.answer_all()
    go(session, Step.PICTURE)
    for page in ("", "screen/", "report/", "decide/1/", "state/"):
        with django_assert_max_num_queries(15):
            guide.get(inside(session, page))
    with django_assert_max_num_queries(15):
        guide.get("/o/noord/sessions/")
