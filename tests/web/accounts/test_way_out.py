"""The way out to an organisation's own sign-in, past the content security policy."""

import pytest
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from tests.web.accounts.test_signing_in import PROVIDER

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_button_really_leads_to_another_host(
    page: Page, live_server: LiveServer, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = PROVIDER
    elsewhere = f"{live_server.url}/health/".replace("localhost", "127.0.0.1")
    monkeypatch.setattr(
        "allauth.socialaccount.providers.openid_connect.views.OpenIDConnectOAuth2Adapter"
        ".openid_config",
        {"authorization_endpoint": elsewhere, "token_endpoint": elsewhere},
    )
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with Zorg Noord").click()
    page.wait_for_url(f"{elsewhere}**")
    assert "client_id=beide" in page.url
