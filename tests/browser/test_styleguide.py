"""The design system is shown whole, and kept as pictures to look at (in screenshots/)."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

PICTURES = Path(__file__).parents[2] / "screenshots"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_styleguide_is_shown(visitor: Visitor, width: int, theme: str) -> None:
    page = visitor.open("/styleguide/", language="en", width=width)
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    PICTURES.mkdir(exist_ok=True)
    picture = page.screenshot(
        path=PICTURES / f"styleguide-{width}-{theme}.png", full_page=True, animations="disabled"
    )
    assert len(picture) > 50_000
    for part in (".both", ".board", ".loop", ".plane", ".figure-number", ".choices", ".history"):
        expect(page.locator(part).first).to_be_visible()
