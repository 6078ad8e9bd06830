"""Reflecting alone: by keyboard on a small phone, without a connection, without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Language, Visitor
from tests.browser.test_accessible import look

RESULT = re.compile(r"/reflect/[\w-]+/result/")
QUESTION = re.compile(r"/reflect/[\w-]{30,}/$")
FIVE_MINUTES = 5 * 60 * 1000


def begin(page: Page, about: str = "Een klant wil partner worden") -> None:
    page.locator("[name=subject]").fill(about)
    page.locator(".beginning button").click()
    page.wait_for_url(QUESTION)


def place(page: Page) -> str:
    return page.locator("#asking").get_attribute("data-place") or ""


def moved_on(page: Page, before: str) -> None:
    """Wait for the next statement, or the result."""
    page.wait_for_function(
        "was => location.pathname.endsWith('/result/')"
        " || (document.querySelector('#asking')?.dataset.place ?? was) !== was",
        arg=before,
    )


def answer_all(page: Page, value: str) -> None:
    for _ in range(10):
        if RESULT.search(page.url):
            break
        was = place(page)
        page.locator(f'[name=value][value="{value}"]').click()
        moved_on(page, was)
    page.wait_for_url(RESULT)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_by_keyboard_alone_on_a_small_phone(visitor: Visitor, language: Language) -> None:
    page = visitor.open("/", language=language, width=320)
    link = page.locator('main a[href="/reflect/"]').first
    tab_to(page, "a[href='/reflect/']")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reflect/")
    tab_to(page, "[name=subject]")
    page.keyboard.type("AI")
    tab_to(page, ".beginning button")
    page.keyboard.press("Enter")
    page.wait_for_url(QUESTION)
    expect(page.locator("#statement")).to_be_focused()
    was = place(page)
    tab_to(page, '[name=value][value="4"]')
    page.keyboard.press("Enter")
    moved_on(page, was)
    tab_to(page, "form[action$='/back/'] button")
    page.keyboard.press("Space")
    expect(page.locator("#asking")).to_have_attribute("data-place", was)
    for key in "0554515454":
        if RESULT.search(page.url):
            break
        expect(page.locator("#statement")).to_be_focused()
        was = place(page)
        page.keyboard.press(key)
        moved_on(page, was)
    page.wait_for_url(RESULT)
    expect(page.locator("h1")).to_be_visible()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} cannot be reached with the Tab key")


def test_keys_do_nothing_outside_the_statement(visitor: Visitor) -> None:
    page = visitor.open("/reflect/")
    begin(page)
    was = place(page)
    page.locator(".brand").focus()
    page.keyboard.press("3")
    expect(page.locator("#asking")).to_have_attribute("data-place", was)


def test_five_minutes_without_a_connection(visitor: Visitor) -> None:
    page = visitor.open("/reflect/", width=320)
    page.clock.install()
    begin(page)
    was = place(page)
    page.context.set_offline(True)
    page.locator('[name=value][value="5"]').click()
    expect(page.locator("#asking-kept")).to_contain_text("bewaard op dit apparaat")
    expect(page.locator('[name=value][value="5"]')).to_have_attribute("data-kept", "")
    page.clock.run_for(FIVE_MINUTES)
    expect(page.locator("#asking")).to_have_attribute("data-place", was)
    page.context.set_offline(False)
    moved_on(page, was)
    expect(page.locator("#asking-kept")).to_contain_text("weer online")
    assert place(page) == was.replace("-0", "-1")
    page.clock.run_for(FIVE_MINUTES)
    assert place(page) == was.replace("-0", "-1")
    forgive_offline(visitor)


def forgive_offline(visitor: Visitor) -> None:
    """Leave out what a browser and htmx say when there is no connection."""
    said = ("ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest")
    visitor.problems = [each for each in visitor.problems if not any(x in each for x in said)]


def test_an_answer_without_a_connection_survives_a_refresh(visitor: Visitor) -> None:
    page = visitor.open("/reflect/")
    begin(page)
    was, address = place(page), page.url
    page.context.set_offline(True)
    page.locator('[name=value][value="2"]').click()
    expect(page.locator("#asking-kept")).not_to_be_empty()
    page.context.set_offline(False)
    page.goto("about:blank")
    page.goto(address)
    moved_on(page, was)
    assert place(page) == was.replace("-0", "-1")
    assert page.evaluate("Object.keys(localStorage).filter(k => k.includes('/reflect/'))") == []
    forgive_offline(visitor)


def test_a_refresh_and_the_browsers_back_count_nothing_twice(visitor: Visitor) -> None:
    page = visitor.open("/reflect/")
    begin(page)
    was = place(page)
    page.locator('[name=value][value="4"]').click()
    moved_on(page, was)
    now = place(page)
    page.reload()
    assert place(page) == now
    page.go_back()
    page.go_forward()
    page.wait_for_url(QUESTION)
    assert place(page) == now


@pytest.mark.parametrize("width", [320, 1280])
def test_without_scripts(visitor: Visitor, width: int) -> None:
    context = visitor.chromium.new_context(
        base_url=visitor.server,
        java_script_enabled=False,
        locale="en",
        viewport={"width": width, "height": 800},
    )
    visitor.contexts.append(context)
    page = context.new_page()
    page.goto("/reflect/")
    page.locator(".example").first.click()
    for _ in range(10):
        if RESULT.search(page.url):
            break
        page.locator('[name=value][value="4"]').click()
    expect(page.locator("figure.standing")).to_be_visible()
    expect(page.locator("#own-link")).to_contain_text("/reflect/")
    expect(page.locator("[data-prints]")).to_be_hidden()
    page.locator("a[href$='/remove/']").click()
    page.locator("main form button").click()
    expect(page.locator("h1")).to_contain_text("gone")


def test_the_link_can_be_copied_and_the_result_fits_two_pages(visitor: Visitor) -> None:
    page = visitor.open("/reflect/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    begin(page)
    answer_all(page, "5")
    page.locator("[data-copies=own-link]").click()
    expect(page.locator("[data-copies=own-link]")).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url.removesuffix("result/")
    pages = re.findall(rb"/Type /Page\b(?!s)", page.pdf(prefer_css_page_size=True))
    assert len(pages) <= 2


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_is_accessible(visitor: Visitor, language: Language) -> None:
    page = visitor.open("/reflect/", language=language)
    found = look(page, "/reflect/")
    begin(page)
    found += look(page, "a statement")
    answer_all(page, "4")
    found += look(page, "the result")
    again(page)
    answer_all(page, "1")
    found += look(page, "the shift")
    for rest in ("organisation/", "remove/"):
        address = page.url
        page.goto(page.url.replace("result/", rest))
        found += look(page, rest)
        page.goto(address)
    assert found == []


def again(page: Page) -> None:
    page.locator("form[action$='/again/'] button").click()
    page.wait_for_url(QUESTION)


def test_a_wrong_link_is_accessible(visitor: Visitor) -> None:
    page = visitor.open("/reflect/")
    page.goto(f"/reflect/{'x' * 32}/")
    found = look(page, "a wrong link")
    visitor.problems = [each for each in visitor.problems if "404" not in each]
    assert found == []
