"""Nothing typed is lost: a refresh, a lost connection, and then it is sent once."""

from playwright.sync_api import expect

from tests.browser.conftest import SLUG, Visitor

NEW = f"/o/{SLUG}/tensions/new/"
WHAT = "De helft van de adressen klopt niet"


def test_words_survive_a_refresh_and_a_lost_connection(visitor: Visitor) -> None:
    page = visitor.sign_in("lian", path=NEW)
    page.locator("[name=what]").fill(WHAT)
    expect(page.locator(".kept")).to_contain_text("Bewaard op dit apparaat")
    page.reload()
    expect(page.locator("[name=what]")).to_have_value(WHAT)
    page.locator("[name=origin][value=other]").check()
    page.locator("[name=fits][value=no]").check()
    page.context.set_offline(True)
    page.locator("main form button.button--primary").click()
    expect(page.locator(".kept")).to_contain_text("geen verbinding")
    expect(page.locator("[name=what]")).to_have_value(WHAT)
    page.context.set_offline(False)
    page.locator("main form button.button--primary").click()
    expect(page.locator("h1")).to_contain_text(WHAT)
    page.goto(NEW)
    expect(page.locator("[name=what]")).to_have_value("")
