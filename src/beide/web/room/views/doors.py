"""What pages about a team's room begin with: find it, and see for whom someone may speak."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from beide.web.organisation.access import access_team
from beide.web.organisation.models import Team
from beide.web.organisation.requests import Request
from beide.web.room import access
from beide.web.room.access import Side
from beide.web.room.models import Agreement


def spoken_for(request: Request, pk: int) -> tuple[Team, Side]:
    """Return a team that this member may speak for, and for which side."""
    team = access_team(membership=request.membership, pk=pk)
    return team, side(request, team)


def agreement(request: Request, pk: int) -> tuple[Agreement, Side]:
    """Return an agreement about which this member may say yes or no."""
    found = access.access_agreement(membership=request.membership, pk=pk)
    return found, side(request, found.team)


def side(request: Request, team: Team) -> Side:
    """Return for whom this member speaks, or stop them."""
    found = access.side_of(request.membership, team)
    if found is None:
        raise PermissionDenied
    return found


def to_team(found: Agreement | Team, organisation: str, part: str = "") -> HttpResponse:
    """Go to the page of a team, at one of its parts."""
    team = found.team_id if isinstance(found, Agreement) else found.pk
    return redirect(reverse("room:team", args=[organisation, team]) + part)
