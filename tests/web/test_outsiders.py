"""The door of an organisation: strangers sign in first, outsiders find nothing."""

from django.test import Client

from tests.web.conftest import As
from tests.web.people import World


def test_stranger_is_asked_to_sign_in(world: World) -> None:
    answer = Client().get("/o/noord/")
    assert answer.status_code == 302
    assert answer["Location"] == "/accounts/login/?next=/o/noord/"


def test_outsider_finds_nothing(world: World, signed_in: As) -> None:
    assert signed_in(world.otto).get("/o/noord/").status_code == 404


def test_member_comes_in(world: World, signed_in: As) -> None:
    assert signed_in(world.mia).get("/o/noord/").status_code == 200


def test_council_opens_nothing_but_its_own_page(world: World, signed_in: As) -> None:
    assert signed_in(world.cora).get("/o/noord/").status_code == 403
    assert signed_in(world.cora).get("/o/noord/evidence/council/").status_code == 200
