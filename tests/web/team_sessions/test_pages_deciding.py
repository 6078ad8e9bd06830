"""Writing down what was decided: filled in from the picture, kept with the tension, undone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from beide.text import Text
from beide.web.team_sessions.actions import close
from beide.web.team_sessions.models import Session, Step
from beide.web.team_sessions.snapshot import Agreed
from beide.web.team_sessions.views.deciding import how_shared
from beide.web.tensions.models import Outcome
from tests.web.conftest import As
from tests.web.people import World
from tests.web.team_sessions.made import a_session, go, phones
from tests.web.team_sessions.pages import inside, words

DECIDED = {
    "form": "transition",
    "sure": "likely",
    "shared": "partly",
    "decided": "We vragen het vijf klanten.",
    "first_step": "Maandag bellen",
    "who": "team Intake",
    "why": "We denken er anders over",
}


def with_picture(world: World) -> Session:
    """Return a session of which the picture is shown: everyone sees innovation."""
    session = a_session(world)
    people = phones(session, 8)
    go(session, Step.ANSWER)
    for person in people:
        person.answer_all()
    go(session, Step.PICTURE)
    return session


def test_the_picture_fills_in_the_form(world: World, signed_in: As) -> None:
    session = with_picture(world)
    page = words(signed_in(world.gijs).get(inside(session, "decide/1/")).content)
    assert 'value="innovation" required id="id_form_3" checked' in page


@pytest.mark.parametrize(
    ("value", "low", "high", "word"),
    [(90, 70, 97, "widely"), (60, 40, 80, "partly"), (20, 0, 40, "apart"), (60, 10, 90, "")],
)
def test_how_far_people_agree_becomes_a_word(value: int, low: int, high: int, word: str) -> None:
    agreed = Agreed(value=value, low=low, high=high, text=Text(nl="", en=""))
    assert how_shared(agreed) == word
    assert how_shared(None) == ""


def test_without_a_picture_it_is_open(world: World, signed_in: As) -> None:
    page = words(signed_in(world.gijs).get(inside(a_session(world), "decide/1/")).content)
    assert 'value="none" required id="id_form_4" checked' in page
    assert 'value="open" required id="id_sure_2" checked' in page


def test_what_was_decided_stands_with_the_tension(world: World, signed_in: As) -> None:
    session = with_picture(world)
    signed_in(world.gijs).post(inside(session, "decide/1/"), DECIDED)
    tension = session.topics.get().tension
    page = words(signed_in(world.ben).get(f"/o/noord/tensions/{tension.pk}/").content)
    assert "We vragen het vijf klanten." in page
    assert "Maandag bellen" in page
    assert "Likely, not certain" in page
    assert f'href="/o/noord/network/start/?tension={tension.pk}"' in page
    assert tension.form == "transition"


def test_no_form_leaves_earlier_choices_alone(world: World, signed_in: As) -> None:
    session = with_picture(world)
    signed_in(world.gijs).post(inside(session, "decide/1/"), DECIDED | {"form": "none"})
    tension = session.topics.get().tension
    assert tension.form is None
    page = words(signed_in(world.ben).get(f"/o/noord/tensions/{tension.pk}/").content)
    assert "no single form" in page
    for mode in ("hierarchy", "network"):
        assert f'href="/o/noord/{mode}/start/?tension={tension.pk}"' in page


def test_bad_input_says_what_is_missing_and_loses_nothing(world: World, signed_in: As) -> None:
    session = a_session(world)
    sent = DECIDED | {"decided": ""}
    page = words(signed_in(world.gijs).post(inside(session, "decide/1/"), sent).content)
    assert "Write in a sentence what you decided." in page
    assert "Maandag bellen" in page
    assert not Outcome.objects.exists()


def test_writing_it_again_replaces_it(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    guide.post(inside(session, "decide/1/"), DECIDED)
    assert "Maandag bellen" in words(guide.get(inside(session, "decide/1/")).content)
    guide.post(inside(session, "decide/1/"), DECIDED | {"decided": "Toch anders."})
    assert Outcome.objects.get().decided == "Toch anders."
    assert session.topics.get().tension.choices.count() == 1


def test_it_can_be_taken_back_at_once(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    page = guide.post(inside(session, "decide/1/"), DECIDED, follow=True)
    undo = inside(session, "decide/1/undo/")
    assert f'action="{undo}"' in words(page.content)
    guide.post(undo)
    assert not Outcome.objects.exists()
    assert session.topics.get().tension.form is None


def test_what_is_history_stays(world: World, signed_in: As) -> None:
    session, guide = a_session(world), signed_in(world.gijs)
    guide.post(inside(session, "decide/1/"), DECIDED)
    yesterday = timezone.localdate() - timedelta(days=1)
    Outcome.objects.update(on=yesterday)
    page = guide.post(inside(session, "decide/1/undo/"), follow=True)
    assert "part of the history now" in words(page.content)
    assert Outcome.objects.count() == 1


def test_the_report_tells_no_names(world: World, signed_in: As) -> None:
    session = with_picture(world)
    signed_in(world.gijs).post(inside(session, "decide/1/"), DECIDED)
    close(session=session)
    page = words(signed_in(world.ben).get(inside(session, "report/")).content)
    assert "We vragen het vijf klanten." in page
    assert "From 8 people." in page
    assert "Gijs" not in page


def test_a_tension_that_is_not_on_the_table_is_not_found(world: World, signed_in: As) -> None:
    session = a_session(world)
    assert signed_in(world.gijs).get(inside(session, "decide/2/")).status_code == 404
