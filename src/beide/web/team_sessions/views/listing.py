"""The sessions that were held, and those that someone prepares."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.web.organisation.requests import Request
from beide.web.team_sessions import access
from beide.web.team_sessions.script import minutes_in_all


@require_safe
def index(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show them, those that still run first."""
    sessions = access.sessions_for(request.membership)
    context = {
        "running": [each for each in sessions if not each.closed],
        "held": [each for each in sessions if each.closed],
        "minutes": minutes_in_all(1),
        "threshold": request.membership.organisation.threshold,
    }
    return render(request, "team_sessions/list.html", context)
