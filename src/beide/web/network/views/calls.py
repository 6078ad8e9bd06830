"""Calling people to join."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.network import access, actions
from beide.web.network.forms import CallForm
from beide.web.network.models import Call
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def call(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say who is being looked for."""
    initiative = doors.carried(request, pk)
    if initiative.stopped:
        return doors.rests(request, initiative)
    form = CallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.call(initiative=initiative, **form.cleaned_data)
        undo = reverse("network:call_close", args=[organisation, made.pk])
        notices.done(request, _("Everyone can see your call now."), undo=undo)
        return doors.to_loop(initiative, organisation, "#people")
    return doors.form_page(
        request,
        form,
        initiative=initiative,
        heading=_("Who are you looking for?"),
        lead=_("Your call stands on the page of the network, where everyone can see it."),
        button=_("Call people to join"),
        keep=f"network-call-{pk}",
    )


@require_POST
def close(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Stop calling."""
    found = called(request, pk)
    actions.close_call(call=found)
    undo = reverse("network:call_reopen", args=[organisation, pk])
    notices.done(request, _("Your call is off the page."), undo=undo)
    return doors.to_loop(found.initiative, organisation, "#people")


@require_POST
def reopen(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take the closing of a call back."""
    found = called(request, pk)
    actions.reopen_call(call=found)
    notices.done(request, _("Everyone can see your call now."))
    return doors.to_loop(found.initiative, organisation, "#people")


def called(request: Request, pk: int) -> Call:
    """Return a call of an initiative that this member may carry."""
    found = access.access_call(membership=request.membership, pk=pk)
    doors.check(request, found.initiative)
    return found
