"""A page stays light: what every page loads, charts aside, is under 150 kB before compression."""

import re
from pathlib import Path

WEB = Path(__file__).parents[2] / "src/beide/web"
PAGE = WEB / "page"
STATIC = PAGE / "static"
LOADED = re.compile(r'(?:src|href)="{% static "([^"]+\.(?:css|js))" %}"')


def loaded() -> list[Path]:
    """Return the scripts and styles that the base template asks for."""
    templates = (PAGE / "templates/base.html", PAGE / "templates/page/styles.html")
    return [STATIC / name for path in templates for name in named(path)]


def named(template: Path) -> list[str]:
    """Return the scripts and styles that a template asks for."""
    return LOADED.findall(template.read_text("utf-8"))


def own_style() -> int:
    """Return the size of the largest stylesheet that a room loads beside the shared ones."""
    shared = loaded()
    own = [path for path in WEB.glob("*/static/**/*.css") if path not in shared]
    return max((path.stat().st_size for path in own), default=0)


def test_scripts_and_styles_are_under_150_kb() -> None:
    assert sum(path.stat().st_size for path in loaded()) + own_style() < 150_000


def test_shared_styles_are_under_60_kb() -> None:
    assert sum(path.stat().st_size for path in loaded() if path.suffix == ".css") < 60_000


def test_every_stylesheet_is_loaded_somewhere() -> None:
    asked = {Path(name).name for path in WEB.rglob("*.html") for name in named(path)}
    assert {path.name for path in WEB.glob("*/static/**/*.css")} <= asked
