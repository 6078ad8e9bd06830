"""Every ink can be read on every paper it stands on, by day and by night (WCAG 2.2 AA)."""

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "src/beide/web/page/static/beide/css/tokens.css"
COLOUR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
THEMES = {
    theme: {name: values[index] for name, *values in COLOUR.findall(TOKENS.read_text("utf-8"))}
    for index, theme in enumerate(("light", "dark"))
}
PAPERS = ("paper", "paper-deep", "sheet", "sheet-soft")
MODES = ("teal", "terracotta", "plum")
WASHES = ("calm", "care", "alarm")

TEXT = [
    *product(("ink", "ink-soft", *(f"{name}-ink" for name in (*MODES, *WASHES))), PAPERS),
    *(
        (ink, f"{mode}-{tint}")
        for mode in MODES
        for tint in ("wash", "deep")
        for ink in ("ink", f"{mode}-ink")
    ),
    *(("ink-soft", f"{mode}-wash") for mode in MODES),
    *((f"{name}-ink", f"{name}-wash") for name in WASHES),
    *(("ink", f"{name}-wash") for name in WASHES),
    *((f"on-{name}", f"{name}-solid") for name in (*MODES, "alarm")),
    ("paper", "ink"),
]
LINES = [
    *product((*(f"{name}-line" for name in (*MODES, *WASHES)), "edge", "focus"), PAPERS),
    *((f"{name}-line", f"{name}-wash") for name in (*MODES, *WASHES)),
    *((f"{name}-solid", "sheet") for name in (*MODES, "alarm")),
]


def luminance(colour: str) -> float:
    """Return how light a colour is, from 0 to 1."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(pairs: list[tuple[str, str]], theme: str, least: float) -> dict[str, float]:
    """Return the pairs below the least contrast, with what they have."""
    colours = THEMES[theme]
    found = {f"{one} on {other}": contrast(colours[one], colours[other]) for one, other in pairs}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(theme: str) -> None:
    assert too_weak(TEXT, theme, 4.5) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_lines_that_mean_something_can_be_seen(theme: str) -> None:
    assert too_weak(LINES, theme, 3) == {}


def test_every_colour_is_checked() -> None:
    checked = {name for pair in [*TEXT, *LINES] for name in pair}
    assert set(THEMES["light"]) - checked == {"rule"}
