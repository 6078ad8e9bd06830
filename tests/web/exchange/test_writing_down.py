"""An insight is written down by hand, or from an experiment that brings what it taught."""

import pytest
from django.urls import reverse

from beide.change import Form
from beide.web.exchange.models import Insight
from beide.web.initiatives.actions import start
from beide.web.network.models import Experiment, Round
from tests.web.conftest import As
from tests.web.people import World


def experiment(world: World) -> Experiment:
    loop = start(organisation=world.noord, form=Form.INNOVATION, title="Fitting at home")
    round_ = Round.objects.create(initiative=loop, number=1, question="What if we fit at home?")
    return Experiment.objects.create(
        initiative=loop,
        round=round_,
        title="Ten fittings at home",
        believe="It saves a visit",
        attempt="Ten customers",
        will_see="Fewer returns",
        stops_when="Two complaints",
        saw="One in ten came back",
        learnt="Who tries at home, keeps it",
    )


def test_from_an_experiment_the_words_come_along(world: World, signed_in: As) -> None:
    tried = experiment(world)
    client = signed_in(world.mia)
    url = reverse("exchange:insight_new", args=["noord"]) + f"?experiment={tried.pk}"
    page = client.get(url).content.decode()
    assert "Who tries at home, keeps it" in page
    assert "One in ten came back" in page
    client.post(url, {"what": "Who tries at home, keeps it", "kind": "insight", "about": ""})
    insight = Insight.objects.get()
    assert (insight.experiment, insight.found_in) == (tried, "network")
    assert insight.initiative == tried.initiative


def test_from_an_improvement_it_comes_from_the_hierarchy(world: World, signed_in: As) -> None:
    work = start(organisation=world.noord, form=Form.IMPROVEMENT, title="Form complete")
    url = reverse("exchange:insight_new", args=["noord"]) + f"?initiative={work.pk}"
    signed_in(world.mia).post(url, {"what": "We have two vans less", "kind": "constraint"})
    insight = Insight.objects.get()
    assert (insight.found_in, insight.kind) == ("hierarchy", "constraint")


@pytest.mark.parametrize("query", ["?experiment=9999", "?experiment=0"])
def test_an_experiment_that_is_not_there(world: World, signed_in: As, query: str) -> None:
    url = reverse("exchange:insight_new", args=["noord"]) + query
    status = signed_in(world.mia).get(url).status_code
    assert status == (404 if query.endswith("9999") else 200)


@pytest.mark.parametrize("query", ["?experiment=abc", "?initiative=", "?initiative=²"])
def test_an_address_with_nonsense_opens_an_empty_form(
    world: World, signed_in: As, query: str
) -> None:
    url = reverse("exchange:insight_new", args=["noord"]) + query
    assert signed_in(world.mia).get(url).status_code == 200


def test_the_network_does_not_offer_limits(world: World, signed_in: As) -> None:
    url = reverse("exchange:insight_new", args=["noord"]) + "?mode=network"
    page = signed_in(world.mia).post(url, {"what": "x", "kind": "constraint"})
    assert page.status_code == 200
    assert not Insight.objects.exists()


def test_nothing_typed_is_lost_when_something_is_missing(world: World, signed_in: As) -> None:
    url = reverse("exchange:insight_new", args=["noord"])
    page = signed_in(world.mia).post(url, {"what": "", "kind": "insight", "about": "Kept words"})
    assert "Kept words" in page.content.decode()


def test_another_organisations_experiment_stays_closed(world: World, signed_in: As) -> None:
    tried = experiment(world)
    url = reverse("exchange:insight_new", args=["zuid"]) + f"?experiment={tried.pk}"
    assert signed_in(world.otto).get(url).status_code == 404
