"""Do both modes strengthen each other? What is known of it, and the two lines to look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from beide.effect import Reinforces
from beide.text import Text
from beide.web.evidence import words as evidence
from beide.web.evidence.access import main_promise
from beide.web.exchange import panel
from beide.web.exchange.models import Together
from beide.web.figures.figure import Figure, Table
from beide.web.figures.spec import specification
from beide.web.organisation.models import Organisation
from beide.web.room import access as room

if TYPE_CHECKING:
    import altair as alt

FEWEST_TEAMS, FEWEST_MONTHS = 6, 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What can be said: the sentence, on how many teams and months, and both ways."""

    says: Text
    is_enough: bool
    teams: int
    months: int
    with_room: int
    ways: Sequence[tuple[str, float, float]]
    figures: Sequence[Figure]
    kept: Together | None


def known_of(organisation: Organisation, *, today: date) -> Known:
    """Gather what can be said, computed before where it takes a computation."""
    rooms = room.teams(organisation, last=panel.MOST_WEEKS, today=today)
    found = panel.panel_of(rooms, today=today)
    is_enough = found.whole >= FEWEST_TEAMS and len(found.months) >= FEWEST_MONTHS
    kept = Together.objects.filter(organisation=organisation).select_related("job").first()
    stored = kept.found if kept and is_enough else {}
    weeks = room.together_of(rooms, last=panel.MOST_WEEKS)
    promise = main_promise(organisation)
    return Known(
        says=says(stored) if stored else too_little(found),
        is_enough=is_enough,
        teams=found.whole,
        months=len(found.months),
        with_room=len(rooms),
        ways=ways(stored),
        figures=[
            each
            for each in (
                promise_line(panel.share_by_month(promise)) if promise else None,
                hours_line(panel.together_by_month(weeks)),
            )
            if each
        ],
        kept=kept,
    )


def says(stored: Mapping[str, Any]) -> Text:
    """Return the sentence that was computed."""
    return Text(nl=stored["text"]["nl"], en=stored["text"]["en"])


def too_little(found: panel.Panel) -> Text:
    """Return that there is too little to tell, on how much it would rest."""
    if found.whole >= FEWEST_TEAMS and len(found.months) >= FEWEST_MONTHS:
        return Text(nl="Dit is nog niet berekend.", en="This has not been computed yet.")
    answer = panel.answer_of(found)
    return answer.text


def ways(stored: Mapping[str, Any]) -> list[tuple[str, float, float]]:
    """Return both ways with how strong they are and how easily chance gives as much."""
    if not stored or stored["verdict"] == Reinforces.TOO_LITTLE:
        return []
    named = {
        "to_promise": _("from exploring to the promise, a month later"),
        "to_exploring": _("from the promise to exploring, a month later"),
    }
    return [
        (name, stored[way]["strength"], stored[way]["p"])
        for way, name in named.items()
        if stored.get(way)
    ]


def promise_line(values: Mapping[date, float]) -> Figure | None:
    """Return the share that kept the promise, by month."""
    return line(
        values,
        name="promise-by-month",
        title=_("The promise kept, by month"),
        heading=_("Kept"),
        colour="var:teal-line",
        written=".0%",
        say=[evidence.percent(value) for _month, value in sorted(values.items())],
    )


def hours_line(values: Mapping[date, float]) -> Figure | None:
    """Return the hours a week that teams used to explore, by month."""
    return line(
        values,
        name="hours-by-month",
        title=_("Hours a week used to explore, by month"),
        heading=_("Hours a week"),
        colour="var:terracotta-line",
        written=",.0f",
        say=[evidence.number(value, 1) for _month, value in sorted(values.items())],
    )


def line(
    values: Mapping[date, float],
    *,
    name: str,
    title: str,
    heading: str,
    colour: str,
    written: str,
    say: Sequence[str],
) -> Figure | None:
    """Return a line by month with its table; nothing with fewer than two months."""
    if len(values) < 2:
        return None
    rows = [{"month": month.isoformat(), "value": values[month]} for month in sorted(values)]
    drawn = {"rows": rows, "colour": colour, "written": written}
    months = [date_format(month, "F Y") for month in sorted(values)]
    return Figure(
        name=name,
        title=title,
        description=title,
        spec=specification(lambda: _drawn(rows, colour, written), name=name, data=drawn),
        table=Table(headings=[_("Month"), heading], rows=list(zip(months, say, strict=True))),
    )


def _drawn(
    rows: list[dict[str, Any]], colour: str, written: str
) -> "alt.LayerChart | alt.FacetChart":
    import altair as alt

    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("month:T", title=None, axis=alt.Axis(grid=False, format="%b %Y", tickCount=6)),
        y=alt.Y(
            "value:Q",
            title=None,
            scale=alt.Scale(zero=False, nice=True),
            axis=alt.Axis(format=written, tickCount=4),
        ),
    )
    points = base.mark_point(filled=True, size=30, color=colour, opacity=1)
    return alt.layer(base.mark_line(color=colour), points)
