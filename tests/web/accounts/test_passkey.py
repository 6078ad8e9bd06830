"""Passkeys in a real browser, with an authenticator that the browser plays itself."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.people import PASSWORD, make_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sign_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.fill("[name=login]", "mia@noord.example")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/o/noord/**")


def add_passkey(page: Page) -> None:
    page.goto("/accounts/2fa/webauthn/add/")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.fill("[name=name]", "my phone")
    page.get_by_role("button", name="Add this passkey").click()
    expect(page.get_by_role("heading", name="Keep these codes in a safe place.")).to_be_visible()


def test_passkey_is_added_and_then_signs_in_alone(page: Page) -> None:
    make_world()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    sign_in(page)
    add_passkey(page)
    page.goto("/accounts/2fa/webauthn/")
    expect(page.get_by_text("my phone")).to_be_visible()
    expect(page.get_by_text("signs you in on its own")).to_be_visible()
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/o/noord/**")
    assert complaints == []


def test_passkey_that_does_not_work_says_so(page: Page) -> None:
    make_world()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("The passkey did not work, or you stopped.")).to_be_visible(
        timeout=15_000
    )
