"""Where someone lands after signing in, and making an organisation."""

import pytest
from django.test import Client
from pytest_django import Settings

from beide.web.accounts.models import Person
from beide.web.organisation.models import Membership, Organisation
from beide.web.organisation.roles import Role
from tests.web.conftest import As
from tests.web.people import World, add_person


def test_member_of_one_goes_straight_in(world: World, signed_in: As) -> None:
    assert signed_in(world.mia).get("/mine/")["Location"] == "/o/noord/"


def test_council_goes_to_its_own_page(world: World, signed_in: As) -> None:
    assert signed_in(world.cora).get("/mine/")["Location"] == "/o/noord/evidence/council/"


def test_member_of_several_chooses(world: World, signed_in: As) -> None:
    Membership.objects.create(organisation=world.zuid, person=world.mia.person)
    page = signed_in(world.mia).get("/mine/").content.decode()
    assert "Where do you want to be?" in page
    assert 'href="/o/noord/"' in page
    assert "Zuid" in page


def test_a_menu_leads_from_one_to_the_other(world: World, signed_in: As) -> None:
    assert "/mine/" in signed_in(world.anna).get("/o/noord/people/").content.decode()


@pytest.mark.django_db
def test_without_organisation_a_page_says_what_to_do() -> None:
    browser = Client(headers={"accept-language": "nl"})
    browser.force_login(
        Person.objects.create_user("nieuw@example.org"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    page = browser.get("/mine/").content.decode()
    assert "Je hoort nog bij geen organisatie." in page
    assert "Vraag een beheerder" in page
    assert "/new/" not in page


def test_stranger_signs_in_first(world: World) -> None:
    assert Client().get("/mine/")["Location"] == "/accounts/login/?next=/mine/"


def test_nobody_makes_an_organisation_on_a_closed_host(world: World, signed_in: As) -> None:
    assert signed_in(world.mia).get("/new/").status_code == 403


def test_founder_becomes_administrator(world: World, signed_in: As, settings: Settings) -> None:
    settings.OPEN_SIGN_UP = True
    answer = signed_in(world.mia).post("/new/", {"name": "Zorg voor Noord"})
    made = Organisation.objects.get(slug="zorg-voor-noord")
    assert answer["Location"] == "/o/zorg-voor-noord/teams/"
    assert made.memberships.get().person == world.mia.person
    assert made.memberships.get().has(Role.ADMINISTRATOR)


def test_a_second_of_the_same_name_gets_its_own_address(
    world: World, signed_in: As, settings: Settings
) -> None:
    settings.OPEN_SIGN_UP = True
    answer = signed_in(world.mia).post("/new/", {"name": "Noord"})
    assert answer["Location"] == "/o/noord-2/teams/"


def test_navigation_has_what_a_role_opens(world: World, signed_in: As) -> None:
    add_person(world, "wim", world.noord, Role.ADMINISTRATOR)
    council = signed_in(world.cora).get("/o/noord/evidence/council/").content.decode()
    administrator = signed_in(world.anna).get("/o/noord/people/").content.decode()
    assert "/o/noord/tensions/" not in council
    assert "/o/noord/evidence/council/" in council
    assert "/o/noord/tensions/" in administrator
    assert "/o/noord/teams/" in administrator
