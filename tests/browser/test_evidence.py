"""From dropping a real event log on the page to a promise and a process map, in both languages."""

import re
import time
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SLUG, Language, Visitor
from tests.unit.log.data import shared

SECONDS_A_CLICK, SECONDS_A_WORD = 3.0, 1.5  # someone who sees these pages for the first time


@dataclass
class NewUser:
    """Counts what a person does, to say how long it takes them."""

    page: Page
    clicks: int = 0
    words: int = 0
    waited: float = field(default_factory=time.monotonic)

    def click(self, where: Locator) -> None:
        self.clicks += 1
        where.click()

    def fill(self, name: str, text: str) -> None:
        self.clicks += 1
        self.words += len(text.split())
        self.page.locator(f"main [name={name}]").fill(text)

    @property
    def seconds(self) -> float:
        """How long it takes: their clicks and words, and what they waited for."""
        waited = time.monotonic() - self.waited
        return self.clicks * SECONDS_A_CLICK + self.words * SECONDS_A_WORD + waited


SLUGS: dict[Language, str] = {"nl": SLUG, "en": f"{SLUG}-en"}
SAID: dict[Language, tuple[str, str]] = {
    "nl": ("Zo gaat het werk echt", "4.580 casussen"),
    "en": ("How the work really goes", "4,580 cases"),
}


def add_the_log(user: NewUser, home: str) -> None:
    page = user.page
    page.goto(f"{home}evidence/")
    user.waited = time.monotonic()
    user.click(page.locator('main a[href$="/evidence/new/"]'))
    user.clicks += 2  # opening the folder and choosing the file, or dragging it
    page.locator("[name=file]").set_input_files(shared("helpdesk.xes.gz"))
    user.fill("purpose", "To see whether we answer in time")
    user.click(page.locator("main form button[type=submit]").first)
    page.wait_for_url("**/columns/")
    user.click(page.locator("main form .button--primary"))
    page.wait_for_url(re.compile(r"/evidence/\d+/$"), timeout=90_000)


def make_a_promise(user: NewUser) -> None:
    page = user.page
    user.click(page.locator('main a[href$="/promise/"]').first)
    user.fill("name", "Answered within forty days")
    user.fill("within", "40")
    user.fill("percent", "90")
    user.click(page.locator("main form .button--mode"))
    page.wait_for_url(re.compile(r"/evidence/promise/\d+/$"))
    expect(page.locator(".figure__drawing svg, .figure__drawing canvas")).to_be_visible(
        timeout=60_000
    )


def look_at_the_map(user: NewUser, log: str, heading: str) -> None:
    page = user.page
    page.goto(log)
    user.clicks += 1
    user.click(page.locator('main a[href$="/map/"]'))
    expect(page.locator("h1")).to_have_text(heading)
    expect(page.locator(".map__drawing .map__box--step").first).to_be_visible()


@pytest.mark.shared_data
@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_a_file_to_a_promise_and_a_map(visitor: Visitor, language: Language) -> None:
    heading, cases = SAID[language]
    page = visitor.sign_in("yusuf", language=language)
    user = NewUser(page)
    add_the_log(user, f"/o/{SLUGS[language]}/")
    log = page.url
    expect(page.locator("main")).to_contain_text(cases)
    make_a_promise(user)
    look_at_the_map(user, log, heading)
    assert user.clicks <= 16
    assert user.seconds < 120


def test_the_map_by_slider_and_keyboard(visitor: Visitor) -> None:
    page = visitor.sign_in("yusuf", language="en")
    page.goto(f"/o/{SLUGS['en']}/evidence/")
    page.locator('main .items a[href*="/evidence/"]').first.click()
    page.locator('main a[href$="/map/"]').click()
    slider = page.locator("#detail")
    expect(slider).to_be_visible()
    before = page.locator(".map__arrow").count()
    slider.focus()
    page.keyboard.press("End")
    expect(page.locator("#detail")).to_have_value(slider.get_attribute("max") or "")
    expect(page.locator(".map__arrow")).not_to_have_count(before)
    expect(page.locator("#detail")).to_be_focused()
    assert "detail=" in page.url
    box = page.locator(".map__box--step a").first
    box.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr:target")).to_be_visible()


def test_the_map_as_a_picture(visitor: Visitor) -> None:
    page = visitor.sign_in("yusuf", language="en")
    page.goto(f"/o/{SLUGS['en']}/evidence/")
    page.locator('main .items a[href*="/evidence/"]').first.click()
    page.locator('main a[href$="/map/"]').click()
    with page.expect_download() as kept:
        page.locator("[data-picture]").click()
    path = kept.value.path()
    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size > 5_000
