"""The account itself: its page, the name, and leaving."""

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from beide.web.accounts.models import Person
from beide.web.organisation.models import Membership
from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import PASSWORD, World

PAGES = [
    "/accounts/",
    "/accounts/name/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/2fa/",
    "/accounts/2fa/webauthn/",
    "/accounts/sessions/",
    "/accounts/3rdparty/",
    "/accounts/logout/",
    "/accounts/reauthenticate/",
]


def confirmed(world: World) -> Client:
    """Return a browser in which Mia just gave her password again."""
    browser = Client(headers={"accept-language": "en"})
    browser.post("/accounts/login/", {"login": world.mia.person.email, "password": PASSWORD})
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return browser


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_ours_in_dutch_without_inline_script(
    world: World, signed_in: As, path: str
) -> None:
    page = signed_in(world.mia, language="nl").get(path)
    text = page.content.decode()
    assert page.status_code == 200
    assert '<html lang="nl">' in text
    assert text.count("<h1") == 1
    scripts = [tag.split(">")[0] for tag in text.split("<script")[1:]]
    assert all("src=" in tag or "application/json" in tag for tag in scripts)


def test_strangers_sign_in_first(world: World) -> None:
    for path in ("/accounts/", "/accounts/name/", "/accounts/delete/"):
        assert Client().get(path)["Location"].startswith("/accounts/login/"), path


def test_page_says_how_someone_signs_in(
    world: World, signed_in: As, django_assert_max_num_queries: Any
) -> None:
    browser = signed_in(world.mia)
    with django_assert_max_num_queries(15):
        page = browser.get("/accounts/").content.decode()
    assert "mia@noord.example" in page
    assert "it is off" in page
    assert ">Noord<" in page


def test_name_can_be_changed(world: World, signed_in: As) -> None:
    page = signed_in(world.mia).post("/accounts/name/", {"name": "Mia de Wit"}, follow=True)
    assert "Others see you as Mia de Wit now." in page.content.decode()
    assert Person.objects.get(pk=world.mia.person.pk).name == "Mia de Wit"


def test_two_steps_can_be_set_up(world: World) -> None:
    page = confirmed(world).get("/accounts/2fa/totp/activate/").content.decode()
    assert "data:image/svg+xml;base64," in page
    assert "Scan this with your authenticator app." in page


def test_signing_out_everywhere_else(world: World) -> None:
    here, there = confirmed(world), confirmed(world)
    assert "on 2 devices" in here.get("/accounts/sessions/").content.decode()
    here.post("/accounts/sessions/")
    assert there.get("/mine/").status_code == 302
    assert there.get("/accounts/")["Location"].startswith("/accounts/login/")
    assert UserSession.objects.count() == 1


def test_deleting_asks_for_the_password_first(world: World, signed_in: As) -> None:
    answer = signed_in(world.mia).post("/accounts/delete/", {"certain": "on"})
    assert answer["Location"].startswith("/accounts/reauthenticate/")
    assert Person.objects.filter(pk=world.mia.person.pk).exists()


def test_deleted_person_leaves_what_belongs_to_others(world: World) -> None:
    tension = Tension.objects.create(
        organisation=world.noord, author=world.mia, what="Dit past niet.", origin="ai"
    )
    browser = confirmed(world)
    assert "This stays, without your name" in browser.get("/accounts/delete/").content.decode()
    assert browser.post("/accounts/delete/", {}).status_code == 200
    page = browser.post("/accounts/delete/", {"certain": "on"}, follow=True)
    assert "Your account is deleted." in page.content.decode()
    assert not Person.objects.filter(email="mia@noord.example").exists()
    assert not Membership.objects.filter(pk=world.mia.pk).exists()
    tension.refresh_from_db()
    assert tension.author is None


def test_last_administrator_hands_over_first(world: World) -> None:
    browser = Client(headers={"accept-language": "en"})
    browser.post("/accounts/login/", {"login": world.anna.person.email, "password": PASSWORD})
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = browser.post("/accounts/delete/", {"certain": "on"}).content.decode()
    assert "You are the only administrator of Noord." in page
    assert Person.objects.filter(pk=world.anna.person.pk).exists()
