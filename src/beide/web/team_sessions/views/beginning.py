"""Preparing a session."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from beide.web.organisation.requests import Request
from beide.web.team_sessions import actions
from beide.web.team_sessions.forms import BeginForm
from beide.web.team_sessions.models import Way
from beide.web.team_sessions.script import minutes_in_all, minutes_more
from beide.web.tensions.access import tensions_of


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Ask what it is about and how people answer."""
    mine = request.membership.organisation
    tensions = tensions_of(mine.pk)
    form = BeginForm(
        request.POST or None, initial={"tensions": asked_for(request)}, tensions=tensions
    )
    if form.is_valid():
        session = actions.begin(
            organisation=mine,
            guide=request.membership,
            tensions=list(form.cleaned_data["tensions"]),
            way=Way(form.cleaned_data["way"]),
        )
        return redirect("sessions:guide", organisation, session.pk)
    context = {
        "form": form,
        "any": tensions.exists(),
        "threshold": mine.threshold,
        "minutes": minutes_in_all(1),
        "more": minutes_more(),
    }
    return render(request, "team_sessions/new.html", context)


def asked_for(request: Request) -> list[int]:
    """Return the tension in the address, if there is one."""
    asked = request.GET.get("tension", "")
    return [int(asked)] if asked.isdecimal() and len(asked) < 19 else []
