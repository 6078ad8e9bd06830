"""From a tension to an insight in use on the other side: the whole way, in both languages."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SLUG, Language, Visitor


@dataclass(frozen=True)
class Said:
    """What the pages say on the way."""

    slug: str
    form: str
    offered: str
    in_use: str
    both: str


SAID: dict[Language, Said] = {
    "nl": Said(SLUG, "transitie", "Het wacht op een antwoord", "in gebruik", "Beide"),
    "en": Said(f"{SLUG}-en", "transition", "It waits for an answer", "in use", "Both"),
}
WHAT = "A family asks us to think along before they order"
QUESTION = "What changes when we come before the order?"
MAIN = "button:is(.button--primary, .button--mode)"
LEARNT = "Who is visited first, orders one aid less"


def press(page: Page, form: str) -> None:
    """Press the main button of the form that goes to an address ending like this."""
    page.locator(f'form[action$="{form}"]').locator(MAIN).click()


def submit(page: Page) -> None:
    page.locator("main form").locator(MAIN).last.click()


def bring_a_tension(page: Page, home: str) -> None:
    page.goto(f"{home}tensions/new/")
    page.locator("[name=what]").fill(WHAT)
    page.locator("[name=meanwhile]").fill("Orders of today go out today")
    page.locator("[name=origin][value=partnership]").check()
    page.locator("[name=fits][value=partly]").check()
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(WHAT)


def choose_its_form(page: Page, said: Said) -> None:
    page.locator("[name=configuration]").last.check()
    page.locator("[name=paradigm]").first.check()
    press(page, "/choose/")
    expect(page.locator("#asks-title")).to_contain_text(said.form)


def start_in_the_network(page: Page) -> None:
    page.locator("#asks .button--mode").click()
    page.wait_for_url(re.compile(r"/network/start/\?tension="))
    page.locator("[name=title]").fill("Before the order")
    page.locator("[name=question]").fill(QUESTION)
    submit(page)
    expect(page.locator("main")).to_contain_text(QUESTION)


def run_an_experiment(page: Page) -> None:
    page.locator('a[href$="/experiments/new/"]').first.click()
    page.locator("[name=title]").fill("Five visits first")
    page.locator("[name=believe]").fill("A visit shows what is needed")
    page.locator("[name=attempt]").fill("Visit five families before they order")
    page.locator("[name=together_with]").fill("The municipality")
    page.locator("[name=will_see]").fill("Fewer orders for each family")
    page.locator("[name=stops_when]").fill("A visit takes longer than an hour")
    submit(page)
    page.locator('form[action$="/begin/"] button').click()
    page.locator('a[href$="/learn/"]').first.click()
    page.locator("[name=saw]").fill("Four of five needed less")
    page.locator("[name=learnt]").fill(LEARNT)
    page.locator("[name=next][value=adopt]").check()
    submit(page)
    expect(page.locator("main")).to_contain_text(LEARNT)


def offer_the_insight(page: Page, said: Said) -> str:
    page.locator('a[href*="/insights/new/?experiment="]').first.click()
    expect(page.locator("[name=what]")).to_have_value(LEARNT)
    submit(page)
    page.locator("[name=to_role]").fill("planner")
    press(page, "/offer/")
    expect(page.locator("#next")).to_have_text(said.offered)
    return page.url


def accept_and_use(page: Page, insight: str) -> None:
    page.goto(insight)
    page.locator("[name=state][value=accepted]").check()
    press(page, "/answer/")
    page.locator("[name=how]").fill("Planning keeps an hour free for it")
    press(page, "/use/")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_from_a_tension_to_both(visitor: Visitor, language: Language) -> None:
    said = SAID[language]
    home = f"/o/{said.slug}/"
    joke = visitor.sign_in("joke", language=language)
    bring_a_tension(joke, home)
    choose_its_form(joke, said)
    start_in_the_network(joke)
    expect(joke.locator("main")).to_contain_text("Joke Wiersma")
    run_an_experiment(joke)
    insight = offer_the_insight(joke, said)
    yusuf = visitor.sign_in("yusuf", language=language)
    accept_and_use(yusuf, insight)
    expect(yusuf.locator(".history")).to_contain_text(said.in_use)
    yusuf.goto(home)
    expect(yusuf).to_have_title(re.compile(f"^{said.both}"))
    expect(yusuf.locator(".both")).to_contain_text("Before the order")
