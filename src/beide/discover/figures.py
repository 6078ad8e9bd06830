"""Figures of patterns, described with Altair: the same in a page, a notebook and a report.

Altair is imported when a figure is made. A page passes its own colours.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from beide.discover._link import Links
from beide.discover._result import Pattern, Patterns
from beide.text import Text

if TYPE_CHECKING:
    import altair as alt

_OF = 100
_ACROSS = 10
_LINKS = 20
_WITH = Text(nl="met het patroon", en="with the pattern")
_WITHOUT = Text(nl="vergelijkbaar, zonder", en="comparable, without")
_SHARE = Text(nl="deel dat goed gaat", en="share that goes well")
_HAS = Text(nl="deel van de casussen", en="share of the cases")
_QUARTER = Text(nl="deel {n} van de periode", en="quarter {n}")
_DIFFERENCE = Text(nl="verschil", en="difference")


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a figure; a page gives names that it fills in, for light and dark."""

    good: str = "#1f6072"
    other: str = "#d8d2c4"
    line: str = "#1f6072"
    mark: str = "#b4532f"
    ink: str = "#22262b"


PAPER = Colours()


def cases_figure(
    pattern: Pattern, *, language: str = "en", colours: Colours = PAPER
) -> "alt.FacetChart":
    """Return 100 cases with the pattern beside 100 comparable ones, those that go well filled.

    Parameters
    ----------
    pattern
        One of ``Patterns.patterns``.
    language
        ``nl`` or ``en``.
    colours
        The colours.
    """
    import altair as alt

    names = [each.in_language(language) for each in (_WITH, _WITHOUT)]
    shares = (pattern.size.with_, pattern.size.without)
    rows = [
        {
            "who": name,
            "across": place % _ACROSS,
            "down": place // _ACROSS,
            "good": place < round(_OF * share),
        }
        for name, share in zip(names, shares, strict=True)
        for place in range(_OF)
    ]
    dots = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_circle(size=110, opacity=1)
        .encode(
            x=alt.X("across:O", axis=None),
            y=alt.Y("down:O", axis=None),
            color=alt.condition("datum.good", alt.value(colours.good), alt.value(colours.other)),
        )
        .properties(width=160, height=160)
    )
    drawn: alt.FacetChart = dots.facet(column=alt.Column("who:N", title=None, sort=names))
    return drawn


def patterns_figure(
    found: Patterns, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return for each pattern the share that goes well, beside that of comparable cases.

    Parameters
    ----------
    found
        What ``patterns`` answered.
    language
        ``nl`` or ``en``.
    colours
        The colours.
    """
    rows = [
        {
            "name": " + ".join(label.in_language(language) for label in each.labels),
            "high": each.size.with_,
            "low": each.size.without,
        }
        for each in found.patterns
    ]
    return _pairs(rows, _SHARE.in_language(language), colours)


def links_figure(
    found: Links, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return the links that differ surely: in which part of good cases, and of others.

    Parameters
    ----------
    found
        What ``connections`` or ``good_map`` answered; the 20 surest are drawn.
    language
        ``nl`` or ``en``.
    colours
        The colours.
    """
    rows = [
        {"name": f"{link.from_} → {link.to}", "high": link.good_share, "low": link.other_share}
        for link in found.sure[:_LINKS]
    ]
    return _pairs(rows, _HAS.in_language(language), colours)


def quarters_figure(
    pattern: Pattern, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return how the difference held over the four quarters of the period.

    Parameters
    ----------
    pattern
        One of ``Patterns.patterns``. A quarter with too few cases is left open.
    language
        ``nl`` or ``en``.
    colours
        The colours.
    """
    import altair as alt

    rows = [
        {
            "quarter": _QUARTER.format(n=number).in_language(language),
            "difference": each.difference,
        }
        for number, each in enumerate(pattern.quarters, 1)
    ]
    height = alt.Y(
        "difference:Q",
        title=_DIFFERENCE.in_language(language),
        axis=alt.Axis(format="+.0%", tickCount=4),
    )
    none = alt.Chart(alt.InlineData(values=[{"difference": 0.0}]))
    bars = alt.Chart(alt.InlineData(values=rows)).mark_bar(color=colours.good, size=36)
    return alt.layer(
        bars.encode(x=alt.X("quarter:N", title=None, sort=None), y=height),
        none.mark_rule(color=colours.ink).encode(y=height),
    )


def _pairs(
    rows: list[dict[str, Any]], title: str, colours: Colours
) -> "alt.LayerChart | alt.FacetChart":
    """Return two shares a row: filled for good cases, open for the others."""
    import altair as alt

    drawn = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=360))
    )
    share = alt.X("high:Q", title=title, axis=alt.Axis(format=".0%"))
    other = alt.X("low:Q", title=title, axis=alt.Axis(format=".0%"))
    return alt.layer(
        drawn.mark_rule(color=colours.line, strokeWidth=2).encode(x=other, x2="high:Q"),
        drawn.mark_point(filled=False, color=colours.mark, size=90, opacity=1).encode(x=other),
        drawn.mark_point(filled=True, color=colours.good, size=90, opacity=1).encode(x=share),
    )
