"""Starting an improvement or renewal, directly or from a tension."""

from datetime import date, timedelta

import pytest

from beide.change import Form
from beide.web.evidence.models import EventLog, Promise
from beide.web.initiatives.models import Initiative
from beide.web.tensions import actions as tensions
from tests.web.conftest import As
from tests.web.hierarchy.made import WHAT
from tests.web.people import World
from tests.web.tensions.made import bring, see_as

START = "/o/noord/hierarchy/start/"


def promise_of(world: World) -> Promise:
    log = EventLog.objects.create(organisation=world.noord, name="Bestellingen")
    return Promise.objects.create(
        organisation=world.noord,
        log=log,
        name="Binnen twee dagen",
        within_hours=timedelta(days=2).total_seconds() / 3600,
        share=0.95,
    )


def test_it_begins_in_the_first_stage_with_its_owner(world: World, signed_in: As) -> None:
    promise, team = promise_of(world), world.teams["Intake"]
    sent = {**WHAT, "team": team.pk, "promise": promise.pk}
    answer = signed_in(world.mia).post(START, sent, follow=True)
    made = Initiative.objects.get()
    assert answer.redirect_chain[0][0] == f"/o/noord/hierarchy/{made.pk}/"
    assert (made.form, made.stage, made.team, made.promise) == (
        Form.IMPROVEMENT,
        "analyse",
        team,
        promise,
    )
    assert made.carrying.owner_role == "coördinator intake"
    assert made.carrying.look_on == date(2026, 12, 1)
    assert "Started." in answer.content.decode()


@pytest.mark.parametrize("name", ["title", "owner_role", "form"])
def test_what_is_missing_is_said_and_the_rest_stays(world: World, signed_in: As, name: str) -> None:
    page = signed_in(world.mia).post(START, {**WHAT, name: ""}).content.decode()
    assert "Something needs another look" in page
    assert "Minder terugbellen" in page
    assert not Initiative.objects.exists()


@pytest.mark.parametrize(
    ("field", "wrong"), [("look_on", "gisteren"), ("team", "x"), ("form", "transition")]
)
def test_a_value_that_cannot_be_used_loses_nothing(
    world: World, signed_in: As, field: str, wrong: str
) -> None:
    page = signed_in(world.mia).post(START, {**WHAT, field: wrong}).content.decode()
    assert "Acht weken niet teruggebeld" in page
    assert not Initiative.objects.exists()


def test_teams_and_promises_of_others_cannot_be_chosen(world: World, signed_in: As) -> None:
    promise = promise_of(world)
    Promise.objects.update(organisation=world.zuid)
    page = signed_in(world.mia).post(START, {**WHAT, "promise": promise.pk})
    assert "Binnen twee dagen" not in page.content.decode()
    assert not Initiative.objects.exists()


def test_from_a_tension_its_form_and_own_team_are_filled_in(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    see_as(tension, Form.RENEWAL)
    client = signed_in(world.mia)
    page = client.get(START, {"tension": tension.pk}).content.decode()
    assert tension.headline in page
    assert 'value="renewal" required id="id_form_1" checked' in page
    assert f'<option value="{world.teams["Intake"].pk}" selected>' in page
    client.post(f"{START}?tension={tension.pk}", {**WHAT, "form": "renewal"})
    assert Initiative.objects.get().tension == tension


def test_a_tension_for_the_network_points_there(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    see_as(tension, Form.TRANSITION)
    page = signed_in(world.mia).get(START, {"tension": tension.pk}).content.decode()
    assert f"/o/noord/network/start/?tension={tension.pk}" in page


def test_a_tension_one_may_not_see_starts_nothing(world: World, signed_in: As) -> None:
    client = signed_in(world.mia)
    assert client.get(START, {"tension": bring(world.otto).pk}).status_code == 404
    gone = tensions.withdraw(tension=bring(world.ben))
    assert client.post(f"{START}?tension={gone.pk}", WHAT).status_code == 404
    assert client.get(START, {"tension": "x"}).status_code == 200


def test_the_page_speaks_dutch(world: World, signed_in: As) -> None:
    page = signed_in(world.mia, language="nl").get(START).content.decode()
    assert "Welke rol gaat erover?" in page
    assert "Verbetering" in page


def test_outsiders_and_the_council_do_not_start(world: World, signed_in: As) -> None:
    assert signed_in(world.otto).post(START, WHAT).status_code == 404
    assert signed_in(world.cora).post(START, WHAT).status_code == 403
