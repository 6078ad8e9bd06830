"""A lead and a team agree on hours a week: propose, say yes or no, end."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.evidence.access import main_promise
from beide.web.organisation.models import Team
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.room import access, actions
from beide.web.room.access import Side
from beide.web.room.forms import EndForm, ProposeForm
from beide.web.room.models import Agreement
from beide.web.room.safe import safe_hours
from beide.web.room.sizes import small
from beide.web.room.views import doors
from beide.web.room.weeks import monday_of


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Propose hours, new ones or other ones."""
    team, side = doors.spoken_for(request, pk)
    found = request.membership.organisation
    if team.pk in small(found):
        return doors.to_team(team, organisation)
    numbers = access.open_studies(found)
    form = ProposeForm(
        request.POST or None,
        organisation=found,
        numbers=numbers,
        monday=monday_of(timezone.localdate()),
        initial=first(request, team),
    )
    if request.method == "POST" and form.is_valid():
        made = actions.propose(team=team, side=side, terms=form.terms())
        undo = reverse("room:decline", args=[organisation, made.pk])
        notices.done(request, proposed(side), undo=undo)
        return doors.to_team(team, organisation)
    known = [study for ways in numbers.values() for study in ways.values() if study.has_number]
    context = {
        "team": team,
        "form": form,
        "standing": actions.standing(team=team),
        "known": [(study, safe_hours(study)) for study in known],
        "asks_about": main_promise(found),
    }
    return render(request, "room/propose.html", context, status=422 if form.is_bound else 200)


def first(request: Request, team: Team) -> dict[str, object]:
    """Return what a proposal begins with: what holds now, else the organisation's promise."""
    standing = actions.standing(team=team)
    if standing is None:
        promise = main_promise(request.membership.organisation)
        return {"promise": promise, "way": "hour_a_day", "log_team": team.name}
    return {
        "promise": standing.promise_id,
        "hours_a_week": standing.hours_a_week,
        "way": standing.way,
        "log_team": standing.log_team,
        "why_more": standing.why_more,
    }


def proposed(side: Side) -> str:
    """Say what happens next."""
    if side is Side.LEAD:
        return gettext("Proposed. It holds once someone of the team says yes.")
    return gettext("Proposed. It holds once the lead of the team says yes.")


@require_POST
def agree(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say yes."""
    found, side = doors.agreement(request, pk)
    if not found.waits:
        notices.not_done(request, gettext("This proposal is no longer open."))
    else:
        holds = actions.agree(agreement=found, side=side)
        said = gettext("Agreed. This is planned working time.") if holds else proposed(side)
        undo = reverse("room:agree_undo", args=[organisation, pk])
        notices.done(request, said, undo=undo)
    return doors.to_team(found, organisation)


@require_POST
def agree_undo(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a yes back."""
    found, side = doors.agreement(request, pk)
    actions.take_back_yes(agreement=found, side=side)
    notices.done(request, gettext("Taken back. The proposal waits for a yes again."))
    return doors.to_team(found, organisation)


@require_POST
def decline(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say no to a proposal, or take it back."""
    found, _side = doors.agreement(request, pk)
    if found.waits:
        actions.decline(agreement=found)
        undo = reverse("room:decline_undo", args=[organisation, pk])
        notices.done(request, gettext("The proposal is off the table."), undo=undo)
    return doors.to_team(found, organisation)


@require_POST
def decline_undo(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a proposal back on the table."""
    found, _side = doors.agreement(request, pk)
    actions.put_back(agreement=found)
    notices.done(request, gettext("The proposal waits for a yes again."))
    return doors.to_team(found, organisation)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Request, organisation: str, pk: int) -> HttpResponse:
    """End an agreement; the lead can, and so can the team."""
    found, _side = doors.agreement(request, pk)
    form = EndForm(request.POST or None)
    if not found.is_agreed or found.until is not None:
        return doors.to_team(found, organisation)
    if request.method == "POST" and form.is_valid():
        return ended(request, found, form.cleaned_data["why"])
    return render(request, "room/end.html", {"agreement": found, "team": found.team, "form": form})


def ended(request: Request, found: Agreement, why: str) -> HttpResponse:
    """End it, with a way back."""
    slug = request.membership.organisation.slug
    actions.end(agreement=found, why=why)
    undo = reverse("room:end_undo", args=[slug, found.pk])
    notices.done(request, gettext("The agreement ends. What was told stays."), undo=undo)
    return doors.to_team(found, slug)


@require_POST
def end_undo(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let an agreement go on."""
    found, _side = doors.agreement(request, pk)
    if actions.go_on(agreement=found):
        notices.done(request, gettext("The agreement goes on."))
    else:
        notices.not_done(request, gettext("Something else was agreed meanwhile. That holds now."))
    return doors.to_team(found, organisation)
