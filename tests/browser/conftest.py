"""A real server with the demo organisation, and a real browser to visit it with."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from beide.demo.sign_in import PASSWORD
from tools import browser as browsers

Language = Literal["nl", "en"]
SLUG = "hulpmiddelen-noord"
# Chromium in a container: no sandbox of its own, and no calls home.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything here as a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Make the demo organisation and serve it as `beide serve` does; gives the address."""
    home = tmp_path_factory.mktemp("home")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "BEIDE_HOME": str(home),
        "BEIDE_URL": address,
        "BEIDE_LOG_LEVEL": "WARNING",
        "BEIDE_STYLEGUIDE": "true",
        "DJANGO_SETTINGS_MODULE": "beide.web.settings",
    }
    beide = [str(Path(sys.executable).with_name("beide"))]
    subprocess.run([*beide, "demo", "--prepare-only"], check=True, env=environment)
    process = subprocess.Popen([*beide, "serve", "--port", str(port)], env=environment)
    try:
        wait_for(f"{address}/health/", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], *, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        assert process.poll() is None, "The server stopped by itself."
        try:
            with urllib.request.urlopen(url):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{url} did not answer within {seconds} seconds.")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the machine's browser once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browsers.find(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium: Browser, server: str) -> Iterator["Visitor"]:
    """Someone with a browser, not signed in."""
    visit = Visitor(chromium, server)
    yield visit
    visit.leave()


class Visitor:
    """Opens pages, in a language, a width and a theme; keeps what went wrong in them."""

    def __init__(self, chromium: Browser, server: str) -> None:
        self.chromium, self.server = chromium, server
        self.contexts: list[BrowserContext] = []
        self.problems: list[str] = []

    def open(self, path: str = "/", *, language: Language = "nl", width: int = 1280) -> Page:
        """Open a page in a browser of its own."""
        context = self.chromium.new_context(
            base_url=self.server,
            locale=language,
            viewport={"width": width, "height": 800},
            reduced_motion="reduce",
        )
        self.contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("console", lambda m: self.note(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.note(str(error)))
        page.on("request", lambda request: self.only_here(request.url))
        page.goto(path)
        return page

    def sign_in(
        self, who: str, *, language: Language = "nl", width: int = 1280, path: str | None = None
    ) -> Page:
        """Sign in as one of the demo's people and open a page."""
        page = self.open("/accounts/login/", language=language, width=width)
        slug = SLUG if language == "nl" else f"{SLUG}-en"
        page.locator("input[name=login]").fill(f"{who}@{slug}.example")
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url("**/o/**")
        if path is not None:
            page.goto(path)
        return page

    def note(self, problem: str) -> None:
        """Remember an error in the browser's console."""
        self.problems.append(problem)

    def only_here(self, url: str) -> None:
        """Remember a request to another host."""
        if not url.startswith((self.server, "data:", "blob:")):
            self.problems.append(f"asked another host: {url}")

    def leave(self) -> None:
        """Close everything; nothing may have gone wrong."""
        for context in self.contexts:
            context.close()
        assert self.problems == []
