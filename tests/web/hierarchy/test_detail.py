"""One initiative: what it asks, what happened, what may be changed."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from beide.change import Form, content
from beide.web.hierarchy import actions, step_actions
from beide.web.hierarchy.frames import frame_of
from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Initiative
from beide.web.tensions import actions as tensions
from tests.web.conftest import As
from tests.web.hierarchy.made import WHAT, at, carry, elsewhere
from tests.web.people import World
from tests.web.tensions.made import bring


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_the_form_asks_stands_beside_it(world: World, signed_in: As, language: str) -> None:
    made = carry(world, form=Form.RENEWAL)
    page = signed_in(world.gijs, language=language).get(at(made)).content.decode()
    asks = content().forms[Form.RENEWAL].asks
    for text in (asks.rhythm, *asks.stays_safe, *asks.questions):
        assert text.in_language(language).replace("'", "&#x27;") in page


def test_an_insight_can_be_offered_from_here(world: World, signed_in: As) -> None:
    made = carry(world)
    page = signed_in(world.mia).get(at(made)).content.decode()
    assert f"/o/noord/insights/new/?initiative={made.pk}" in page


def test_who_may_not_change_it_reads_why(world: World, signed_in: As) -> None:
    page = signed_in(world.gijs).get(at(carry(world))).content.decode()
    assert "The people of Intake, its lead and administrators can change it." in page
    assert "Change what it is about" not in page
    page = signed_in(world.gijs).get(at(carry(world, team=None))).content.decode()
    assert "only leads and administrators can change it" in page


def test_the_frame_changes(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.mia)
    assert "coördinator intake" in client.get(at(made, "change/")).content.decode()
    sent = {**WHAT, "title": "Anders", "owner_role": "planner", "team": world.teams["Intake"].pk}
    client.post(at(made, "change/"), sent)
    made.refresh_from_db()
    assert (made.title, made.carrying.owner_role) == ("Anders", "planner")
    assert signed_in(world.gijs).get(at(made, "change/")).status_code == 403


def test_a_changed_frame_is_one_undo(world: World, signed_in: As) -> None:
    made, client = carry(world, look_on=date(2026, 10, 1)), signed_in(world.mia)
    before = frame_of(made)
    sent = {**WHAT, "title": "Anders", "team": world.teams["Intake"].pk, "look_on": ""}
    page = client.post(at(made, "change/"), sent, follow=True).content.decode()
    happening = made.happenings.get(kind="changed")
    assert "Changed what it is about." in page
    assert f'action="{at(made, f"undo/{happening.pk}/")}"' in page
    client.post(at(made, f"undo/{happening.pk}/"))
    assert frame_of(Initiative.objects.get()) == before
    assert not made.happenings.filter(kind="changed").exists()


def test_saving_the_same_frame_is_no_change(world: World, signed_in: As) -> None:
    made = carry(world, look_on=date(2026, 12, 1))
    sent = {**WHAT, "about": "", "team": world.teams["Intake"].pk}
    signed_in(world.mia).post(at(made, "change/"), sent)
    assert not made.happenings.filter(kind="changed").exists()


def test_a_frame_without_a_title_loses_nothing(world: World, signed_in: As) -> None:
    made = carry(world)
    page = signed_in(world.mia).post(at(made, "change/"), {**WHAT, "title": ""}).content.decode()
    assert "Give it a name of a few words." in page
    assert "Minder terugbellen" in page


def test_its_tension_is_shown_until_it_is_withdrawn(world: World, signed_in: As) -> None:
    tension = bring(world.mia, what="Waar het begon")
    made = actions.start(
        organisation=world.noord,
        form=Form.IMPROVEMENT,
        title="Iets",
        owner_role="planner",
        tension=tension,
    )
    client = signed_in(world.ben)
    assert "Waar het begon" in client.get(at(made)).content.decode()
    tensions.withdraw(tension=tension)
    assert "Waar het begon" not in client.get(at(made)).content.decode()


def test_an_initiative_without_an_owner_still_opens(world: World, signed_in: As) -> None:
    made = initiatives.start(organisation=world.noord, form=Form.RENEWAL, title="Kaal")
    client = signed_in(world.anna)
    assert client.get(at(made)).status_code == 200
    assert client.get("/o/noord/hierarchy/").status_code == 200
    client.post(at(made, "change/"), WHAT)
    assert Initiative.objects.get().carrying.owner_role == WHAT["owner_role"]


def test_the_network_and_others_are_not_found(world: World, signed_in: As) -> None:
    network = initiatives.start(organisation=world.noord, form=Form.TRANSITION, title="Netwerk")
    client = signed_in(world.anna)
    assert client.get(at(network)).status_code == 404
    assert client.get(at(elsewhere(world))).status_code == 404
    assert signed_in(world.otto).get(at(carry(world))).status_code == 404
    assert signed_in(world.cora).get(at(carry(world))).status_code == 403


def test_the_page_stays_within_fifteen_queries(
    world: World, signed_in: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    made = carry(world)
    for number in range(30):
        step_actions.finish(step=step_actions.add(initiative=made, what=f"S{number}", due=None))
        initiatives.move(initiative=made, stage=("plan", "execute")[number % 2])
        actions.look(initiative=made, held=False, saw="Nog niet")
    client = signed_in(world.lex)
    with django_assert_max_num_queries(15):
        assert client.get(at(made)).status_code == 200
