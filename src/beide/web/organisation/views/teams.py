"""The tree of teams."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.organisation import actions
from beide.web.organisation.access import access_team, teams_of
from beide.web.organisation.forms import TeamForm
from beide.web.organisation.models import Team
from beide.web.organisation.requests import Request
from beide.web.organisation.views.given import given, undo_with
from beide.web.page import notices


@require_safe
def teams(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show the tree."""
    here = request.membership.organisation
    return render(request, "organisation/teams.html", {"teams": teams_of(here)})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, organisation: str) -> HttpResponse:
    """Add a team."""
    here = request.membership.organisation
    first = {"parent": request.GET.get("under")}
    answers = given(request) if request.method == "POST" else None
    form = TeamForm(answers, initial=first, organisation=here)
    if request.method == "POST" and form.is_valid():
        team = actions.add_team(organisation=here, **form.cleaned_data)
        undo = reverse("organisation:team_remove", args=[organisation, team.pk])
        text = gettext("%(name)s is added.") % {"name": team.name}
        notices.done(request, text, undo=undo)
        return redirect("organisation:teams", organisation)
    return render(request, "organisation/team.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def team(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Give a team another name or place."""
    here = access_team(membership=request.membership, pk=pk)
    before = answers_of(here)
    answers = given(request) if request.method == "POST" else None
    place = request.membership.organisation
    form = TeamForm(answers, initial=before, organisation=place, team=here)
    if request.method == "POST" and form.is_valid():
        actions.change_team(team=here, **form.cleaned_data)
        address = reverse("organisation:team", args=[organisation, pk])
        text = gettext("%(name)s is changed.") % {"name": here.name}
        notices.done(request, text, undo=undo_with(address, before))
        return redirect("organisation:teams", organisation)
    return render(request, "organisation/team.html", {"form": form, "team": here})


@require_POST
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Remove a team that is empty."""
    here = access_team(membership=request.membership, pk=pk)
    again = undo_with(reverse("organisation:team_add", args=[organisation]), answers_of(here))
    try:
        actions.remove_team(team=here)
    except actions.TeamInUseError as problem:
        notices.not_done(request, problem.in_language(get_language() or "nl"))
        return redirect("organisation:team", organisation, pk)
    notices.done(request, gettext("%(name)s is removed.") % {"name": here.name}, undo=again)
    return redirect("organisation:teams", organisation)


def answers_of(team: Team) -> dict[str, object]:
    """Return what a form about this team would send."""
    people = "" if team.people is None else team.people
    return {"name": team.name, "parent": team.parent_id or "", "people": people}
