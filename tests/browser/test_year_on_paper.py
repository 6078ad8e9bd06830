"""A year for a leadership meeting fits on two sheets of A4, also in the demo's full year."""

import re

import pytest

from tests.browser.conftest import Language, Visitor

A_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
A4 = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+59[45](?:\.\d+)?\s+84[12](?:\.\d+)?\s*\]")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_year_prints_on_two_sheets(visitor: Visitor, language: Language) -> None:
    slug = "hulpmiddelen-noord" if language == "nl" else "hulpmiddelen-noord-en"
    page = visitor.sign_in("mirjam", language=language, path=f"/o/{slug}/year/")
    assert page.locator("h1").is_visible()
    printed = page.pdf(prefer_css_page_size=True)
    assert len(A_PAGE.findall(printed)) == 2
    assert A4.search(printed)
