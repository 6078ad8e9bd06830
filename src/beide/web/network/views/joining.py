"""Joining because you want to, and leaving without having to say why."""

from datetime import date
from decimal import Decimal

from django.core import signing
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beide.web.network import access, actions
from beide.web.network.forms import HoursForm
from beide.web.network.models import Joining
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices

SALT = "beide.network.leaving"
UNDO_LASTS = 60 * 60  # seconds


@require_POST
def join(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take part with some hours a week, or ask for other hours."""
    initiative = access.access_loop(membership=request.membership, pk=pk)
    if initiative.stopped:
        return doors.rests(request, initiative)
    form = HoursForm(request.POST)
    if not form.is_valid():
        return doors.form_page(
            request,
            form,
            initiative=initiative,
            heading=_("How many hours a week do you want to give it?"),
            button=_("I want to join"),
            action=request.path,
        )
    before = access.joining_of(membership=request.membership, initiative=initiative)
    actions.join(
        initiative=initiative, membership=request.membership, hours=form.cleaned_data["hours"]
    )
    if before:
        notices.done(request, _("Changed. Your lead agrees the hours."))
    else:
        undo = reverse("network:leave", args=[organisation, pk])
        notices.done(request, _("You take part. Your lead agrees the hours."), undo=undo)
    return doors.to_loop(initiative, organisation, "#people")


@require_POST
def leave(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Stop taking part."""
    initiative = access.access_loop(membership=request.membership, pk=pk)
    joining = access.joining_of(membership=request.membership, initiative=initiative)
    if joining:
        undo = reverse("network:rejoin", args=[organisation, pk, packed(joining)])
        actions.leave(joining=joining)
        notices.done(request, _("You no longer take part. Thank you for what you gave."), undo=undo)
    return doors.to_loop(initiative, organisation, "#people")


@require_POST
def rejoin(request: Request, organisation: str, pk: int, kept: str) -> HttpResponse:
    """Take leaving back, for the person who left."""
    initiative = access.access_loop(membership=request.membership, pk=pk)
    person, hours, joined, agreed_on = unpacked(kept)
    if person != [request.membership.pk, pk]:
        raise Http404
    actions.rejoin(
        initiative=initiative,
        membership=request.membership,
        hours=Decimal(hours),
        joined=date.fromisoformat(joined),
        agreed_on=date.fromisoformat(agreed_on) if agreed_on else None,
    )
    notices.done(request, _("You take part again."))
    return doors.to_loop(initiative, organisation, "#people")


def packed(joining: Joining) -> str:
    """Put how someone took part in the undo button, so that nothing stays in the database."""
    agreed_on = joining.agreed_on.isoformat() if joining.agreed_on else ""
    person = [joining.membership_id, joining.initiative_id]
    return signing.dumps(
        [person, str(joining.hours), joining.joined.isoformat(), agreed_on], salt=SALT
    )


def unpacked(kept: str) -> tuple[list[int], str, str, str]:
    """Read the undo button back; after an hour it is too late."""
    try:
        person, hours, joined, agreed_on = signing.loads(kept, salt=SALT, max_age=UNDO_LASTS)
    except signing.BadSignature as error:
        raise Http404 from error
    return person, hours, joined, agreed_on


@require_POST
def accept(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say yes to the hours the lead proposed."""
    initiative = access.access_loop(membership=request.membership, pk=pk)
    joining = access.joining_of(membership=request.membership, initiative=initiative)
    if joining and actions.accept_proposal(joining=joining):
        notices.done(request, _("Agreed. These hours are planned time now."))
    else:
        notices.not_done(request, _("There is no proposal any more."))
    return doors.to_loop(initiative, organisation, "#people")
