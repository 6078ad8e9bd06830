"""Links in the documentation lead somewhere, and the README stays short."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    local = [
        target for target in targets if "://" not in target and not target.startswith("mailto")
    ]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 90


def test_every_setting_of_a_host_is_documented() -> None:
    settings = (ROOT / "src" / "beide" / "web" / "settings.py").read_text("utf-8")
    told = (ROOT / "docs" / "how-to" / "host.md").read_text("utf-8")
    names = set(re.findall(r"BEIDE_[A-Z_]+", settings))
    families = ("BEIDE_EMAIL_", "BEIDE_OIDC_")
    missing = {
        name
        for name in names
        if name not in told
        and not (name.startswith(families) and f"_{name.split('_', 2)[2]}" in told)
    }
    assert missing == set()
