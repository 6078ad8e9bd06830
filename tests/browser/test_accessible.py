"""Every page that can be reached passes axe at WCAG 2.2 AA: both languages, widths and themes."""

from collections import deque
from collections.abc import Iterator
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from tests.browser.conftest import Language, Visitor

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes is not described, which takes half of the time
}
# In Dutch, whose words are long, two pages of each route; in English one.
PER_ROUTE = {"nl": 2, "en": 1}
# Every width meets every theme, in one language or the other.
Look = tuple[int, Literal["light", "dark"]]
LOOKS: dict[str, tuple[Look, Look]] = {
    "nl": ((1280, "light"), (320, "dark")),
    "en": ((1280, "dark"), (320, "light")),
}
STRANGER = [
    "/",
    "/s/",
    "/s/XXXXXX/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/none/",
]
LEAVES = (
    "logout",
    "/admin/",
    "/static/",
    ".csv",
    ".md",
    ".svg",
    ".xlsx",
    ".zip",
    "/qr/",
    "/export/",
    "/download/",
)


def route_of(path: str) -> str | None:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return None


def reachable(page: Page, start: list[str]) -> Iterator[str]:
    """Walk the links of the pages, as many of each route as the language asks."""
    most = PER_ROUTE[page.evaluate("document.documentElement.lang")]
    seen: dict[str, int] = {}
    queue, queued = deque(start), set(start)
    while queue:
        path = queue.popleft()
        route = route_of(path)
        if route is None or seen.get(route, 0) >= most:
            continue
        seen[route] = seen.get(route, 0) + 1
        yield path
        for link in page.eval_on_selector_all(
            "a[href]", "all => all.map(a => a.getAttribute('href'))"
        ):
            target = link.partition("#")[0]
            if (
                target.startswith("/")
                and target not in queued
                and not any(x in target for x in LEAVES)
            ):
                queued.add(target)
                queue.append(target)


def problems(page: Page) -> list[str]:
    """Return what axe finds, and whether the page scrolls sideways."""
    found = [
        describe(violation) for violation in Axe().run(page, options=RULES).response["violations"]
    ]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("the page is wider than the screen")
    return found


def describe(violation: dict[str, Any]) -> str:
    nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
    return f"{violation['id']}: {violation['help']}: {nodes}"


def look(page: Page, path: str) -> list[str]:
    """Look at a page, wide in one theme and narrow in the other."""
    found = []
    for width, theme in LOOKS[page.evaluate("document.documentElement.lang")]:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=theme)
        found += [f"{path} {width} {theme}: {problem}" for problem in problems(page)]
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("who", "pages"), [("mirjam", 25), ("farida", 3)])
def test_pages_of_an_organisation(
    visitor: Visitor, who: str, pages: int, language: Language
) -> None:
    page = visitor.sign_in(who, language=language)
    start = [
        urlsplit(page.url).path,
        "/accounts/email/",
        "/accounts/2fa/",
        "/accounts/sessions/",
        "/mine/",
    ]
    start += ["/styleguide/"]
    seen, found = 0, []
    for path in reachable(page, start):
        page.goto(path)
        seen += 1
        found += look(page, path)
    assert "\n".join(found) == ""
    assert seen >= pages


def transitions(page: Page, home: str) -> list[str]:
    """Return the addresses of loops that keep a ledger and that this person carries."""
    page.goto(f"{home}network/")
    links = page.eval_on_selector_all(
        "main a[href*='/network/']", "all => all.map(a => a.getAttribute('href'))"
    )
    loops = sorted({link for link in links if route_of(link) == "network:detail"})
    kept = (loop for loop in loops if page.request.get(f"{loop}ledger/add/").ok)
    return [loop for loop in kept if page.request.get(f"{loop}close/").ok]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pages_that_no_link_on_the_walk_leads_to(visitor: Visitor, language: Language) -> None:
    page = visitor.sign_in("mirjam", language=language)
    home = urlsplit(page.url).path
    page.goto(f"{home}tensions/")
    tension = page.locator(".items__title").first.get_attribute("href")
    loops = transitions(page, home)
    assert loops
    rest = ("call/", "close/", "ledger/add/")
    paths = [
        f"{home}evidence/consent/",
        f"{tension}choose/",
        f"{tension}edit/",
        f"{home}settings/export/",
    ]
    found = []
    for path in [*paths, *(f"{loops[0]}{each}" for each in rest)]:
        answer = page.goto(path)
        assert answer is not None
        assert answer.ok, path
        found += look(page, path)
    assert "\n".join(found) == ""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pages_for_strangers(visitor: Visitor, language: Language) -> None:
    page = visitor.open("/", language=language)
    found = []
    for path in STRANGER:
        page.goto(path)
        found += look(page, path)
    visitor.problems = [problem for problem in visitor.problems if "404" not in problem]
    assert "\n".join(found) == ""
