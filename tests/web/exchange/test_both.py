"""Home tells how both modes are, also when there is little or nothing to tell."""

import pytest
from django.urls import reverse

from beide.change import Form, Mode
from beide.web.exchange import actions
from beide.web.hierarchy.models import Step
from beide.web.initiatives.actions import start
from beide.web.network.models import Joining, Round
from tests.web.conftest import As
from tests.web.people import World


def home(world: World, signed_in: As, who: str = "mia", language: str = "en") -> str:
    page = signed_in(getattr(world, who), language=language).get("/o/noord/")
    assert page.status_code == 200
    return page.content.decode()


def test_an_empty_organisation_is_told_where_to_begin(world: World, signed_in: As) -> None:
    page = home(world, signed_in)
    assert "Here both modes will stand side by side." in page
    assert reverse("evidence:list", args=["noord"]) in page
    assert reverse("tensions:new", args=["noord"]) in page


def test_it_speaks_dutch(world: World, signed_in: As) -> None:
    assert "Hier komen beide kanten naast elkaar te staan." in home(world, signed_in, language="nl")


def test_what_moves_stands_on_its_own_side(world: World, signed_in: As) -> None:
    work = start(organisation=world.noord, form=Form.RENEWAL, title="One planning board")
    Step.objects.create(initiative=work, what="Choose the board")
    loop = start(organisation=world.noord, form=Form.TRANSITION, title="From order to talk")
    Round.objects.create(initiative=loop, number=2, question="What if?")
    page = home(world, signed_in)
    hierarchy, _, network = page.partition('class="both__exchange')
    assert "One planning board" in hierarchy
    assert "Choose the board" in hierarchy
    assert "From order to talk" in network
    assert "round 2" in network


def test_a_small_group_is_not_a_number(world: World, signed_in: As) -> None:
    loop = start(organisation=world.noord, form=Form.TRANSITION, title="From order to talk")
    for who in ("mia", "ben", "lex", "gijs"):
        Joining.objects.create(initiative=loop, membership=world.people[who], hours=2)
    page = home(world, signed_in)
    assert "Fewer than 5 people take part" in page
    Joining.objects.create(initiative=loop, membership=world.anna, hours=2)
    assert "Fewer than 5 people" not in home(world, signed_in)


def test_what_waits_is_said(world: World, signed_in: As) -> None:
    for what in ("One", "Two"):
        insight = actions.find(
            organisation=world.noord, found_in=Mode.NETWORK, kind="insight", what=what
        )
        actions.offer(insight=insight, to_role="planner", to_team=None)
    assert "2 insights wait for an answer." in home(world, signed_in)


@pytest.mark.parametrize("who", ["mia", "lex", "anna"])
def test_few_queries_however_much_moves(
    world: World, signed_in: As, who: str, django_assert_max_num_queries: object
) -> None:
    for number in range(12):
        work = start(organisation=world.noord, form=Form.RENEWAL, title=f"Work {number}")
        Step.objects.create(initiative=work, what="A step")
        loop = start(organisation=world.noord, form=Form.INNOVATION, title=f"Loop {number}")
        Round.objects.create(initiative=loop, number=1, question="What if?")
        Joining.objects.create(initiative=loop, membership=world.mia, hours=2)
    client = signed_in(getattr(world, who))
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        client.get("/o/noord/")
