"""From a log to an experiment card that carries a pattern, in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Language, Visitor

SAID: dict[Language, tuple[str, str]] = {
    "nl": ("zijn 5 van de 10 casussen binnen 4 dagen klaar", "Tot nu toe weten we alleen"),
    "en": ("5 of 10 cases are ready within 4 days", "So far we only know"),
}


def ask_a_log(page: Page) -> None:
    """Go from the evidence through a log to the question, and ask it as it stands."""
    page.locator("header nav a[href$='/evidence/']").first.click()
    page.locator("main a[href*='/evidence/']").filter(has_text="Orders").first.click()
    page.locator("main a[href*='/patterns/ask/']").click()
    page.locator("main form .button--primary").click()
    page.wait_for_url(re.compile(r"/patterns/\d+/$"))
    expect(page.locator("main .found__one").first).to_be_visible(timeout=90_000)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_a_log_to_an_experiment_card(visitor: Visitor, language: Language) -> None:
    sentence, belief = SAID[language]
    page = visitor.sign_in("mirjam", language=language)
    ask_a_log(page)
    found = page.locator("main .found__sentence a").first
    expect(found).to_contain_text(sentence)
    found.click()
    finding = page.url
    expect(page.locator("svg.dots")).to_have_count(2)
    page.locator("main .button--primary[href$='/try/']").click()
    page.locator("main .items__title").first.click()
    expect(page.locator("[name=believe]")).to_have_value(re.compile(re.escape(belief)))
    expect(page.locator("[name=believe]")).to_have_value(re.compile(re.escape(sentence)))
    assert page.locator("[name=protects]").input_value()
    page.locator("[name=title]").fill("Formulier")
    page.locator("main form .button--primary").click()
    page.wait_for_url(re.compile(r"/network/experiments/\d+/$"))
    card = page.url
    expect(page.locator("main")).to_contain_text(sentence)
    page.locator("main a[href*='/patterns/found/']").click()
    assert page.url == finding
    expect(page.locator("main a[href*='/network/experiments/']")).to_have_attribute(
        "href", card.removeprefix(visitor.server)
    )


def test_the_sheet_for_the_wall_fits_on_one_page(visitor: Visitor) -> None:
    page = visitor.sign_in("mirjam", language="nl")
    patterns = re.sub(r"(/o/[^/]+/).*", r"\1patterns/", page.url.removeprefix(visitor.server))
    page.goto(patterns)
    page.locator("[aria-labelledby=asked] .items__title").last.click()
    page.locator("main .found__sentence a").first.click()
    page.locator("main a[href$='/wall/']").click()
    sheet = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
