"""Preparing a session."""

from django.db.models import Case, QuerySet, When
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from beide.web.organisation.requests import Request
from beide.web.team_sessions import actions
from beide.web.team_sessions.forms import BeginForm
from beide.web.team_sessions.models import Way
from beide.web.team_sessions.script import minutes_in_all, minutes_more
from beide.web.tensions.access import tensions_of
from beide.web.tensions.models import Tension


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Ask what it is about and how people answer."""
    mine = request.membership.organisation
    asked = asked_for(request)
    tensions = first(tensions_of(mine.pk), asked)
    form = BeginForm(request.POST or None, initial={"tensions": asked}, tensions=tensions)
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


def first(tensions: QuerySet[Tension], asked: list[int]) -> QuerySet[Tension]:
    """Put what was asked for on top, where it is seen."""
    on_top = Case(When(pk__in=asked, then=0), default=1)
    return tensions.order_by(on_top, "-brought", "-pk")
