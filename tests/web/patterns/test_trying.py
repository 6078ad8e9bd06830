"""From a finding to an experiment card that carries it, and both ways back."""

from django.test import Client

from beide.web.evidence.models import Promise
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Experiment, Joining, Round
from tests.web.conftest import As
from tests.web.patterns.found import a_finding
from tests.web.people import World


def a_loop(world: World, *, joined: bool = True) -> Initiative:
    loop = Initiative.objects.create(
        organisation=world.noord, form="transition", title="Samen kijken", stage="explore"
    )
    Round.objects.create(initiative=loop, number=1, question="Hoe?")
    if joined:
        Joining.objects.create(initiative=loop, membership=world.mia, hours=2)
    return loop


def filled(page: str, name: str) -> str:
    """Return what a field of the form holds."""
    return page.split(f'name="{name}"')[1].split(">", 1)[1].split("</textarea>")[0].strip()


def test_the_card_is_filled_in_and_carries_the_pattern(world: World, mia: Client) -> None:
    finding, loop = a_finding(world.noord), a_loop(world)
    search = finding.search
    search.promise = Promise.objects.create(
        organisation=world.noord, log=search.log, name="Snel", within_hours=48, share=0.9
    )
    search.save()
    address = f"/o/noord/patterns/found/{finding.pk}/try/"
    assert f"{address}{loop.pk}/" in mia.get(address).content.decode()
    page = mia.get(f"{address}{loop.pk}/").content.decode()
    assert "So far we only know that it goes together." in filled(page, "believe")
    assert "8 of 10 cases are ready within 2 days" in filled(page, "believe")
    assert "38 of comparable cases" in filled(page, "will_see")
    assert "“Snel”" in filled(page, "stops_when")
    assert f'<option value="{search.promise.pk}" selected>' in page
    card = {
        "title": "Formulier samen invullen",
        **{name: filled(page, name) for name in ("believe", "attempt", "will_see", "stops_when")},
        "protects": search.promise.pk,
    }
    answer = mia.post(f"{address}{loop.pk}/", card)
    experiment = Experiment.objects.get()
    assert answer["Location"] == f"/o/noord/network/experiments/{experiment.pk}/"
    assert experiment.protects == search.promise
    assert "Formulier samen" in mia.get(f"/o/noord/patterns/found/{finding.pk}/").content.decode()
    there = mia.get(answer["Location"]).content.decode()
    assert f"/o/noord/patterns/found/{finding.pk}/" in there


def test_who_takes_part_in_nothing_begins_something_new(world: World, mia: Client) -> None:
    finding = a_finding(world.noord)
    address = f"/o/noord/patterns/found/{finding.pk}/try/"
    a_loop(world, joined=False)
    assert "Samen kijken" not in mia.get(address).content.decode()
    begun = mia.post(
        f"{address}begin/",
        {"title": "Formulier", "question": "Wat als?", "form": "transition", "hours": "2"},
    )
    loop = Initiative.objects.get(title="Formulier")
    assert begun["Location"] == f"{address}{loop.pk}/"
    assert loop.joinings.get().membership == world.mia
    assert mia.get(begun["Location"]).status_code == 200


def test_who_does_not_carry_a_loop_plans_nothing_in_it(
    world: World, mia: Client, signed_in: As
) -> None:
    finding, loop = a_finding(world.noord), a_loop(world, joined=False)
    address = f"/o/noord/patterns/found/{finding.pk}/try/{loop.pk}/"
    assert mia.get(address).status_code == 403
    assert signed_in(world.gijs).get(address).status_code == 200


def test_a_card_with_something_missing_keeps_what_was_typed(world: World, mia: Client) -> None:
    finding, loop = a_finding(world.noord), a_loop(world)
    answer = mia.post(
        f"/o/noord/patterns/found/{finding.pk}/try/{loop.pk}/", {"believe": "Ons eigen idee"}
    )
    assert answer.status_code == 422
    assert "Ons eigen idee" in answer.content.decode()
    assert not Experiment.objects.exists()
