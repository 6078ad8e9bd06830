"""A guest from outside sees one initiative, for a time, and nothing else."""

import pytest
from django.test import Client
from django.urls import reverse

from beide.web.network.models import Joining
from beide.web.partnerships import access, guest_actions
from tests.web.partnerships.met import browser, explored, guest, outsider, place, text
from tests.web.people import World
from tests.web.route_objects import OBJECTS
from tests.web.test_permissions import INSIDE, address


def test_guest_sees_the_question_and_nobody_s_name(world: World) -> None:
    initiative, noor = explored(world), outsider()
    Joining.objects.create(initiative=initiative, membership=world.mia, hours=2)
    guest(initiative, noor)
    answer = browser(noor).get(place(initiative))
    assert "When do people feel known?" in text(answer)
    assert "Mia" not in text(answer)


def test_every_other_route_is_closed_for_a_guest(world: World) -> None:
    noor = outsider()
    guest(explored(world), noor)
    client = browser(noor)
    for route in sorted(INSIDE):
        where = address(route, world) if route in OBJECTS or not INSIDE[route] else ""
        assert client.get(where).status_code == 404, route
        assert client.post(where).status_code == 404, route


def test_guest_of_one_initiative_finds_no_other(world: World) -> None:
    noor, other = outsider(), explored(world, "Another")
    guest(explored(world), noor)
    assert browser(noor).get(place(other)).status_code == 404
    elsewhere = reverse("partnerships:guest_place", args=["zuid", other.pk])
    assert browser(noor).get(elsewhere).status_code == 404


def test_member_is_no_guest_and_a_stranger_signs_in(world: World) -> None:
    initiative = explored(world)
    guest(initiative, outsider())
    assert browser(world.mia.person).get(place(initiative)).status_code == 404
    assert Client().get(place(initiative)).status_code == 302


@pytest.mark.parametrize("days", [-1, 0])
def test_it_ends_by_itself_after_its_day(world: World, days: int) -> None:
    initiative, noor = explored(world), outsider()
    guest(initiative, noor, days=days)
    expected = {-1: 404, 0: 200}[days]
    assert browser(noor).get(place(initiative)).status_code == expected
    assert access.is_guest(noor, initiative) is (days == 0)


def test_who_is_let_out_can_neither_read_nor_write(world: World) -> None:
    initiative, noor = explored(world), outsider()
    made, client = guest(initiative, noor), browser(noor)
    assert [found.initiative for found in access.guest_initiatives(noor)] == [initiative]
    guest_actions.let_out(guest=made)
    assert client.get(place(initiative)).status_code == 404
    assert client.post(place(initiative), {"words": "Still here"}).status_code == 404
    assert access.guest_initiatives(noor) == []
    assert not access.is_guest(noor, initiative)
    assert not made.sightings.exists()
