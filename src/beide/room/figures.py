"""Figures of room, described with Altair: the same in a page, a notebook and a report.

Altair is imported when a figure is made. A page passes its own colours.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from beide.room._queues import allen_cunneen
from beide.room._result import Room
from beide.text import Text

if TYPE_CHECKING:
    import altair as alt

_AXES = {
    "hours": Text(nl="uur per week", en="hours a week"),
    "busy": Text(nl="deel van de tijd dat nodig is", en="share of the time that is needed"),
    "waited": Text(
        nl="hoe lang werk wacht, in keren de duur van het werk",
        en="how long work waits, in times the length of the work",
    ),
    "share": Text(nl="op tijd", en="in time"),
    "now": Text(nl="nu", en="now"),
    "room": Text(nl="met deze ruimte", en="with this room"),
    "twice": Text(nl="met dubbel zoveel", en="with twice as much"),
}
_FULLEST = 0.98
_POINTS = 60
_HIGHEST = 12.0


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a figure; a page gives names that it fills in, for light and dark."""

    line: str = "#1f6072"
    band: str = "#c5dee3"
    mark: str = "#b4532f"
    ink: str = "#22262b"


PAPER = Colours()


def room_figure(
    found: Room, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return for each team the hours to count on, and up to what is likely.

    Parameters
    ----------
    found
        What ``room`` answered.
    language
        ``nl`` or ``en``.
    colours
        The colours.
    """
    import altair as alt

    rows = [
        {
            "team": team.name.in_language(language),
            "hours": team.hours,
            "likely": max(team.likely, team.hours),
        }
        for team in found.teams
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=alt.Y("team:N", title=None, sort=None))
    hours = alt.X("hours:Q", title=_AXES["hours"].in_language(language))
    return alt.layer(
        base.mark_bar(color=colours.band, height=18).encode(x=hours, x2="likely:Q"),
        base.mark_bar(color=colours.line, height=18).encode(x=hours),
        base.mark_text(align="left", dx=4, color=colours.ink).encode(
            x="likely:Q", text=alt.Text("hours:Q", format=".0f")
        ),
    )


def waiting_figure(
    found: Room, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return why waiting explodes near full load: the curve, and where each team is on it.

    The curve is the formula of Allen and Cunneen for a team of the middle size; the points are the
    teams in the simulation.
    """
    import altair as alt

    middle = float(np.median([check.people for check in found.checks]))
    varies = float(np.median([check.varies for check in found.checks]))
    curve = [
        {"busy": float(busy), "waited": waited}
        for busy in np.linspace(0.0, _FULLEST, _POINTS)
        if (waited := varies * allen_cunneen(max(1, round(middle)), float(busy), 1.0)) < _HIGHEST
    ]
    points = [
        {
            "team": check.name.in_language(language),
            "busy": check.busy,
            "waited": min(check.waited / max(check.work, 1e-9), _HIGHEST),
        }
        for check in found.checks
    ]
    across = alt.X(
        "busy:Q",
        title=_AXES["busy"].in_language(language),
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format="%"),
    )
    up = alt.Y("waited:Q", title=_AXES["waited"].in_language(language))
    teams = alt.Chart(alt.InlineData(values=points))
    return alt.layer(
        alt.Chart(alt.InlineData(values=curve))
        .mark_line(color=colours.line)
        .encode(x=across, y=up),
        teams.mark_point(color=colours.mark, filled=True, size=90).encode(x=across, y=up),
        teams.mark_text(align="left", dx=7, dy=-7, color=colours.ink).encode(
            x=across, y=up, text="team:N"
        ),
    )


def cliff_figure(
    found: Room, *, language: str = "en", colours: Colours = PAPER
) -> "alt.LayerChart | alt.FacetChart":
    """Return the share in time now, with the room, and with twice as much, with the promise."""
    import altair as alt

    names = [_AXES[key].in_language(language) for key in ("now", "room", "twice")]
    steps = (found.now, found.with_room, found.with_twice)
    rows = [
        {"step": name, "low": each.low, "share": each.middle}
        for name, each in zip(names, steps, strict=True)
    ]
    across = alt.X("step:N", title=None, sort=names, axis=alt.Axis(labelAngle=0))
    up = alt.Y("share:Q", title=_AXES["share"].in_language(language), axis=alt.Axis(format="%"))
    base = alt.Chart(alt.InlineData(values=rows)).encode(x=across)
    promise = alt.Chart(alt.InlineData(values=[{"share": found.share}]))
    return alt.layer(
        promise.mark_rule(color=colours.mark, strokeDash=[6, 4]).encode(y=up),
        base.mark_rule(color=colours.band, strokeWidth=8).encode(y=up, y2="low:Q"),
        base.mark_point(color=colours.line, filled=True, size=90).encode(y=up),
    )
