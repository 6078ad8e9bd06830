"""Making an account: by invitation, or openly where the host allows it."""

import time

import pytest
from django.test import Client
from pytest_django import Settings

from beide.web.accounts.adapters import MAY_SIGN_UP
from beide.web.accounts.models import Person

SIGN_UP = "/accounts/signup/"
ANSWERS = {"name": "Sanne", "email": "Sanne@Example.org", "password1": "samen verkennen"}
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "You come in with an invitation."), ("nl", "Je komt binnen met een uitnodiging.")],
)
def test_closed_host_says_what_to_do(language: str, says: str) -> None:
    page = Client(headers={"accept-language": language}).get(SIGN_UP).content.decode()
    assert says in page
    assert "BEIDE_OPEN_SIGN_UP" in page
    assert "<input" not in page.split("<main")[1].split("</main")[0]


def test_open_host_lets_everyone_in_with_a_name(settings: Settings) -> None:
    settings.OPEN_SIGN_UP = True
    answer = Client().post(SIGN_UP, ANSWERS)
    assert answer["Location"] == "/mine/"
    assert Person.objects.get(email="sanne@example.org").name == "Sanne"


def test_weak_password_is_explained_and_the_rest_is_kept(settings: Settings) -> None:
    settings.OPEN_SIGN_UP = True
    page = Client(headers={"accept-language": "nl"}).post(SIGN_UP, ANSWERS | {"password1": "kort"})
    text = page.content.decode()
    assert "Dit is te kort. Gebruik minstens 8 tekens" in text
    assert 'value="Sanne"' in text
    assert not Person.objects.exists()


def test_an_invitation_counts_for_an_hour() -> None:
    browser = Client(headers={"accept-language": "en"})
    session = browser.session
    session[MAY_SIGN_UP] = time.time() - 1
    session.save()
    assert "with an invitation" in browser.get(SIGN_UP).content.decode()
