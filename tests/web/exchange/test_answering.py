"""Who may answer an offer, and that no answer is silent."""

import pytest
from django.urls import reverse

from beide.change import Form, Mode
from beide.web.exchange import actions
from beide.web.exchange.models import Insight
from beide.web.initiatives.actions import start
from beide.web.network.models import Joining
from tests.web.conftest import As
from tests.web.people import World


def offered(world: World, *, found_in: Mode, team: str | None = "Intake") -> Insight:
    insight = actions.find(
        organisation=world.noord, found_in=found_in, kind="insight", what="What we saw"
    )
    to_team = world.teams[team] if team else None
    actions.offer(insight=insight, to_role="planner", to_team=to_team)
    return insight


def answer(world: World, signed_in: As, who: str, insight: Insight, **data: str) -> int:
    url = reverse("exchange:answer", args=["noord", insight.pk])
    return signed_in(getattr(world, who)).post(url, data).status_code


@pytest.mark.parametrize(
    ("who", "team", "status"),
    [
        ("lex", "Intake", 302),
        ("lex", "Magazijn", 403),
        ("lex", None, 302),
        ("anna", "Magazijn", 302),
        ("mia", "Intake", 403),
        ("gijs", "Intake", 403),
        ("otto", "Intake", 404),
    ],
)
def test_the_hierarchy_answers_through_leads(
    world: World, signed_in: As, who: str, team: str | None, status: int
) -> None:
    insight = offered(world, found_in=Mode.NETWORK, team=team)
    assert answer(world, signed_in, who, insight, state="accepted") == status


def test_the_network_answers_through_who_takes_part(world: World, signed_in: As) -> None:
    insight = offered(world, found_in=Mode.HIERARCHY, team=None)
    assert answer(world, signed_in, "mia", insight, state="accepted") == 403
    loop = start(organisation=world.noord, form=Form.TRANSITION, title="From order to talk")
    Joining.objects.create(initiative=loop, membership=world.mia, hours=2)
    assert answer(world, signed_in, "mia", insight, state="accepted") == 302


@pytest.mark.parametrize("state", ["adapted", "declined"])
def test_an_answer_that_changes_something_says_why(world: World, signed_in: As, state: str) -> None:
    insight = offered(world, found_in=Mode.NETWORK)
    client = signed_in(world.lex)
    url = reverse("exchange:answer", args=["noord", insight.pk])
    page = client.post(url, {"state": state, "why": ""})
    assert page.status_code == 422
    assert "Write at least one sentence" in page.content.decode()
    insight.refresh_from_db()
    assert insight.state == Insight.State.OFFERED


def test_an_answer_is_shown_with_its_reason_and_can_be_undone(world: World, signed_in: As) -> None:
    insight = offered(world, found_in=Mode.NETWORK)
    client = signed_in(world.lex)
    url = reverse("exchange:answer", args=["noord", insight.pk])
    page = client.post(url, {"state": "declined", "why": "After the summer"}, follow=True)
    assert "After the summer" in page.content.decode()
    passage = insight.passages.order_by("-pk")[0]
    client.post(reverse("exchange:take_back", args=["noord", insight.pk, passage.pk]))
    insight.refresh_from_db()
    assert insight.state == Insight.State.OFFERED
