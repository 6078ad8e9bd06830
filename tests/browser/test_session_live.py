"""A live session: a guide and five phones from the first code to an initiative, in a browser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SLUG, Language, Visitor
from tests.browser.test_accessible import problems

SLUGS: dict[Language, str] = {"nl": SLUG, "en": f"{SLUG}-en"}
TENSIONS: dict[Language, str] = {
    "nl": "Ik kom een rolstoel passen",
    "en": "I come to fit a wheelchair",
}
LOCKED: dict[Language, str] = {"nl": "niemand meer bij", "en": "nobody new can come in"}
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PHONES = 5
# Ten people on one machine take their time.
PATIENCE = 20_000
PRIMARY = ".bar .button--primary"


@dataclass
class Live:
    """A running session: the guide's page, and the phones."""

    visitor: Visitor
    language: Language
    guide: Page
    phones: list[Page] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    @property
    def code(self) -> str:
        return (self.guide.locator(".present__code").first.text_content() or "").replace(" ", "")

    def join(self, *, width: int = 320) -> Page:
        """Type the code on a phone, and come in."""
        page = self.visitor.open("/s/", language=self.language, width=width)
        page.locator("[name=code]").fill(self.code.lower())
        page.keyboard.press("Enter")
        page.locator("main form button").click()
        page.wait_for_url("**/here/")
        self.phones.append(page)
        return page

    def go_on(self, step: str) -> None:
        """Press the main button of the bar; everyone follows by themselves."""
        self.guide.locator(PRIMARY).click()
        self.arrive(step)

    def arrive(self, step: str) -> None:
        """Wait until the guide and every phone are there."""
        for page in (self.guide, *self.phones):
            expect(page.locator(f'#now[data-page*="{step}"]')).to_be_visible()

    def look(self, name: str) -> None:
        """Look at the guide's page and at one phone with axe, by day and by night."""
        for page, width in ((self.guide, 1280), (self.phones[0], 320)):
            self.found += seen(page, name, width)


def seen(page: Page, name: str, width: int) -> list[str]:
    """Return what axe finds in both themes at the width at which a page is used."""
    page.set_viewport_size({"width": width, "height": 800})
    found = []
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        found += [f"{name} {width} {theme}: {problem}" for problem in problems(page)]
    return found


def begin(visitor: Visitor, language: Language) -> Live:
    """Prepare a session on a tension, from its own page."""
    guide = visitor.sign_in("ruben", language=language)
    guide.goto(f"/o/{SLUGS[language]}/tensions/")
    guide.get_by_role("link", name=TENSIONS[language]).click()
    guide.locator('a[href*="/sessions/new/?tension="]').first.click()
    expect(guide.locator("[name=tensions]:checked")).to_have_count(1)
    guide.locator("main form button[type=submit]").click()
    guide.wait_for_url(re.compile(r"/sessions/\d+/$"))
    return Live(visitor, language, guide)


@pytest.fixture
def live(visitor: Visitor, request: pytest.FixtureRequest) -> Iterator[Live]:
    """A session that was just prepared."""
    language: Language = getattr(request, "param", "en")
    expect.set_options(timeout=PATIENCE)
    yield begin(visitor, language)
    said = ("ERR_INTERNET_DISCONNECTED", "WebSocket connection", "404")
    visitor.problems = [each for each in visitor.problems if not any(x in each for x in said)]
    expect.set_options(timeout=5_000)


def answer(page: Page, value: str) -> None:
    """Press an answer, and wait for what comes next."""
    was = page.locator("#now").get_attribute("data-place")
    page.locator(f'[name=value][value="{value}"]').click()
    moved_on(page, was)


def moved_on(page: Page, was: str | None) -> None:
    page.wait_for_function("was => document.getElementById('now').dataset.place !== was", arg=was)


def answer_all(page: Page, value: str) -> None:
    """Answer until there is nothing left; a phone may be a moment behind its guide."""
    expect(page.locator("#answering")).to_be_visible()
    for _ in range(10):
        if not page.locator("#answering").count():
            break
        answer(page, value)
    expect(page.locator(".phone-calm__mark--done")).to_be_visible()


def everyone_answers(live: Live, values: str) -> None:
    for page, value in zip(live.phones, values, strict=True):
        answer_all(page, value)
    expect(live.guide.locator('[data-count="ready"]').first).to_have_text(f"{PHONES}")


def decide(live: Live) -> None:
    """Write down what was decided: another form than the picture may say."""
    page = live.guide
    page.locator('a[href*="/decide/1/"]').click()
    page.locator("[name=form][value=transition]").check()
    page.locator("[name=decided]").fill("We ask before we fit")
    page.locator("[name=first_step]").fill("Walk along for a day")
    page.locator("[name=who]").fill("team Passen")
    live.found += seen(page, "decide", 1280) + seen(page, "decide", 320)
    page.locator("main form .button--primary").click()
    expect(page.locator("#decided-title")).to_be_visible()


def start_the_initiative(page: Page) -> None:
    page.locator('main a.button--mode[href*="/network/start/"]').first.click()
    page.locator("[name=title]").fill("First the doorstep")
    page.locator("[name=question]").fill("What changes when we ask first?")
    page.locator("main form button:is(.button--primary, .button--mode)").last.click()
    page.wait_for_url(re.compile(r"/network/\d+/"))
    expect(page.locator("main")).to_contain_text("First the doorstep")


