"""The room of one team: what was agreed, what of it is used, and what to do when it is eaten."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.web.organisation.access import access_team
from beide.web.organisation.models import Team
from beide.web.organisation.requests import Request
from beide.web.room import access, drawing, words
from beide.web.room.access import Side
from beide.web.room.models import Agreement
from beide.web.room.sizes import small
from beide.web.room.telling import asked_week

LATEST = 8  # weeks that are shown at once


@require_safe
def team(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show a team's room."""
    found = access_team(membership=request.membership, pk=pk)
    found.organisation = request.membership.organisation
    if found.pk in small(found.organisation):
        return render(request, "room/small.html", {"team": found})
    return render(request, "room/team.html", context(request, found))


def context(request: Request, found: Team, **more: Any) -> dict[str, Any]:
    """Return what the page of a team shows."""
    room = access.team_room(found)
    side = access.side_of(request.membership, found)
    proposal = room.proposal
    return {
        "team": found,
        "room": room,
        "side": side,
        "picture": drawing.weeks(room.weeks),
        "latest": room.weeks[: -LATEST - 1 : -1],
        "earlier": room.weeks[:-LATEST][::-1],
        "may_say_yes": proposal is not None and not said_yes(proposal, side),
        "asked": asked_week(room, chosen_week(request)) if side else None,
        "busiest": words.busiest(room.agreement) if room.eaten and room.agreement else "",
        **more,
    }


def said_yes(proposal: Agreement, side: Side | None) -> bool:
    """Tell whether this side has nothing left to say about a proposal."""
    if side is None:
        return True
    return bool(proposal.lead_yes if side is Side.LEAD else proposal.team_yes)


def chosen_week(request: Request) -> date | None:
    """Return the week that an address names, when it names one."""
    try:
        return date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        return None
