"""Calling people to join."""

from beide.web.network.models import Call
from tests.web.conftest import As
from tests.web.network.loops import explore, joined, post, text, undo, url
from tests.web.people import World


def test_call_proposes_its_hours_to_who_joins(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    post(signed_in(world.mia), "call", initiative.pk, looking_for="Who knows carers?", hours="4")
    page = text(signed_in(world.ben).get(url("detail", initiative.pk)))
    assert "Who knows carers?" in page
    assert 'name="hours" value="4"' in page


def test_call_is_taken_back_and_put_back(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    gijs = signed_in(world.gijs)
    called = post(gijs, "call", initiative.pk, looking_for="You", hours="1")
    closed = undo(gijs, called)
    assert Call.objects.get().closed
    undo(gijs, closed)
    assert Call.objects.get().closed is None


def test_new_call_replaces_the_old_one(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    gijs = signed_in(world.gijs)
    for who in ("One", "Two"):
        post(gijs, "call", initiative.pk, looking_for=who, hours="1")
    assert Call.objects.get(closed=None).looking_for == "Two"


def test_empty_call_is_asked_again(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    answer = post(signed_in(world.gijs), "call", initiative.pk, looking_for="", hours="1")
    assert answer.status_code == 422
    assert not Call.objects.exists()


def test_who_does_not_take_part_cannot_call(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    answer = post(signed_in(world.mia), "call", initiative.pk, looking_for="You", hours="1")
    assert answer.status_code == 403
