"""What matters works without JavaScript, only less smoothly."""

import pytest
from playwright.sync_api import expect

from beide.demo.sign_in import PASSWORD
from tests.browser.conftest import SLUG, Visitor


@pytest.mark.parametrize("width", [320, 1280])
def test_bring_a_tension_and_choose_its_form(visitor: Visitor, width: int) -> None:
    context = visitor.chromium.new_context(
        base_url=visitor.server,
        java_script_enabled=False,
        locale="en",
        viewport={"width": width, "height": 800},
    )
    visitor.contexts.append(context)
    page = context.new_page()
    page.goto("/accounts/login/")
    page.locator("[name=login]").fill(f"harmen@{SLUG}-en.example")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.goto(f"/o/{SLUG}-en/tensions/new/")
    page.locator("[name=what]").fill("The van is full before the list is")
    page.locator("[name=origin][value=other]").check()
    page.locator("[name=fits][value=yes]").check()
    page.locator("main form button.button--primary").click()
    page.locator("[name=configuration]").last.check()
    page.locator("[name=paradigm]").last.check()
    page.locator('form[action$="/choose/"] button.button--primary').click()
    expect(page.locator("#asks-title")).to_contain_text("improvement")
