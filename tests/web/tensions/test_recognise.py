"""I recognise this: a toggle that works without a script, and tells only a number."""

from django.test import Client

from beide.web.tensions.models import Recognition, Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.tensions.made import bring


def press(client: Client, tension: Tension, answer: str, **headers: str) -> str:
    """Press the button and return the page that follows."""
    address = f"/o/noord/tensions/{tension.pk}/recognise/"
    told = client.post(address, {"recognise": answer}, follow=True, headers=headers)
    return told.content.decode()


def test_the_same_button_takes_it_back(world: World, signed_in: As) -> None:
    tension, client = bring(world.mia), signed_in(world.ben)
    page = press(client, tension, "yes")
    assert "I do not recognise this after all" in page
    assert "Nobody sees who they are." in page
    assert tension.recognitions.get().membership == world.ben
    page = press(client, tension, "no")
    assert "I recognise this" in page
    assert not Recognition.objects.exists()


def test_pressing_twice_counts_once(world: World, signed_in: As) -> None:
    tension, client = bring(world.mia), signed_in(world.ben)
    press(client, tension, "yes")
    press(client, tension, "yes")
    assert tension.recognitions.count() == 1


def test_with_htmx_only_the_fragment_comes_back(world: World, signed_in: As) -> None:
    page = press(signed_in(world.ben), bring(world.mia), "yes", **{"HX-Request": "true"})
    assert page.strip().startswith("<div")
    assert "<html" not in page
    assert "I do not recognise this after all" in page


def test_it_does_not_answer_a_link(world: World, signed_in: As) -> None:
    address = f"/o/noord/tensions/{bring(world.mia).pk}/recognise/"
    assert signed_in(world.ben).get(address).status_code == 405


def test_nobody_reads_who_recognises(world: World, signed_in: As) -> None:
    tension = bring(world.mia, signed=False)
    press(signed_in(world.ben), tension, "yes")
    page = signed_in(world.anna).get(f"/o/noord/tensions/{tension.pk}/").content.decode()
    assert "Ben" not in page


def test_outsiders_find_nothing(world: World, signed_in: As) -> None:
    address = f"/o/noord/tensions/{bring(world.mia).pk}/recognise/"
    assert signed_in(world.otto).post(address).status_code == 404
    zuid = f"/o/zuid/tensions/{bring(world.mia).pk}/recognise/"
    assert signed_in(world.otto).post(zuid).status_code == 404
