"""The room of all teams: granted and used beside each other, week by week."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from beide.web.evidence import sheets
from beide.web.evidence.access import main_promise
from beide.web.organisation.access import teams_of
from beide.web.organisation.requests import Request
from beide.web.room import access, drawing
from beide.web.room.access import TeamRoom
from beide.web.room.sizes import small
from beide.web.room.weeks import RoomWeek

A_YEAR = 52


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what teams agreed and used."""
    found = request.membership.organisation
    hidden = small(found)
    rooms = access.teams(found)
    weeks = access.together_of(rooms)
    with_room = {room.team.pk for room in rooms}
    sides = access.sides(request.membership)
    context = {
        "rooms": rooms,
        "weeks": weeks[::-1],
        "picture": drawing.weeks(weeks),
        "granted": granted_now(rooms),
        "used": last_told(weeks),
        "eaten": [room for room in rooms if room.eaten],
        "mine": [room for room in rooms if room.team.pk == request.membership.team_id],
        "to_agree": [room for room in rooms if waits(room, sides)],
        "could": [
            team
            for team in teams_of(found)
            if sides.of(team.pk) and team.pk not in with_room | hidden
        ],
        "promise": main_promise(found),
        "threshold": found.threshold,
    }
    return render(request, "room/overview.html", context)


def granted_now(rooms: list[TeamRoom]) -> object:
    """Return the hours a week that are agreed for now."""
    return sum(room.agreement.hours_a_week for room in rooms if room.agreement)


def last_told(weeks: list[RoomWeek]) -> RoomWeek | None:
    """Return the last week of which every team told what it used, else the last one with a team."""
    told = [week for week in weeks if week.used is not None]
    whole = [week for week in told if week.teams_that_told == week.teams]
    return next(iter(whole[-1:] or told[-1:]), None)


def waits(room: TeamRoom, sides: access.Sides) -> bool:
    """Tell whether a proposal waits for the yes of this member's side."""
    side, proposal = sides.of(room.team.pk), room.proposal
    if side is None or proposal is None:
        return False
    return (proposal.lead_yes if side is access.Side.LEAD else proposal.team_yes) is None


@require_safe
def download(request: Request, organisation: str, kind: str) -> HttpResponse:  # noqa: ARG001
    """Give the weeks of a year, of each team that is large enough, as a file."""
    found = request.membership.organisation
    table = sheet(found.name, access.teams(found, last=A_YEAR))
    return sheets.as_excel(table) if kind == "xlsx" else sheets.as_csv(table)


def sheet(name: str, rooms: list[TeamRoom]) -> sheets.Sheet:
    """Return granted and used hours by team and week."""
    rows: list[list[sheets.Cell]] = [
        [
            room.team.name,
            week.monday.isoformat(),
            float(week.granted),
            None if week.used is None else float(week.used),
            week.why_less,
        ]
        for room in rooms
        for week in room.weeks
    ]
    return sheets.Sheet(
        name=gettext("Room of %(name)s") % {"name": name},
        about=[
            gettext("Hours granted and used by week, up to a year. An empty cell was not told."),
            gettext("Made on %(day)s.") % {"day": date_format(timezone.localdate(), "j F Y")},
        ],
        headings=[
            gettext("Team"),
            gettext("Week of"),
            gettext("Hours granted"),
            gettext("Hours used"),
            gettext("Why less"),
        ],
        rows=rows,
    )
