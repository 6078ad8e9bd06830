"""Signing in with a password, with a second step, and through the organisation's own sign-in."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from tests.web.people import PASSWORD, World

LOGIN = "/accounts/login/"
PROVIDER = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "zorg",
                "name": "Zorg Noord",
                "client_id": "beide",
                "secret": "geheim",
                "settings": {"server_url": "https://sign-in.example/"},
            }
        ]
    }
}


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """Forget how often was tried before this test."""
    cache.clear()


def browser(language: str = "en") -> Client:
    return Client(headers={"accept-language": language})


def answers(world: World, password: str = PASSWORD) -> dict[str, str]:
    return {"login": world.mia.person.email, "password": password}


def test_right_password_leads_to_the_organisation(world: World) -> None:
    assert browser().post(LOGIN, answers(world))["Location"] == "/mine/"


def test_asked_for_page_comes_after_signing_in(world: World) -> None:
    answer = browser().post(LOGIN, answers(world) | {"next": "/o/noord/tensions/"})
    assert answer["Location"] == "/o/noord/tensions/"


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "do not belong together. Try again"),
        ("nl", "horen niet bij elkaar. Probeer het opnieuw"),
    ],
)
def test_wrong_password_says_what_to_do_and_keeps_the_address(
    world: World, language: str, says: str
) -> None:
    page = browser(language).post(LOGIN, answers(world, "fout")).content.decode()
    assert says in page
    assert f'value="{world.mia.person.email}"' in page


def test_nothing_about_signing_in_is_kept(world: World) -> None:
    here = browser()
    here.post(LOGIN, answers(world), REMOTE_ADDR="203.0.113.9")
    page = here.get("/accounts/sessions/").content.decode()
    assert "203.0.113.9" not in page
    assert not hasattr(type(world.mia.person), "last_login") or not world.mia.person.last_login


def test_second_step_asks_for_a_code(world: World) -> None:
    secret = generate_totp_secret()
    TOTP.activate(world.mia.person, secret)
    here = browser("nl")
    assert here.post(LOGIN, answers(world))["Location"] == "/accounts/2fa/authenticate/"
    page = here.get("/accounts/2fa/authenticate/").content.decode()
    assert "De tweede stap." in page
    assert "Zes cijfers uit je authenticator-app" in page
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    assert here.post("/accounts/2fa/authenticate/", {"code": code})["Location"] == "/mine/"


def test_recovery_code_is_a_second_step_too(world: World) -> None:
    TOTP.activate(world.mia.person, generate_totp_secret())
    codes = RecoveryCodes.activate(world.mia.person).get_unused_codes()
    here = browser()
    here.post(LOGIN, answers(world))
    wrong = here.post("/accounts/2fa/authenticate/", {"code": "000000"}).content.decode()
    assert "This code is not right." in wrong
    assert here.post("/accounts/2fa/authenticate/", {"code": codes[0]})["Location"] == "/mine/"
    assert Authenticator.objects.filter(user=world.mia.person).count() == 2


def test_own_sign_in_of_an_organisation_shows_a_button(world: World, settings: Settings) -> None:
    assert "Zorg Noord" not in browser().get(LOGIN).content.decode()
    settings.SOCIALACCOUNT_PROVIDERS = PROVIDER
    page = browser("nl").get(LOGIN).content.decode()
    assert "Log in met Zorg Noord" in page
    assert 'action="/accounts/oidc/zorg/login/?process=login' in page


def test_that_button_leads_to_the_organisation_with_a_way_back(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = PROVIDER
    known = {
        f"{name}_endpoint": f"https://sign-in.example/{name}" for name in ("authorization", "token")
    }
    monkeypatch.setattr(
        "allauth.socialaccount.providers.openid_connect.views.OpenIDConnectOAuth2Adapter"
        ".openid_config",
        known,
    )
    answer = browser().post("/accounts/oidc/zorg/login/?process=login")
    link = re.search(r'href="(https://sign-in.example[^"]+)"', answer.content.decode())
    assert link
    assert link.group(1).startswith("https://sign-in.example/authorization?client_id=beide")
    assert "redirect_uri=http%3A%2F%2Ftestserver%2Faccounts%2Foidc%2Fzorg%2F" in link.group(1)