@pytest.mark.parametrize("live", ["nl", "en"], indirect=True)
def test_from_code_to_initiative(live: Live) -> None:
    screen = live.guide.context.new_page()
    screen.goto(f"{live.guide.url}screen/")
    for _ in range(PHONES):
        live.join()
    for page in (live.guide, screen, *live.phones):
        expect(page.locator('[data-count="in"]').first).to_have_text(f"{PHONES}")
    live.look("welcome")
    live.go_on("1-tension")
    live.go_on("1-answer")
    live.look("answer")
    everyone_answers(live, "44415")
    expect(live.guide.locator("figure.standing")).to_have_count(0)
    live.go_on("1-picture")
    for page in (live.guide, screen, *live.phones):
        expect(page.locator("figure.standing")).to_be_visible()
    live.look("picture")
    live.found += seen(screen, "screen picture", 1280)
    live.go_on("1-talk")
    live.go_on("1-again")
    everyone_answers(live, "55545")
    live.go_on("1-shift")
    expect(screen.locator(".standing__before")).to_be_visible()
    live.look("shift")
    live.go_on("1-decide")
    decide(live)
    live.go_on("1-end")
    expect(live.phones[0].locator("#now")).to_contain_text("We ask before we fit")
    live.guide.locator(PRIMARY).click()
    live.guide.wait_for_url("**/report/")
    expect(live.phones[1].locator('#now[data-page="over"]')).to_be_visible()
    live.found += seen(live.guide, "report", 320) + seen(live.phones[1], "over", 320)
    start_the_initiative(live.guide)
    assert "\n".join(live.found) == ""


def test_a_phone_that_goes_offline_between_questions_loses_nothing(live: Live) -> None:
    page = live.join()
    for _ in range(2):
        live.guide.locator(PRIMARY).click()
    expect(page.locator("#answering")).to_be_visible()
    answer(page, "4")
    was = page.locator("#now").get_attribute("data-place")
    page.context.set_offline(True)
    page.locator('[name=value][value="2"]').click()
    expect(page.locator("#kept")).to_contain_text("kept on this phone")
    expect(page.locator('[name=value][value="2"]')).to_have_attribute("data-kept", "")
    assert page.locator("#now").get_attribute("data-place") == was
    page.context.set_offline(False)
    moved_on(page, was)
    expect(page.locator("#kept")).to_contain_text("Your answer has arrived")
    assert page.locator("#now").get_attribute("data-place") == "1-1-2"


def test_an_answer_that_waits_survives_a_refresh(live: Live) -> None:
    page = live.join()
    for _ in range(2):
        live.guide.locator(PRIMARY).click()
    expect(page.locator("#answering")).to_be_visible()
    page.context.set_offline(True)
    page.locator('[name=value][value="5"]').click()
    expect(page.locator("#kept")).not_to_be_empty()
    address = page.url
    page.context.set_offline(False)
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator('#now[data-place="1-1-1"]')).to_be_visible()


def test_a_refresh_keeps_the_seat_and_the_place(live: Live) -> None:
    page = live.join()
    for _ in range(2):
        live.guide.locator(PRIMARY).click()
    expect(page.locator("#answering")).to_be_visible()
    answer(page, "4")
    statement = page.locator("#now-title").text_content()
    page.reload()
    expect(page.locator("#now-title")).to_have_text(statement or "")
    page.goto("/s/")
    page.locator("[name=code]").fill(live.code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/here/")
    expect(page.locator("#now-title")).to_have_text(statement or "")
    expect(live.guide.locator('[data-count="in"]').first).to_have_text("1")


def test_a_late_joiner_after_the_lock(live: Live) -> None:
    live.join()
    live.guide.locator('form[action$="/lock/"] button').click()
    late = live.visitor.open(f"/s/{live.code}/", language=live.language, width=320)
    expect(late.locator("h1")).to_contain_text(LOCKED[live.language])
    assert seen(late, "locked", 320) == []
    live.guide.locator('form[action$="/lock/"] button').click()
    late.get_by_role("link", name="Try again").click()
    late.locator("main form button").click()
    late.wait_for_url("**/here/")


def test_a_small_team_answers_in_the_open_once_all_agree(live: Live) -> None:
    for _ in range(2):
        live.join()
    live.guide.locator('form[action$="/open/"] button[value=ask]').click()
    for page in live.phones:
        page.locator('form[action$="/agree/"]').wait_for()
    assert seen(live.phones[0], "agree", 320) == []
    begin_in_the_open = live.guide.locator("button[value=open]")
    expect(begin_in_the_open).to_be_disabled()
    for page in live.phones:
        page.locator('form[action$="/agree/"] button').click()
    expect(begin_in_the_open).to_be_enabled()
    begin_in_the_open.click()
    for _ in range(2):
        live.guide.locator(PRIMARY).click()
    for page in live.phones:
        answer_all(page, "5")
    live.guide.locator(PRIMARY).click()
    expect(live.guide.locator("figure.standing")).to_be_visible()


def test_a_phone_by_keyboard_alone(live: Live) -> None:
    page = live.join()
    for _ in range(2):
        live.guide.locator(PRIMARY).click()
    expect(page.locator("#answering")).to_be_visible()
    for key in "04244244":
        if not page.locator("#answering").count():
            break
        expect(page.locator("#now-title")).to_be_focused()
        was = page.locator("#now").get_attribute("data-place")
        page.keyboard.press(key)
        moved_on(page, was)
    assert page.locator("#now").get_attribute("data-place") != "1-1-0"


def test_steering_from_the_big_screen(live: Live) -> None:
    for _ in range(2):
        live.join()
    screen = live.guide
    screen.locator('a[href$="?steer=1"]').click()
    found = seen(screen, "screen", 320) + seen(screen, "screen", 1280)
    screen.locator(PRIMARY).click()
    screen.wait_for_url("**/screen/?steer=1")
    live.arrive("1-tension")
    found += seen(screen, "screen tension", 1280)
    screen.locator(PRIMARY).click()
    live.arrive("1-answer")
    expect(screen.locator("[data-clock]")).to_have_text(re.compile(r"4:\d\d"))
    assert found == []
